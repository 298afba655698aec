import type { GuardianshipKind } from './kinds.js';
import type { Sex } from './made-up-names.js';
import { type Chance, drawerOf } from './randomness.js';

export interface Member {
  readonly role: 'head' | 'wife' | 'child' | 'ward';
  readonly sex: Sex;
  /** Day of birth, as a day number. */
  readonly born: number;
  readonly guardians: readonly GuardianOf[];
}

export interface GuardianOf {
  readonly kind: GuardianshipKind;
  /** Place of the guardian among the household's members; null for out-of-family care. */
  readonly member: number | null;
  readonly place: string;
  readonly basis: string;
  readonly from: number;
}

export interface Household {
  readonly members: readonly Member[];
}

const YEAR = 365.25;

const drawShape = drawerOf([
  ['single', 38],
  ['couple', 26],
  ['family', 21],
  ['one parent', 7],
  ['grown child', 7],
  ['wards', 0.8],
  ['care', 0.2],
] as const);

/** Adults, and children with those who act for them; shares and ages roughly as in Latvia in the 2020s. */
export function drawHousehold(chance: Chance, today: number): Household {
  const bornAt = (age: number) => Math.floor(today - age * YEAR - chance.below(365));
  const sex = (): Sex => (chance.happens(0.5) ? 'female' : 'male');
  const adult = (role: Member['role'], is: Sex, age: number): Member => ({ role, sex: is, born: bornAt(age), guardians: [] });
  const couple = (age: number): Member[] => [adult('head', 'male', age), adult('wife', 'female', Math.max(19, age - 4 + chance.below(7)))];

  switch (drawShape(chance)) {
    case 'single':
      return { members: [lonely()] };
    case 'couple':
      return { members: couple(24 + chance.below(62)) };
    case 'grown child': {
      const age = 46 + chance.below(30);
      return { members: [...couple(age), adult('child', sex(), 19 + chance.below(Math.min(age - 42, 25)))] };
    }
    case 'family': {
      const parents = couple(24 + chance.below(28));
      return { members: [...parents, ...children(parents, 1 + (chance.happens(0.55) ? 1 : 0) + (chance.happens(0.16) ? 1 : 0))] };
    }
    case 'one parent': {
      const parent = adult('head', chance.happens(0.86) ? 'female' : 'male', 22 + chance.below(28));
      return { members: [parent, ...children([parent], chance.happens(0.3) ? 2 : 1)] };
    }
    case 'wards': {
      const kind = chance.happens(0.75) ? ('guardian' as const) : ('foster' as const);
      return { members: [adult('head', 'female', 38 + chance.below(30)), ward(kind, 0)] };
    }
    case 'care':
      return { members: [ward('care', null)] };
  }

  function lonely(): Member {
    const age = chance.happens(0.45) ? 19 + chance.below(40) : 45 + Math.floor(50 * Math.sqrt(chance.next()));
    return adult('head', chance.happens(age > 60 ? 0.7 : 0.46) ? 'female' : 'male', age);
  }

  function children(parents: readonly Member[], count: number): Member[] {
    const youngestParent = Math.max(...parents.map((parent) => parent.born));
    const eldest = Math.min(18 * YEAR - 1, today - youngestParent - 18 * YEAR);
    return Array.from({ length: count }, (): Member => {
      const born = today - 1 - chance.below(Math.max(1, Math.floor(eldest)));
      const guardians = parents.map((_, member) => ({ kind: 'parent' as const, member, place: '', basis: 'Dzimšanas reģistra ieraksts', from: born }));
      return { role: 'child', sex: sex(), born, guardians };
    });
  }

  function ward(kind: 'guardian' | 'foster' | 'care', member: number | null): Member {
    const born = today - 400 - chance.below(Math.floor(16.5 * YEAR));
    const from = born + 30 + chance.below(today - born - 30);
    const basis = `Bāriņtiesas lēmums Nr. 1-6/${1 + chance.below(400)}`;
    return { role: 'ward', sex: sex(), born, guardians: [{ kind, member, place: member === null ? chance.one(CARE_PLACES) : '', basis, from }] };
  }
}

const CARE_PLACES = ['Bērnu sociālās aprūpes centrs “Saulstari”', 'Bērnu un ģimeņu centrs “Ligzda”', 'Ģimeniska vide “Bērzi”'];
