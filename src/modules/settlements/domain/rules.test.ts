import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { learntOn, monthsOf, periodOn, periodsOf, settledFrom } from './counting-period.js';
import { rateFormula, rateOf } from './rate.js';

test('a year is settled in the periods of its counts', () => {
  expect(periodsOf(2026, [9, 1])).toEqual([{ countedOn: '2026-01-01', through: '2026-08-31' }, { countedOn: '2026-09-01', through: '2026-12-31' }]);
  expect(periodOn(isoDate('2026-08-31'), [1, 9])?.countedOn).toBe('2026-01-01');
  expect(periodOn(isoDate('2026-09-01'), [1, 9])?.countedOn).toBe('2026-09-01');
  expect(monthsOf(periodsOf(2026, [1, 9])[1]!)).toEqual(['2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01']);
});

test('what is settled for reaches back over the turn of a year', () => {
  expect(settledFrom(isoDate('2026-01-20'), 3)).toBe('2025-10-01');
  expect(settledFrom(isoDate('2026-12-31'), 0)).toBe('2026-12-01');
});

test('in summer everyone counts who learnt on its eve', () => {
  expect(learntOn(isoDate('2026-05-01'), [6, 7, 8])).toBe('2026-05-01');
  expect(learntOn(isoDate('2026-08-01'), [6, 7, 8])).toBe('2026-05-31');
  expect(learntOn(isoDate('2026-08-01'), [0])).toBe('2026-08-01');
});

test('a month of a learner is costs / learners / 12, rounded to whole steps', () => {
  expect(rateOf(12_000_000, 100, 1)).toBe(10_000);
  expect(rateOf(10_000_000, 37, 1)).toBe(22_523);
  expect(rateOf(10_000_000, 37, 100)).toBe(22_500);
  expect(rateOf(1_000, 0, 1)).toBeNull();
  expect(rateFormula(12_000_000, 100, 10_000, 'en')).toBe('€120,000.00 / 100 / 12 = €100.00');
});
