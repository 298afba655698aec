import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { holdToStandards, type People, type Window } from './browser.js';
import type { PageCase } from './page-case.js';
import { PAGES } from './pages.js';

const users = [...new Set(PAGES.map((page) => page.as))];

/** Opens every page of every user in one kind of window and holds each to what every page must keep. */
export const holdsEveryPage = (people: People, kind: string, window: Window & Required<Pick<Window, 'lang'>>): void =>
  eachUser(people, kind, { ...window, examined: true }, async (page, one, address) => {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(one.status);
    expect(await page.locator('html').getAttribute('lang'), address).toBe(window.lang);
    await holdToStandards(page);
  });

/**
 * The same without script, where axe cannot run and each page must only stand: what it holds is the same source as with script.
 * Every other page is opened in English, and each is asked for in the other language too, without drawing it, which costs little.
 */
export const holdsEveryPageWithoutScript = (people: People): void => {
  eachUser(people, 'without script', { narrow: false, script: false, lang: 'lv' }, async (page, one, address) => {
    const answer = await page.goto(address);
    const drawn = await page.locator('html').getAttribute('lang');
    expect([answer?.status(), await page.locator('main h1').count()], address).toEqual([one.status, 1]);
    const other = drawn === 'lv' ? 'en' : 'lv';
    await page.context().addCookies([{ name: 'lang', value: other, url: new URL(page.url()).origin }]);
    const plain = await page.request.get(one.addressInEach ? await addressOf(one, page) : address, { headers: { accept: 'text/html' } });
    const html = await plain.text();
    expect([plain.status(), /<html lang="(..)"/.exec(html)?.[1], html.match(/<h1[\s>]/g)?.length], `${address} in the other language`).toEqual([one.status, other, 1]);
  });
};

function eachUser(people: People, kind: string, window: Window, hold: (page: Page, one: PageCase, address: string) => Promise<void>): void {
  describe(kind, () => {
    test.each(users)('every page of %s', async (as) => {
      const page = await (as === null ? people.visitor(window) : people.signedIn(as, window));
      for (const one of PAGES.filter((other) => other.as === as)) await hold(page, one, await addressOf(one, page));
    });
  });
}

const addressOf = async ({ path }: PageCase, page: Page): Promise<string> => (typeof path === 'string' ? path : path(page));
