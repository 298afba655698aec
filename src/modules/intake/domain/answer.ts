import type { Text } from '#kernel/text.js';
import type { ArrivingRow } from './arriving.js';
import type { Code } from './codes.js';

/** A valid value close to the one that was found, with the words it is known by. */
export interface Nearest {
  readonly value: string;
  readonly words: Text;
  /** Why it is proposed, where more than likeness speaks for it. */
  readonly why?: Text;
}

/** One thing that is wrong with a row. */
export interface Fault {
  readonly code: Code;
  readonly field: string;
  readonly found: string;
  readonly expected: Text;
  /** At most three, the nearest first. */
  readonly nearest: readonly Nearest[];
}

/** What is said of a row that was not taken, or was taken with a warning. */
export interface RowAnswer extends Fault {
  readonly row: number;
  readonly state: 'refused' | 'waiting' | 'warned';
  /** What else is wrong with the row, so that all of it is mended at once. */
  readonly also: readonly Fault[];
  /** The row as it came. */
  readonly sent: unknown;
  /** The row as it would be right, where that can be said of everything that is wrong; whoever sends it again decides whether it is what they meant. */
  readonly mended: ArrivingRow | null;
  readonly personId: string | null;
}

export const NO_WORDS: Text = { lv: '', en: '' };
/** A line for everything that is wrong with a row, as people and spreadsheets read it; the first is the answer itself. */
export const linesOf = <Answer extends { readonly also: readonly object[] }>(answer: Answer): (Answer & { readonly isFirst: boolean })[] => [
  { ...answer, isFirst: true }, ...answer.also.map((fault) => ({ ...answer, ...fault, isFirst: false })),
];

export const NOTHING_ELSE: readonly Fault[] = [];
