import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { businessCalendar } from './business-calendar.js';
import { daysOfCalendar, STATE } from './calendar-day.js';
import { parseCalendarDays } from './calendar-file.js';
import { movesOf, whyNotMoved } from './moves.js';

const days = parseCalendarDays(readFileSync(new URL('../../../db/data/calendar/days.csv', import.meta.url), 'utf8'));
const moves = movesOf(days);

test('the days of every order are paired as the Cabinet paired them', () => {
  expect(moves.map(({ off, on }) => `${off?.day} → ${on?.day}`)).toEqual([
    '2023-05-05 → 2023-05-20',
    '2024-12-23 → 2024-12-14',
    '2024-12-30 → 2024-12-28',
    '2025-05-02 → 2025-05-10',
    '2025-11-17 → 2025-11-08',
    '2026-01-02 → 2026-01-17',
    '2026-06-22 → 2026-06-27',
  ]);
});

test('a day whose other half is not recorded stands alone', () => {
  const alone = days.filter((one) => one.day !== '2026-06-27' && one.day.startsWith('2026'));
  expect(movesOf(alone).at(-1)).toMatchObject({ off: { day: '2026-06-22' }, on: null });
});

test('every move that the Cabinet really ordered is allowed', () => {
  const before = businessCalendar(days.filter((one) => one.kind === 'holiday'));
  expect(moves.map(({ off, on }) => whyNotMoved(before, off!.day, on!.day))).toEqual(moves.map(() => null));
});

test.each([
  ['a Sunday made free', '2026-11-22', '2026-11-28', 'off'],
  ['a holiday made free', '2026-11-18', '2026-11-21', 'off'],
  ['a day that is moved already', '2026-06-22', '2026-06-20', 'off'],
  ['a Saturday worked already, made free again', '2026-06-27', '2026-06-20', 'off'],
  ['a Friday worked instead', '2026-11-19', '2026-11-20', 'on'],
  ['a Saturday that is worked already', '2026-06-25', '2026-06-27', 'on'],
  ['a Saturday of another month and week', '2026-11-19', '2026-12-05', 'on'],
])('%s is refused', (_, off, on, field) => expect(whyNotMoved(businessCalendar(daysOfCalendar(STATE, days)), isoDate(off), isoDate(on))?.field).toBe(field));

test('the Saturday of the same week may lie in another month', () => {
  expect(whyNotMoved(businessCalendar([]), isoDate('2026-07-31'), isoDate('2026-08-01'))).toBeNull();
});
