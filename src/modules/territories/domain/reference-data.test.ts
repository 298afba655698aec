import { describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { HISTORY, REFERENCE, SUCCESSIONS_CSV, UNITS_CSV } from '../tests/real-data.js';
import { parseReferenceData } from './reference-data.js';
import { checkReform } from './reform-check.js';
import { storyOfReform } from './reform-story.js';
import { unitsOn } from './unit.js';

const countOn = (day: string) => unitsOn(HISTORY.units, isoDate(day)).length;
const names = (units: readonly { name: string }[]) => units.map((unit) => unit.name);

describe('the real tables', () => {
  it('hold 119, then 43, then 42 municipalities and 121 + 2 successions', () => {
    expect([countOn('2021-06-30'), countOn('2021-07-01'), countOn('2025-06-30'), countOn('2025-07-01')]).toEqual([119, 43, 43, 42]);
    expect(REFERENCE.founding).toHaveLength(119);
    expect(REFERENCE.reforms.map(({ effective, successions, newVersions }) => [effective, successions.length, newVersions.length])).toEqual([
      ['2021-07-01', 121, 43],
      ['2025-07-01', 2, 1],
    ]);
  });

  it('know two municipalities only since they were founded in 2011', () => {
    expect(countOn('2010-12-31')).toBe(117);
    expect(names(unitsOn(HISTORY.units, isoDate('2011-01-03')).filter((unit) => unit.validFrom > '2009-07-01'))).toEqual(['Mērsraga novads', 'Rojas novads']);
  });

  it('never use the code 0050000 after 2021, nor any code twice', () => {
    expect(unitsOn(HISTORY.units, isoDate('2021-07-01')).some((unit) => unit.atvk === '0050000')).toBe(false);
    expect(new Set(HISTORY.units.map((unit) => unit.atvk)).size).toBe(HISTORY.units.length);
  });

  it('are reforms without any fault', () => {
    for (const reform of REFERENCE.reforms) expect(checkReform(reform, HISTORY)).toEqual([]);
  });

  it('give a body one ISO code for all of its life, and each ISO code to one body', () => {
    expect(new Set(HISTORY.units.map((unit) => `${unit.unitId} ${unit.iso}`)).size).toBe(new Set(HISTORY.units.map((unit) => unit.unitId)).size);
    expect(new Set(HISTORY.units.map((unit) => unit.iso)).size).toBe(new Set(HISTORY.units.map((unit) => unit.unitId)).size);
  });
});

describe('a body', () => {
  const story = storyOfReform(HISTORY, isoDate('2021-07-01'));

  it('goes on through 2021 in 40 of 119 cases; three begin, 77 merge away and two are split', () => {
    expect([story.continuing.length, story.starting.length, story.merged.length, story.split.length]).toEqual([40, 3, 77, 2]);
    expect(names(story.starting)).toEqual(['Augšdaugavas novads', 'Dienvidkurzemes novads', 'Valmieras novads']);
    expect(names(story.split.map(({ unit }) => unit))).toEqual(['Aglonas novads', 'Inčukalna novads']);
  });

  it('ends with the cities Valmiera and Jēkabpils, which live on only inside a novads', () => {
    const merged = new Map(story.merged.map(({ unit, into }) => [unit.name, into[0]!.unit]));
    expect([merged.get('Valmiera')?.iso, merged.get('Jēkabpils')?.iso]).toEqual(['LV-113', 'LV-042']);
  });

  it('goes on in 2025 as Madonas novads, and Varakļānu novads ends', () => {
    const { continuing, merged, unchanged } = storyOfReform(HISTORY, isoDate('2025-07-01'));
    expect([names(continuing), names(merged.map(({ unit }) => unit)), unchanged.length]).toEqual([['Madonas novads'], ['Varakļānu novads'], 41]);
  });
});

describe('a wrong table', () => {
  const units = (from: string, to: string) => () => parseReferenceData(UNITS_CSV.replace(from, to), SUCCESSIONS_CSV);
  const successions = (from: string, to: string) => () => parseReferenceData(UNITS_CSV, SUCCESSIONS_CSV.replace(from, to));

  it('is refused with the line that is wrong', () => {
    expect(units('atvk,name', 'code,name')).toThrow('units.csv, line 1: the columns must be');
    expect(units('0050000,', '50000,')).toThrow('units.csv, line 3: "50000" is not an ATVK code');
    expect(units('0050000,', '0010000,')).toThrow('units.csv, line 3: the ATVK code 0010000 stands in the table twice');
    expect(units('LV-DGV,republic city', 'LV-DGV,town')).toThrow('units.csv, line 3: "town" is not a kind');
    expect(units('2009-07-01', '2009-02-30')).toThrow('units.csv, line 2: "2009-02-30" is not a calendar day');
    expect(successions('0010000,Rīga,0001000,Rīga,whole,', '0010000,Rīga,0001000,Rīga,whole')).toThrow('successions.csv, line 2: expected 7 plain cells');
    expect(successions('0010000,Rīga', '0010000,Riga')).toThrow('successions.csv, line 2: 0010000 is Rīga, not Riga');
    expect(successions('Rīga,whole', 'Rīga,half')).toThrow('successions.csv, line 2: "half" is neither whole nor part');
    expect(successions('part,Aglonas pagasts', 'part,')).toThrow('parts are named exactly where a unit is split');
    expect(successions('2025-07-01', '2025-07-02')).toThrow('Madonas novads must end and Madonas novads begin on 2025-07-02');
  });

  it('is refused where a unit ends without a successor', () => {
    expect(successions('2021-07-01,0010000,Rīga,0001000,Rīga,whole,\n', '')).toThrow('units.csv: 0010000 ends on 2021-07-01, but by successions.csv on no day');
  });
});
