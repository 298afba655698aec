import type { Lang, Text } from '#kernel/text.js';
import type { Actor } from './actor.js';
import type { Permission } from './permission.js';

/** A part of the program that has a page of its own to enter by. */
export interface Room {
  readonly href: string;
  /** Where the English page has an address of its own. */
  readonly hrefEn?: string;
  readonly text: Text;
  readonly section: RoomSection;
  /** Shown to those who hold it somewhere. */
  readonly permission: Permission;
  /** How often those whose work it is come here; orders the menu. `weekly` when not said. */
  readonly often?: 'daily' | 'weekly' | 'yearly';
  /** What residents come for: first for them, last for those who come to work. */
  readonly forResidents?: boolean;
  /** What residents call it, beside whose own data no work of the same name stands: right for a pupil as for a parent. */
  readonly residentsText?: Text;
  /** Whoever holds this permission works in a room that is otherwise only read: it stands among their work. */
  readonly workOf?: Permission;
  /** Whether somebody can find anything there, as far as it is known without asking the database. */
  readonly concerns?: (actor: Actor) => boolean;
}

/** The address by which readers of a language enter. */
export const hrefOfRoom = ({ href, hrefEn = href }: Pick<Room, 'href' | 'hrefEn'>, lang: Lang): string => (lang === 'en' ? hrefEn : href);

/** `registers` are read, `my-work` and `administration` are done, `mine` is about oneself. */
export type RoomSection = 'my-work' | 'administration' | 'registers' | 'mine';
