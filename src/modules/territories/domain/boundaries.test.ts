import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { BOUNDARIES, HISTORY } from '../tests/real-data.js';
import { type DrawnMap, drawMap, signedArea } from './boundaries.js';
import { mapPaths } from './map-paths.js';
import { unitsOn } from './unit.js';

const drawn = (day: string) => drawMap(BOUNDARIES, HISTORY, isoDate(day));
const MAPS = { 2020: drawn('2020-01-01'), 2022: drawn('2022-01-01'), 2026: drawn('2026-01-01') };
const shape = (map: DrawnMap, name: string) => map.features.find((feature) => feature.properties.name === name)!.geometry!.coordinates;
const polygonArea = (rings: readonly number[][][]) => rings.reduce((sum, ring) => sum + signedArea(ring), 0);
const areaOf = (map: DrawnMap) => map.features.reduce((sum, { geometry }) => sum + geometry!.coordinates.reduce((area, rings) => area + polygonArea(rings), 0), 0);

describe('a drawn map', () => {
  it('has every unit of its day', () => {
    expect(Object.values(MAPS).map((map) => map.features.length)).toEqual([119, 43, 42]);
    for (const map of Object.values(MAPS)) expect(map.features.filter((feature) => feature.geometry === null)).toEqual([]);
    expect(MAPS[2022].features.map((feature) => feature.properties.atvk)).toEqual(unitsOn(HISTORY.units, isoDate('2022-01-01')).map((unit) => unit.atvk));
  });

  it('covers the same area in every edition, without slivers or overlaps', () => {
    expect(areaOf(MAPS[2022])).toBeCloseTo(areaOf(MAPS[2020]), 9);
    expect(areaOf(MAPS[2026])).toBeCloseTo(areaOf(MAPS[2020]), 9);
    for (const map of Object.values(MAPS)) {
      for (const { properties, geometry } of map.features) {
        for (const ring of geometry!.coordinates.flat()) expect(Math.abs(signedArea(ring)), properties.name).toBeGreaterThan(0.001);
      }
    }
  });

  it('has holes only where a state city lies inside', () => {
    const holes = MAPS[2022].features.flatMap(({ properties, geometry }) => geometry!.coordinates.flatMap((rings) => rings.slice(1).map(() => properties.name)));
    expect(holes).toEqual(['Augšdaugavas novads', 'Jelgavas novads', 'Rēzeknes novads']);
    const [[, hole]] = shape(MAPS[2022], 'Augšdaugavas novads') as [[unknown, number[][]]];
    expect(-signedArea(hole)).toBeCloseTo(polygonArea(shape(MAPS[2022], 'Daugavpils')[0]!), 9);
  });

  it('turns exterior rings counter-clockwise and holes clockwise', () => {
    for (const { geometry } of MAPS[2026].features) {
      for (const rings of geometry!.coordinates) expect(rings.map((ring) => signedArea(ring) > 0)).toEqual(rings.map((_, at) => at === 0));
    }
  });

  it('says which lines are approximate and why, only after the split', () => {
    const approximate = (map: DrawnMap) => map.features.filter((feature) => feature.properties.approximate).map((feature) => feature.properties.name);
    expect(approximate(MAPS[2020])).toEqual([]);
    expect(approximate(MAPS[2022])).toEqual(['Krāslavas novads', 'Preiļu novads', 'Ropažu novads', 'Siguldas novads']);
    const reason = (name: string) => MAPS[2026].features.find((feature) => feature.properties.name === name)!.properties.reason!.lv;
    expect(reason('Krāslavas novads')).toContain('šeit iekļauta visa bijusī teritorija (Aglonas novads)');
    expect(reason('Ropažu novads')).toContain('šeit nav iekļauta daļa no bijušās teritorijas (Inčukalna novads)');
  });
});

describe('the paths of a map', () => {
  it('are small, and as wide as asked', () => {
    for (const map of Object.values(MAPS)) {
      const { units, width, height, viewBox } = mapPaths(map, 960);
      expect(units).toHaveLength(map.features.length);
      expect(viewBox).toBe(`0 0 ${width} ${height}`);
      expect([width, height > 500 && height < 700]).toEqual([960, true]);
      expect(units.reduce((sum, unit) => sum + unit.d.length, 0)).toBeLessThan(60_000);
    }
  });

  it('have the name of a unit inside it', () => {
    const { units } = mapPaths(MAPS[2022], 960);
    const [outer, city] = ['Augšdaugavas novads', 'Daugavpils'].map((name) => units.find((unit) => unit.name === name)!.label);
    expect(Math.hypot(outer![0] - city![0], outer![1] - city![1])).toBeGreaterThan(10);
  });

  it('are none where nothing is drawn', () => {
    expect(mapPaths({ type: 'FeatureCollection', features: [] }, 960).units).toEqual([]);
  });
});
