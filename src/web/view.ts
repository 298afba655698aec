import type { Clock } from '#kernel/clock.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Lang, Text } from '#kernel/text.js';
import type { Actor } from '#platform/actions/actor.js';
import type { PageFrame } from '#ui/page.js';

/** What a page knows besides its data: who looks, in which language, and the frame around it. */
export interface View {
  readonly lang: Lang;
  readonly t: (text: Text) => string;
  readonly actor: Actor;
  readonly today: IsoDate;
  readonly clock: Clock;
  /** The path without query, and the query, for links back to this very page. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly csrf: string;
  readonly sessionId: string | null;
  /** Where the user proves anew who they are, in a window of its own. */
  readonly proveHref: string;
  /** The session may open only a part of the program until a factor has been added. */
  readonly restricted: boolean;
  /** Hand on to `<Page {...view.frame}>`. */
  readonly frame: PageFrame;
}

/** This page's address with some of its query changed; an empty value takes the part out. */
export function hrefWith(view: Pick<View, 'path' | 'query'>, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...view.query, ...changes })) if (value && name !== 'lang') query.set(name, value);
  const words = query.toString();
  return words ? `${view.path}?${words}` : view.path;
}
