import type { Lang } from '#kernel/text.js';
import type { Assets } from '../assets.js';
import type { Link, Words } from '../words.js';
import type { SessionFrame } from './session-end.js';

/** What surrounds every page; the server makes it once for a request. */
export interface PageFrame {
  readonly lang: Lang;
  readonly assets: Pick<Assets, 'stylesheet' | 'alone' | 'icon' | 'islands'>;
  /** This very page in the other language. */
  readonly langHref: string;
  readonly csrf: string;
  readonly account: Account | null;
  readonly signInHref: string;
  /** How long the session lasts; null where nobody is signed in. */
  readonly session: SessionFrame | null;
  readonly navigation: readonly NavigationGroup[];
  /** Where all rooms stand and how many there are, where the navigation leaves some out. */
  readonly allRooms: AllRooms | null;
  /** What makes this place different from the real one ("made-up data"); empty in production. */
  readonly environment: readonly Words[];
  /** A sentence about what was just done, shown once. */
  readonly notice: Words | null;
  readonly footer: Footer;
}

/** Who is signed in. */
export interface Account {
  readonly name: string;
  readonly href: string;
  /** For instance the role or the institution the person acts for. */
  readonly detail?: string | undefined;
  /** Where the sign-out form is sent. */
  readonly signOutHref: string;
}

export interface AllRooms {
  readonly href: string;
  readonly count: number;
  readonly current: boolean;
}

/** Links already filtered by what the person may do. */
export interface NavigationGroup {
  readonly title?: Words | undefined;
  readonly items: readonly NavigationLink[];
}

export interface NavigationLink extends Link {
  readonly current?: boolean | undefined;
}

export interface Footer {
  readonly links: readonly Link[];
  readonly version: string;
  /** The moment the shown data is of, where it is not now. */
  readonly dataMoment?: Date | undefined;
}
