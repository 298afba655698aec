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
  /** Whom or what it concerns: a user's or an institution's name, never a resident's. */
  readonly label: string;
  /** The role, where it is a right. */
  readonly role?: Text | null;
  /** The institution or municipality where a right is held, or that a user works for. */
  readonly place?: string | null;
  readonly before: string;
  /** Null when it ends, or when it cannot be decided. */
  readonly after: string | null;
  readonly effect: 'changes' | 'ends' | 'continues' | 'starts' | 'needs-person';
  /** A word of the participant's `reasons`, where more than one leads to the same. */
  readonly why?: string | null;
  /** How many rows this stands for: 1, or more for groups such as the residents of a municipality. */
  readonly count: number;
}

/** Changes as they are read: a register with many rows streams them, so that whoever else waits for this process is not held up. */
type ToldChanges = Iterable<ReformChange> | AsyncIterable<ReformChange>;

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

/** What was done last to a row in its register between two moments. */
export interface Trace {
  readonly what: 'recorded' | 'ended' | 'corrected' | 'decided';
  readonly at: Date;
}

/** A time that has passed: after `from`, and before `to`. */
export interface Meanwhile {
  readonly from: Date;
  readonly to: Date;
}

/** What a person chose for a row: the successor, and for a place also the parish or town that tells it. */
export interface Chosen {
  readonly unitId: number;
  readonly part: string | null;
}

/** The row of a register that a person decided about, and the old body that it hung on. */
export interface ChosenRow {
  readonly participant: string;
  readonly kind: string;
  readonly key: string;
  readonly unitId: number;
}

/** How a person's word on a row is carried out, as the reform would have. */
export interface Choosing {
  /** Whether the parish or town is named, by which the successor is known, or the successor itself. */
  readonly by: 'successor' | 'part';
  readonly carryOut: (context: WriteContext, reform: TerritorialReform, key: string, chosen: Chosen, basis: string) => Promise<Choice>;
}

/**
 * A register's part in a reform. `plan` only looks and must foretell exactly what `apply` does with the same data;
 * `apply` runs in the reform's one transaction; it has changed everything when it returns, and tells what it did, read back from
 * the rows it touched.
 */
export interface ReformParticipant {
  readonly name: string;
  readonly title: Text;
  readonly kinds: Readonly<Record<string, Text>>;
  readonly reasons?: Readonly<Record<string, Text>>;
  /** Why data cannot decide rows of a kind, where the row itself does not say. */
  readonly undecided?: Readonly<Record<string, Text>>;
  readonly plan: (tx: Read, reform: TerritorialReform) => Promise<ToldChanges>;
  readonly apply: (tx: Write, reform: TerritorialReform, now: Date) => Promise<ToldChanges>;
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
  /** What was done to rows of a kind meanwhile, by their key, where the register knows it. */
  readonly traces?: (tx: Read, kind: string, keys: readonly string[], meanwhile: Meanwhile) => Promise<ReadonlyMap<string, Trace>>;
  /** Kinds where a person's choice is carried out. */
  readonly choose?: Readonly<Record<string, Choosing>>;
  /** Follows a choice that was carried out in any register, in the same transaction. */
  readonly chosen?: (tx: Write, reform: TerritorialReform, row: ChosenRow, chosen: Chosen) => Promise<void>;
}
