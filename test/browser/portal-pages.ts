import type { Page } from 'playwright';
import { at, ID, linkOn, type PageCase } from './page-case.js';

/** The first page has an address in each language, whatever the browser chose before. */
const front = async (page: Page): Promise<string> => ((await page.context().cookies()).some(({ name, value }) => name === 'lang' && value === 'en') ? '/results/en' : '/results');

/** The pages of the results portal, for pupils and for who keeps it. */
export const PORTAL_PAGES: readonly PageCase[] = [
  at(null, '/results', front),
  at(null, '/results/en', front),
  at(null, '/results/packet', async (page) => (await front(page)).replace('/results', '/results/packet')),
  at(null, '/results/packet/en', async (page) => (await front(page)).replace('/results', '/results/packet')),
  at(null, '/results/sign-in'),
  at('iedzivotajs', '/results/mine'),
  at('eksameni', '/results/settings'),
  at('eksameni', '/results/settings/places/new'),
  at('eksameni', '/results/settings/places/:id/close', linkOn('/results/settings', new RegExp(`/results/settings/places/${ID.slice(0, -1)}/close`))),
  at('eksameni', '/results/settings/try'),
  at('eksameni', '/results/parameters'),
  ...['', '/confirm'].map((more) => at('eksameni', `/results/parameters/:name${more}`, `/results/parameters/visible-months${more}`)),
];
