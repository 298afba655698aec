import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { partOfSpan, shareOfDay, yearMarks } from './period-axis.js';

const SPAN = { from: isoDate('2009-07-01'), to: isoDate('2029-07-01') };

test('a day before or after the span stands at its edge', () => {
  expect(shareOfDay(SPAN, isoDate('2009-07-01'))).toBe(0);
  expect(shareOfDay(SPAN, isoDate('1990-01-01'))).toBe(0);
  expect(shareOfDay(SPAN, isoDate('2050-01-01'))).toBe(1);
});

test('an open period reaches the end of the span, one outside takes no part', () => {
  const open = partOfSpan(SPAN, { from: isoDate('2019-07-01'), to: null });
  expect(open?.start).toBeCloseTo(0.5, 3);
  expect(open?.width).toBeCloseTo(0.5, 3);
  expect(partOfSpan(SPAN, { from: isoDate('2000-01-01'), to: isoDate('2005-01-01') })).toBeNull();
});

test('years are marked at round steps inside the span', () => {
  expect(yearMarks(SPAN).map(({ year }) => year)).toEqual([2010, 2015, 2020, 2025]);
  expect(yearMarks({ from: isoDate('2020-03-01'), to: isoDate('2022-03-01') }).map(({ year }) => year)).toEqual([2021, 2022]);
});
