import Holidays from 'date-holidays';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate, weekday } from '#kernel/iso-date.js';
import { easterSunday, holidaysOf } from './holidays.js';

const YEARS = Array.from({ length: 26 }, (_, at) => 2010 + at);

const weekdayHolidays = (year: number) =>
  [...holidaysOf(year).keys()].filter((day) => weekday(day) < 6).sort().map((day) => day.slice(5)).join(' ');

describe('holidays by rule', () => {
  it.each([
    [2025, '01-01 04-18 04-21 05-01 05-05 06-23 06-24 11-18 12-24 12-25 12-26 12-31'],
    [2026, '01-01 04-03 04-06 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-31'],
    [2027, '01-01 03-26 03-29 05-04 06-23 06-24 11-18 12-24 12-31'],
  ])('on weekdays of %i are as published', (year, days) => expect(weekdayHolidays(year)).toBe(days));

  it.each([[2008, '03-23'], [2011, '04-24'], [2025, '04-20'], [2026, '04-05'], [2027, '03-28'], [2038, '04-25'], [2285, '03-22']])(
    'Easter of %i is on %s',
    (year, day) => expect(easterSunday(year)).toBe(`${year}-${day}`),
  );

  it.each([['2025-05-11', 'Mātes diena'], ['2026-05-10', 'Mātes diena'], ['2025-06-08', 'Vasarsvētki'], ['2026-05-24', 'Vasarsvētki']])(
    'on Sunday %s is %s',
    (day, name) => expect(holidaysOf(Number(day.slice(0, 4))).get(isoDate(day))?.lv).toBe(name),
  );

  it('4 May and 18 November on a weekend free the Monday, other holidays move nothing', () => {
    expect(holidaysOf(2024).get(isoDate('2024-05-06'))?.lv).toContain('pārcelta brīvdiena');
    expect(holidaysOf(2028).get(isoDate('2028-11-20'))?.lv).toContain('pārcelta brīvdiena');
    expect(holidaysOf(2027).has(isoDate('2027-05-03'))).toBe(false);
    expect(holidaysOf(2027).has(isoDate('2027-12-27'))).toBe(false);
  });

  it.each(YEARS)('of %i agree with the date-holidays package', (year) => {
    const peer = new Holidays('LV').getHolidays(year).filter((one) => !ONE_OFF.has(one.date.slice(0, 10)));
    const withPentecost = [...peer.map((one) => one.date.slice(0, 10)), addDays(easterSunday(year), 49)];
    expect([...holidaysOf(year).keys()].sort()).toEqual([...new Set(withPentecost)].sort());
  });
});

/** Voted for once, so data with us (`db/data/calendar/days.csv`). */
const ONE_OFF = new Set(['2023-05-29']);
