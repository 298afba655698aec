import { expect, test } from 'vitest';
import { monthsBefore } from './shown-since.js';

const before = (at: string, months: number) => monthsBefore(new Date(at), months).toISOString();

test.each([
  ['half a year before a winter morning is a summer one', '2027-01-03T09:00:00+02:00', 6, '2026-07-03T06:00:00.000Z'],
  ['the second before is the second before', '2027-01-03T08:59:59+02:00', 6, '2026-07-03T05:59:59.000Z'],
  ['the year turns', '2026-02-10T12:00:00+02:00', 6, '2025-08-10T09:00:00.000Z'],
  ['a shorter month ends earlier', '2026-08-31T09:00:00+03:00', 6, '2026-02-28T07:00:00.000Z'],
  ['a leap day is kept', '2028-08-29T09:00:00+03:00', 6, '2028-02-29T07:00:00.000Z'],
  ['December is the month before January', '2026-07-31T09:00:00+03:00', 7, '2025-12-31T07:00:00.000Z'],
  ['three years are months too', '2026-07-03T09:00:00+03:00', 36, '2023-07-03T06:00:00.000Z'],
])('%s', (_, at, months, expected) => {
  expect(before(at, months)).toBe(expected);
});
