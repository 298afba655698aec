import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, same, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { DateField } from '#ui/form/date-field.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { Form } from '#ui/form/form.js';
import { PostButton } from '#ui/form/post-button.js';
import { SelectField } from '#ui/form/select-field.js';
import { TextField } from '#ui/form/text-field.js';
import { Details } from '#ui/details.js';
import { counted } from '#ui/format.js';
import { Page } from '#ui/page.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { FilterForm } from '#ui/table/filter-form.js';
import { Timeline } from '#ui/timeline.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ClassForm, ClassPage, PlanForm } from '../../actions/classes.js';
import { CLASS_KINDS, CLASS_LANGUAGES } from '../../domain/class-kinds.js';
import { GRADES, yearName } from '../../domain/school-year.js';
import { nameOf, PUPILS, W } from '../pupil-words.js';
import { SchoolFrame } from '../school/frame.js';

/** A class as of a day. */
export function ClassView({ view, found }: { view: View; found: ClassPage }): VNode {
  const { lang, t } = view;
  const { one, day, pupils, moves, plan, years } = found;
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(one.institution), href: `/education/institutions/${one.regNr}?year=${one.year}` }, { text: same(one.title) }];
  const { reason = '' } = view.query;
  return (
    <Page {...view.frame} title={one.title} width="work" breadcrumbs={crumbs}>
      <h1>{one.title}</h1>
      <SummaryList
        lang={lang}
        items={[
          { key: W.year, value: t(yearName(one.year)) },
          { key: W.kind, value: t(CLASS_KINDS[one.kind]) },
          { key: W.programme, value: `${one.programmeCode} ${lang === 'lv' ? one.programmeLv : one.programmeEn}` },
          { key: W.classTeacher, value: one.teacher ?? t(W.none) },
          ...(one.endsOn ? [{ key: ENDS_ON, value: readableDay(one.endsOn) }] : []),
        ]}
      />
      {(found.mayKeepClasses || found.beside.length > 0) && (
        <ButtonRow>
          {found.beside.map((link) => (
            <ButtonLink key={link.href} href={`${link.href}${reason && `?reason=${reason}`}`} variant="secondary">
              {t(link.words)}
            </ButtonLink>
          ))}
          {found.mayKeepClasses && (
            <>
              <ButtonLink href={`/education/classes/${one.id}/edit`} variant="secondary">
                {t(EDIT)}
              </ButtonLink>
              <ButtonLink href={`/education/classes/${one.id}/plan`} variant="secondary">
                {t(PLAN_EDIT)}
              </ButtonLink>
            </>
          )}
        </ButtonRow>
      )}
      <h2>{`${counted(pupils.length, PUPILS, lang)} (${readableDay(day)})`}</h2>
      <FilterForm lang={lang} hidden={reason ? { reason } : {}}>
        <DateField lang={lang} name="on" label={ON_DAY} value={day} min={years.year.startsOn} />
      </FilterForm>
      <DataTable
        lang={lang}
        caption={W.pupils}
        captionHidden
        rows={pupils}
        rowKey={(pupil) => pupil.placementId}
        empty={{ title: NOBODY, hint: NOBODY_HINT }}
        columns={[
          { key: 'name', header: W.name, rowHeader: true, cell: (pupil) => <a href={`/education/pupils/${pupil.personId}${reason && `?reason=${reason}`}`}>{nameOf(pupil)}</a> },
          { key: 'born', header: W.bornOn, cell: (pupil) => (pupil.bornOn ? readableDay(pupil.bornOn) : <StatusTag tone="warning">{t(PROTECTED)}</StatusTag>) },
          { key: 'from', header: IN_CLASS_FROM, cell: (pupil) => readableDay(pupil.validFrom) },
          ...(found.mayKeepPupils ? [{ key: 'do', header: ACTIONS, cell: (pupil: ClassPage['pupils'][number]) => <a href={`/education/memberships/${pupil.membershipId}/place`}>{t(MOVE)}<span class="visually-hidden">{` ${nameOf(pupil)}`}</span></a> }] : []),
        ]}
      />
      <h2>{t(PLAN)}</h2>
      <DataTable
        lang={lang}
        caption={PLAN}
        captionHidden
        rows={plan}
        rowKey={(line) => String(line.subjectId)}
        empty={{ title: NO_PLAN, hint: NO_PLAN_HINT }}
        columns={[
          { key: 'subject', header: W.subject, rowHeader: true, cell: (line) => (lang === 'lv' ? line.subject : line.subjectEn) },
          { key: 'semesters', header: SEMESTERS, cell: (line) => t(SEMESTER_WORDS[line.semesters]) },
          { key: 'teacher', header: W.teacher, cell: (line) => line.teacher ?? t(W.none) },
        ]}
      />
      {moves.length > 0 && (
        <Details summary={t(HISTORY)}>
          <Timeline lang={lang} on={day} entries={moves.map((move) => ({ period: { from: move.validFrom, to: move.validTo }, title: nameOf(move), children: move.endReason ? <p>{t(LEFT)}</p> : null }))} />
        </Details>
      )}
    </Page>
  );
}

export function ClassFormPage({ view, attempt, form: { school, years, one, programmes, teachers } }: { view: View; attempt: Attempt; form: ClassForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <SchoolFrame view={view} school={school} title={one ? EDIT : NEW_CLASS} errors={attempt.errors}>
      <Form csrf={view.csrf}>
        <p>{`${t(W.year)}: ${t(yearName(years.year.year))}`}</p>
        <SelectField {...field('kind', one?.kind ?? 'class')} label={W.kind} options={Object.entries(CLASS_KINDS).map(([value, label]) => ({ value, label }))} />
        <SelectField {...field('grade', one?.grade ? String(one.grade) : '')} label={W.grade} hint={GRADE_HINT} options={GRADES.map((grade) => ({ value: String(grade), label: `${grade}.` }))} emptyOption={NO_GRADE} optional />
        <TextField {...field('title', one?.title)} label={W.title} hint={TITLE_HINT} width="short" maxLength={40} />
        <SelectField {...field('programmeCode', one?.programmeCode)} label={W.programme} hint={PROGRAMME_HINT} options={programmes.map((p) => ({ value: p.code, label: `${p.code} ${lang === 'lv' ? p.nameLv : p.nameEn}` }))} emptyOption={W.choose} />
        <SelectField {...field('teacherId', one?.teacherId ?? '')} label={W.classTeacher} options={teachers.map((person) => ({ value: person.personId, label: nameOf(person) }))} emptyOption={W.none} optional />
        <SelectField {...field('language', one?.language ?? 'lv')} label={LANGUAGE} options={Object.entries(CLASS_LANGUAGES).map(([value, label]) => ({ value, label }))} />
        <SelectField {...field('shift', String(one?.shift ?? 1))} label={SHIFT} options={['1', '2'].map((shift) => ({ value: shift, label: `${shift}.` }))} />
        <DateField {...field('endsOn', one?.endsOn ?? '')} label={ENDS_ON} hint={ENDS_HINT} optional />
        <Button>{t(W.save)}</Button>
      </Form>
    </SchoolFrame>
  );
}

export function PlanPage({ view, attempt, form: { one, plan, source, subjects, teachers } }: { view: View; attempt: Attempt; form: PlanForm }): VNode {
  const { lang, t } = view;
  const field = fieldsOf({ lang, ...attempt });
  const crumbs = [{ text: W.education, href: '/education' }, { text: same(one.institution), href: `/education/institutions/${one.regNr}` }, { text: same(one.title), href: `/education/classes/${one.id}` }, { text: PLAN }];
  return (
    <Page {...view.frame} title={t(PLAN)} width="work" breadcrumbs={crumbs}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{`${one.title}: ${t(PLAN)}`}</h1>
      <DataTable
        lang={lang}
        caption={PLAN}
        captionHidden
        rows={plan}
        rowKey={(line) => String(line.subjectId)}
        empty={{ title: NO_PLAN, hint: NO_PLAN_HINT }}
        columns={[
          { key: 'subject', header: W.subject, rowHeader: true, cell: (line) => (lang === 'lv' ? line.subject : line.subjectEn) },
          { key: 'semesters', header: SEMESTERS, cell: (line) => t(SEMESTER_WORDS[line.semesters]) },
          { key: 'teacher', header: W.teacher, cell: (line) => line.teacher ?? t(W.none) },
          {
            key: 'do', header: ACTIONS,
            cell: (line) => (
              <PostButton action={`/education/classes/${one.id}/plan/remove`} csrf={view.csrf} hidden={{ subjectId: String(line.subjectId) }} variant="quiet">
                {t(REMOVE)}
                <span class="visually-hidden">{` ${lang === 'lv' ? line.subject : line.subjectEn}`}</span>
              </PostButton>
            ),
          },
        ]}
      />
      {source && (
        <PostButton action={`/education/classes/${one.id}/plan/take-over`} csrf={view.csrf}>
          {t(fill(TAKE_OVER, { title: source.title, year: t(yearName(source.year)) }))}
        </PostButton>
      )}
      <h2>{t(ADD_SUBJECT)}</h2>
      <Form csrf={view.csrf}>
        <SelectField {...field('subjectId')} label={W.subject} options={subjects.map((subject) => ({ value: String(subject.id), label: lang === 'lv' ? subject.name : subject.nameEn }))} emptyOption={W.choose} />
        <SelectField {...field('semesters', 'both')} label={SEMESTERS} options={Object.entries(SEMESTER_WORDS).map(([value, label]) => ({ value, label }))} />
        <SelectField {...field('teacherId')} label={W.teacher} options={teachers.map((person) => ({ value: person.personId, label: nameOf(person) }))} emptyOption={W.none} optional />
        <Button>{t(W.save)}</Button>
      </Form>
    </Page>
  );
}

const EDIT: Text = { lv: 'Labot klasi', en: 'Correct the class' };
const NEW_CLASS: Text = { lv: 'Jauna klase vai grupa', en: 'New class or group' };
const PLAN: Text = { lv: 'Mācību plāns', en: 'Plan of subjects' };
const PLAN_EDIT: Text = { lv: 'Mainīt mācību plānu', en: 'Change the plan' };
const ON_DAY: Text = { lv: 'Saraksts dienā', en: 'List on' };
const NOBODY: Text = { lv: 'Šajā dienā klasē neviena nav.', en: 'Nobody is in the class on that day.' };
const NOBODY_HINT: Text = { lv: 'Izvēlieties citu dienu vai ieskaitiet izglītojamos klasē.', en: 'Choose another day, or place learners in the class.' };
const PROTECTED: Text = { lv: 'aizsargājama persona', en: 'protected person' };
const IN_CLASS_FROM: Text = { lv: 'Klasē no', en: 'In class from' };
const ACTIONS: Text = { lv: 'Darbības', en: 'Actions' };
const MOVE: Text = { lv: 'Mainīt klasi', en: 'Change class' };
const SEMESTERS: Text = { lv: 'Semestri', en: 'Semesters' };
const SEMESTER_WORDS = { both: { lv: 'abi', en: 'both' }, first: { lv: '1. semestris', en: 'semester 1' }, second: { lv: '2. semestris', en: 'semester 2' } } as const;
const NO_PLAN: Text = { lv: 'Mācību plāns vēl nav norādīts.', en: 'The plan is not given yet.' };
const NO_PLAN_HINT: Text = { lv: 'No plāna izriet, kuri vērtējumi ir gaidāmi.', en: 'From the plan it follows which marks are expected.' };
const HISTORY: Text = { lv: 'Kas klasē mainījies gada laikā', en: 'What has changed in the class during the year' };
const LEFT: Text = { lv: 'Piederība iestādē beigusies', en: 'Membership in the institution has ended' };
const GRADE_HINT: Text = { lv: 'Klasei un speciālajai klasei; grupām nenorāda.', en: 'For classes and special classes; groups have none.' };
const NO_GRADE: Text = { lv: 'Grupa (bez klases)', en: 'Group (no grade)' };
const TITLE_HINT: Text = { lv: 'Piemēram, 5.a. Pieraksts 5A vai 5. a nozīmē to pašu klasi.', en: 'For example 5.a. 5A and 5. a mean the same class.' };
const PROGRAMME_HINT: Text = { lv: 'Programmas, kurām iestādei ir licence.', en: 'Programmes for which the institution is licensed.' };
const LANGUAGE: Text = { lv: 'Mācību valoda', en: 'Language of instruction' };
const SHIFT: Text = { lv: 'Maiņa', en: 'Shift' };
const ENDS_ON: Text = { lv: 'Mācību gada pēdējā diena klasē', en: 'Last school day of the class' };
const ENDS_HINT: Text = { lv: 'Tikai tad, ja klasei mācību gads beidzas citā dienā.', en: 'Only where the year ends on another day for this class.' };
const TAKE_OVER: Text = { lv: 'Pārņemt {title} plānu ({year})', en: 'Take over the plan of {title} ({year})' };
const ADD_SUBJECT: Text = { lv: 'Pievienot vai mainīt priekšmetu', en: 'Add or change a subject' };
const REMOVE: Text = { lv: 'Izņemt', en: 'Remove' };
