import { same, type Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';

/** A user as the log and the mail name them. */
export interface NamedUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  /** Empty where none is known. */
  readonly email: string;
}

/** A role by its code, with what it is called today. */
export interface NamedRole extends Text {
  readonly code: string;
}

/** What an identifier of the log stands for. */
export interface NamedThing {
  readonly kind: 'grant' | 'institution' | 'unit';
  /** A grant's or an institution's UUID, an institution's registration number, or a municipality's number. */
  readonly id: string;
  readonly name: Text;
}

/** Who the users of the program are and what roles are called: told by the module that keeps them, for the services that do not. */
export interface Directory {
  /** Those of the ids that are users; others are left out. */
  readonly usersById: (tx: Read, ids: readonly string[]) => Promise<readonly NamedUser[]>;
  /** Users by the beginning of their login or a part of their name. */
  readonly usersNamed: (tx: Read, words: string, limit: number) => Promise<readonly NamedUser[]>;
  /** What roles are called today, in both languages. */
  readonly roleTitles: (tx: Read) => Promise<readonly NamedRole[]>;
  /** The rights, institutions and municipalities among the identifiers; others are left out. */
  readonly thingsById: (tx: Read, ids: readonly string[]) => Promise<readonly NamedThing[]>;
}

/** For a program without users. */
export const NOBODY_KNOWN: Directory = { usersById: async () => [], usersNamed: async () => [], roleTitles: async () => [], thingsById: async () => [] };

/** A role that the log names in Latvian, in both languages; one renamed since stays as it was written. */
export const roleInWords = (written: string, titles: readonly Text[]): Text => titles.find(({ lv }) => lv === written) ?? same(written);
