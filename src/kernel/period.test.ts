import { describe, expect, it } from 'vitest';
import { isoDate } from './iso-date.js';
import { contains, holdsOn, lastDay, overlap, type Period, readablePeriod } from './period.js';

const period = (from: string, to: string | null): Period => ({ from: isoDate(from), to: to === null ? null : isoDate(to) });
const before = period('2009-07-01', '2021-07-01');
const since = period('2021-07-01', null);

describe('a period', () => {
  it('holds on its first day and no longer on its end', () => {
    expect([holdsOn(before, isoDate('2009-07-01')), holdsOn(before, isoDate('2021-06-30')), holdsOn(before, isoDate('2021-07-01'))]).toEqual([true, true, false]);
    expect([holdsOn(since, isoDate('2021-06-30')), holdsOn(since, isoDate('2999-01-01'))]).toEqual([false, true]);
  });

  it('that follows another does not overlap it', () => {
    expect([overlap(before, since), overlap(since, before)]).toEqual([false, false]);
    expect([overlap(period('2021-06-30', null), before), overlap(since, since)]).toEqual([true, true]);
  });

  it('contains only what ends no later', () => {
    expect(contains(since, period('2022-01-01', '2023-01-01'))).toBe(true);
    expect(contains(before, since)).toBe(false);
    expect(contains(since, since)).toBe(true);
  });

  it('is read with the last day that counts', () => {
    expect([lastDay(before), lastDay(since)]).toEqual(['2021-06-30', null]);
    expect(readablePeriod(before, 'lv')).toBe('01.07.2009.–30.06.2021.');
    expect([readablePeriod(since, 'lv'), readablePeriod(since, 'en')]).toEqual(['no 01.07.2021.', 'from 01.07.2021.']);
  });
});
