import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { HISTORY } from '../tests/real-data.js';
import { lineageTable, resolve } from './lineage.js';
import { enact, isValidOn, type TerritorialHistory, type UnitVersion } from './unit.js';

const EDITIONS = ['2011-01-03', '2021-07-01', '2025-07-01'].map(isoDate);
const [IN_2011, IN_2021, IN_2025] = EDITIONS as [ReturnType<typeof isoDate>, ReturnType<typeof isoDate>, ReturnType<typeof isoDate>];

const shown = (history: TerritorialHistory, atvk: string, part: string | null, day: string): string[] | string => {
  const found = resolve(history, { atvk, part }, isoDate(day));
  if (found.kind === 'unknown') return 'unknown';
  return found.kind === 'one' ? found.unit.name : found.candidates.map((unit) => unit.name);
};

describe('a place on another day', () => {
  it('is found through two reforms', () => {
    expect(shown(HISTORY, '0701800', null, '2026-01-01')).toBe('Madonas novads');
    expect(shown(HISTORY, '0701800', null, '2022-01-01')).toBe('Varakļānu novads');
    expect(shown(HISTORY, '0001000', null, '2015-01-01')).toBe('Rīga');
  });

  it('is decided in a split unit by its parish, and undecided without', () => {
    expect(shown(HISTORY, '0604300', 'Aglonas pagasts', '2021-07-01')).toBe('Preiļu novads');
    expect(shown(HISTORY, '0604300', 'Šķeltovas pagasts', '2026-01-01')).toBe('Krāslavas novads');
    expect(shown(HISTORY, '0604300', null, '2021-07-01')).toEqual(['Krāslavas novads', 'Preiļu novads']);
    expect(shown(HISTORY, '0604300', 'Nezināmais pagasts', '2021-07-01')).toEqual(['Krāslavas novads', 'Preiļu novads']);
  });

  it('is undecided before a merger, unless its parish is known to have come from one unit', () => {
    expect(shown(HISTORY, '0042000', null, '2020-01-01')).toEqual(['Aglonas novads', 'Preiļu novads', 'Riebiņu novads', 'Vārkavas novads']);
    expect(shown(HISTORY, '0042000', 'Aglonas pagasts', '2020-01-01')).toBe('Aglonas novads');
    expect(shown(HISTORY, '0038001', null, '2020-01-01')).toHaveLength(5);
  });

  it('is unknown where the code or the map is', () => {
    expect(shown(HISTORY, '9999999', null, '2020-01-01')).toBe('unknown');
    expect(shown(HISTORY, '0888301', null, '2010-01-01')).toBe('unknown');
    expect(shown(HISTORY, '0001000', null, '2001-01-01')).toBe('unknown');
  });

  it('is decided by its parish through a later merger too', () => {
    const effective = isoDate('2027-07-01');
    const joined: UnitVersion = { atvk: '0042001', unitId: 0, name: 'Preiļu novads', kind: 'municipality', iso: 'LV-073', validFrom: effective, validTo: null };
    const from = ['0042000', '0036000'].map((atvk) => ({ effective, from: atvk, to: '0042001', extent: 'whole' as const, parts: [] }));
    const later = enact(HISTORY, { effective, successions: from, newVersions: [joined], legalBasis: 'izdomāts likums' });
    expect(shown(later, '0042001', 'Aglonas pagasts', '2026-01-01')).toBe('Preiļu novads');
    expect(shown(later, '0042001', 'Aglonas pagasts', '2020-01-01')).toBe('Aglonas novads');
    expect(shown(later, '0042001', null, '2026-01-01')).toEqual(['Preiļu novads', 'Līvānu novads']);
    expect(shown(later, '0761201', null, '2027-07-01')).toBe('Preiļu novads');
    expect(resolve(later, { atvk: '0042000', part: null }, effective)).toMatchObject({ unit: { unitId: later.units.find((unit) => unit.atvk === '0760202')!.unitId } });
  });
});

const anyUnit = fc.constantFrom(...HISTORY.units);
const anyDay = fc.constantFrom(...EDITIONS);

describe('every unit', () => {
  it('lies in itself on each day it is valid', () => {
    fc.assert(fc.property(anyUnit, fc.date({ min: new Date('2009-07-01'), max: new Date('2030-01-01'), noInvalidDate: true }), (unit, date) => {
      const day = isoDate(date.toISOString().slice(0, 10));
      if (isValidOn(unit, day)) expect(resolve(HISTORY, { atvk: unit.atvk, part: null }, day)).toEqual({ kind: 'one', unit });
    }));
  });

  it('resolves in every edition or is undecided', () => {
    fc.assert(fc.property(anyUnit, anyDay, (unit, day) => {
      expect(resolve(HISTORY, { atvk: unit.atvk, part: null }, day).kind).not.toBe('unknown');
    }));
  });

  it('is among what its own target resolves back to', () => {
    fc.assert(fc.property(anyUnit, anyDay, (unit, day) => {
      for (const there of reached(unit.atvk, day)) expect(reached(there, unit.validFrom < IN_2011 ? IN_2011 : unit.validFrom)).toContain(unit.atvk);
    }));
  });
});

function reached(atvk: string, day: ReturnType<typeof isoDate>): string[] {
  const found = resolve(HISTORY, { atvk, part: null }, day);
  if (found.kind === 'unknown') return [];
  return found.kind === 'one' ? [found.unit.atvk] : found.candidates.map((unit) => unit.atvk);
}

describe('the table of lineage', () => {
  const table = lineageTable(HISTORY, EDITIONS);

  it('has each unit in each edition, and the named parishes of split units on both sides', () => {
    expect(table.filter((row) => row.part === null)).toHaveLength(163 * 3);
    const parts = [...new Set(table.filter((row) => row.part !== null).map((row) => `${row.atvk} ${row.part}`))];
    expect(parts).toHaveLength(12);
    expect(new Set(table.map((row) => `${row.atvk} ${row.part} ${row.edition}`)).size).toBe(table.length);
  });

  it('leaves only the two split units undecided forwards', () => {
    const undecided = table.filter((row) => row.part === null && row.target === null && row.edition === IN_2021 && HISTORY.units.find((unit) => unit.atvk === row.atvk)!.validFrom < IN_2021);
    expect(undecided.map((row) => [row.atvk, row.candidates])).toEqual([['0604300', ['0032000', '0042000']], ['0801800', ['0044000', '0048000']]]);
    expect(table.filter((row) => row.part !== null && row.target === null)).toEqual([]);
    expect(table.filter((row) => row.edition === IN_2025 && row.atvk === '0055000')).toEqual([{ atvk: '0055000', part: null, edition: IN_2025, target: '0038001', candidates: [] }]);
  });
});
