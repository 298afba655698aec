import { actorOf, findUserByLogin, listAccountOwners } from '#modules/access/public.js';
import { listInstitutionsOfUnits } from '#modules/institutions/public.js';
import { drawFamilyName, drawGivenName, findLearner, findOwner, listSomeAdults, type MadeUpChild, registerMadeUpChildren } from '#modules/persons/public.js';
import { listUnitsOn } from '#modules/territories/public.js';
import { type Chance, chanceOf } from '#kernel/chance.js';
import { type IsoDate, isoDate } from '#kernel/iso-date.js';
import { madeUpPersonCode, personCode } from '#kernel/person-code.js';
import type { Database } from '#platform/db/database.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { keepPupils } from '../permissions.js';
import { EXEMPT_FROM, MADE_UP_LESSONS, madeUpTitles } from '../domain/made-up-school.js';
import { findYearOn, listYearChoices } from '../store/choices.js';
import { type LicensedSchool, listLicensedSchools } from '../store/licensed-schools.js';
import { copyMadeUpPupils, type Loaded, type PupilLoad } from '../store/load-made-up.js';

export interface MadeUpSchools {
  readonly seed: number;
  readonly today: IsoDate;
  readonly recordedAt: Date;
  /** Few residents: some schools are filled with children who are made up for them. */
  readonly few: boolean;
  /** Registration number of the school that the made-up e-journals know. */
  readonly journalRegNr: string;
  /** Personal codes of its pupils. */
  readonly knownCodes: readonly string[];
}

/** Numbers of made-up codes that residents do not reach. */
const FIRST_CODE = 9_100_000;
const FIRST_MOMENT = 0x01a0_0000_0000;

/**
 * Enters the children that a demonstration's schools lack: a whole school of about two hundred for its users, a handful of other schools
 * and a preschool, and a child for its resident. Done before the pupils are loaded, which finds them as it finds all residents.
 */
export async function registerDemoChildren(tx: Write, settings: MadeUpSchools): Promise<void> {
  const { today, seed, few, recordedAt } = settings;
  const chance = chanceOf(seed + 17);
  const year = await getYear(tx, today);
  const { demo, journal, others, preschool, unitOf } = await demoSchools(tx, settings);
  if (!demo) return;
  const atvkOf = new Map((await listUnitsOn(tx, today)).map((unit) => [unit.unitId, unit.atvk]));
  const children: MadeUpChild[] = [];
  const add = (school: LicensedSchool, grade: number, parent: { id: string; family: string } | null = null, number = children.length) => {
    const home = atvkOf.get(unitOf.get(school.id) ?? -1);
    if (home) children.push(madeUpChild(chance, year, school, grade, home, number, parent));
  };
  const parent = await demoParent(tx, today);
  if (parent) add(demo, 4, parent);
  if (few) {
    for (const [school, size] of [[demo, 15], [journal, 13]] as const) {
      for (let grade = 1; grade <= Math.min(9, school?.toGrade ?? 0); grade += 1) for (let n = 0; n < ([2, 5, 7].includes(grade) ? 37 : size); n += 1) add(school!, grade);
    }
    if (demo.stages.includes('preschool')) for (const grade of [0, -1]) for (let n = 0; n < 13; n += 1) add(demo, grade);
    for (const school of others) for (let grade = 1; grade <= school.toGrade; grade += 1) for (let n = 0; n < 7; n += 1) add(school, grade);
    if (preschool) for (const grade of [0, -1, -2]) for (let n = 0; n < 14; n += 1) add(preschool, grade);
    if (journal?.toGrade === 12) for (let n = 0; n < 9; n += 1) add(journal, 12);
    // Who finished the school's highest grade last summer: those whose exams are over.
    const finished = [demo, journal].flatMap((school) => (school ? Array.from({ length: 15 }, () => school) : []));
    for (const [at, school] of finished.entries()) add(school, school.toGrade + 1, null, FIRST_GRADUATE + at);
    if (parent) add(demo, demo.toGrade + 1, parent, FIRST_GRADUATE + finished.length);
  }
  await registerMadeUpChildren(tx, children, recordedAt);
}

/** Makes up who learns where this year and the last. @returns how many rows of each kind */
export async function loadMadeUpPupils(ownerUrl: string, database: Database, settings: MadeUpSchools, finish: PupilLoad['finish']): Promise<Loaded> {
  const { today, seed, recordedAt, few } = settings;
  const tx = database.primary;
  const year = await getYear(tx, today);
  const years = await listYearChoices(tx);
  const startOf = (wanted: number) => years.find((one) => one.year === wanted)!.startsOn;
  const { institutions, fixed } = await fixedPlaces(tx, settings, year);
  const owners = await listAccountOwners(tx);
  const adults = (await listSomeAdults(tx, { from: isoDate('1962-01-01'), to: isoDate('1999-01-01') }, few ? 900 : 40_000, today)).filter((id) => !owners.has(id));
  const load = { today, year, startsOn: startOf(year), yearBeforeStartsOn: startOf(year - 1), seed, institutions, fixed, adults, recordedAt, finish };
  return copyMadeUpPupils(ownerUrl, { ...load, titles: madeUpTitles(), lessons: MADE_UP_LESSONS, exemptFrom: EXEMPT_FROM });
}

async function fixedPlaces(tx: Read, settings: MadeUpSchools, year: number) {
  const { demo, journal, others, preschool, institutions } = await demoSchools(tx, settings);
  const theirs = journal ?? demo;
  const known = theirs ? await Promise.all(settings.knownCodes.map((code) => findOwner(tx, personCode(code), settings.today))) : [];
  // By their age; whoever is too old for the highest grade finished it.
  const fixed = known.flatMap((person) => (person ? [{ personId: person.id, id: theirs!.id, grade: theirs!.toGrade + 1 }] : []));
  // Told from the identities that `madeUpChild` gave, whichever of them were entered: the statement joins people who exist.
  const schools = [demo, journal, ...others, preschool].flatMap((school) => school ?? []);
  const given = schools.flatMap((school) => Array.from({ length: FIRST_GRADUATE + MOST_GRADUATES }, (_, number) => ({ personId: childId(school, number), id: school.id, grade: school.toGrade + (number < FIRST_GRADUATE ? 0 : 1) })));
  return { institutions, fixed: [...fixed, ...given], year };
}
/** Children from this number on finished the highest grade of their school last year. */
const FIRST_GRADUATE = 1_000;
const MOST_GRADUATES = 100;

const getYear = async (tx: Read, today: IsoDate): Promise<number> => {
  const year = await findYearOn(tx, today);
  if (year === undefined) throw new Error('no school year is known for today');
  return year;
};

/** The school of the demonstration's users, that of the e-journals, two others and a preschool, those of the users' municipality first. */
async function demoSchools(tx: Read, { today, journalRegNr }: MadeUpSchools) {
  const units = await listUnitsOn(tx, today);
  const institutions = await listInstitutionsOfUnits(tx, units.map((unit) => unit.unitId), today);
  const unitOf = new Map(institutions.map(({ id, unitId }) => [id, unitId]));
  const schools = (await listLicensedSchools(tx, today)).filter(({ id }) => unitOf.has(id));
  const secretary = await findUserByLogin(tx, 'lietvedis');
  const own = secretary && (await actorOf(tx, secretary.id, today)).scopes.get(keepPupils.name)?.institutionIds[0];
  const journal = schools.find(({ regNr }) => regNr === journalRegNr);
  const demo = schools.find(({ id }) => id === own) ?? journal;
  const near = (a: LicensedSchool, b: LicensedSchool) => Number(unitOf.get(b.id) === unitOf.get(demo?.id ?? '')) - Number(unitOf.get(a.id) === unitOf.get(demo?.id ?? ''));
  const rest = schools.filter((school) => school !== demo && school !== journal).sort(near);
  return { demo, journal: journal === demo ? undefined : journal, others: rest.filter(({ toGrade }) => toGrade >= 9).slice(0, 2), preschool: rest.find(({ toGrade }) => toGrade === 0), institutions, unitOf };
}

async function demoParent(tx: Read, today: IsoDate): Promise<{ id: string; family: string } | null> {
  const user = await findUserByLogin(tx, 'iedzivotajs');
  const personId = user && (await actorOf(tx, user.id, today)).personId;
  const person = personId ? await findLearner(tx, personId, today) : undefined;
  return person && !person.isProtected ? { id: person.id, family: person.family } : null;
}

/** The identity tells the school, so that the loader knows where a child belongs. */
function childId(school: LicensedSchool, number: number): string {
  const moment = (FIRST_MOMENT + number).toString(16).padStart(12, '0');
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7000-8000-00${school.regNr}`;
}

function madeUpChild(chance: Chance, year: number, school: LicensedSchool, grade: number, atvk: string, number: number, parent: { id: string; family: string } | null): MadeUpChild {
  const sex = parent || chance.happens(0.5) ? 'female' : 'male';
  const bornOn = isoDate(`${year - 6 - grade}-${String(1 + chance.below(12)).padStart(2, '0')}-${String(1 + chance.below(28)).padStart(2, '0')}`);
  return {
    id: childId(school, number),
    given: drawGivenName(chance, 'latvian', sex, year - 6 - grade),
    family: parent?.family ?? drawFamilyName(chance, 'latvian')[sex],
    code: madeUpPersonCode(FIRST_CODE + number, bornOn),
    bornOn,
    sex,
    atvk,
    street: `Skolas iela ${1 + chance.below(80)}`,
    parentId: parent?.id ?? null,
  };
}
