import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, weekday } from '#kernel/iso-date.js';
import { businessCalendar, dueInstant } from './business-calendar.js';
import { daysOfCalendar, MUNICIPAL, STATE } from './calendar-day.js';
import { parseCalendarDays, parseCalendarOrders } from './calendar-file.js';
import { holidaysOf } from './holidays.js';
import { howCounted } from './how-counted.js';
import { yearsWithoutOrder } from './missing-orders.js';

const file = (name: string) => readFileSync(new URL(`../../../db/data/calendar/${name}`, import.meta.url), 'utf8');
const days = parseCalendarDays(file('days.csv'));
const state = businessCalendar(daysOfCalendar(STATE, days));
const municipal = businessCalendar(daysOfCalendar(MUNICIPAL, days));

const months = (year: number) => Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);

describe('working days of a month in the state calendar', () => {
  it.each([
    [2025, [22, 20, 21, 20, 20, 19, 23, 21, 22, 23, 19, 19], 249],
    [2026, [21, 20, 22, 20, 19, 20, 23, 21, 22, 22, 20, 20], 250],
    [2027, [20, 20, 21, 22, 20, 20, 22, 22, 22, 21, 21, 21], 252],
  ])('of %i', (year, expected, total) => {
    const counted = months(year).map((month) => state.workingDaysIn(month));
    expect(counted).toEqual(expected);
    expect(counted.reduce((sum, one) => sum + one)).toBe(total);
  });
});

describe('a term in working days', () => {
  it.each([
    ['2025-04-30', 5, '2025-05-10', '2025-05-09'],
    ['2025-10-31', 10, '2025-11-13', '2025-11-14'],
    ['2025-12-12', 20, '2026-01-17', '2026-01-16'],
    ['2026-06-15', 10, '2026-07-01', '2026-07-01'],
  ])('from %s, %i days, ends on %s; without moved days on %s', (start, n, withMoves, without) => {
    expect(state.addWorkingDays(isoDate(start), n).day).toBe(withMoves);
    expect(municipal.addWorkingDays(isoDate(start), n).day).toBe(without);
  });

  it('says which days it skipped and which Saturdays it counted', () => {
    const deadline = state.addWorkingDays(isoDate('2025-04-30'), 5);
    expect(deadline.skipped.map(({ day, why }) => [day, why.en.replace(/ \(.*/, '')])).toEqual([
      ['2025-05-01', 'Labour Day, Convocation of the Constitutional Assembly'],
      ['2025-05-02', 'day off, its work is moved'],
      ['2025-05-03', 'Saturday'],
      ['2025-05-04', 'Restoration of Independence Day'],
      ['2025-05-05', 'Restoration of Independence Day'],
    ]);
    expect(deadline.worked.map(({ day }) => day)).toEqual(['2025-05-10']);
    expect(howCounted(deadline).lv).toBe(
      '10.05.2025. plkst. 23.59: 5 darba dienas no 30.04.2025. Pirmā diena, sestdienas un svētdienas netiek skaitītas. ' +
        'Neskaita arī: 01.05.2025. Darba svētki, Satversmes sapulces sasaukšanas diena; ' +
        '02.05.2025. brīvdiena, jo darba diena ir pārcelta (Ministru kabineta rīkojums „Par darba dienu pārcelšanu 2025. gadā”); ' +
        '05.05.2025. Latvijas Republikas Neatkarības atjaunošanas diena (pārcelta brīvdiena). ' +
        'Skaita: 10.05.2025. pārceltā darba diena (Ministru kabineta rīkojums „Par darba dienu pārcelšanu 2025. gadā”).',
    );
  });

  it('counts backwards for reminders', () => {
    expect(state.addWorkingDays(isoDate('2025-05-12'), -2).day).toBe('2025-05-09');
    expect(howCounted(state.addWorkingDays(isoDate('2025-05-12'), -1)).en).toMatch(/^10.05.2025. 23:59: 1 working day before 12.05.2025./);
  });

  it('in calendar days that ends on a free day goes to the next working day', () => {
    expect(state.workingDayFrom(isoDate('2025-12-24'))).toBe('2025-12-29');
    expect(state.workingDayFrom(isoDate('2025-05-10'))).toBe('2025-05-10');
  });

  it('of half a day does not exist', () => expect(() => state.addWorkingDays(isoDate('2025-05-12'), 0.5)).toThrow(RangeError));
});

describe('days', () => {
  it('before a holiday end an hour earlier', () => {
    const short = (day: string) => state.statusOf(isoDate(day)).short;
    expect(['2025-12-23', '2025-12-30', '2025-06-20', '2025-12-24', '2025-12-22'].map(short)).toEqual([true, true, false, false, false]);
  });

  it('voted free once and after the Song and Dance Festival are free in every calendar', () => {
    for (const day of ['2023-05-29', '2023-07-10']) expect(municipal.isWorkingDay(isoDate(day))).toBe(false);
    expect(state.statusOf(isoDate('2023-07-10')).why?.lv).toContain('Dziesmu un deju svētku');
  });

  it('moved by the Cabinet count for a municipality that adopts them', () => {
    const adopting = businessCalendar(daysOfCalendar(MUNICIPAL, days, true));
    expect([municipal, adopting, state].map((calendar) => calendar.isWorkingDay(isoDate('2026-01-17')))).toEqual([false, true, true]);
  });

  it('of one body can be short or closed', () => {
    const own = [
      { calendar: 'LV-MUNI-1', day: isoDate('2026-03-02'), kind: 'closed', legalRef: 'Ūdensvada avārija' },
      { calendar: 'LV-MUNI-1', day: isoDate('2026-03-03'), kind: 'short', legalRef: 'Novada svētki' },
    ] as const;
    const calendar = businessCalendar(daysOfCalendar('LV-MUNI-1', [...days, ...own]));
    expect(calendar.statusOf(isoDate('2026-03-02'))).toMatchObject({ working: false, why: { lv: 'slēgts (Ūdensvada avārija)' } });
    expect(calendar.statusOf(isoDate('2026-03-03'))).toMatchObject({ working: true, short: true });
    expect(state.isWorkingDay(isoDate('2026-03-02'))).toBe(true);
  });

  it('end at the last second in Riga, also when clocks change', () => {
    expect(['2026-01-15', '2026-07-15', '2026-03-29', '2026-10-25'].map((day) => dueInstant(isoDate(day)).toISOString())).toEqual([
      '2026-01-15T21:59:59.000Z', '2026-07-15T20:59:59.000Z', '2026-03-29T20:59:59.000Z', '2026-10-25T21:59:59.000Z',
    ]);
  });
});

describe('the loaded orders', () => {
  it('move each day within its month, to a Saturday, and none for nothing', () => {
    const off = days.filter((one) => one.kind === 'moved_off').map((one) => one.day.slice(0, 7));
    const on = days.filter((one) => one.kind === 'moved_on');
    expect(on.map((one) => one.day.slice(0, 7))).toEqual(off);
    expect(on.every((one) => weekday(one.day) === 6)).toBe(true);
  });

  it('are missed from 15 July of the year before', () => {
    const loaded = new Set(parseCalendarOrders(file('orders.csv')).map((one) => one.year));
    expect(yearsWithoutOrder(isoDate('2026-07-14'), loaded)).toEqual([]);
    expect(yearsWithoutOrder(isoDate('2026-07-15'), loaded)).toEqual([2027]);
    expect(yearsWithoutOrder(isoDate('2027-12-31'), loaded)).toEqual([2027, 2028]);
  });
});

describe('counting', () => {
  const anyStart = fc.integer({ min: 0, max: 4 * 365 }).map((n) => addDays(isoDate('2023-01-01'), n));
  const free = new Set<string>(days.filter((one) => one.kind === 'moved_off' || one.kind === 'holiday').map((one) => one.day));
  const workedSaturdays = new Set<string>(days.filter((one) => one.kind === 'moved_on').map((one) => one.day));
  const naive = (day: ReturnType<typeof isoDate>) =>
    workedSaturdays.has(day) || (weekday(day) < 6 && !free.has(day) && !holidaysOf(Number(day.slice(0, 4))).has(day));

  it('agrees with looking at every day by itself', () => {
    fc.assert(fc.property(anyStart, fc.integer({ min: 1, max: 90 }), (start, n) => {
      const { day, skipped } = state.addWorkingDays(start, n);
      const way: ReturnType<typeof isoDate>[] = [];
      for (let one = addDays(start, 1); one <= day; one = addDays(one, 1)) way.push(one);
      expect(way.filter(naive)).toHaveLength(n);
      expect(naive(day)).toBe(true);
      expect(skipped.map((one) => one.day)).toEqual(way.filter((one) => !naive(one)));
    }));
  });

  it('in two steps is counting in one, and going back undoes it', () => {
    fc.assert(fc.property(anyStart, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (day, a, b) => {
      const start = state.workingDayFrom(day);
      const there = state.addWorkingDays(start, a + b).day;
      expect(state.addWorkingDays(state.addWorkingDays(start, a).day, b).day).toBe(there);
      expect(state.addWorkingDays(there, -(a + b)).day).toBe(start);
    }));
  });
});
