import type { Chance } from '#kernel/chance.js';
import { addDays, daysBetween, type IsoDate } from '#kernel/iso-date.js';
import type { Period } from '#kernel/period.js';

export interface MadeUpUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly personId: string | null;
  readonly unitId: number | null;
  readonly institutionId: string | null;
}

export interface MadeUpGrant {
  readonly userId: string;
  readonly roleCode: string;
  readonly everywhere: boolean;
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly basis: string;
}

export interface Workplace {
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly life: Period;
}

export interface MadeUpSettings {
  readonly chance: Chance;
  readonly drawName: (chance: Chance) => { given: string; family: string };
  readonly users: number;
  readonly grants: number;
  readonly units: readonly Workplace[];
  readonly institutions: readonly Workplace[];
  /** Grants begin between these days, within the life of their place; each is open or ended by `asOf`. */
  readonly from: IsoDate;
  readonly asOf: IsoDate;
}

const INSTITUTION_ROLES = ['school-secretary', 'institution-head', 'institution-user-administrator'] as const;
const UNIT_ROLES = ['municipality-education-specialist', 'population-registrar', 'municipality-user-administrator', 'municipality-head'] as const;
const SHARE_OF_UNITS = 0.2;
const SHARE_ENDED = 0.1;
/** Days that a grant given for a term lasts. */
const LONGEST_TERM = 1_400;

/** Users with their grants, the same for the same chance; every grant lies within the life of its place. */
export function madeUpUsers(settings: MadeUpSettings): { users: MadeUpUser[]; grants: MadeUpGrant[] } {
  const { chance } = settings;
  const logins = new Map<string, number>();
  const workplaces: Workplace[] = [];
  const users = Array.from({ length: settings.users }, () => {
    const workplace = chance.happens(SHARE_OF_UNITS) || settings.institutions.length === 0 ? chance.one(settings.units) : chance.one(settings.institutions);
    workplaces.push(workplace);
    return madeUpUser(settings, workplace, logins);
  });
  const grants: MadeUpGrant[] = [];
  for (let at = 0; grants.length < settings.grants && at < settings.grants * 4; at += 1) {
    const of = at % users.length;
    const grant = madeUpGrant(settings, users[of]!.id, workplaces[of]!, Math.floor(at / users.length));
    if (grant) grants.push(grant);
  }
  return { users, grants };
}

function madeUpUser({ chance, drawName }: MadeUpSettings, { unitId, institutionId }: Workplace, logins: Map<string, number>): MadeUpUser {
  const { given, family } = drawName(chance);
  const base = plainLetters(`${given.split(' ')[0]}.${family}`);
  const taken = (logins.get(base) ?? 0) + 1;
  logins.set(base, taken);
  const login = taken === 1 ? base : `${base}${taken}`;
  return { id: madeUpId(chance), login, name: `${given} ${family}`, email: `${login}@vienkopus.example`, personId: null, unitId, institutionId };
}

/** A user's n-th grant: another role each time, first at their own workplace, so that none repeats. Null where they have all. */
function madeUpGrant({ chance, from, asOf }: MadeUpSettings, userId: string, { unitId, institutionId, life }: Workplace, n: number): MadeUpGrant | null {
  const roles = institutionId ? INSTITUTION_ROLES : UNIT_ROLES;
  const roleCode = roles[(userId.charCodeAt(0) + n) % roles.length]!;
  const first = life.from > from ? life.from : from;
  const days = daysBetween(first, life.to !== null && life.to < asOf ? life.to : asOf);
  if (n >= roles.length || days < 1) return null;
  const validFrom = addDays(first, chance.below(days));
  const ended = chance.happens(SHARE_ENDED) ? addDays(validFrom, 1 + chance.below(LONGEST_TERM)) : null;
  const validTo = life.to !== null && (ended === null || ended > life.to) ? life.to : ended;
  return { userId, roleCode, everywhere: false, unitId, institutionId, validFrom, validTo, basis: `Iesniegums Nr. ${1 + chance.below(999)}/${validFrom.slice(0, 4)}` };
}

/** Letters as a login has them: lower case, without diacritics. */
const plainLetters = (words: string): string => words.normalize('NFD').replaceAll(/[^a-zA-Z.]/g, '').toLowerCase();

/** A random identifier of the stream (RFC 9562, version 8). */
function madeUpId(chance: Chance): string {
  const hex = Array.from({ length: 32 }, () => chance.below(16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
