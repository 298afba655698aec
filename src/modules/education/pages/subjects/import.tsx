import type { VNode } from 'preact';
import { fill, type Text } from '#kernel/text.js';
import { Button, ButtonLink, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { FileField } from '#ui/form/file-field.js';
import { Form, HiddenFields } from '#ui/form/form.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { DataTable } from '#ui/table/data-table.js';
import type { Attempt } from '#web/page-route.js';
import type { View } from '#web/view.js';
import type { ProposedImport } from '../../actions/import-subjects.js';
import { FormFrame } from '../classifiers/frame.js';
import { WORDS } from '../classifiers/words.js';

const back = { text: WORDS.subjects, href: '/education/subjects' };

export const ImportPage = ({ view, attempt }: { view: View; attempt: Attempt }): VNode => {
  const field = fieldsOf({ lang: view.lang, ...attempt });
  return (
    <FormFrame view={view} attempt={attempt} title={IMPORT} back={back} lead={LEAD} save={COMPARE} upload>
      <FileField {...field('subjects')} label={SUBJECTS_FILE} hint={SUBJECTS_HINT} accept=".csv,text/csv" optional />
      <FileField {...field('courses')} label={COURSES_FILE} hint={COURSES_HINT} accept=".csv,text/csv" optional />
    </FormFrame>
  );
};

/** What the files would change, before anything is changed. */
export function PreviewPage({ view, attempt, proposed }: { view: View; attempt: Attempt; proposed: ProposedImport }): VNode {
  const { t, lang } = view;
  const { differences, appliedAt, seen } = proposed;
  const { added, changed, ended, unchanged, coursesAdded, coursesChanged, coursesEnded, coursesUnchanged, problems } = differences;
  const changes = added.length + changed.length + ended.length + coursesAdded.length + coursesChanged.length + coursesEnded.length;
  return (
    <Page {...view.frame} title={t(PREVIEW)} width="work" breadcrumbs={[back, { text: IMPORT, href: '/education/subjects/import' }, { text: PREVIEW }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(PREVIEW)}</h1>
      <Lead>{t(appliedAt ? APPLIED : changes === 0 ? SAME : PREVIEW_LEAD)}</Lead>
      <StatTiles
        lang={lang}
        tiles={[
          { value: String(added.length), label: ADDED, detail: fill(AND_COURSES, { n: coursesAdded.length }) },
          { value: String(changed.length), label: CHANGED, detail: fill(AND_COURSES, { n: coursesChanged.length }) },
          { value: String(ended.length), label: ENDED, detail: fill(AND_COURSES, { n: coursesEnded.length }) },
          { value: String(unchanged), label: UNCHANGED, detail: fill(AND_COURSES, { n: coursesUnchanged }) },
        ]}
      />
      {problems.length > 0 && (
        <Notice lang={lang} tone="warning" title={PROBLEMS}>
          <ul>
            {problems.slice(0, 50).map((one, index) => (
              <li key={index}>{`${t(one.file === 'subjects' ? SUBJECTS_FILE : COURSES_FILE)}${one.line > 0 ? `, ${t(fill(LINE, { line: one.line }))}` : ''}: ${t(one.words)}`}</li>
            ))}
          </ul>
          <p>{t(PROBLEMS_HINT)}</p>
        </Notice>
      )}
      {ended.length > 0 && !appliedAt && (
        <Notice lang={lang} tone="info">
          <p>{t(ENDING_HINT)}</p>
        </Notice>
      )}
      {!appliedAt && changes > 0 && (
        <Form csrf={view.csrf}>
          <HiddenFields values={{ seen }} />
          <ButtonRow>
            <Button>{t(fill(APPLY, { n: changes }))}</Button>
            <ButtonLink href="/education/subjects" variant="quiet">{t(LEAVE)}</ButtonLink>
          </ButtonRow>
        </Form>
      )}
      <Changes view={view} title={ADDED} rows={added.map((one) => ({ key: String(one.id), name: one.name, was: '' }))} />
      <Changes view={view} title={CHANGED} rows={changed.map((one) => ({ key: String(one.id), name: one.name, was: one.was.ended ? t(HAD_ENDED) : one.was.name === one.name ? `${t(AREA)}: ${one.was.area || '–'}` : one.was.name }))} />
      <Changes view={view} title={ENDED} rows={ended.map((one) => ({ key: String(one.id), name: one.name, was: '' }))} />
      <Changes view={view} title={COURSES_ADDED} rows={coursesAdded.map((one) => ({ key: String(one.subjectId), name: one.name, was: '' }))} />
      <Changes view={view} title={COURSES_CHANGED} rows={coursesChanged.map((one) => ({ key: String(one.subjectId), name: one.name, was: '' }))} />
      <Changes view={view} title={COURSES_ENDED} rows={coursesEnded.map((one) => ({ key: String(one.subjectId), name: one.name, was: '' }))} />
    </Page>
  );
}

interface ChangeLine {
  readonly key: string;
  readonly name: string;
  readonly was: string;
}

const Changes = ({ view, title, rows }: { view: View; title: Text; rows: readonly ChangeLine[] }): VNode | null =>
  rows.length === 0 ? null : (
    <>
      <h2>{`${view.t(title)} (${rows.length})`}</h2>
      <DataTable
        lang={view.lang}
        caption={title}
        captionHidden
        tall={rows.length > 12}
        rows={rows}
        rowKey={(row) => `${row.key} ${row.name}`}
        columns={[
          { key: 'id', header: ID, cell: (row) => row.key },
          { key: 'name', header: WORDS.name, rowHeader: true, cell: (row) => row.name },
          ...(rows.some(({ was }) => was) ? [{ key: 'was', header: NOW, cell: (row: ChangeLine) => row.was }] : []),
        ]}
      />
    </>
  );

const IMPORT: Text = { lv: 'Pārņemt priekšmetus no datnēm', en: 'Take subjects over from files' };
const LEAD: Text = {
  lv: 'Lejupielādējiet abas CSV datnes no data.gov.lv (datu kopa f7fbd98b-6f14-4eef-b17b-809732a9373d) un pievienojiet tās te. Vispirms redzēsiet, kas mainītos.',
  en: 'Download both CSV files from data.gov.lv (data set f7fbd98b-6f14-4eef-b17b-809732a9373d) and attach them here. First you will see what would change.',
};
const COMPARE: Text = { lv: 'Salīdzināt', en: 'Compare' };
const SUBJECTS_FILE: Text = { lv: 'Priekšmetu datne', en: 'File of subjects' };
const SUBJECTS_HINT: Text = { lv: 'Kolonnas Macibu_prieksmeta_ID, Macibu_prieksmeta_nosaukums', en: 'Columns Macibu_prieksmeta_ID, Macibu_prieksmeta_nosaukums' };
const COURSES_FILE: Text = { lv: 'Kursu datne', en: 'File of courses' };
const COURSES_HINT: Text = { lv: 'Kolonnas Macibu_prieksmeta_ID, Macibu_prieksmeta_kursa_nosaukums, Kursa_veids, Autoriba, Macibu_joma', en: 'Columns Macibu_prieksmeta_ID, Macibu_prieksmeta_kursa_nosaukums, Kursa_veids, Autoriba, Macibu_joma' };
const PREVIEW: Text = { lv: 'Kas mainītos', en: 'What would change' };
const PREVIEW_LEAD: Text = { lv: 'Klasifikatorā vēl nekas nav mainīts. Apskatiet atšķirības un tad tās pārņemiet.', en: 'Nothing has been changed yet. Look at the differences, then take them over.' };
const APPLIED: Text = { lv: 'Šīs datnes ir pārņemtas.', en: 'These files have been taken over.' };
const SAME: Text = { lv: 'Datnēs nav nekā, kas mainītu klasifikatoru.', en: 'The files hold nothing that would change the classifier.' };
const ADDED: Text = { lv: 'Jauni priekšmeti', en: 'New subjects' };
const CHANGED: Text = { lv: 'Mainīti priekšmeti', en: 'Changed subjects' };
const ENDED: Text = { lv: 'Priekšmeti, kuru datnē vairs nav', en: 'Subjects no longer in the file' };
const UNCHANGED: Text = { lv: 'Nemainīti', en: 'Unchanged' };
const AND_COURSES: Text = { lv: 'un kursi: {n}', en: 'and courses: {n}' };
const COURSES_ADDED: Text = { lv: 'Jauni kursi', en: 'New courses' };
const COURSES_CHANGED: Text = { lv: 'Mainīti kursi', en: 'Changed courses' };
const COURSES_ENDED: Text = { lv: 'Kursi, kuru datnē vairs nav', en: 'Courses no longer in the file' };
const PROBLEMS: Text = { lv: 'Dažas rindas nevar pārņemt', en: 'Some lines cannot be taken over' };
const PROBLEMS_HINT: Text = { lv: 'Kamēr datnē ir kļūdas, neviens priekšmets vai kurss tās dēļ netiks izbeigts.', en: 'While a file has errors, it ends no subject or course.' };
const LINE: Text = { lv: '{line}. rinda', en: 'line {line}' };
const ENDING_HINT: Text = {
  lv: 'Priekšmeti, kuru datnē nav, beigsies šodien. Klasēm, kas tos apgūst, tie paliek ierakstīti, līdz plānu nomaina.',
  en: 'Subjects that are not in the file end today. Classes that learn them keep them until their plan is changed.',
};
const APPLY: Text = { lv: 'Pārņemt izmaiņas ({n})', en: 'Take over the changes ({n})' };
const LEAVE: Text = { lv: 'Nepārņemt', en: 'Leave as it is' };
const HAD_ENDED: Text = { lv: 'bija beidzies', en: 'had ended' };
const AREA: Text = { lv: 'joma', en: 'area' };
const ID: Text = { lv: 'Priekšmeta identifikators', en: 'Identifier of the subject' };
const NOW: Text = { lv: 'Tagad klasifikatorā', en: 'In the classifier now' };
