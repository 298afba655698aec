import type { Kind } from '../arriving.js';
import type { RosterDifferences } from './roster-differences.js';
import type { Trouble } from './trouble.js';

/** What a package would do, found out without doing it. */
export interface Outlook {
  /** One for each school year and kind of record: how many rows, and the batch in which they were tried. */
  readonly tries: readonly Try[];
  readonly troubles: readonly Trouble[];
  /** Results that the package takes back and that the register has from the same sender. */
  readonly withdrawn: number;
  readonly differences: RosterDifferences;
}

export interface Try {
  readonly year: number;
  readonly kind: Kind;
  readonly rows: number;
  readonly batchId: string;
}

export const PACKAGE_STATES = ['received', 'refused', 'ready', 'sending', 'sent', 'dropped', 'expired'] as const;
export type PackageState = (typeof PACKAGE_STATES)[number];
