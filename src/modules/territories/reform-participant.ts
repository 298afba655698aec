import type { Text } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { Permission } from '#platform/actions/permission.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { CorrectionInMotion, TerritorialReform } from './domain/reform.js';

/** One thing a reform does to one row (or to a counted group of rows) of a register. */
export interface ReformChange {
  /** Kind of row, such as `actual-founder`, `grant`, `address`; a key of the participant's `kinds`. */
  readonly kind: string;
  /** Identity of the row; with `kind` it names the change in the rehearsal and in what happened. */
  readonly key: string;
  /** The old body it hangs on. */
  readonly unitId: number;
  readonly label: string;
  readonly before: string;
  /** Null when it ends, or when it cannot be decided. */
  readonly after: string | null;
  readonly effect: 'changes' | 'ends' | 'continues' | 'starts' | 'needs-person';
  /** How many rows this stands for: 1, or more for groups such as the residents of a municipality. */
  readonly count: number;
}

/** What a row is about of which a reform could not decide. */
export interface Matter {
  /** What sets it apart from others of the same name. */
  readonly words: Text;
  readonly href: string;
  /** What whoever follows the link must hold; null where everybody may. */
  readonly permission: Permission | null;
}

/** What became of a choice: `settled` where nothing was left to decide any more. */
export type Choice = 'carried-out' | 'settled';

/**
 * A register's part in a reform. `plan` only looks and must foretell exactly what `apply` does with the same data;
 * `apply` runs in the reform's one transaction and tells what it did, read back from the rows it touched.
 */
export interface ReformParticipant {
  readonly name: string;
  readonly title: Text;
  readonly kinds: Readonly<Record<string, Text>>;
  readonly plan: (tx: Read, reform: TerritorialReform) => Promise<ReformChange[]>;
  readonly apply: (tx: Write, reform: TerritorialReform, now: Date) => Promise<ReformChange[]>;
  /** Kinds whose rows are facts of their own day: the reform, and a correction of it, change only where they are read to lie. */
  readonly onlyRead?: readonly string[];
  /**
   * Rows that stand where the corrected successions say they do not; a person puts them right. `before` is where a row stands,
   * `after` where it belongs. Empty once all of it is done.
   * @param happened what the reform did in this register to what hangs on the old unit.
   */
  readonly misplaced?: (tx: Read, correction: CorrectionInMotion, happened: readonly ReformChange[]) => Promise<ReformChange[]>;
  /** What rows of a kind are about, by their key; a kind that it does not know has none. */
  readonly matters?: (tx: Read, kind: string, keys: readonly string[]) => Promise<ReadonlyMap<string, Matter>>;
  /** Kinds where a person's choice of a successor is carried out, as the reform would have. */
  readonly choose?: Readonly<Record<string, (context: WriteContext, reform: TerritorialReform, key: string, unitId: number, basis: string) => Promise<Choice>>>;
}
