import type { Chance } from '#kernel/chance.js';

/** What an institution's founders, places and papers follow from. */
export type TypeGroup = 'preschool' | 'school' | 'vocational' | 'higher' | 'orientation' | 'adult';

const GROUPS: Readonly<Record<string, TypeGroup>> = {
  preschool: 'preschool',
  'secondary-vocational': 'vocational',
  'competence-centre': 'vocational',
  college: 'higher',
  'higher-school': 'higher',
  'music-school': 'orientation',
  'art-school': 'orientation',
  'music-and-art-school': 'orientation',
  'sport-school': 'orientation',
  'interest-education': 'orientation',
  'adult-education': 'adult',
  'adult-non-formal': 'adult',
  'further-vocational': 'adult',
};

/** What every municipality has, in this order, before chance decides. */
const FIRST = ['primary-school', 'preschool', 'secondary-school', 'music-and-art-school', 'preschool', 'sport-school', 'interest-education'];
const WITH_STATE_GYMNASIUM = 15_000;
const WITH_HIGHER_SCHOOLS = 60_000;

const COMMON = { preschool: 24, 'primary-school': 16, 'secondary-school': 10, 'first-school': 4, 'music-school': 3, 'art-school': 2, 'sport-school': 4, 'interest-education': 4, 'adult-education': 8, 'adult-non-formal': 5, 'further-vocational': 7, 'special-primary-school': 2, 'boarding-development-centre': 1, 'secondary-vocational': 2, 'competence-centre': 1, 'distance-secondary-school': 1, gymnasium: 1 };
const IN_BIG_CITIES = { college: 1, 'higher-school': 2 };

const bagOf = (shares: Readonly<Record<string, number>>) => Object.entries(shares).flatMap(([type, share]) => Array.from({ length: share }, () => type));
const COMMON_BAG = bagOf(COMMON);
const CITY_BAG = bagOf({ ...COMMON, ...IN_BIG_CITIES });

/** The type of a municipality's institution number `turn`, in rough proportion to the country. */
export function madeUpType(chance: Chance, residents: number, turn: number, municipalOnly: boolean): { type: string; group: TypeGroup } {
  const firsts = residents >= WITH_STATE_GYMNASIUM && !municipalOnly ? [...FIRST, 'state-gymnasium'] : FIRST;
  const type = firsts[turn] ?? chance.one(residents >= WITH_HIGHER_SCHOOLS ? CITY_BAG : COMMON_BAG);
  return { type, group: GROUPS[type] ?? 'school' };
}
