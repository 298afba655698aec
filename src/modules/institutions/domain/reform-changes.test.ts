import { describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { same } from '#kernel/text.js';
import type { TerritorialReform } from '#modules/territories/public.js';
import { founderChanges, placeChanges } from './reform-changes.js';

const unit = (unitId: number, name: string) => ({ unitId, atvk: String(unitId).padStart(7, '0'), name });
const reform: TerritorialReform = {
  id: 'r',
  effective: isoDate('2021-07-01'),
  title: same('ATR'),
  legalBasis: 'Administratīvo teritoriju un apdzīvoto vietu likums',
  moves: [
    { from: unit(1, 'Kokneses novads'), to: unit(9, 'Aizkraukles novads'), extent: 'whole', parts: [], continues: false },
    { from: unit(2, 'Aizkraukles novads'), to: unit(2, 'Aizkraukles novads'), extent: 'whole', parts: [], continues: true },
    { from: unit(3, 'Aglonas novads'), to: unit(4, 'Preiļu novads'), extent: 'part', parts: ['Aglonas pagasts'], continues: false },
    { from: unit(3, 'Aglonas novads'), to: unit(5, 'Krāslavas novads'), extent: 'part', parts: ['Grāveru pagasts'], continues: false },
  ],
};
const founded = (institutionId: string, unitId: number, unit: string, part: string | null = null) => ({ institutionId, institution: institutionId, unitId, unit, part });

describe('actual founders in a reform', () => {
  test('go over to the successor of a unit that ends', () => {
    const { changes, successions } = founderChanges(reform, [founded('a', 1, 'Kokneses novads')]);
    expect(changes).toMatchObject([{ key: 'a', before: 'Kokneses novads', after: 'Aizkraukles novads', effect: 'changes' }]);
    expect(successions).toMatchObject([{ institutionId: 'a', to: { unitId: 9 } }]);
  });

  test('of a divided unit go by the parish; without one a person decides and nothing moves', () => {
    const { changes, successions } = founderChanges(reform, [founded('b', 3, 'Aglonas novads', 'Grāveru pagasts'), founded('c', 3, 'Aglonas novads')]);
    expect(changes.map((one) => [one.key, one.after, one.effect])).toEqual([['b', 'Krāslavas novads', 'changes'], ['c', null, 'needs-person']]);
    expect(successions.map((one) => one.institutionId)).toEqual(['b']);
  });

  test('of a unit that goes on are counted, not listed', () => {
    const { changes } = founderChanges(reform, [founded('d', 2, 'Aizkraukles novads'), founded('e', 2, 'Aizkraukles novads')]);
    expect(changes).toMatchObject([{ effect: 'continues', count: 2 }]);
  });

  test('elsewhere are not touched', () => {
    expect(founderChanges(reform, [founded('f', 77, 'Rīga')])).toEqual({ changes: [], successions: [] });
  });
});

test('an address is read in the new unit, with its parish as it was written', () => {
  const place = { id: 'x', institution: 'Skola', street: 'Skolas iela 1', part: 'Aglonas pagasts', unitId: 3, unit: 'Aglonas novads' };
  expect(placeChanges(reform, 'address', [place, { ...place, id: 'y', part: '' }])).toMatchObject([
    { key: 'x', label: 'Skola: Skolas iela 1', before: 'Aglonas pagasts, Aglonas novads', after: 'Aglonas pagasts, Preiļu novads', effect: 'changes' },
    { key: 'y', after: null, effect: 'needs-person' },
  ]);
});
