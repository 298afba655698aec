import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';
import type { Actor, Scope } from './actor.js';
import type { Permission } from './permission.js';

/** One kind of work that may wait for a person, counted on the start page of those who hold its permission. */
export interface WorkKind {
  readonly name: string;
  readonly title: Text;
  /** Where the work is done. */
  readonly href: string;
  readonly permission: Permission;
  readonly count: (context: { readonly tx: Read; readonly actor: Actor; readonly scope: Scope; readonly today: IsoDate }) => Promise<number>;
}
