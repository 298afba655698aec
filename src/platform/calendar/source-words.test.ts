import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseCalendarDays } from './calendar-file.js';
import { sourceWords } from './source-words.js';

const days = parseCalendarDays(readFileSync(new URL('../../../db/data/calendar/days.csv', import.meta.url), 'utf8'));

test('no shipped source is called the act where it is not', () => {
  for (const { source } of days) expect([source, sourceWords(source).lv]).toEqual([source, expect.stringContaining('pats akts nav pārbaudīts')]);
});

test.each([
  ['https://likumi.lv/ta/id/1', 'text of the act'],
  ['https://tapportals.mk.gov.lv/legal_acts/1', 'text of the act'],
  ['https://www.la.lv/raksts', 'press report; the act itself is not verified'],
  ['https://nasha.la.lv/raksts', 'press report in Russian; the act itself is not verified'],
  ['https://notlikumi.lv/ta/id/1', 'page on the web'],
])('%s is %s', (source, words) => expect(sourceWords(source).en).toBe(words));
