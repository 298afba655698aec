import { isoDate, yearOf } from '#kernel/iso-date.js';
import { bindDemoUsers, insertGrantsAnew, loadDemoUsers, loadMadeUpUsers } from '#modules/access/public.js';
import { loadDemoMachines } from '#modules/apps/public.js';
import { giveDemoPasswords, loadMadeUpMeans } from '#modules/authentication/public.js';
import { giveDemoTeacher, loadMadeUpLicences, loadMadeUpPupils, openDemoEntry, registerDemoChildren, takePreschoolSnapshot } from '#modules/education/public.js';
import { makeUpCertificates } from '#modules/certificates/public.js';
import { loadMadeUpExams } from '#modules/exams/public.js';
import { loadMadeUpJournals, MADE_UP_JOURNALS } from '#modules/intake/public.js';
import { loadMadeUpHeads, loadMadeUpInstitutions } from '#modules/institutions/public.js';
import { countTouched, loadMadeUpMarks, touchYears } from '#modules/marks/public.js';
import { continueMadeUpLives, loadMadeUpPersons, roughPopulation, registerMadeUpPeople } from '#modules/persons/public.js';
import { makeUpSettlements } from '#modules/settlements/public.js';
import { loadDemoInquiries } from '#modules/schoolage/public.js';
import { loadDemoTraining } from '#modules/training/public.js';
import { defineReform, lastingPlaces, listReforms } from '#modules/territories/public.js';
import type { Platform } from '#platform/actions/perform.js';
import { publishAnnouncement } from '#platform/announcements/announcements.js';
import { makeUpAskingMachines } from './made-up-asking-machines.js';
import { makeUpBatches } from './made-up-batches.js';
import { makeUpDecisions } from './made-up-decisions.js';
import { makeUpLooks } from './made-up-looks.js';
import { loadFoundingMap, loadBusinessCalendar, loadEducation, loadExams, loadReform, readReferenceData } from './reference-data.js';
import { once, onceOutside } from './steps.js';

/** How much is made up: a handful to look at, or the whole country. */
export const SIZES = {
  demo: { institutions: 150, users: 600, grants: 1_200, residents: 2_000 },
  national: { institutions: 2_700, users: 15_000, grants: 30_000, residents: 1_900_000 },
} as const;

const SEED = 1;
const EVE_OF_2021 = isoDate('2021-06-01');
const LOADER = 'made-up data';
/** The piece that no installation with real people's data has. */
export const MADE_UP_USERS = 'users';

/**
 * Made-up institutions, users and residents as they were before the first reform, the real reforms run over them, and what came
 * after: people's later lives, heads of institutions, the users of the demonstration, and a merger that never was, ready to be rehearsed. Every piece once.
 */
export async function loadMadeUpData(platform: Platform, migratorUrl: string, size: keyof typeof SIZES, tell: (line: string) => void): Promise<void> {
  const { database, clock } = platform;
  const { institutions, users, grants, residents } = SIZES[size];
  const now = clock.now();
  const today = clock.today();
  const reference = await readReferenceData();
  await loadBusinessCalendar(database, now);
  await loadEducation(database, now);
  await loadExams(database, now);
  await loadFoundingMap(database, reference);
  await once(database, 'institutions', async (tx) => {
    tell(`Making up ${institutions} institutions`);
    await loadMadeUpInstitutions(tx, { seed: SEED, institutions, residentsOf: roughPopulation, reforms: reference.reforms, recordedAt: now });
  });
  await once(database, MADE_UP_USERS, async (tx) => {
    tell(`Making up ${users} users with ${grants} rights`);
    await loadMadeUpUsers(tx, { seed: SEED, users, grants, asOf: EVE_OF_2021, confirmedOn: today, recordedAt: now });
  });
  const people = { seed: SEED, residents, asOf: today, places: lastingPlaces(reference), recordedAt: now };
  const firstReform = reference.reforms[0]!.effective;
  await onceOutside(database, 'residents', (finish) => {
    tell(`Making up ${residents} residents${residents > 100_000 ? '; this takes some minutes' : ''}`);
    return loadMadeUpPersons(migratorUrl, { ...people, finish }, firstReform);
  });
  for (const reform of reference.reforms) {
    await loadReform(database, reform, now);
    await once(database, `rights-anew-${reform.effective}`, async (tx) => {
      const id = (await listReforms(tx)).find((one) => one.effective === reform.effective)!.id;
      await insertGrantsAnew(tx, { id, effective: reform.effective }, today, now);
    });
  }
  await onceOutside(database, 'residents-since', (finish) => continueMadeUpLives(migratorUrl, { ...people, finish }, firstReform));
  await once(database, 'heads-of-institutions', (tx) => loadMadeUpHeads(tx, { seed: SEED, today, recordedAt: now }).then(() => undefined));
  await once(database, 'licences', (tx) => loadMadeUpLicences(tx, now).then(() => undefined));
  await once(database, 'demo-users', (tx) => loadDemoUsers(tx, { today, recordedAt: now }));
  await once(database, 'demo-people', async (tx) => {
    await bindDemoUsers(tx, today, now);
    await registerMadeUpPeople(tx, PUPILS, today, now);
  });
  const schools = { seed: SEED, today, recordedAt: now, few: residents < 50_000, journalRegNr: JOURNAL_SCHOOL, knownCodes: PUPILS.map(({ code }) => code) };
  await once(database, 'demo-children', (tx) => registerDemoChildren(tx, schools));
  await onceOutside(database, 'pupils', async (finish) => {
    const started = performance.now();
    const { classes, memberships, placements } = await loadMadeUpPupils(migratorUrl, database, schools, finish);
    tell(`Made up ${memberships} memberships and ${placements} placements in ${classes} classes in ${Math.round((performance.now() - started) / 100) / 10} s`);
  });
  await once(database, 'demo-entry', (tx) => openDemoEntry(tx, { today, recordedAt: now }));
  await once(database, 'demo-journals', async (tx) => {
    await loadMadeUpJournals(tx, { today, recordedAt: now, schools: [DEMO_SCHOOL, JOURNAL_SCHOOL] });
    await loadDemoMachines(tx, MADE_UP_JOURNALS.map(({ clientId, secret, login, name }) => ({ id: clientId, secret, login, titleLv: name, titleEn: name })), now);
  });
  await once(database, 'first-batches', () => makeUpBatches(platform, { regNr: DEMO_SCHOOL, login: MADE_UP_JOURNALS[0]!.login }));
  await once(database, 'asking-machines', () => makeUpAskingMachines(platform));
  await once(database, 'marks', async (tx) => {
    const started = performance.now();
    const records = await loadMadeUpMarks(tx, { seed: SEED, today, now, journalRegNr: JOURNAL_SCHOOL });
    tell(`Made up ${records} marks, outcomes and absences in ${Math.round((performance.now() - started) / 100) / 10} s`);
  });
  await once(database, 'exams', async (tx) => {
    const started = performance.now();
    const { entries, marks, results } = await loadMadeUpExams(tx, { seed: SEED, today, now });
    tell(`Made up ${entries} entries for exams, ${marks} marks of participation and ${results} results in ${Math.round((performance.now() - started) / 100) / 10} s`);
  });
  await once(database, 'certificates', async () => {
    const started = performance.now();
    const { ordered, sealed } = await makeUpCertificates(platform, MOST_CERTIFICATES, now);
    if (ordered > 0) tell(`Sealed ${sealed} certificates of ${ordered} exams in ${Math.round((performance.now() - started) / 100) / 10} s; the rest is drafted`);
  });
  await once(database, 'decisions', () => makeUpDecisions(platform, [DEMO_SCHOOL, JOURNAL_SCHOOL]));
  await once(database, 'demo-looks', () => makeUpLooks(platform));
  await once(database, 'demo-passwords', (tx) => giveDemoPasswords(tx).then(() => undefined));
  await once(database, 'training', (tx) => loadDemoTraining(tx, { today, recordedAt: now }));
  await once(database, 'inquiries', (tx) => loadDemoInquiries(tx, { today, recordedAt: now }));
  await once(database, 'means-of-sign-in', (tx) => loadMadeUpMeans(tx, { seed: SEED, today, now }));
  await once(database, 'made-up-merger', (tx) => defineReform(tx, mergerOf(yearOf(today) + 1), LOADER, now).then(() => undefined));
  await once(database, 'demo-teacher', (tx) => giveDemoTeacher(tx, 'skolotajs', { today, recordedAt: now }));
  await once(database, 'preschool-snapshot', (tx) => takePreschoolSnapshot(tx, today, now).then(() => undefined));
  await once(database, 'settlements', () => makeUpSettlements(platform, 'izglitiba'));
  await once(database, 'completeness', () => countCompleteness(platform, schools.few));
  await once(database, 'first-announcement', (tx) => publishAnnouncement(tx, { module: null, kind: 'news', ...WELCOME, shown: { from: today, to: null } }, LOADER, now).then(() => undefined));
}

/** The school of the demonstration's users. */
const DEMO_SCHOOL = '9900000001';
/** Counts what schools have entered; of the whole country the background work does it, within some minutes. */
async function countCompleteness({ database, clock }: Platform, few: boolean): Promise<void> {
  await touchYears(database, clock.now(), { lastYearToo: true });
  if (few) await countTouched(database, clock, new Date(clock.now().getTime() + MOST_COUNTING_MS));
}
const MOST_COUNTING_MS = 120_000;

/** What a first start seals, so that it stays short; the rest waits for somebody to let it go on. */
const MOST_CERTIFICATES = 400;

/** The school that the made-up e-journals know. */
const JOURNAL_SCHOOL = '9900000004';

/** Pupils whom the made-up e-journals know. */
const PUPILS = [
  { given: 'Emīls', family: 'Paraugs', code: '49049930011', bornOn: isoDate('2010-04-09'), sex: 'male' },
  { given: 'Elza', family: 'Paraugs', code: '41102883858', bornOn: isoDate('2012-10-01'), sex: 'female' },
  { given: 'Rūta', family: 'Parauga', code: '57055953847', bornOn: isoDate('2007-05-17'), sex: 'female' },
] as const;

/** Two neighbours on the coast that never decided to merge. */
const mergerOf = (year: number) => ({
  titleLv: 'Izdomāta reforma: Piekrastes novads',
  titleEn: 'Made-up reform: Piekrastes novads',
  effective: isoDate(`${year}-07-01`),
  legalBasis: 'Nav – izdomāts piemērs',
  madeUp: true,
  units: [{ atvk: '0057000', name: 'Piekrastes novads', kind: 'municipality' as const, iso: 'LV-114' }],
  successions: [
    { from: '0047000', to: '0057000', extent: 'whole' as const, parts: [] },
    { from: '0023000', to: '0057000', extent: 'whole' as const, parts: [] },
  ],
});

const WELCOME = {
  title: { lv: 'Vienkopus ir sācis darbu', en: 'Vienkopus has begun to work' },
  body: {
    lv: 'Teritorijas, izglītības iestādes, personas un tiesības ir vienuviet. 2021. un 2025. gada reforma ir izlaista cauri tam pašam mehānismam, ar kuru izmēģina nākamās.',
    en: 'Territories, education institutions, persons and rights stand together. The reforms of 2021 and 2025 were run through the same engine that rehearses the next ones.',
  },
};
