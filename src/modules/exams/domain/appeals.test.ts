import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { monthsLater, outcomeOfChange } from './appeals.js';

test('a month later is the same day number, or the last day of a shorter month', () => {
  const later = (day: string, months = 1) => monthsLater(isoDate(day), months);
  expect([later('2024-07-01'), later('2024-07-11'), later('2025-01-31'), later('2024-01-31'), later('2026-12-15'), later('2026-06-30', 8)]).toEqual(['2024-08-01', '2024-08-11', '2025-02-28', '2024-02-29', '2027-01-15', '2027-02-28']);
});

test('the points say whether a mark stays, rises or falls', () => {
  expect([outcomeOfChange(10, 10), outcomeOfChange(10, 11), outcomeOfChange(10, 9)]).toEqual(['keep', 'raise', 'lower']);
});
