import type { IsoDate } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import type { Read } from '../db/transaction.js';
import type { Scope } from './actor.js';

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
  readonly kind: 'grant' | 'requirement' | 'institution' | 'unit' | 'course' | 'class' | 'subject' | 'programme' | 'education-record' | 'intake' | 'client' | 'connection';
  /** A thing's UUID, an institution's registration number, the number of a municipality or subject, or a programme's code. */
  readonly id: string;
  readonly name: Text;
}

/** By what entries of the log are known to concern some municipalities and institutions. */
export interface LoggedBodies {
  /** As they were written where somebody acted for them. */
  readonly names: readonly string[];
  /** Who works there. */
  readonly userIds: readonly string[];
  /** As facts hold them: identifiers and registration numbers of institutions, numbers of municipalities. */
  readonly institutions: readonly string[];
  readonly units: readonly string[];
}

/** Names those of the identifiers that a module knows; others are left out. */
export type NamesOfThings = (tx: Read, ids: readonly string[]) => Promise<readonly NamedThing[]>;

/** Only what looks like a UUID can be asked of a column of them. */
export const uuidsAmong = (ids: readonly string[]): string[] => ids.filter((id) => UUID.test(id));
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who the users of the program are and what roles are called: told by the module that keeps them, for the services that do not. */
export interface Directory {
  /** Those of the ids that are users; others are left out. A protected resident is called by the login alone. */
  readonly usersById: (tx: Read, ids: readonly string[], today: IsoDate) => Promise<readonly NamedUser[]>;
  /** Users by the beginning of their login or a part of their name; a protected resident is not found by the name. */
  readonly usersNamed: (tx: Read, words: string, today: IsoDate, limit: number) => Promise<readonly NamedUser[]>;
  /** What concerns the municipalities of a scope, with their institutions of that day, and its institutions. */
  readonly bodies: (tx: Read, scope: Scope, today: IsoDate) => Promise<LoggedBodies>;
  /** The municipalities of a scope as they are on a day, by name. */
  readonly municipalities: (tx: Read, scope: Scope, today: IsoDate) => Promise<readonly { readonly unitId: number; readonly name: string }[]>;
  /** Institutions of a scope by their number or a part of their name. */
  readonly institutionsNamed: (tx: Read, words: string, scope: Scope, today: IsoDate, limit: number) => Promise<readonly { readonly id: string; readonly regNr: string; readonly name: string }[]>;
  /** What roles are called today, in both languages. */
  readonly roleTitles: (tx: Read) => Promise<readonly NamedRole[]>;
}

/** For a program without users. */
export const NOBODY_KNOWN: Directory = { usersById: async () => [], usersNamed: async () => [], bodies: async () => ({ names: [], userIds: [], institutions: [], units: [] }), municipalities: async () => [], institutionsNamed: async () => [], roleTitles: async () => [] };

/** A role that the log names in Latvian, in both languages; one renamed since stays as it was written. */
export const roleInWords = (written: string, titles: readonly Text[]): Text => titles.find(({ lv }) => lv === written) ?? same(written);
