import { type Chance, chanceOf } from '#kernel/chance.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { parseLegalNumber } from '#kernel/registration-number.js';
import { allot } from './allot.js';
import { founderOf } from './made-up-founders.js';
import type { Days, HomeUnit, MadeUpInstitution, MadeUpPlace, MadeUpSettings } from './made-up-institution.js';
import { genitiveOf, giveName, imaginedParish } from './made-up-names.js';
import { madeUpType } from './made-up-types.js';

/**
 * Made-up education institutions as of 2020-01-01, with what happened to them from 2009 to 2026; the same settings always give
 * the same ones. Everything that names a unit's code is older than the reform of 2021, so that it can be loaded before it.
 * Numbers begin with 99, which no Latvian register gives out.
 */
export function madeUpInstitutions({ seed, institutions, units }: MadeUpSettings): MadeUpInstitution[] {
  const chance = chanceOf(seed);
  const taken = new Set<string>();
  const made: MadeUpInstitution[] = [];
  const counts = allot(institutions, units.map((unit) => unit.residents), units.map((unit) => (unit.parts.length > 0 ? unit.parts.length + 1 : 1)));
  units.forEach((unit, at) => {
    const here: MadeUpInstitution[] = [];
    for (let turn = 0; turn < counts[at]!; turn += 1) {
      const institution = makeUp(chance, taken, made.length + here.length + 1, unit, units, turn);
      here.push(chance.happens(SHARES.ends) && turn > 2 && unit.parts.length === 0 ? ended(chance, institution, here) : institution);
    }
    made.push(...here);
  });
  return made;
}

const SHARES = { ends: 0.07, merged: 0.6, renamed: 0.12, preschoolInSchool: 0.42, elsewhere: 0.03, ownActualAddress: 0.04 } as const;
const STREETS = 'Skolas iela;Parka iela;Liepu iela;Brīvības iela;Rīgas iela;Dārza iela;Upes iela;Jaunatnes iela;Raiņa iela;Kalna iela;Pils iela;Meža iela'.split(';');

const madeUpRegNr = (number: number): string => `99${String(number).padStart(8, '0')}`;

function makeUp(chance: Chance, taken: Set<string>, number: number, unit: HomeUnit, units: readonly HomeUnit[], turn: number): MadeUpInstitution {
  const { type, group } = madeUpType(chance, unit.residents, turn, unit.parts.length > 0);
  const part = partOf(unit, turn);
  const foundedOn = dayIn(chance, group === 'adult' ? 1992 : 1946, 2008);
  const always: Days = { from: foundedOn, to: null };
  const home: MadeUpPlace = { atvk: unit.atvk, part, street: `${chance.one(STREETS)} ${1 + chance.below(80)}` };
  const name = giveName(chance, taken, type, genitiveOf(part || unit.name), !unit.name.endsWith('novads'));
  const { standing, founders } = founderOf(chance, type, group, unit, always);
  return {
    regNr: madeUpRegNr(number),
    entNr: madeUpEntNr(number),
    foundedOn,
    closure: null,
    names: chance.happens(SHARES.renamed) ? renamed(chance, name, always) : [{ ...always, name }],
    standing: { type, ...standing },
    founders,
    addresses: [
      { ...always, ...home, kind: 'legal' },
      ...(chance.happens(SHARES.ownActualAddress) ? [{ ...always, ...home, street: `${chance.one(STREETS)} ${90 + chance.below(20)}`, kind: 'actual' as const }] : []),
    ],
    places: placesOf(chance, group, type, home, always, units),
    gymnasium: type === 'state-gymnasium' ? { from: isoDate('2009-07-01'), to: null } : null,
    accreditation: group === 'school' ? { from: isoDate('2018-09-01'), to: isoDate('2024-09-01'), pageNr: `AI ${10_000 + number}` } : null,
    successor: null,
    phone: `+371 0${String(number).padStart(7, '0')}`,
    email: `info@iestade-${number}.example`,
  };
}

/** In a unit that will be divided each part in turn, and exactly once none: there a person must decide. */
const partOf = ({ parts }: HomeUnit, turn: number): string => (turn === parts.length ? '' : (parts[turn % parts.length] ?? ''));

/** An eleven-digit number that passes its check and stands in no register. */
function madeUpEntNr(number: number): string {
  for (let base = number * 2; ; base += 1) {
    for (let digit = 0; digit < 10; digit += 1) {
      const words = parseLegalNumber(`99${String(base).padStart(8, '0')}${digit}`);
      if (words) return words;
    }
  }
}

const dayIn = (chance: Chance, first: number, last: number): IsoDate => isoDate(`${first + chance.below(last - first + 1)}-09-01`);

function renamed(chance: Chance, name: string, { from, to }: Days): MadeUpInstitution['names'] {
  const day = dayIn(chance, 2010, 2025);
  const [place, ...rest] = name.split(' ');
  const before = rest[0] === 'pirmsskolas' ? `${place} bērnudārzs ${rest.at(-1)}` : `${imaginedParish(chance)} ${rest.join(' ')}`;
  return [{ from, to: day, name: before }, { from: day, to, name }];
}

function placesOf(chance: Chance, group: string, type: string, home: MadeUpPlace, always: Days, units: readonly HomeUnit[]): MadeUpInstitution['places'] {
  const places: MadeUpInstitution['places'][number][] = [];
  const teaches = group === 'school' ? 'general' : group === 'preschool' ? 'preschool' : group === 'vocational' ? 'vocational' : null;
  if (teaches) places.push({ ...always, ...home, programme: teaches, name: '' });
  if (type === 'primary-school' || type === 'first-school') {
    if (chance.happens(SHARES.preschoolInSchool)) places.push({ ...always, ...home, programme: 'preschool', name: 'Pirmsskolas grupas' });
  }
  if (teaches && chance.happens(SHARES.elsewhere)) {
    const other = chance.one(units.filter((unit) => unit.parts.length === 0));
    const street = `${chance.one(STREETS)} ${1 + chance.below(80)}`;
    places.push({ from: dayIn(chance, 2010, 2020), to: null, atvk: other.atvk, part: '', street, programme: teaches, name: 'Struktūrvienība' });
  }
  return places;
}

/** Closed on a first of August from 2011 to 2026, merged into an earlier institution of the same type where there is one. */
function ended(chance: Chance, institution: MadeUpInstitution, earlier: readonly MadeUpInstitution[]): MadeUpInstitution {
  const closedOn = isoDate(`${2011 + chance.below(16)}-08-01`);
  const successor = earlier.find((one) => one.standing.type === institution.standing.type && one.closure === null);
  const merges = successor !== undefined && chance.happens(SHARES.merged);
  const until = <Row extends Days>(rows: readonly Row[]) => rows.filter((row) => row.from < closedOn).map((row) => ({ ...row, to: row.to && row.to < closedOn ? row.to : closedOn }));
  const begun = <Row extends Days>(rows: readonly Row[]) => rows.filter((row) => row.from < closedOn).map((row) => (row.to && row.to >= closedOn ? { ...row, to: null } : row));
  return {
    ...institution,
    closure: { closedOn, reason: merges ? 'merged' : 'liquidated' },
    names: begun(institution.names),
    founders: until(institution.founders),
    places: until(institution.places),
    successor: merges ? { regNr: successor.regNr, kind: 'merged', effective: closedOn } : null,
  };
}
