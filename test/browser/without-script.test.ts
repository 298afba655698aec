import { expect, test } from 'vitest';
import { MODULES } from '#app/modules.js';
import { withBrowser } from './browser.js';
import { holdsEveryPageWithoutScript } from './holds-every-page.js';
import { OPENED_IN_JOURNEYS } from './opened-in-journeys.js';
import { PAGES } from './pages.js';

holdsEveryPageWithoutScript(withBrowser());

test('no page is forgotten', () => {
  const opened = MODULES.flatMap(({ pages }) => pages).filter((page) => page.kind === 'form' || ((page.kind === 'show' || page.kind === 'custom') && page.method === 'GET'));
  const known = new Set([...PAGES.map(({ route }) => route), ...Object.keys(OPENED_IN_JOURNEYS)]);
  expect(opened.map(({ path }) => path).filter((path) => !known.has(path))).toEqual([]);
});
