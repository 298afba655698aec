import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { demo } from '../../access/tests/made-up-country.js';
import { closeInstitution } from '../../institutions/actions/close-institution.js';
import { correctClosure, withdrawClosure } from '../../institutions/actions/correct-closure.js';
import { withdrawSuccession } from '../../institutions/actions/correct-succession.js';
import { recordSuccession } from '../../institutions/actions/record-succession.js';
import { registerInstitutionsPermission } from '../../institutions/permissions.js';
import { errorsOf } from '../../institutions/tests/registrar.js';
import { correctLicence, registerLicence, showLicences } from '../actions/keep-licences.js';
import { license } from '../permissions.js';
import { findLicenceOn, loadMadeUpLicences } from '../public.js';
import { fillWithUsers, signedInAs } from './keeper.js';

let t: TestPlatform;
let registrar: Awaited<ReturnType<typeof signedInAs>>;
let institutions: readonly string[];
let units: readonly number[];
beforeAll(async () => {
  t = await testPlatform();
  ({ institutions, units } = await fillWithUsers(t));
  registrar = await signedInAs(t, 'registrar');
});
afterAll(() => t.close());

const HERE = '/education/institutions/9900000000/licences';
const LICENCE = { programmeCode: '31016011', licenceNr: 'V-8425', from: '2020-09-01', to: '' };
const on = (day: string, code = '31016011') => findLicenceOn(t.database.read, institutions[0]!, code, isoDate(day));
const linkOf = async () => new RegExp(`${HERE}/[0-9a-f-]{36}`).exec((await registrar.open(HERE)).body)![0];

test('a licence holds from its first day, and everyone can read it', async () => {
  expect((await registrar.sendForm(`${HERE}/new`, LICENCE)).status).toBe(303);
  expect([await on('2020-08-31'), (await on('2020-09-01'))?.licenceNr]).toEqual([undefined, 'V-8425']);
  const page = await t.server.inject({ url: `${HERE}?lang=lv`, headers: { accept: 'text/html' } });
  expect(page.body).toMatch(/31016011 Vispārējās vidējās izglītības programma.*V-8425.*no 01\.09\.2020\./s);
  expect(page.body).not.toContain(`${HERE}/new`);
});

test.each([
  ['a second licence for the same days', {}, '', /jau ir licence/],
  ['a day before founding', { from: '2010-08-31' }, 'from', /pirms iestādes dibināšanas/],
  ['an end before the beginning', { to: '2020-09-01' }, 'to', /ne agrāk/],
  ['a code outside the classifier', { programmeCode: '99999999' }, 'programmeCode', /nav/],
  ['no number', { licenceNr: ' ' }, 'licenceNr', /./],
])('%s is refused with a sentence', async (_, changes, field, sentence) => {
  expect(errorsOf((await registrar.sendForm(`${HERE}/new`, { ...LICENCE, ...changes })).body)).toEqual({ [field]: expect.stringMatching(sentence) });
});

test('a closed institution has licences only until its closing', async () => {
  const path = '/education/institutions/9900000002/licences/new';
  expect(errorsOf((await registrar.sendForm(path, { ...LICENCE, from: '2027-09-01' })).body)).toHaveProperty('from');
  expect((await registrar.sendForm(path, LICENCE)).status).toBe(303);
  expect(await findLicenceOn(t.database.read, institutions[2]!, '31016011', isoDate('2027-08-31'))).toBeUndefined();
});

test('a corrected licence holds on its right days, and the wrong entry stays readable for the registrar alone', async () => {
  expect((await registrar.sendForm(await linkOf(), { ...LICENCE, from: '2021-09-01' })).status).toBe(303);
  expect([await on('2021-08-31'), (await on('2021-09-01'))?.licenceNr]).toEqual([undefined, 'V-8425']);
  expect((await registrar.open(`${HERE}?lang=lv`)).body).toMatch(/Kas bija ierakstīts iepriekš.*no 01\.09\.2020\./s);
  expect((await t.server.inject({ url: `${HERE}?lang=lv`, headers: { accept: 'text/html' } })).body).not.toContain('Kas bija ierakstīts iepriekš');
});

test('a licence on which a learner was enrolled is neither moved past that day nor taken back', async () => {
  await t.database.transaction(async (tx) => {
    await tx.run(sql`insert into persons.person (id, recorded_at, recorded_by, born_on, sex, family_key, given_key) values ('01900000-0000-7000-8000-00000000beef', now(), 'test', '2015-01-01', 'female', 'paraugs', 'elza') on conflict do nothing`);
    await tx.run(sql`insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by)
      values ('01900000-0000-7000-8000-00000000beef', ${institutions[0]!}, '31016011', true, '2025-09-01', now(), 'test')`);
  });
  const link = await linkOf();
  expect(errorsOf((await registrar.sendForm(link, { ...LICENCE, from: '2025-10-01' })).body)).toEqual({ from: expect.stringContaining('1') });
  expect((await registrar.sendForm(`${link}/withdraw`, { why: 'Kļūda' })).status).toBe(409);
  await t.database.transaction((tx) => tx.run(sql`delete from education.membership`));
  expect(errorsOf((await registrar.sendForm(`${link}/withdraw`, { why: '' })).body)).toHaveProperty('why');
  expect((await registrar.sendForm(`${link}/withdraw`, { why: 'Ierakstīta citai iestādei' })).status).toBe(303);
  expect(await on('2025-09-01')).toBeUndefined();
});

test('a right over a municipality reaches its institutions of today and no others', async () => {
  const [own, other] = [actorWith([license], { unitIds: [units[0]!] }), actorWith([license], { unitIds: [units[40]!] })];
  const input = { regNr: '9900000000', programmeCode: '21011111', licenceNr: 'V-1', from: '2020-09-01', to: null };
  await expect(t.perform(registerLicence, input, other)).rejects.toMatchObject({ code: 'not-your-institution' });
  expect((await t.perform(showLicences, { regNr: '9900000000' }, other)).mayLicense).toBe(false);
  await t.perform(registerLicence, input, own);
  expect((await t.perform(showLicences, { regNr: '9900000000' }, own)).mayLicense).toBe(true);
  await expect(t.perform(showLicences, { regNr: '123' })).rejects.toMatchObject({ code: 'no-such-institution' });
});

test('made-up institutions get the licences that their names call for, each once', async () => {
  await t.database.transaction((tx) => loadMadeUpLicences(tx, t.platform.clock.now()));
  expect((await t.perform(showLicences, { regNr: '9900000001' })).licences.map(({ programmeCode, validFrom }) => [programmeCode, validFrom])).toEqual([['01011111', '2010-09-01'], ['21011111', '2010-09-01'], ['21015611', '2010-09-01']]);
  expect(await t.database.transaction((tx) => loadMadeUpLicences(tx, t.platform.clock.now()))).toBe(0);
});

describe('licences end with their institution', () => {
  const CLOSED = { reason: 'merged', basis: 'Domes lēmums' };
  const keeper = actorWith([registerInstitutionsPermission, license]);
  const regNr = '9900000001';
  const live = async () => (await t.perform(showLicences, { regNr })).licences.filter((one) => one.supersededAt === null).map((one) => [one.programmeCode, one.validFrom, one.validTo]);
  const register = (programmeCode: string, from: string, to: string | null = null) => t.perform(registerLicence, { regNr, programmeCode, licenceNr: 'V-77', from, to }, keeper);
  const AS_REGISTERED = [['21011111', '2020-09-01', null], ['21015611', '2021-09-01', '2027-05-01'], ['31016011', '2027-09-01', null]];
  const told = async (login: string) =>
    (await t.database.pool.query<{ subject_lv: string; body_lv: string }>(`select n.subject_lv, n.body_lv from platform.notice n join access.app_user u on u.id::text = n.user_id where n.kind = 'education.licences-follow-closing' and u.login = $1 order by n.told_at, n.id`, [login])).rows;
  beforeAll(async () => void (await t.database.pool.query('update education.licence set superseded_at = now() where institution_id = $1 and superseded_at is null', [institutions[1]])));
  const close = (closedOn: string) => t.perform(closeInstitution, { regNr, closedOn, ...CLOSED }, keeper);
  const move = (closedOn: string) => t.perform(correctClosure, { regNr, closedOn, ...CLOSED }, keeper);

  test('on its closing: what reaches beyond it ends that day, what was to begin later is taken back, what ended before stays', async () => {
    for (const [code, from, to] of AS_REGISTERED) await register(code!, from!, to ?? null);
    await close('2027-08-31');
    await t.perform(recordSuccession, { regNr, successorRegNr: '9900000000', kind: 'merged', effective: '2027-08-31', basis: 'Domes lēmums' }, keeper);
    await t.runDueJobs();
    expect(await live()).toEqual([['21011111', '2020-09-01', '2027-08-31'], ['21015611', '2021-09-01', '2027-05-01']]);
    const notices = await told(demo('registrar').login);
    expect(notices).toMatchObject([{ subject_lv: expect.stringMatching(/^Licences beidzas 31\.08\.2027\./), body_lv: expect.stringContaining('(2)') }]);
    expect(notices[0]!.body_lv).toContain('Licences uz to nepāriet');
  });

  test('a closing moved ends them on the other day, once; one taken back gives them back as they were registered', async () => {
    await move('2027-12-31');
    await t.runDueJobs();
    expect(await live()).toEqual([['21011111', '2020-09-01', '2027-12-31'], ['21015611', '2021-09-01', '2027-05-01'], ['31016011', '2027-09-01', '2027-12-31']]);
    await move('2027-12-31');
    await t.runDueJobs();
    expect(await told(demo('registrar').login)).toHaveLength(2);
    const { id } = (await t.database.pool.query<{ id: string }>('select id from institutions.succession where from_id = $1 and superseded_at is null', [institutions[1]])).rows[0]!;
    await t.perform(withdrawSuccession, { regNr, successionId: id, why: 'Lēmums atcelts' }, keeper);
    await t.perform(withdrawClosure, { regNr, why: 'Lēmums atcelts' }, keeper);
    await t.runDueJobs();
    expect(await live()).toEqual(AS_REGISTERED);
    expect((await told(demo('registrar').login)).at(-1)!.subject_lv).toMatch(/^Licences turpinās/);
  });

  test('what somebody has put right since the closing stands when the closing is taken back', async () => {
    await close('2027-08-31');
    await t.runDueJobs();
    const { licences } = await t.perform(showLicences, { regNr });
    const basic = licences.find((one) => one.supersededAt === null && one.programmeCode === '21011111')!;
    await t.perform(correctLicence, { regNr, licenceId: basic.id, programmeCode: '21011111', licenceNr: 'V-78', from: '2020-09-01', to: '2027-06-30' }, keeper);
    await t.perform(withdrawClosure, { regNr, why: 'Lēmums atcelts' }, keeper);
    await t.runDueJobs();
    expect(await live()).toEqual([['21011111', '2020-09-01', '2027-06-30'], ...AS_REGISTERED.slice(1)]);
  });
});
