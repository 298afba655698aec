import type { IsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';
import type { Actor } from './actor.js';

/** What has happened to a user, told on their first page until it is put right. */
export interface ToldAtStart {
  readonly key: string;
  readonly title: Text;
  readonly text: Text;
  /** What to do now, and where. */
  readonly todo: { readonly text: Text; readonly href: string };
}

/** One kind of such things; asked for everybody who opens the first page signed in. */
export type StartNotice = (context: { readonly tx: Read; readonly actor: Actor; readonly today: IsoDate }) => Promise<readonly ToldAtStart[]>;
