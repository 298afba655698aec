import type { Page } from 'playwright';
import { at, ID, linkOn, type PageCase } from './page-case.js';

/** The first page has an address in each language, whatever the browser chose before. */
const front = async (page: Page): Promise<string> => ((await page.context().cookies()).some(({ name, value }) => name === 'lang' && value === 'en') ? '/results/en' : '/results');

const packet = async (page: Page): Promise<string> => (await front(page)).replace('/results', '/results/packet');
const inEach = (route: string, path: PageCase['path']): PageCase => ({ ...at(null, route, path), addressInEach: true });

/** The pages of the results portal, for pupils and for who keeps it. */
export const PORTAL_PAGES: readonly PageCase[] = [
  inEach('/results', front),
  inEach('/results/en', front),
  inEach('/results/packet', packet),
  inEach('/results/packet/en', packet),
  at(null, '/results/sign-in'),
  at('iedzivotajs', '/results/mine'),
  at('eksameni', '/results/settings'),
  at('eksameni', '/results/settings/places/new'),
  at('eksameni', '/results/settings/places/:id/close', linkOn('/results/settings', new RegExp(`/results/settings/places/${ID.slice(0, -1)}/close`))),
  at('eksameni', '/results/settings/try'),
  at('eksameni', '/results/parameters'),
  ...['', '/confirm'].map((more) => at('eksameni', `/results/parameters/:name${more}`, `/results/parameters/visible-months${more}`)),
];
