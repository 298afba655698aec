import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { isMadeUp } from '#kernel/person-code.js';
import { isMinorOn } from './guardianship-rules.js';
import type { MadeUpPlace } from './made-up-person.js';
import { madeUpPersons } from './made-up-persons.js';

const codes = (...pairs: [string, string][]) => pairs.map(([from, atvk]) => ({ from: isoDate(from), atvk }));
const PLACES: MadeUpPlace[] = [
  { atvk: '0010000', part: '', weight: 60, codes: codes(['2009-07-01', '0010000'], ['2021-07-01', '0001000']) },
  { atvk: '0604300', part: 'Aglonas pagasts', weight: 10, codes: codes(['2009-07-01', '0604300'], ['2021-07-01', '0042000']) },
];
const asOf = isoDate('2026-01-01');
const people = (seed: number, residents = 20_000) => [...madeUpPersons({ seed, residents, asOf, places: PLACES })];
const share = <T>(list: readonly T[], is: (one: T) => boolean) => list.filter(is).length / list.length;

describe('made-up residents', () => {
  const all = people(1);

  it('are the same for the same seed, and others for another', () => {
    expect(people(1, 500)).toEqual(all.slice(0, 500));
    expect(people(2, 500)).not.toEqual(all.slice(0, 500));
  });

  it('have different codes that can belong to nobody', () => {
    const every = all.flatMap((person) => person.codes.map(({ code }) => code));
    expect(new Set(every).size).toBe(every.length);
    expect(every.every(isMadeUp)).toBe(true);
  });

  it('have histories without gaps of sense: in order, from birth on, the last one open', () => {
    for (const { bornOn, names, codes: held, addresses } of all) {
      for (const history of [names, held, addresses]) {
        history.forEach(({ from, to }, at) => {
          expect(from >= bornOn && from <= asOf && (to === null || to > from)).toBe(true);
          expect(to).toBe(history[at + 1]?.from ?? null);
        });
      }
    }
  });

  it('live in a unit that existed when they came', () => {
    const since = new Map(PLACES.flatMap((place) => place.codes.map(({ atvk, from }) => [atvk, from] as const)));
    for (const { atvk, from } of all.flatMap((person) => person.addresses)) expect(from >= since.get(atvk)!).toBe(true);
  });

  it('are families: minors have somebody, with the plausible shares of a country', () => {
    const minors = all.filter((person) => isMinorOn(person.bornOn, asOf));
    expect(minors.every((child) => child.guardians.length > 0)).toBe(true);
    const known = new Set(all.map((person) => person.id));
    expect(all.every((person) => person.guardians.every(({ guardianId }) => guardianId === null || known.has(guardianId)))).toBe(true);
    expect(minors.length / all.length).toBeCloseTo(0.2, 1);
    expect(share(all, (person) => person.sex === 'female')).toBeCloseTo(0.53, 1);
    expect(share(all, (person) => person.protection !== null)).toBeCloseTo(0.005, 2);
  });
});
