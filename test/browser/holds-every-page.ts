import { describe, expect, test } from 'vitest';
import { holdToStandards, type People, type Window } from './browser.js';
import type { PageCase } from './page-case.js';
import { PAGES } from './pages.js';

const users = [...new Set(PAGES.map((page) => page.as))];

/** Opens every page of every user in one kind of window and holds each to what every page must keep. */
export const holdsEveryPage = (people: People, kind: string, window: Required<Omit<Window, 'address'>>): void => {
  describe(kind, () => {
    test.each(users)('every page of %s', async (as) => {
      const page = await (as === null ? people.visitor(window) : people.signedIn(as, window));
      for (const one of PAGES.filter((other) => other.as === as)) {
        const address = await addressOf(one);
        const answer = await page.goto(address);
        expect(answer?.status(), address).toBe(one.status);
        expect(await page.locator('html').getAttribute('lang'), address).toBe(window.lang);
        if (window.script) await holdToStandards(page);
        else expect(await page.locator('main h1').count(), address).toBe(1);
      }

      async function addressOf({ path }: PageCase): Promise<string> {
        return typeof path === 'string' ? path : path(page);
      }
    });
  });
};
