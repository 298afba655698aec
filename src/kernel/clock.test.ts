import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayInRiga, fixedClock, instantInRiga, rigaOffset } from './clock.js';
import { addDays, isoDate } from './iso-date.js';

it('a day in Riga ends two hours before the day in UTC, in summer three', () => {
  expect(fixedClock('2026-11-21T21:59:59Z').today()).toBe('2026-11-21');
  expect(fixedClock('2026-11-21T22:00:00Z').today()).toBe('2026-11-22');
  expect(fixedClock('2026-06-21T21:00:00Z').today()).toBe('2026-06-22');
});

it.each([
  ['2026-01-15', '23:59:59', '2026-01-15T21:59:59.000Z'],
  ['2026-07-15', '23:59:59', '2026-07-15T20:59:59.000Z'],
  ['2026-03-29', '02:59:59', '2026-03-29T00:59:59.000Z'],
  ['2026-03-29', '04:00:00', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25', '02:59:59', '2026-10-24T23:59:59.000Z'],
  ['2026-10-25', '23:59:59', '2026-10-25T21:59:59.000Z'],
  ['2021-07-01', '00:00:00', '2021-06-30T21:00:00.000Z'],
])('Riga shows %s %s at %s', (day, time, instant) => expect(instantInRiga(isoDate(day), time).toISOString()).toBe(instant));

it('clocks are changed at one in the morning UTC', () => {
  expect(rigaOffset(new Date('2026-03-29T00:59:59.999Z'))).toBe(2 * 3_600_000);
  expect(rigaOffset(new Date('2026-03-29T01:00:00Z'))).toBe(3 * 3_600_000);
  expect(rigaOffset(new Date('2026-10-25T00:59:59Z'))).toBe(3 * 3_600_000);
  expect(rigaOffset(new Date('2026-10-25T01:00:00Z'))).toBe(2 * 3_600_000);
});

it('the midnight and the last second of a day lie in that day', () => {
  const anyDay = fc.integer({ min: 0, max: 50_000 }).map((days) => addDays(isoDate('1970-01-02'), days));
  fc.assert(fc.property(anyDay, (day) => {
    expect(dayInRiga(instantInRiga(day))).toBe(day);
    expect(dayInRiga(new Date(instantInRiga(day).getTime() - 1))).toBe(addDays(day, -1));
    expect(dayInRiga(instantInRiga(day, '23:59:59'))).toBe(day);
  }));
});
