import { type Kind, MARK_PERIODS, MONTHS, OUTCOME_PERIODS, type Period } from './periods.js';

/** Which number of an absence a column holds. */
const ABSENCE_PARTS = ['justified', 'unjustified'] as const;
export type AbsencePart = (typeof ABSENCE_PARTS)[number];

/** One column of the entry grid: what its cells are about, whoever's row it is. */
export type GridColumn =
  | { readonly kind: 'mark'; readonly subjectId: number; readonly period: Period }
  | { readonly kind: 'outcome'; readonly outcomeId: number; readonly period: Period }
  | { readonly kind: 'absence'; readonly part: AbsencePart; readonly period: Period };

/** Periods for which a class's grid is filled. */
export const GRID_PERIODS = ['S1', 'S2', 'YEAR'] as const;
export type GridPeriod = (typeof GRID_PERIODS)[number];

/** A column in the words of the wire: `mark:900018:S1`, `outcome:12:S1`, `absence:justified:M09`. */
export function columnCode(column: GridColumn): string {
  switch (column.kind) {
    case 'mark': return `mark:${column.subjectId}:${column.period}`;
    case 'outcome': return `outcome:${column.outcomeId}:${column.period}`;
    case 'absence': return `absence:${column.part}:${column.period}`;
  }
}

/** The column of a code; undefined for anything else. */
export function columnOf(code: string): GridColumn | undefined {
  const [kind, item = '', period = '', ...more] = code.split(':');
  if (more.length > 0) return undefined;
  const number = /^\d{1,9}$/.test(item) ? Number(item) : null;
  if (kind === 'mark' && number !== null && isOneOf(MARK_PERIODS, period)) return { kind, subjectId: number, period };
  if (kind === 'outcome' && number !== null && isOneOf(OUTCOME_PERIODS, period)) return { kind, outcomeId: number, period };
  if (kind === 'absence' && isOneOf(ABSENCE_PARTS, item) && isOneOf(MONTHS, period)) return { kind, part: item, period };
  return undefined;
}

/** What a record is of, as the register counts it: the subject, the outcome, or 0 for an absence. */
export const itemOf = (column: GridColumn): number => (column.kind === 'mark' ? column.subjectId : column.kind === 'outcome' ? column.outcomeId : 0);

/** What makes two cells parts of one record: the two numbers of an absence are. */
export const recordCode = (column: GridColumn): `${Kind}:${number}:${Period}` => `${column.kind}:${itemOf(column)}:${column.period}`;

/** What a cell shows of a record: nothing of one that is not there or was taken back, of an absence its own number. */
export function shownIn(record: ShownRecord | undefined, column: GridColumn): string {
  if (!record || record.state === 'withdrawn') return '';
  if (column.kind !== 'absence') return record.value;
  return String((column.part === 'justified' ? record.justified : record.unjustified) ?? '');
}

interface ShownRecord {
  readonly state: string;
  readonly value: string;
  readonly justified: number | null;
  readonly unjustified: number | null;
}

const isOneOf = <Value extends string>(values: readonly Value[], value: string): value is Value => (values as readonly string[]).includes(value);
