import { describe, expect, test } from 'vitest';
import { overlap } from '#kernel/period.js';
import { parseLegalNumber } from '#kernel/registration-number.js';
import { madeUpInstitutions } from './made-up-institutions.js';

const unit = (atvk: string, name: string, residents: number, parts: string[] = []) => ({ atvk, unitId: Number(atvk), name, parts, residents });
const units = [
  unit('0010000', 'Rīga', 614_000),
  unit('0050000', 'Daugavpils', 82_000),
  unit('0326100', 'Kokneses novads', 4_900),
  unit('0604300', 'Aglonas novads', 3_200, ['Grāveru pagasts', 'Kastuļinas pagasts', 'Šķeltovas pagasts', 'Aglonas pagasts']),
  unit('0801800', 'Inčukalna novads', 7_500, ['Vangažu pilsēta', 'Inčukalna pagasts']),
];
const made = madeUpInstitutions({ seed: 7, institutions: 1_200, units });

describe('made-up institutions', () => {
  test('are the same for the same settings', () => {
    expect(madeUpInstitutions({ seed: 7, institutions: 1_200, units })).toEqual(made);
  });

  test('are as many as asked, with numbers of their own', () => {
    expect(made).toHaveLength(1_200);
    expect(new Set(made.map((one) => one.regNr)).size).toBe(1_200);
    expect(made.every((one) => /^99\d{8}$/.test(one.regNr) && parseLegalNumber(one.entNr) !== null)).toBe(true);
  });

  test('are called after their places in the genitive', () => {
    const names = made.flatMap((one) => one.names.map((row) => row.name));
    expect(names).toEqual(expect.arrayContaining(['Rīgas 2. vidusskola', 'Daugavpils pamatskola', 'Kokneses pamatskola', 'Grāveru pamatskola']));
  });

  test('lie in a known part of a divided unit, but for exactly one in each', () => {
    for (const [name, parts] of [['0604300', 4], ['0801800', 2]] as const) {
      const here = made.filter((one) => one.addresses[0]!.atvk === name).map((one) => one.addresses[0]!.part);
      expect(here.filter((part) => part === '')).toHaveLength(1);
      expect(new Set(here).size).toBe(parts + 1);
    }
  });

  test('have exactly one actual founder on each day of their lives', () => {
    for (const { founders, foundedOn, closure } of made) {
      const actual = founders.filter((one) => one.role === 'actual').sort((a, b) => (a.from < b.from ? -1 : 1));
      expect(actual[0]!.from).toBe(foundedOn);
      expect(actual.at(-1)!.to).toBe(closure?.closedOn ?? null);
      expect(actual.slice(1).every((one, at) => one.from === actual[at]!.to && !overlap(one, actual[at]!))).toBe(true);
    }
  });

  test('bear only codes older than the reform of 2021 until its day', () => {
    const codes = new Set(units.map((one) => one.atvk));
    expect(made.flatMap((one) => [...one.addresses, ...one.places]).every((place) => codes.has(place.atvk) && place.from < '2021-07-01')).toBe(true);
  });

  test('some were renamed, closed, merged, or are private', () => {
    expect(made.filter((one) => one.names.length > 1).length).toBeGreaterThan(50);
    expect(made.filter((one) => one.successor).length).toBeGreaterThan(10);
    expect(made.filter((one) => one.founders.some((row) => row.founderType === 'legal person')).length).toBeGreaterThan(100);
  });
});
