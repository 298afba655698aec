import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { wasInClass } from './in-class.js';

const YEAR = { year: 2026, startsOn: isoDate('2026-09-01'), firstSemesterEndsOn: isoDate('2026-12-18'), secondSemesterStartsOn: isoDate('2027-01-04'), endsBefore: isoDate('2027-09-01') };
const stay = (from: string, to: string | null) => ({ validFrom: isoDate(from), validTo: to === null ? null : isoDate(to) });

test('who was in a class on any day of a period was in it; the day of leaving is no longer one', () => {
  const moved = stay('2026-09-01', '2026-11-10');
  expect((['S1', 'S2', 'YEAR', 'ABSENCE', 'M11', 'M12'] as const).map((period) => wasInClass(moved, period, YEAR))).toEqual([true, false, true, true, true, false]);
  expect(wasInClass(stay('2026-09-01', '2026-09-01'), 'S1', YEAR)).toBe(false);
  expect((['S1', 'S2'] as const).map((period) => wasInClass(stay('2027-01-04', null), period, YEAR))).toEqual([false, true]);
});
