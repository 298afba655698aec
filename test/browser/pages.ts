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
}

const at = (as: string | null, route: string, path: PageCase['path'] = route, status = 200): PageCase => ({ route, path, as, status });

/** The address of the first link on a page that leads there. Read from the source: without script Playwright cannot wait for elements. */
const linkOn = (from: string, leads: RegExp, more = '') => async (page: Page): Promise<string> => {
  await page.goto(from);
  const links = [...(await page.content()).matchAll(/<a [^>]*href="([^"]+)"/g)].map((link) => link[1]!);
  const found = links.find((href) => leads.test(href));
  if (!found) throw new Error(`${from} has no link to ${leads.source}`);
  return found + more;
};

const ID = '[0-9a-f-]{36}$';

const newestReform = linkOn('/reforms', new RegExp(`/reforms/${ID}`));

/** A page of the oldest reform, that of 2021, which has been applied. */
const ofAppliedReform = (more: string) => async (page: Page): Promise<string> => {
  await page.goto('/reforms');
  const ids = [...(await page.content()).matchAll(/href="(\/reforms\/[0-9a-f-]{36})"/g)].map((link) => link[1]!);
  return ids.at(-1)! + more;
};

/** Every page that an address alone opens. A test sees to it that none is missing. */
export const PAGES: readonly PageCase[] = [
  at(null, '/'),
  at(null, '/territories', '/territories?on=2021-06-30'),
  at(null, '/territories', '/territories?on=2021-07-01'),
  at(null, '/territories', '/territories?on=yesterday', 422),
  at(null, '/territories/:atvk', '/territories/0020000'),
  at(null, '/territories/reforms/:day', '/territories/reforms/2021-07-01'),
  at(null, '/institutions'),
  at(null, '/institutions/:regNr', '/institutions/9900000004?on=2021-06-30'),
  at(null, '/reports/institutions-by-municipality'),
  at(null, '/announcements'),
  at(null, '/accessibility'),
  at(null, '/status'),
  at(null, '/api'),
  at(null, '/_ui'),
  at(null, '/sign-in'),
  at('iedzivotajs', '/'),
  at('iedzivotajs', '/me'),
  at('iedzivotajs', '/me/looks'),
  at('iedzivotajs', '/my/rights'),
  at('iedzivotajs', '/my/rights/request'),
  at('iedzivotajs', '/my/sessions'),
  at('iedzivotajs', '/my/password'),
  at('iedzivotajs', '/my/code'),
  at('iedzivotajs', '/my/notices'),
  at('registrators', '/reports'),
  at('registrators', '/reports/:kind', linkOn('/reports', /\/reports\/[a-z-]+$/)),
  at('registrators', '/institutions/register'),
  at('registrators', '/institutions/founder-gaps'),
  at('registrators', '/institutions/:regNr/rename', '/institutions/9900000004/rename'),
  at('registrators', '/institutions/:regNr/founder', '/institutions/9900000004/founder'),
  at('registrators', '/institutions/:regNr/delivery-place', '/institutions/9900000004/delivery-place'),
  at('registrators', '/institutions/:regNr/close', '/institutions/9900000004/close'),
  at('iedzivotaji', '/persons'),
  at('pasvaldibas.administrators', '/access/users'),
  at('pasvaldibas.administrators', '/access/users/new'),
  at('pasvaldibas.administrators', '/access/users/:id', linkOn('/access/users', new RegExp(`/access/users/${ID}`))),
  at('pasvaldibas.administrators', '/access/here'),
  at('pasvaldibas.administrators', '/access/grants/new'),
  at('pasvaldibas.administrators', '/access/requests'),
  at('izpilddirektors', '/access/confirmations'),
  at('izpilddirektors', '/access/not-asked'),
  at('administrators', '/access/roles'),
  at('administrators', '/access/roles/:code', linkOn('/access/roles', /\/access\/roles\/\w/)),
  at('administrators', '/access/parameters'),
  at('administrators', '/announcements/new'),
  at('administrators', '/_mail'),
  at('auditors', '/audit'),
  at('operators', '/reforms'),
  at('operators', '/reforms/new'),
  at('operators', '/reforms/:reformId', newestReform),
  at('operators', '/reforms/:reformId/changes', ofAppliedReform('/changes')),
  at('operators', '/reforms/:reformId/correction', ofAppliedReform('/correction')),
];

/** Pages that only something done before opens, with the journey that opens them. */
export const OPENED_IN_JOURNEYS: Readonly<Record<string, string>> = {
  '/sign-in/code': 'rights',
  '/my/code/confirm': 'rights',
  '/set-password/:token': 'rights',
  '/access/requests/:id/refuse': 'rights',
  '/access/grants/:id/end': 'rights',
  '/reforms/:reformId/tasks/:taskId': 'reform',
  '/persons/:id/address': 'residents',
  '/persons/:id/name': 'residents',
  '/persons/:id/guardianship': 'residents',
};
