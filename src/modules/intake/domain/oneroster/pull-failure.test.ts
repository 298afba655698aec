import { expect, test } from 'vitest';
import { failureOf, failureOfStatus, PULL_FAILURES, tellFailure } from './pull-failure.js';
import { TROUBLES } from './trouble.js';

test('whatever is kept of a fetch has words in both languages, with its code and what it is about', () => {
  expect(tellFailure(failureOfStatus(403, 'orgs'))).toEqual([{ code: 'HTTP-403', words: { lv: expect.stringContaining('orgs'), en: expect.stringContaining('orgs') } }]);
  expect(tellFailure(failureOfStatus(503, 'token'))).toEqual([{ code: 'HTTP', words: { lv: expect.stringContaining('503, token'), en: expect.stringContaining('503, token') } }]);
  for (const code of Object.keys(PULL_FAILURES) as (keyof typeof PULL_FAILURES)[]) expect(tellFailure(failureOf(code, 'x'))).toMatchObject([{ code, words: { lv: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) } }]);
});

test('results left out are told one by one with their numbers', () => {
  const told = tellFailure('faulty-row: 1, period-closed: 12');
  expect(told.map(({ code }) => code)).toEqual(['faulty-row', 'period-closed']);
  expect(told[1]!.words.en).toBe(`${TROUBLES['period-closed'].what.en} (12)`);
});

test('nothing kept says nothing; what an earlier version kept is shown as it is, beside words', () => {
  expect(tellFailure('')).toEqual([]);
  expect(tellFailure('something of old')).toMatchObject([{ code: 'something of old' }]);
});
