import { type AssessedOutcome, listOutcomesOfGrade, readScales } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { type Window } from '../domain/check-record.js';
import { GRID_PERIODS, type GridColumn, type GridPeriod } from '../domain/grid-column.js';
import { monthStart, monthsOf, type Period, periodName } from '../domain/periods.js';
import { dueOfPeriod } from './ask-window.js';
import { type Meaning, meaningsOn } from './meanings.js';
import { isOwn, type OwnClass, planName } from './grid-class.js';

/** A column of the grid with its words and what may stand in it. */
export interface ShownColumn {
  readonly column: GridColumn;
  /** Stands above the columns that share it: the subject of outcomes, the month of absences. */
  readonly group: Text | null;
  readonly title: Text;
  /** What the column is about where its title is a code. */
  readonly hint: Text | null;
  /** What may be written; null for numbers of lessons. */
  readonly allowed: readonly string[] | null;
  readonly window: Window | null;
  /** What the letters among the allowed values mean. */
  readonly meanings: readonly Meaning[];
}

/** What the grid shows: all subjects of a period, one subject in all periods, or absences. */
export type Showing = { readonly what: 'all' | 'absences'; readonly period: GridPeriod } | { readonly what: 'subject'; readonly subjectId: number };

const SUMMER: readonly Period[] = ['M07', 'M08'];

/** The columns that the actor fills in a class. */
export async function columnsOf({ tx, today }: { readonly tx: Read; readonly today: IsoDate }, own: OwnClass, showing: Showing): Promise<readonly ShownColumn[]> {
  const windows = windowReader(tx, own);
  if (showing.what === 'absences') return own.whole ? absenceColumns(showing.period, own.one.year, today, windows) : [];
  const { one, plan } = own;
  if (one.grade === null) return [];
  const { year, grade } = one;
  const scales = await readScales(tx);
  const outcomes = await listOutcomesOfGrade(tx, grade);
  const subjectOf = new Map(outcomes.map(({ id, subjectId }) => [id, subjectId]));
  const periods = showing.what === 'subject' ? GRID_PERIODS : [showing.period];
  const allowedFor = (record: 'mark' | 'outcome', subjectId: number, period: GridPeriod) => {
    const scale = scales.scaleOf({ year, grade, subjectId, period, record });
    return scale === undefined ? null : { allowed: scales.valuesOf(scale).map(({ value }) => value), meanings: meaningsOn(scales, scale) };
  };
  const columns: ShownColumn[] = [];
  for (const line of plan) {
    if (showing.what === 'subject' && line.subjectId !== showing.subjectId) continue;
    for (const period of periods) {
      if (!isTaughtIn(line.semesters, period)) continue;
      const marks = allowedFor('mark', line.subjectId, period);
      const alone = showing.what === 'subject';
      if (marks) columns.push({ column: { kind: 'mark', subjectId: line.subjectId, period }, group: null, title: alone ? periodName(period) : planName(line), hint: null, ...marks, window: await windows('mark', period) });
      const levels = allowedFor('outcome', line.subjectId, period);
      if (!levels) continue;
      for (const outcome of outcomes.filter(({ subjectId }) => subjectId === line.subjectId)) columns.push(outcomeColumn(outcome, period, levels, await windows('outcome', period), alone ? periodName(period) : planName(line)));
    }
  }
  return columns.filter(({ column }) => isOwn(own, column, subjectOf));
}

const outcomeColumn = ({ id, code, words, wordsEn }: AssessedOutcome, period: GridPeriod, levels: Pick<ShownColumn, 'allowed' | 'meanings'>, window: Window | null, group: Text): ShownColumn => ({
  column: { kind: 'outcome', outcomeId: id, period }, group, title: same(code), hint: { lv: words, en: wordsEn }, ...levels, window,
});

/** Months that have begun: nobody has been absent in the others yet. */
async function absenceColumns(period: GridPeriod, year: number, today: IsoDate, windows: ReturnType<typeof windowReader>): Promise<ShownColumn[]> {
  const months = monthsOf(period).filter((month) => !SUMMER.includes(month) && monthStart(year, month) <= today);
  const window = await windows('absence', period);
  return months.flatMap((month) => [
    { column: { kind: 'absence' as const, part: 'justified' as const, period: month }, group: periodName(month), title: JUSTIFIED, hint: JUSTIFIED_WHOLE, allowed: null, meanings: [], window },
    { column: { kind: 'absence' as const, part: 'unjustified' as const, period: month }, group: periodName(month), title: UNJUSTIFIED, hint: UNJUSTIFIED_WHOLE, allowed: null, meanings: [], window },
  ]);
}

/** Reads the window of each kind and period once. */
export function windowReader(tx: Read, { one }: Pick<OwnClass, 'one'>): (kind: 'mark' | 'outcome' | 'absence', period: Period) => Promise<Window | null> {
  const known = new Map<string, Promise<Window | null>>();
  const read = async (kind: 'mark' | 'outcome' | 'absence', period: Period): Promise<Window | null> => {
    const due = await dueOfPeriod(tx, kind, period, { year: one.year, classId: one.id, grade: one.grade });
    return due ? { opensOn: due.rule.opensOn, closesAfter: due.rule.correctionsUntil } : null;
  };
  return (kind, period) => {
    const key = kind === 'absence' ? kind : `${kind}:${period}`;
    if (!known.has(key)) known.set(key, read(kind, period));
    return known.get(key)!;
  };
}

/** Whether records of a window are taken today. */
export const isOpen = (window: Window | null, today: IsoDate): boolean => !window || !((window.opensOn && today < window.opensOn) || (window.closesAfter && today > window.closesAfter));

const isTaughtIn = (semesters: 'both' | 'first' | 'second', period: GridPeriod): boolean => semesters === 'both' || period === 'YEAR' || (semesters === 'first') === (period === 'S1');

const JUSTIFIED: Text = { lv: 'attaisn.', en: 'justified' };
const UNJUSTIFIED: Text = { lv: 'neatt.', en: 'unjust.' };
const JUSTIFIED_WHOLE: Text = { lv: 'Attaisnoti kavētās stundas', en: 'Lessons missed with a justification' };
const UNJUSTIFIED_WHOLE: Text = { lv: 'Neattaisnoti kavētās stundas', en: 'Lessons missed without a justification' };
