import { expect, test } from 'vitest';
import { AGE_GROUP_STARTS, ageGroupWords, LEAST_SHOWN, shownCount } from './resident-counts.js';

test('age groups leave no year out', () => {
  expect(AGE_GROUP_STARTS.map((_, at) => ageGroupWords(at + 1))).toEqual(['0–6', '7–15', '16–18', '19–24', '25–64', '65+']);
  expect(() => ageGroupWords(0)).toThrow(RangeError);
  expect(() => ageGroupWords(7)).toThrow(RangeError);
});

test('a number of too few people, zero too, is not told', () => {
  expect([0, 1, LEAST_SHOWN - 1, LEAST_SHOWN, 1000].map(shownCount)).toEqual([null, null, null, LEAST_SHOWN, 1000]);
});
