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

/** What is said of a row that was not taken, or was taken with a warning. */
export interface RowAnswer {
  readonly row: number;
  readonly code: Code;
  readonly state: 'refused' | 'waiting' | 'warned';
  readonly field: string;
  readonly found: string;
  readonly expected: Text;
  /** At most three, the nearest first. */
  readonly nearest: readonly Nearest[];
  /** The row as it came. */
  readonly sent: unknown;
  /** The row as it would be right, where that can be said; whoever sends it again decides whether it is what they meant. */
  readonly mended: ArrivingRow | null;
  readonly personId: string | null;
}

export const NO_WORDS: Text = { lv: '', en: '' };
