import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { same, type Text } from '#kernel/text.js';
import { correctMarks, seeMarks } from '#modules/marks/public.js';
import { isNowhere } from '#platform/actions/actor.js';
import { type Permission, scopeOf } from '#platform/actions/permission.js';
import { ButtonLink, ButtonRow } from '#ui/form/button.js';
import { instant, number } from '#ui/format.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { Progress } from '#ui/progress.js';
import { StatTiles } from '#ui/stat-tiles.js';
import { StatusTag } from '#ui/status-tag.js';
import { SummaryList } from '#ui/summary-list.js';
import { DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import type { View } from '#web/view.js';
import type { AnswerCount, AnswersPage, BatchPage, ShownAnswer, ShownBatch } from '../../actions/show-batches.js';
import { tellBatchFailure } from '../../domain/batch-failure.js';
import { linesOf } from '../../domain/answer.js';
import { pendingOf, takenOf } from '../../domain/batch-sums.js';
import { CODES, mendOf } from '../../domain/codes.js';
import { withoutCodes } from '../../domain/mask-codes.js';
import { mapNames } from '../../permissions.js';
import { KIND_NAMES, rowsInWords, W } from '../intake-words.js';
import { CodeWords } from '../code-words.js';
import { RetryButton } from '../mapping/tabs.js';
import { BatchTag } from './list.js';
import { COMPARE, TO_RECORD } from './clash-words.js';
import { ANSWER_STATE, fieldName, periodWords } from './words.js';

const REFRESH_SECONDS = 2;

const titleOf = (view: View, batch: ShownBatch): string => `${view.t(KIND_NAMES[batch.kind])}, ${instant(batch.receivedAt)}`;

export const crumbs = (view: View, batch: ShownBatch, more?: Text) => [
  { text: W.batches, href: `/intake/batches?regNr=${batch.regNr}` },
  { text: same(titleOf(view, batch)), ...(more && { href: `/intake/batches/${batch.id}` }) },
  ...(more ? [{ text: more }] : []),
];

/** How far a batch has come and what is wrong with its rows; while it is worked on the page shows itself anew. */
export function BatchShown({ view, page: { batch, counts } }: { view: View; page: BatchPage }): VNode {
  const { lang, t } = view;
  const failure = tellBatchFailure({ code: batch.failure, facts: batch.failureFacts });
  const underWay = batch.state === 'received' || batch.state === 'working';
  return (
    <Page {...view.frame} title={titleOf(view, batch)} width="work" {...(underWay && { refreshSeconds: REFRESH_SECONDS })} breadcrumbs={crumbs(view, batch)}>
      <h1>{titleOf(view, batch)}</h1>
      {underWay && <Progress lang={lang} label={PROGRESS} done={batch.nextRow - 1} total={batch.rowCount} />}
      {failure && <Notice lang={lang} tone="danger" title={FAILED}><p>{t(failure)}</p></Notice>}
      <StatTiles
        lang={lang}
        tiles={[
          { value: number(batch.rowCount, lang), label: W.rows },
          { value: number(takenOf(batch), lang), label: W.taken, detail: { lv: `jaunas ${batch.taken}, labotas ${batch.corrected}, bez pārmaiņām ${batch.unchanged}`, en: `new ${batch.taken}, corrected ${batch.corrected}, unchanged ${batch.unchanged}` } },
          { value: number(batch.waiting, lang), label: W.waiting },
          { value: number(batch.refused, lang), label: W.refused },
          ...(pendingOf(batch) > 0 ? [{ value: number(pendingOf(batch), lang), ...PENDING[batch.state] }] : []),
        ]}
      />
      <SummaryList
        lang={lang}
        items={[
          { key: W.state, value: <BatchTag view={view} batch={batch} /> },
          { key: W.school, value: <a href={`/intake/schools/${batch.regNr}`}>{batch.school}</a> },
          { key: W.journal, value: batch.journal ?? t(W.byFile) },
          { key: YEAR, value: t(yearName(batch.year)) },
          { key: SENT_BY, value: batch.receivedBy },
          ...(batch.doneAt ? [{ key: DONE, value: instant(batch.doneAt) }] : []),
        ]}
      />
      <h2>{t(NOT_TAKEN)}</h2>
      <DataTable
        lang={lang}
        caption={NOT_TAKEN}
        captionHidden
        rows={counts}
        rowKey={(one) => `${one.code} ${one.state}`}
        empty={{ title: underWay ? NOTHING_YET : pendingOf(batch) > 0 ? NOTHING_SAID : ALL_TAKEN }}
        columns={[
          { key: 'code', header: CODE, rowHeader: true, cell: (one) => <a href={`/intake/batches/${batch.id}/answers?code=${one.code}`}>{one.code}</a> },
          { key: 'state', header: W.state, cell: (one) => <StatusTag tone={ANSWER_STATE[one.state].tone}>{t(ANSWER_STATE[one.state].words)}</StatusTag> },
          { key: 'rows', header: W.rows, number: true, cell: (one) => number(one.rows, lang) },
          { key: 'cause', header: CAUSE, cell: (one) => wordsOf(view, one.code, one.state).cause },
          { key: 'mend', header: TODO, cell: (one) => <NextStep view={view} batch={batch} count={one} /> },
        ]}
      />
      {counts.length > 0 && (
        <ButtonRow>
          <ButtonLink href={`/intake/batches/${batch.id}/answers`} variant="secondary">{t(SHOW_ROWS)}</ButtonLink>
          <ButtonLink href={`/intake/batches/${batch.id}/export?as=csv`} variant="secondary">{t(CSV)}</ButtonLink>
          <ButtonLink href={`/intake/batches/${batch.id}/export?as=xlsx`} variant="secondary">{t(XLSX)}</ButtonLink>
        </ButtonRow>
      )}
      {batch.waiting > 0 && may(view, mapNames) && <RetryButton view={view} regNr={batch.regNr} />}
    </Page>
  );
}

export function wordsOf({ t }: View, code: string, state: string): { cause: string; mend: string } {
  const known = CODES.get(code);
  return known ? { cause: t(known.cause), mend: t(mendOf(known, state)) } : { cause: code, mend: '' };
}

const may = ({ actor }: View, permission: Permission): boolean => !isNowhere(scopeOf(actor, permission));

function NextStep({ view, batch, count: { code, state } }: { view: View; batch: ShownBatch; count: AnswerCount }): VNode {
  const { t } = view;
  const desk = code === 'VI-101' ? '/intake/mapping' : code === 'VI-102' ? '/intake/mapping/classes' : null;
  if (state === 'waiting' && desk) return <a href={`${desk}?regNr=${batch.regNr}`}>{t(TO_DESK)}</a>;
  if (state === 'refused' && code === CLASH && !batch.isDryRun && may(view, correctMarks)) return <a href={`/intake/batches/${batch.id}/answers?code=${code}`}>{t(COMPARE)}</a>;
  if (code === 'VI-104') return <a href={`/intake/troubles/moved?regNr=${batch.regNr}`}>{t(TO_MOVED)}</a>;
  return <>{state === 'settled' || state === 'dropped' ? '–' : wordsOf(view, code, state).mend}</>;
}

/** The rows themselves, with the pupils they name. */
export function AnswersShown({ view, page: { batch, code, answers, next } }: { view: View; page: AnswersPage }): VNode {
  const { lang, t } = view;
  // A code may stand for rows that wait and for rows refused, and those are mended in two ways.
  const mends = [...new Set(answers.map((one) => wordsOf(view, code, one.state).mend))];
  const lines = answers.flatMap((one) => linesOf(one));
  return (
    <Page {...view.frame} title={t(ROWS)} width="work" breadcrumbs={crumbs(view, batch, ROWS)}>
      <h1>{code ? `${code}: ${wordsOf(view, code, '').cause}` : t(ROWS)}</h1>
      {code && mends.map((mend) => <p key={mend}>{mend}</p>)}
      <p class="hint">{`${rowsInWords(answers.length, view)} ${t(ON_PAGE)}${lines.length > answers.length ? `; ${t(TO_MEND)}: ${number(lines.length, lang)}` : ''}`}</p>
      <DataTable
        lang={lang}
        caption={ROWS}
        captionHidden
        rows={lines}
        rowKey={(one) => `${one.row} ${one.code} ${one.field}`}
        empty={{ title: ALL_TAKEN }}
        paging={pagingByKey(view, { shown: answers.length, next })}
        columns={[
          { key: 'row', header: ROW, rowHeader: true, cell: (one) => String(one.row) },
          { key: 'pupil', header: PUPIL, cell: (one) => pupilOf(one) },
          { key: 'what', header: WHAT, cell: (one) => whatOf(one, view) },
          ...(code && lines.length === answers.length ? [] : [{ key: 'code', header: CODE, cell: (one: ShownAnswer) => <CodeWords lang={lang} code={one.code} /> }]),
          { key: 'state', header: W.state, cell: (one) => (one.isFirst ? <StatusTag tone={ANSWER_STATE[one.state].tone}>{t(ANSWER_STATE[one.state].words)}</StatusTag> : <StatusTag tone="neutral">{t(ALSO)}</StatusTag>) },
          { key: 'found', header: FOUND, cell: (one) => `${t(fieldName(one.field))}: ${one.field === 'period' ? t(periodWords(one.found)) : withoutCodes(one.found) || t(EMPTY)}` },
          { key: 'expected', header: EXPECTED, cell: (one) => withoutCodes(t(one.expected)) || '–' },
          { key: 'nearest', header: code === CLASH ? TODO : NEAREST, cell: (one) => <Nearest view={view} batch={batch} answer={one} /> },
        ]}
      />
    </Page>
  );
}

/** What it may have been; of a clash with the register the ways to the record and to a decision, since which value is right nobody can tell by likeness. */
function Nearest({ view, batch, answer }: { view: View; batch: ShownBatch; answer: ShownAnswer }): VNode {
  const { t } = view;
  const at = `/intake/batches/${batch.id}/rows/${answer.row}`;
  if (answer.code !== CLASH || answer.state !== 'refused' || batch.isDryRun) return <>{nearestOf(answer).map(({ words, value }) => t(words) || value).join('; ') || '–'}</>;
  return (
    <ButtonRow>
      {may(view, correctMarks) && <a href={`${at}/value`}>{t(COMPARE)}</a>}
      {may(view, seeMarks) && <a href={`${at}/record`}>{t(TO_RECORD)}</a>}
    </ButtonRow>
  );
}

/** Of protected people initials alone; who was not found stands as they were sent. */
const pupilOf = ({ given, family, isProtected, sent }: ShownAnswer): string =>
  given === null || family === null ? withoutCodes(String(sent.pupil ?? '–')) : isProtected ? `${given[0]}. ${family[0]}.` : `${family} ${given}`;

const whatOf = ({ sent }: ShownAnswer, { t }: View): string =>
  withoutCodes([sent.class, sent.subject ?? sent.subjectId ?? sent.outcome, t(periodWords(sent.period)), sent.value].filter((part) => part !== undefined && part !== null && part !== '').join(', '));

/** The register has another value: nothing is proposed. */
const CLASH = 'VI-208';
export const nearestOf = ({ code, nearest }: ShownAnswer): ShownAnswer['nearest'] => (code === CLASH ? [] : nearest);

const TO_COME = { label: { lv: 'Vēl jāapstrādā', en: 'Still to come' } } as const satisfies { label: Text };
const RESEND: Text = { lv: 'Par šīm rindām atbildes nav: nosūtiet tās jaunā paketē; jau pieņemtais nemainīsies', en: 'There is no answer to these rows: send them in a new batch; what was taken stays as it is' };
/** Rows of which nothing is said, by the state of their batch. */
const PENDING: Readonly<Record<ShownBatch['state'], { label: Text; detail?: Text }>> = {
  received: TO_COME,
  working: TO_COME,
  failed: { label: { lv: 'Netika apstrādātas', en: 'Not worked through' }, detail: RESEND },
  done: { label: { lv: 'Bez atbildes', en: 'Without an answer' }, detail: RESEND },
};
const PROGRESS: Text = { lv: 'Apstrādātās rindas', en: 'Rows worked through' };
const FAILED: Text = { lv: 'Paketi neizdevās apstrādāt', en: 'The batch could not be worked through' };
const YEAR: Text = { lv: 'Mācību gads', en: 'School year' };
const SENT_BY: Text = { lv: 'Sūtīja', en: 'Sent by' };
const DONE: Text = { lv: 'Pabeigta', en: 'Done' };
const NOT_TAKEN: Text = { lv: 'Kas nav pieņemts vai pieņemts ar brīdinājumu', en: 'What was not taken, or taken with a warning' };
const NOTHING_YET: Text = { lv: 'Pagaidām kļūdu nav.', en: 'No troubles so far.' };
const NOTHING_SAID: Text = { lv: 'Ne par vienu rindu nav atbildēts: pakete netika apstrādāta.', en: 'No row has been answered: the batch was not worked through.' };
const ALL_TAKEN: Text = { lv: 'Visas rindas ir pieņemtas.', en: 'All rows were taken.' };
export const CODE: Text = { lv: 'Kods', en: 'Code' };
const CAUSE: Text = { lv: 'Kas noticis', en: 'What happened' };
export const TODO: Text = { lv: 'Ko darīt', en: 'What to do' };
const TO_DESK: Text = { lv: 'Saskaņot nosaukumus', en: 'Match the names' };
const TO_MOVED: Text = { lv: 'Skatīt, kur izglītojamais mācījās', en: 'See where the learner was' };
const SHOW_ROWS: Text = { lv: 'Skatīt rindas', en: 'Show the rows' };
const CSV: Text = { lv: 'Lejupielādēt CSV', en: 'Download CSV' };
const XLSX: Text = { lv: 'Lejupielādēt XLSX', en: 'Download XLSX' };
const ROWS: Text = { lv: 'Paketes rindas', en: 'Rows of the batch' };
const ON_PAGE: Text = { lv: 'šajā lapā', en: 'on this page' };
export const ROW: Text = { lv: 'Rinda', en: 'Row' };
const TO_MEND: Text = { lv: 'labojamo vietu', en: 'places to mend' };
/** Beside what is wrong with a row besides its first fault. */
const ALSO: Text = { lv: 'jālabo arī', en: 'mend this too' };
const EMPTY: Text = { lv: 'tukšs', en: 'empty' };
const PUPIL: Text = { lv: 'Izglītojamais', en: 'Learner' };
const WHAT: Text = { lv: 'Ieraksts', en: 'Record' };
export const FOUND: Text = { lv: 'Nosūtīts', en: 'Sent' };
export const EXPECTED: Text = { lv: 'Kam jābūt', en: 'Expected' };
export const NEAREST: Text = { lv: 'Tuvākās derīgās vērtības', en: 'Nearest valid values' };
