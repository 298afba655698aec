import { findByRegNr, listInstitutionsOfUnit } from '#modules/institutions/public.js';
import { drawFamilyName, drawGivenName, findOwner, findSomeParent, registerMadeUpPeople } from '#modules/persons/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { type Chance, chanceOf } from '#kernel/chance.js';
import { addDays, isoDate, type IsoDate } from '#kernel/iso-date.js';
import { inDrawnOrder } from '#kernel/latvian-order.js';
import { personCode } from '#kernel/person-code.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type DemoUser, demoUsers } from '../domain/demo-users.js';
import { type MadeUpGrant, type MadeUpUser, madeUpUsers } from '../domain/made-up-users.js';
import { insertGrants, insertUsers, listInstitutionPlaces, listTakenLogins, listUnitPlaces, setPersonOf } from '../store/load-users.js';

export interface UserLoadSettings {
  readonly seed: number;
  readonly users: number;
  readonly grants: number;
  /** The day whose municipalities the users work for; their rights began before it. */
  readonly asOf: IsoDate;
  /** When a head last confirmed the rights, so that they do not end unconfirmed at once. */
  readonly confirmedOn: IsoDate;
  readonly recordedAt: Date;
}

const FIRST_DAY = isoDate('2009-07-01');
const BATCH = 5_000;

/** Fills in made-up users and grants, over the municipalities of `asOf` and the institutions that lived by then. */
export async function loadMadeUpUsers(tx: Write, { seed, users: count, grants: grantCount, asOf, confirmedOn, recordedAt }: UserLoadSettings): Promise<void> {
  const units = await listUnitPlaces(tx, asOf);
  const institutions = (await listInstitutionPlaces(tx)).filter(({ life }) => life.from < asOf && (life.to === null || life.to > asOf));
  const { users, grants } = madeUpUsers({ chance: chanceOf(seed), drawName, users: count, grants: grantCount, units, institutions, from: FIRST_DAY, asOf });
  for (let at = 0; at < users.length; at += BATCH) await insertUsers(tx, users.slice(at, at + BATCH), recordedAt);
  for (let at = 0; at < grants.length; at += BATCH) await insertGrants(tx, grants.slice(at, at + BATCH), confirmedOn, recordedAt);
}

function drawName(chance: Chance) {
  const custom = chance.happens(0.75) ? 'latvian' : 'slavic';
  const sex = chance.happens(0.8) ? 'female' : 'male';
  return { given: drawGivenName(chance, custom, sex, 1960 + chance.below(40)), family: drawFamilyName(chance, custom)[sex] };
}

export interface DemoLoadSettings {
  readonly today: IsoDate;
  readonly recordedAt: Date;
  /** The municipality of the demonstration users; the first with institutions when not said. */
  readonly unitId?: number;
}

/** Adds one demonstration user for each role, with rights that began a month ago. Safe to repeat. */
export async function loadDemoUsers(tx: Write, settings: DemoLoadSettings): Promise<void> {
  const { today, recordedAt } = settings;
  const taken = await listTakenLogins(tx, demoUsers().map((user) => user.login));
  const places = await demoPlaces(tx, settings);
  const missing = demoUsers().filter((user) => !taken.has(user.login));
  const resident = await findSomeParent(tx, today);
  const elsewhere = new Map<string, string | null>();
  for (const { regNr } of missing) if (regNr) elsewhere.set(regNr, (await findByRegNr(tx, regNr))?.id ?? null);
  const users = missing.map((user): MadeUpUser => userOf(user, user.regNr ? { ...places, institutionId: elsewhere.get(user.regNr)! } : places, resident));
  await insertUsers(tx, users, recordedAt);
  const grants = missing.flatMap((demo, at) => grantOf(demo, users[at]!, addDays(today, -30)));
  await insertGrants(tx, grants, today, recordedAt);
}

/** A user whom a machine acts as, with a role of the whole country, or of its institution. */
export interface DemoMachineUser {
  readonly login: string;
  readonly name: string;
  readonly roleCode: string;
  readonly institutionId?: string;
}

/** Adds technical users of the demonstration. Safe to repeat. */
export async function loadDemoMachineUsers(tx: Write, machines: readonly DemoMachineUser[], { today, recordedAt }: DemoLoadSettings): Promise<void> {
  const taken = await listTakenLogins(tx, machines.map(({ login }) => login));
  const missing = machines.filter(({ login }) => !taken.has(login)).map((one) => ({ ...one, id: crypto.randomUUID() }));
  await insertUsers(tx, missing.map(({ id, login, name, institutionId = null }) => ({ id, login, name, email: `${login}@vienkopus.example`, personId: null, unitId: null, institutionId })), recordedAt);
  await insertGrants(tx, missing.map(({ id, roleCode, institutionId = null }) => ({ userId: id, roleCode, everywhere: institutionId === null, unitId: null, institutionId, validFrom: addDays(today, -30), validTo: null, basis: 'Demonstrācijas dati' })), today, recordedAt);
}

/** Enters the demonstration's users into the register of persons and names them as the owners of their accounts. Safe to repeat. */
export async function bindDemoUsers(tx: Write, today: IsoDate, now: Date): Promise<void> {
  const bound = demoUsers().flatMap(({ login, name, person }) => (person ? [{ login, ...person, ...splitName(name) }] : []));
  await registerMadeUpPeople(tx, bound, today, now);
  for (const { login, code } of bound) await setPersonOf(tx, login, (await findOwner(tx, personCode(code), today))!.id);
}

function splitName(name: string): { given: string; family: string } {
  const [given = '', ...family] = name.split(' ');
  return { given, family: family.join(' ') };
}

interface DemoPlaces {
  readonly unitId: number | null;
  readonly institutionId: string | null;
}

async function demoPlaces(tx: Read, { today, unitId }: DemoLoadSettings): Promise<DemoPlaces> {
  const candidates = unitId === undefined ? (await listUnitsOn(tx, today)).toSorted((one, other) => inDrawnOrder(one.name, other.name)).map((unit) => unit.unitId) : [unitId];
  for (const candidate of candidates) {
    const [institution] = await listInstitutionsOfUnit(tx, candidate, today);
    if (institution) return { unitId: candidate, institutionId: institution.id };
  }
  return { unitId: candidates[0] ?? null, institutionId: null };
}

/** The demonstration's resident bears the name of the person in the register whose data they will see. */
function userOf({ login, name, place }: DemoUser, places: DemoPlaces, resident: { id: string; name: string } | undefined): MadeUpUser {
  const user = { id: crypto.randomUUID(), login, email: `${login}@vienkopus.example` };
  if (place === null) return { ...user, name: resident?.name ?? name, personId: resident?.id ?? null, unitId: null, institutionId: null };
  return { ...user, name, personId: null, unitId: place === 'municipality' ? places.unitId : null, institutionId: place === 'institution' ? places.institutionId : null };
}

function grantOf({ roleCode, place }: DemoUser, user: MadeUpUser, validFrom: IsoDate): MadeUpGrant[] {
  const everywhere = place === 'country';
  if (!roleCode || (!everywhere && user.unitId === null && user.institutionId === null)) return [];
  return [{ userId: user.id, roleCode, everywhere, unitId: user.unitId, institutionId: user.institutionId, validFrom, validTo: null, basis: 'Demonstrācijas dati' }];
}
