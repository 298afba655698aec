import type { Page } from 'playwright';

/** One page of the program, at one address, as one user sees it. */
export interface PageCase {
  /** The address as the program knows it: `/institutions/:regNr`. */
  readonly route: string;
  /** Where to find it; `finds` opens the page before and gives the address of a link on it. */
  readonly path: string | ((page: Page) => Promise<string>);
  /** The demonstration user who looks; a visitor when null. */
  readonly as: string | null;
  /** The answer's status where it is not 200. */
  readonly status?: number;
  /** Whether each language has an address of its own, which `path` finds anew. */
  readonly addressInEach?: boolean;
}

export const at = (as: string | null, route: string, path: PageCase['path'] = route, status = 200): PageCase => ({ route, path, as, status });

const sources = new WeakMap<Page, Map<string, Promise<string>>>();

/** What the program answers to whoever is signed in there, as words: asked for once and not drawn, which costs a tenth. */
export function sourceOf(page: Page, address: string): Promise<string> {
  const known = sources.get(page) ?? new Map<string, Promise<string>>();
  sources.set(page, known);
  const found = known.get(address) ?? page.request.get(address, { headers: { accept: 'text/html' } }).then((answer) => answer.text());
  known.set(address, found);
  return found;
}

/** The address of the first link on a page that leads there. */
export const linkOn = (from: string, leads: RegExp, more = '') => async (page: Page): Promise<string> => {
  const links = [...(await sourceOf(page, from)).matchAll(/<a [^>]*href="([^"]+)"/g)].map((link) => link[1]!);
  const found = links.find((href) => leads.test(href));
  if (!found) throw new Error(`${from} has no link to ${leads.source}`);
  return found + more;
};

export const ID = '[0-9a-f-]{36}$';

/** A link with several words in its query, as the browser reads it. */
export const plainly = (find: (page: Page) => Promise<string>) => async (page: Page): Promise<string> => (await find(page)).replaceAll('&amp;', '&');
