import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, isoDate, parseIsoDate, readableDay, weekday, yearOf } from './iso-date.js';

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(isoDate('1800-01-01'), days));

describe('a calendar day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '21.11.2026.', '2026-11-21T00:00', '1799-12-31', ''])('is not "%s"', (words) => {
    expect(parseIsoDate(words)).toBeNull();
    expect(() => isoDate(words)).toThrow();
  });

  it('knows its weekday and year and how people read it', () => {
    expect([weekday(isoDate('2026-11-21')), weekday(isoDate('2026-11-22')), weekday(isoDate('2026-11-23'))]).toEqual([6, 7, 1]);
    expect(yearOf(isoDate('2026-11-21'))).toBe(2026);
    expect(readableDay(isoDate('2026-11-21'))).toBe('21.11.2026.');
  });

  it('moved there and back is the same, and the way is as long as the move', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 40_000 }), (day, move) => {
      const there = addDays(day, move);
      expect(addDays(there, -move)).toBe(day);
      expect(daysBetween(day, there)).toBe(move);
      expect(parseIsoDate(there)).toBe(there);
      expect(day <= there).toBe(true);
    }));
  });
});
