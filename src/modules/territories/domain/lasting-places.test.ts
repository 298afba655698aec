import { describe, expect, it } from 'vitest';
import { REFERENCE } from '../tests/real-data.js';
import { lastingPlaces } from './lasting-places.js';

describe('places through the reforms', () => {
  const places = lastingPlaces(REFERENCE);
  const of = (atvk: string) => places.filter((place) => place.atvk === atvk);

  it('are all units of the founding map', () => {
    expect(new Set(places.map(({ atvk }) => atvk))).toEqual(new Set(REFERENCE.founding.map(({ atvk }) => atvk)));
  });

  it('bear the code of each edition from its day on', () => {
    expect(of('0010000')).toEqual([{ atvk: '0010000', part: '', codes: [{ from: '2009-07-01', atvk: '0010000' }, { from: '2021-07-01', atvk: '0001000' }] }]);
    const varaklani = REFERENCE.founding.find(({ name }) => name === 'Varakļānu novads')!;
    expect(of(varaklani.atvk)[0]!.codes.map(({ from }) => from)).toEqual(['2009-07-01', '2021-07-01', '2025-07-01']);
  });

  it('are the parishes and towns where a unit was divided, each with one code a day', () => {
    const aglona = REFERENCE.founding.find(({ name }) => name === 'Aglonas novads')!;
    const parts = of(aglona.atvk);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every(({ part, codes }) => part !== '' && codes.length === 2)).toBe(true);
    expect(new Set(parts.map(({ codes }) => codes[1]!.atvk)).size).toBeGreaterThan(1);
  });

  it('begin with the unit, where it was founded later than the rest', () => {
    const rojas = REFERENCE.founding.find(({ name }) => name === 'Rojas novads')!;
    expect(of(rojas.atvk)[0]!.codes[0]).toEqual({ from: '2011-01-03', atvk: rojas.atvk });
  });
});
