import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';
import type { Actor, Scope } from './actor.js';
import type { Installation } from './installation.js';
import type { Permission } from './permission.js';

/** How much waits, and by which day the first of it is due, where there is such a day. */
export interface Waiting {
  readonly count: number;
  readonly due: IsoDate | null;
}

/** One kind of work that may wait for a person, counted on the start page of those who hold its permission. */
export interface WorkKind {
  readonly name: string;
  readonly title: Text;
  /** Where the work is done. */
  readonly href: string;
  readonly permission: Permission;
  /** A bare number where the work has no day. */
  readonly count: (context: { readonly tx: Read; readonly actor: Actor; readonly scope: Scope; readonly today: IsoDate; readonly now: Date; readonly installation: Installation }) => Promise<number | Waiting>;
}
