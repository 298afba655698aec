import { describe, expect, test } from 'vitest';
import { isoDate, yearOf } from '#kernel/iso-date.js';
import { overlap } from '#kernel/period.js';
import { bornFor, madeUpHeads, mostHeads } from './made-up-heads.js';

const today = isoDate('2026-11-21');
const institutions = Array.from({ length: 200 }, (_, at) => ({ id: `i${at}`, foundedOn: isoDate(`${1990 + (at % 37)}-09-01`), closedOn: at % 20 === 0 ? isoDate('2027-08-01') : null }));
const people = Array.from({ length: mostHeads(institutions.length) }, (_, at) => `p${at}`);
const made = madeUpHeads(3, institutions, people, today);

describe('made-up heads', () => {
  test('are the same for the same settings, and none where there is nobody', () => {
    expect(madeUpHeads(3, institutions, people, today)).toEqual(made);
    expect(madeUpHeads(3, institutions, [], today)).toEqual([]);
  });

  test('lead each institution today, or from its founding, until it closes; nobody leads two', () => {
    for (const { id, foundedOn, closedOn } of institutions) {
      const own = made.filter((one) => one.institutionId === id);
      expect(own.at(-1)).toMatchObject({ to: closedOn });
      expect(own.at(-1)!.from <= (foundedOn > today ? foundedOn : today)).toBe(true);
      expect(own.every((one) => one.from >= foundedOn && (one.to === null || one.from < one.to))).toBe(true);
      if (own.length > 1) expect(overlap(own[0]!, own[1]!)).toBe(false);
    }
    expect(new Set(made.map((one) => one.personId)).size).toBe(made.length);
    expect(made.length).toBeGreaterThan(institutions.length + 20);
  });

  test('were all of age on the first day of the earliest term', () => {
    const earliest = made.map((one) => one.from).sort()[0]!;
    expect(yearOf(earliest) - yearOf(bornFor(today).to)).toBeGreaterThanOrEqual(18);
  });

  test('are shared where there are fewer people than institutions', () => {
    expect(new Set(madeUpHeads(3, institutions, ['a', 'b'], today).map((one) => one.personId))).toEqual(new Set(['a', 'b']));
  });
});
