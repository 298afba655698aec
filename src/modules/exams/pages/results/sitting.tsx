import type { VNode } from 'preact';
import { yearName } from '#modules/education/public.js';
import { readableDay } from '#kernel/iso-date.js';
import { type PersonCode, readablePersonCode } from '#kernel/person-code.js';
import { fill, type Text } from '#kernel/text.js';
import type { Column as FileColumn } from '#platform/spreadsheets/column.js';
import { EmptyState } from '#ui/empty-state.js';
import { instant } from '#ui/format.js';
import { Lead } from '#ui/lead.js';
import { Notice } from '#ui/notice.js';
import { Page } from '#ui/page.js';
import { StatusTag, type StatusTone } from '#ui/status-tag.js';
import { type Column, DataTable } from '#ui/table/data-table.js';
import { pagingByKey } from '#web/list-links.js';
import { hrefWith, type View } from '#web/view.js';
import type { SittingResults } from '../../actions/view-results.js';
import { classWords } from '../../domain/candidate-kinds.js';
import { examName, TERM_WORDS } from '../../domain/exam-words.js';
import { type Outcome, OUTCOME_WORDS } from '../../domain/outcomes.js';
import { RESULTS, SittingTabs, sittingPath } from '../sitting/tabs.js';
import { atSchool, ORGANISING, SITTINGS } from '../sittings/page.js';
import { perCent, W } from '../words.js';

type Row = SittingResults['rows'][number];
type Part = SittingResults['parts'][number];

export const partName = ({ lang }: Pick<View, 'lang'>, part: Pick<Part, 'number' | 'nameLv' | 'nameEn'>): string => `${part.number}. ${lang === 'lv' ? part.nameLv : part.nameEn}`;

const TONES: Readonly<Record<Outcome, StatusTone>> = {
  result: 'success', awaited: 'info', absent: 'neutral', exempt: 'neutral', replaced: 'info', 'extra term': 'info', expelled: 'danger', annulled: 'danger',
};

/** Whether a result reaches the threshold, or why there is none; colour only repeats the words. */
const OutcomeTag = ({ view: { t }, outcome, reaches, threshold }: { view: View; outcome: Outcome; reaches: boolean | null; threshold: number | null }): VNode => {
  if (outcome !== 'result' || threshold === null) return <StatusTag tone={TONES[outcome]}>{t(OUTCOME_WORDS[outcome])}</StatusTag>;
  return reaches ? <StatusTag tone="success">{t(REACHED)}</StatusTag> : <StatusTag tone="warning">{t(BELOW)}</StatusTag>;
};

/** What came of an exam at one institution, by name; before the instant of publication the institution sees when that will be. */
export function SittingResultsPage({ view, shown }: { view: View; shown: SittingResults }): VNode {
  const { t, lang, query } = view;
  const { sitting, parts, rows, next, threshold, visibleFrom, isOpen, withCodes } = shown;
  const title = t(examName(sitting));
  const file = (format: string) => hrefWith({ path: sittingPath(sitting.id, '/results/export'), query }, { format, after: '', seen: '' });
  const reason = query['reason'] ? `?reason=${query['reason']}` : '';
  const published = visibleFrom !== null && visibleFrom <= view.clock.now();
  const columns: Column<Row>[] = [
    ...(withCodes ? [{ key: 'personCode', header: W.personCode, cell: (row: Row) => <span class="whole">{row.personCode === null ? '' : readablePersonCode(row.personCode as PersonCode)}</span> }] : []),
    { key: 'given', header: W.given, cell: (row) => row.given },
    { key: 'name', header: W.family, rowHeader: true, cell: (row) => <a href={`${SITTINGS}/entries/${row.id}${reason}`}>{row.family}</a> },
    { key: 'class', header: W.class, cell: (row) => t(classWords(row)) },
    { key: 'code', header: W.candidateCode, cell: (row) => row.candidateCode ?? '–' },
    { key: 'total', header: TOTAL, number: true, cell: (row) => (row.total === null ? '' : <strong>{perCent(row.total, lang)}</strong>) },
    { key: 'outcome', header: OUTCOME, cell: (row) => <><OutcomeTag view={view} outcome={row.outcome} reaches={row.reachesThreshold} threshold={threshold} />{row.version !== null && row.version > 1 && ` ${t(fill(CHANGED, { n: row.version }))}`}</> },
    ...parts.map((part, at): Column<Row> => ({ key: `part${part.number}`, header: partName(view, part), number: true, cell: (row) => (row.outcome === 'result' ? perCent(row.perCents[at], lang) : '') })),
  ];
  return (
    <Page {...view.frame} title={`${title}: ${t(RESULTS)}`} width="work" breadcrumbs={[{ text: ORGANISING }, { text: W.sittings, href: SITTINGS }, { text: sitting.institution, href: atSchool(sitting.regNr, sitting.year) }, { text: title }]}>
      <h1>{title}</h1>
      <Lead>{`${sitting.institution}, ${t(yearName(sitting.year))} ${t(MG)}. ${t(TERM_WORDS[sitting.term])}: ${readableDay(sitting.heldOn)} ${sitting.startsAt}`}</Lead>
      <SittingTabs view={view} id={sitting.id} current="results" />
      {isOpen ? (
        <>
          {!published && <Notice lang={lang} tone="warning">{visibleFrom ? t(fill(UNSEEN_UNTIL, { at: instant(visibleFrom) })) : t(UNSEEN)}</Notice>}
          {threshold !== null && <p>{t(fill(THRESHOLD, { n: threshold }))}</p>}
          <DataTable
            lang={lang}
            caption={RESULTS}
            captionHidden
            dense
            rows={rows}
            rowKey={(row) => row.id}
            columns={columns}
            paging={pagingByKey(view, { shown: rows.length, next })}
            exports={{ xlsx: file('xlsx'), csv: file('csv') }}
            empty={{ title: NOBODY, hint: NOBODY_HINT }}
          />
        </>
      ) : (
        <EmptyState lang={lang} title={NOT_YET} hint={visibleFrom ? fill(WILL_BE, { at: instant(visibleFrom) }) : NO_INSTANT} />
      )}
    </Page>
  );
}

/** The same in a file. */
export function resultColumns(view: View, { parts, withCodes }: Pick<SittingResults, 'parts' | 'withCodes'>): FileColumn<Row>[] {
  const { t } = view;
  return [
    ...(withCodes ? [{ kind: 'text' as const, header: t(W.personCode), value: (row: Row) => (row.personCode === null ? '' : readablePersonCode(row.personCode as PersonCode)) }] : []),
    { kind: 'text', header: t(W.given), value: (row) => row.given },
    { kind: 'text', header: t(W.family), value: (row) => row.family },
    { kind: 'text', header: t(W.class), value: (row) => t(classWords(row)) },
    { kind: 'text', header: t(W.candidateCode), value: (row) => row.candidateCode },
    ...parts.map((part, at): FileColumn<Row> => ({ kind: 'integer', header: `${partName(view, part)}, %`, value: (row) => (row.outcome === 'result' ? (row.perCents[at] ?? null) : null) })),
    { kind: 'integer', header: `${t(TOTAL)}, %`, value: (row) => row.total },
    { kind: 'text', header: t(OUTCOME), value: (row) => t(OUTCOME_WORDS[row.outcome]) },
  ];
}

const MG: Text = { lv: 'mācību gads', en: 'school year' };
export const TOTAL: Text = { lv: 'Kopvērtējums', en: 'Total' };
const OUTCOME: Text = { lv: 'Iznākums', en: 'Outcome' };
const REACHED: Text = { lv: 'Slieksnis sasniegts', en: 'Threshold reached' };
const BELOW: Text = { lv: 'Zem sliekšņa', en: 'Below the threshold' };
const CHANGED: Text = { lv: '{n}. versija', en: 'version {n}' };
const THRESHOLD: Text = { lv: 'Sertifikātu izsniedz no {n} % kopvērtējuma.', en: 'There is a certificate from a total of {n}%.' };
const UNSEEN: Text = { lv: 'Šos rezultātus redz tikai aģentūra: paziņošanas brīdis vēl nav apstiprināts.', en: 'Only the agency sees these results: no instant of publication is confirmed yet.' };
const UNSEEN_UNTIL: Text = { lv: 'Līdz {at} šos rezultātus redz tikai aģentūra.', en: 'Until {at} only the agency sees these results.' };
const NOT_YET: Text = { lv: 'Rezultāti vēl nav paziņoti', en: 'The results are not published yet' };
const WILL_BE: Text = { lv: 'Tos paziņos {at}. No šī brīža tie būs redzami šeit un skolēniem.', en: 'They will be published on {at} and seen here and by pupils from then on.' };
const NO_INSTANT: Text = { lv: 'Paziņošanas brīdi nosaka aģentūra; tas parādīsies šeit.', en: 'The agency sets the instant of publication; it will stand here.' };
const NOBODY: Text = { lv: 'Apstiprinātu kārtotāju nav', en: 'There are no confirmed candidates' };
const NOBODY_HINT: Text = { lv: 'Vispirms reģistrējiet un apstipriniet sarakstu.', en: 'First register candidates and confirm the list.' };
