import type { VNode } from 'preact';
import { readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { FileField } from '#ui/form/file-field.js';
import { fieldsOf } from '#ui/form/fields-of.js';
import { SelectField } from '#ui/form/select-field.js';
import { Button, ButtonRow } from '#ui/form/button.js';
import { ErrorSummary } from '#ui/form/error-summary.js';
import { Form } from '#ui/form/form.js';
import { instant, number } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import { type Attempt, formPage, showPage, type WebRoute } from '#web/page-route.js';
import { hrefWith, type View } from '#web/view.js';
import { type ImportForm, openImport, type ShownImport, uploadPoints, viewImport } from '../../actions/import-points.js';
import { examTitle, TERM_WORDS } from '../../domain/exam-words.js';
import { expectedInWords, REFUSAL_WORDS, TOTAL as TOTAL_FIELD } from '../../domain/judge-points.js';
import { W } from '../words.js';
import { RESULTS_OF_EXAMS, RESULTS_PATH } from './event.js';
import { TOTAL } from './sitting.js';

const IMPORT_PATH = `${RESULTS_PATH}/import`;
const above = [{ text: W.exams }, { text: RESULTS_OF_EXAMS, href: RESULTS_PATH }];

/** Where a file of points is chosen, and what was brought in before. */
function ImportPage({ view, form: { events, imports }, attempt }: { view: View; form: ImportForm; attempt: Attempt }): VNode {
  const { t, lang } = view;
  const field = fieldsOf({ lang, ...attempt });
  return (
    <Page {...view.frame} title={t(IMPORT)} width="work" breadcrumbs={[...above, { text: IMPORT }]}>
      <ErrorSummary lang={lang} errors={attempt.errors} />
      <h1>{t(IMPORT)}</h1>
      <Lead>{t(LEAD)}</Lead>
      <Form csrf={view.csrf} action={IMPORT_PATH} upload>
        <SelectField {...field('eventId', '')} label={W.exam} emptyOption={W.choose} options={events.map((event) => ({ value: event.eventId, label: `${t(examTitle(event))}, ${t(TERM_WORDS[event.term]).toLowerCase()}, ${readableDay(event.heldOn)}` }))} />
        <FileField {...field('file')} label={FILE} hint={FILE_HINT} accept=".xlsx,.csv" />
        <ButtonRow>
          <Button>{t(UPLOAD)}</Button>
        </ButtonRow>
      </Form>
      <h2>{t(BEFORE)}</h2>
      <DataTable
        lang={lang}
        caption={BEFORE}
        captionHidden
        rows={imports}
        rowKey={(one) => one.id}
        empty={{ title: NO_IMPORTS, hint: NO_IMPORTS_HINT }}
        columns={[
          { key: 'at', header: WHEN, rowHeader: true, cell: (one) => <a href={`${IMPORT_PATH}/${one.id}`}>{instant(one.recordedAt)}</a> },
          { key: 'file', header: FROM, cell: (one) => one.fileName || 'API' },
          { key: 'rows', header: ROWS, number: true, cell: (one) => number(one.rowCount, lang) },
          { key: 'taken', header: TAKEN, number: true, cell: (one) => number(one.taken, lang) },
          { key: 'refused', header: REFUSED, number: true, cell: (one) => number(one.refused, lang) },
        ]}
      />
    </Page>
  );
}

const TONES: Readonly<Record<'taken' | 'unchanged' | 'refused', StatusTone>> = { taken: 'success', unchanged: 'neutral', refused: 'danger' };

/** How far an import is, and what is to be mended in which row. */
function ImportShown({ view, shown: { found, event, answers, next, onlyRefused } }: { view: View; shown: ShownImport }): VNode {
  const { t, lang } = view;
  const title = t(fill(OF, { file: found.fileName || 'API' }));
  return (
    <Page {...view.frame} title={title} width="work" breadcrumbs={[...above, { text: IMPORT, href: IMPORT_PATH }, { text: title }]} {...(!found.finishedAt && { refreshSeconds: 3 })}>
      <h1>{title}</h1>
      <Lead>{`${t(examTitle(event))}, ${t(TERM_WORDS[event.term]).toLowerCase()}`}</Lead>
      {!found.finishedAt && <Progress lang={lang} label={WORKING} done={found.judged} total={found.rowCount} />}
      <StatTiles
        lang={lang}
        tiles={[{ label: ROWS, value: number(found.rowCount, lang) }, { label: TAKEN, value: number(found.taken, lang) }, { label: UNCHANGED, value: number(found.unchanged, lang) }, { label: REFUSED, value: number(found.refused, lang) }]}
      />
      <p>
        <a href={hrefWith({ path: view.path, query: {} }, { all: onlyRefused ? 'yes' : '' })}>{t(onlyRefused ? SHOW_ALL : SHOW_REFUSED)}</a>
      </p>
      <DataTable
        lang={lang}
        caption={onlyRefused ? REFUSED : ROWS}
        rows={answers}
        rowKey={(row) => String(row.line)}
        empty={{ title: onlyRefused ? NONE_REFUSED : NO_ROWS, hint: onlyRefused ? NONE_REFUSED_HINT : undefined }}
        paging={pagingByKey(view, { shown: answers.length, next })}
        columns={[
          { key: 'line', header: LINE, number: true, rowHeader: true, cell: (row) => String(row.line) },
          { key: 'code', header: W.candidateCode, cell: (row) => row.candidateCode },
          { key: 'points', header: W.points, cell: (row) => Object.entries(row.points).map(([part, words]) => `${part === TOTAL_FIELD ? t(TOTAL) : part}: ${words || '–'}`).join('; ') },
          { key: 'verdict', header: VERDICT, cell: (row) => (row.verdict ? <StatusTag tone={TONES[row.verdict]}>{t(VERDICTS[row.verdict])}</StatusTag> : <>–</>) },
          { key: 'why', header: WHY, cell: ({ faults }) => faults.length > 0 && <ul>{faults.map((one) => <li key={`${one.code} ${one.field}`}>{faultInWords(view, one)}</li>)}</ul> },
        ]}
      />
    </Page>
  );
}

/** "2. daļa: Vairāk punktu, nekā daļā var iegūt. Gaidīts: no 0 līdz 20 ar soli 0,5. Tuvākais: 20" */
function faultInWords({ t }: View, fault: ShownImport['answers'][number]['faults'][number]): string {
  const { code, field, nearest } = fault;
  const where = field.startsWith('points.') ? `${field.slice(7)}. ${t(W.part).toLowerCase()}: ` : '';
  return `${where}${t(REFUSAL_WORDS[code])}. ${t(EXPECTED)}: ${t(expectedInWords(fault))}.${nearest.length > 0 ? ` ${t(NEAREST)}: ${nearest.join(', ')}.` : ''}`;
}

export const importRoutes: readonly WebRoute[] = [
  formPage({
    path: IMPORT_PATH,
    load: openImport,
    loadInput: () => ({}),
    render: (form, view, attempt) => <ImportPage view={view} form={form} attempt={attempt} />,
    action: uploadPoints,
    done: ({ id }) => ({ to: `${IMPORT_PATH}/${id}`, notice: RECEIVED }),
  }),
  showPage({ path: `${IMPORT_PATH}/:id`, action: viewImport, render: (shown, view) => <ImportShown view={view} shown={shown} /> }),
];

const IMPORT: Text = { lv: 'Punktu ielāde no datnes', en: 'Bring points in from a file' };
const LEAD: Text = { lv: 'Derīgās rindas pieņem, pārējām pasaka, kas jālabo. Tā pati datne vēlreiz neko nemaina.', en: 'Valid rows are taken, the others say what to mend. The same file again changes nothing.' };
const FILE: Text = { lv: 'Punktu datne', en: 'File of points' };
const FILE_HINT: Text = { lv: 'Excel (.xlsx) vai CSV. Pirmajā rindā: Kārtotāja kods; 1. daļa; 2. daļa …; ja vēlaties salīdzināt, arī Kopvērtējums', en: 'Excel (.xlsx) or CSV. First row: Candidate code; Part 1; Part 2 …; to have it compared, also Total' };
const UPLOAD: Text = { lv: 'Ielādēt', en: 'Bring in' };
const BEFORE: Text = { lv: 'Iepriekš ielādēts', en: 'Brought in before' };
const NO_IMPORTS: Text = { lv: 'Nekas vēl nav ielādēts', en: 'Nothing was brought in yet' };
const NO_IMPORTS_HINT: Text = { lv: 'Izvēlieties pārbaudījumu un datni augstāk; programmas sūta punktus pa API.', en: 'Choose the exam and the file above; programs send points by the API.' };
const WHEN: Text = { lv: 'Kad', en: 'When' };
const FROM: Text = { lv: 'No kurienes', en: 'From' };
const ROWS: Text = { lv: 'Rindas', en: 'Rows' };
const TAKEN: Text = { lv: 'Pieņemtas', en: 'Taken' };
const UNCHANGED: Text = { lv: 'Bez izmaiņām', en: 'Unchanged' };
const REFUSED: Text = { lv: 'Noraidītas', en: 'Refused' };
const OF: Text = { lv: 'Punktu ielāde: {file}', en: 'Points brought in: {file}' };
const WORKING: Text = { lv: 'Pārbauda un pieņem rindas', en: 'Judging and taking rows' };
const SHOW_ALL: Text = { lv: 'Rādīt visas rindas', en: 'Show all rows' };
const SHOW_REFUSED: Text = { lv: 'Rādīt tikai noraidītās', en: 'Show only refused ones' };
const NONE_REFUSED: Text = { lv: 'Neviena rinda nav noraidīta', en: 'No row was refused' };
const NONE_REFUSED_HINT: Text = { lv: 'Rezultāti aprēķināti visiem, kam ir visu daļu punkti.', en: 'Results are counted for everybody who has points of all parts.' };
const NO_ROWS: Text = { lv: 'Rindu nav', en: 'There are no rows' };
const LINE: Text = { lv: 'Rinda', en: 'Row' };
const VERDICT: Text = { lv: 'Atbilde', en: 'Answer' };
const VERDICTS: Readonly<Record<'taken' | 'unchanged' | 'refused', Text>> = { taken: { lv: 'Pieņemta', en: 'Taken' }, unchanged: { lv: 'Bez izmaiņām', en: 'Unchanged' }, refused: { lv: 'Noraidīta', en: 'Refused' } };
const WHY: Text = { lv: 'Kas jālabo', en: 'What to mend' };
const EXPECTED: Text = { lv: 'Gaidīts', en: 'Expected' };
const NEAREST: Text = { lv: 'Tuvākais', en: 'Nearest' };
const RECEIVED: Text = { lv: 'Datne saņemta; rindas tiek pārbaudītas.', en: 'The file has been received; its rows are being judged.' };
