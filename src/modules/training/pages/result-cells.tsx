import type { VNode } from 'preact';
import { addDays, type IsoDate, readableDay } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { percent } from '#ui/format.js';
import { StatusTag } from '#ui/status-tag.js';
import type { Column } from '#ui/table/data-table.js';
import type { View } from '#web/view.js';
import type { ResultRow } from '../actions/register.js';
import { type Validity, validityOf } from '../domain/validity.js';
import { titleOf, WORDS } from './words.js';

const LOOK: Readonly<Record<Validity, { tone: 'success' | 'warning' | 'danger' | 'ended'; text: Text }>> = {
  valid: { tone: 'success', text: { lv: 'nokārtots', en: 'passed' } },
  'ends-soon': { tone: 'warning', text: { lv: 'drīz beigsies', en: 'ends soon' } },
  ended: { tone: 'ended', text: { lv: 'termiņš beidzies', en: 'no longer valid' } },
  failed: { tone: 'danger', text: { lv: 'nav nokārtots', en: 'not passed' } },
  withdrawn: { tone: 'ended', text: { lv: 'atsaukts', en: 'withdrawn' } },
};

export const validityText = (result: ResultRow, today: View['today']): Text => LOOK[validityOf(result, today)].text;

export function ResultState({ view: { t, today }, result }: { view: View; result: ResultRow }): VNode {
  const { tone, text } = LOOK[validityOf(result, today)];
  return <StatusTag tone={tone}>{t(text)}</StatusTag>;
}

/** The last day on which a result counts: as people say “until”. */
export const lastValidDay = (validTo: IsoDate): IsoDate => addDays(validTo, -1);

/** How certificates are numbered: `M-000123`. */
export const certificateOf = ({ certificate }: ResultRow): string => (certificate === null ? '' : `M-${String(certificate).padStart(6, '0')}`);

/** Right answers of all, or that one was present. */
export const scoreOf = (view: Pick<View, 't' | 'lang'>, { rightCount, questionCount }: ResultRow): string =>
  rightCount === null || !questionCount ? view.t(PRESENT) : `${rightCount}/${questionCount} (${percent(rightCount / questionCount, view.lang)})`;

/** The columns by which every list tells about results. */
export const resultColumns = (view: View): Column<ResultRow>[] => [
  { key: 'course', header: WORDS.course, rowHeader: true, cell: (result) => view.t(titleOf(result)) },
  { key: 'day', header: WORDS.takenOn, cell: (result) => readableDay(result.takenOn) },
  { key: 'score', header: WORDS.result, cell: (result) => scoreOf(view, result) },
  { key: 'state', header: WORDS.state, cell: (result) => <ResultState view={view} result={result} /> },
  { key: 'certificate', header: WORDS.certificate, cell: (result) => (result.certificate === null ? '–' : <a href={`/training/certificates/${result.id}`}>{certificateOf(result)}</a>) },
  { key: 'until', header: WORDS.validTo, cell: (result) => (result.validTo ? readableDay(lastValidDay(result.validTo)) : result.passed ? view.t(FOR_GOOD) : '–') },
];

const PRESENT: Text = { lv: 'piedalījās', en: 'was present' };
export const FOR_GOOD: Text = { lv: 'bez termiņa', en: 'without end' };
