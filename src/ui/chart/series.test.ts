import { expect, test } from 'vitest';
import { at, measure } from './series.js';

test('a measure starts at zero and ends at a round number', () => {
  const { share, marks } = measure([3, 87, null]);
  expect(marks.map(({ value }) => value)).toEqual([0, 20, 40, 60, 80, 100]);
  expect([share(0), share(100)]).toEqual([0, 1]);
});

test('nothing to measure is no fault', () => {
  expect(measure([]).share(0)).toBe(0);
  expect(measure([0, null]).marks.at(-1)).toEqual({ value: 1, share: 1 });
});

test('a share becomes a short percentage', () => {
  expect([at(0), at(1 / 3), at(1)]).toEqual(['0%', '33.33%', '100%']);
});
