import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { courseKey, courseOfKey, toRenew, validityOf, validUntil } from './validity.js';

test.each([
  ['2026-11-21', 12, '2027-11-21'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-01-15', 23, '2027-12-15'],
])('what is passed on %s is valid for %i months until %s', (day, months, until) => {
  expect(validUntil(isoDate(day), months)).toBe(until);
});

test('without a term a result is valid for good', () => expect(validUntil(isoDate('2026-11-21'), null)).toBeNull());

test('a result is told by how it stands today', () => {
  const today = isoDate('2026-11-21');
  const stands = (validTo: string | null, passed = true, withdrawn = false) => validityOf({ passed, validTo: validTo === null ? null : isoDate(validTo), withdrawn }, today);
  expect([stands(null), stands('2026-12-06'), stands('2026-12-05'), stands('2026-11-22'), stands('2026-11-21')]).toEqual(['valid', 'valid', 'ends-soon', 'ends-soon', 'ended']);
  expect([stands(null, false), stands(null, true, true)]).toEqual(['failed', 'withdrawn']);
});

test('a result that ends soon is to be renewed, once for each course, and not where another one lasts longer', () => {
  const today = isoDate('2026-11-21');
  const result = (courseId: string, validTo: string | null, passed = true) => ({ courseId, validTo: validTo === null ? null : isoDate(validTo), passed, withdrawn: false });
  const ending = result('a', '2026-12-01');
  expect(toRenew([ending, result('a', '2026-11-25'), result('b', '2027-06-01'), result('c', null), result('d', '2026-11-21')], today)).toEqual([ending]);
  expect(toRenew([ending, ending], today)).toHaveLength(1);
  for (const longer of [result('a', '2027-11-21'), result('a', null)]) expect(toRenew([ending, longer], today)).toEqual([]);
  expect(toRenew([ending, result('a', null, false)], today)).toEqual([ending]);
});

test('a course is found again by its key, and other keys are none of a course', () => {
  expect([courseOfKey(courseKey('a')), courseOfKey('undertaking:1')]).toEqual(['a', null]);
});
