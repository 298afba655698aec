import type { VNode } from 'preact';
import { Conflict, type FieldError } from '#kernel/errors.js';
import type { Text } from '#kernel/text.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { PostButton } from '#ui/form/post-button.js';
import { TextField } from '#ui/form/text-field.js';
import { number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { DataTable } from '#ui/table/data-table.js';
import { custom, formPage, showPage, type WebRoute } from '#web/page-route.js';
import type { View } from '#web/view.js';
import { assessWork, type AssessorsDesk, openDesk, openWork, reportUnreadable, takeWork } from '../../actions/assess.js';
import { ROUND_WORDS } from '../../domain/assessment.js';
import { examTitle } from '../../domain/exam-words.js';
import { pointsInWords } from '../../domain/scoring.js';
import { FormFrame } from '../frame.js';
import { W } from '../words.js';

export const DESK_PATH = '/exams/assessment';
export const ASSESSMENT: Text = { lv: 'Darbu vērtēšana', en: 'Assessment of works' };
type TaskRow = AssessorsDesk['tasks'][number];

const partOf = (task: TaskRow): Text => ({ lv: `${task.part}. ${task.partLv}`, en: `${task.part}. ${task.partEn}` });

/** An assessor's desk: the exams they are appointed for, and what they have in hand. Works are known by codes alone. */
function Desk({ view, desk: { tasks, exams, waiting }, errors }: { view: View; desk: AssessorsDesk; errors: readonly FieldError[] }): VNode {
  const { t, lang } = view;
  return (
    <Page {...view.frame} title={t(ASSESSMENT)} width="work" breadcrumbs={[{ text: W.exams }, { text: ASSESSMENT }]}>
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{t(ASSESSMENT)}</h1>
      <Lead>{t(LEAD)}</Lead>
      {tasks.length > 0 && (
        <DataTable
          lang={lang}
          caption={IN_HAND}
          rows={tasks}
          rowKey={(one) => one.id}
          columns={[
            { key: 'code', header: W.candidateCode, rowHeader: true, cell: (one) => <a href={`${DESK_PATH}/${one.id}`}>{one.candidateCode}</a> },
            { key: 'exam', header: W.exam, cell: (one) => t(examTitle(one)) },
            { key: 'part', header: W.part, cell: (one) => t(partOf(one)) },
            { key: 'round', header: ROUND, cell: (one) => t(ROUND_WORDS[one.round]) },
          ]}
        />
      )}
      <DataTable
        lang={lang}
        caption={W.exams}
        rows={exams}
        rowKey={(one) => one.examId}
        empty={{ title: NOT_APPOINTED, hint: NOT_APPOINTED_HINT }}
        columns={[
          { key: 'exam', header: W.exam, rowHeader: true, cell: (one) => t(examTitle(one)) },
          { key: 'assessed', header: ASSESSED, number: true, cell: (one) => number(one.assessed, lang) },
          { key: 'do', header: NEXT, cell: (one) => waiting.has(one.examId) ? <PostButton action={`${DESK_PATH}/take`} csrf={view.csrf} hidden={{ examId: one.examId }} variant="secondary">{t(NEXT)}<span class="visually-hidden">{`: ${t(examTitle(one))}`}</span></PostButton> : t(tasks.some(({ examId }) => examId === one.examId) ? HAS_ONE : NONE_NOW) },
        ]}
      />
      {exams.length > 0 && <p class="hint">{t(WHEN)}</p>}
    </Page>
  );
}

export const assessmentRoutes: readonly WebRoute[] = [
  showPage({ path: DESK_PATH, action: openDesk, render: (desk, view) => <Desk view={view} desk={desk} errors={[]} /> }),
  custom({
    method: 'POST',
    path: `${DESK_PATH}/take`,
    async handle(_request, _reply, at) {
      try {
        const { id } = await at.perform(takeWork, { examId: at.raw['examId'] });
        return at.redirect({ to: `${DESK_PATH}/${id}` });
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        return at.send(<Desk view={at.view} desk={await at.perform(openDesk, {})} errors={[{ field: '', message: error.text }]} />, error.status);
      }
    },
  }),
  formPage({
    path: `${DESK_PATH}/:id`,
    load: openWork,
    loadInput: ({ id }) => ({ id }),
    render: (task, view, attempt) => {
      const { t } = view;
      const most: Text = { lv: `No 0 līdz ${pointsInWords(task.maxHalfPoints, 'lv')}, ar soli 0,5`, en: `From 0 to ${pointsInWords(task.maxHalfPoints, 'en')}, by halves` };
      const field = fieldsOf({ lang: view.lang, ...attempt });
      return (
        <FormFrame view={view} attempt={attempt} title={{ lv: `Darbs ${task.candidateCode}`, en: `Work ${task.candidateCode}` }} lead={`${t(examTitle(task))} – ${t(partOf(task))}. ${t(ROUND_WORDS[task.round])}`} back={[{ text: ASSESSMENT, href: DESK_PATH }]} save={GIVE}>
          <TextField {...field('points')} label={W.points} hint={most} width="short" inputMode="decimal" maxLength={6} />
          <p class="hint">{t(UNREADABLE_HINT)} <a href={`${DESK_PATH}/${task.id}/unreadable`}>{t(UNREADABLE)}</a></p>
        </FormFrame>
      );
    },
    action: assessWork,
    done: () => ({ to: DESK_PATH, notice: GIVEN }),
  }),
  formPage({
    path: `${DESK_PATH}/:id/unreadable`,
    load: openWork,
    loadInput: ({ id }) => ({ id }),
    render: (task, view, attempt) => (
      <FormFrame view={view} attempt={attempt} title={UNREADABLE} lead={UNREADABLE_LEAD} back={[{ text: ASSESSMENT, href: DESK_PATH }, { text: task.candidateCode, href: `${DESK_PATH}/${task.id}` }]} save={UNREADABLE}>
        <p>{`${task.candidateCode}, ${view.t(partOf(task))}`}</p>
      </FormFrame>
    ),
    action: reportUnreadable,
    done: () => ({ to: DESK_PATH, notice: LET_GO }),
  }),
];

const LEAD: Text = { lv: 'Katru darbu vērtē divi; ja viņi atšķiras, trešais. Savas iestādes darbus un darbus, ko jau esat vērtējis, jūs nesaņemat.', en: 'Each work is assessed by two; where they differ, by a third. You get no works of your own institution, nor any that you have assessed already.' };
const NOT_APPOINTED: Text = { lv: 'Jūs neesat iecelts nevienam pārbaudījumam', en: 'You are not appointed for any exam' };
const NOT_APPOINTED_HINT: Text = { lv: 'Vērtētājus ieceļ pārbaudījumu vadītājs pārbaudījuma rezultātu lapā.', en: 'Assessors are appointed by the exam manager on the page of an exam’s results.' };
const ASSESSED: Text = { lv: 'Jūsu novērtēti darbi', en: 'Works you assessed' };
const NEXT: Text = { lv: 'Ņemt nākamo darbu', en: 'Take the next work' };
const HAS_ONE: Text = { lv: 'Vispirms novērtējiet darbu, kas ir jūsu rokās.', en: 'First assess the work in your hands.' };
const NONE_NOW: Text = { lv: 'Šobrīd jūs negaida neviens darbs.', en: 'No work waits for you now.' };
const WHEN: Text = {
  lv: 'Darbs jūs gaida, kad aģentūra to ir saņēmusi no skolas vai kad vajag otro vai trešo vērtējumu. Par to pavēstīs jūsu sākumlapa.',
  en: 'A work waits for you when the agency has received it from the school, or when it needs a second or third assessment. Your start page will tell you.',
};
const IN_HAND: Text = { lv: 'Jūsu rokās', en: 'In your hands' };
const ROUND: Text = { lv: 'Kārta', en: 'Round' };
const GIVE: Text = { lv: 'Ierakstīt punktus', en: 'Record the points' };
const GIVEN: Text = { lv: 'Punkti ierakstīti. Ņemiet nākamo darbu.', en: 'The points have been recorded. Take the next work.' };
const UNREADABLE: Text = { lv: 'Darbs nav salasāms', en: 'The work is unreadable' };
const UNREADABLE_HINT: Text = { lv: 'Ja darbu nevar izlasīt, nevērtējiet to.', en: 'If the work cannot be read, do not assess it.' };
const UNREADABLE_LEAD: Text = { lv: 'Darbu atdod pārbaudījumu vadītājam, kurš to pieprasa skolai vēlreiz.', en: 'The work goes back to the exam manager, who asks the school for it again.' };
const LET_GO: Text = { lv: 'Darbs atdots pārbaudījumu vadītājam.', en: 'The work has gone back to the exam manager.' };
