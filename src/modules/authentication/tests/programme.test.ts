import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Refusal } from '#kernel/errors.js';
import { addDays } from '#kernel/iso-date.js';
import { actorOf } from '#modules/access/public.js';
import { type Actor, systemActor } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { readCountryProviders } from '../actions/country-providers.js';
import { refuseWithoutNeededProviders } from '../actions/refuse-without-providers.js';
import { changePolicy } from '../actions/change-policy.js';
import { endPasswords, endPasswordsThatAreDue } from '../actions/end-passwords.js';
import { changeNationalDay, readNationalDay } from '../actions/national-day.js';
import { giveException, takeException } from '../actions/exceptions.js';
import { readBoard } from '../actions/read-board.js';
import { readProgramme } from '../actions/read-programme.js';
import { resetMeans } from '../actions/means-of-user.js';
import { readLetters, remindBeforeTheDay, remindNow } from '../actions/remind.js';
import { READINESS, wouldBeLockedOut } from '../domain/readiness.js';
import { markTechnicalUser } from '../store/technical-users.js';
import { visitor } from './browser-like.js';

const [TODAY, NIGHT] = ['2026-11-21', systemActor('test')] as const;
let t: TestPlatform;
let unit: string;
let leader: Actor;
let administrator: Actor;

let client: pg.Client;
const owner = (statement: string, values: unknown[] = []) => client.query(statement, values);
const actorNamed = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());
const refusalOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it was not refused'); }, (refusal: Refusal) => refusal);

beforeAll(async () => {
  t = await testPlatform({ settings: { EPARAKSTS_URL: 'http://127.0.0.1:9/', EPARAKSTS_CLIENT_ID: 'vienkopus', EPARAKSTS_CLIENT_SECRET: 'nobody asks it' } });
  client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
  const { units } = await fillWithUsers(t);
  unit = String(units[0]);
  leader = await actorNamed('pasvaldibas.administrators');
  administrator = await actorNamed('administrators');
});
afterAll(async () => {
  await client.end();
  await t.close();
});
/** The country's day as it comes with the migrations. */
const theFirstDay = async () => {
  await owner(`delete from authentication.national_day where recorded_by <> 'migration'`);
  await owner('update authentication.national_day set superseded_at = null');
};
beforeEach(() => theFirstDay().then(() => owner('truncate authentication.policy, authentication.policy_exception, authentication.password_end, authentication.outside_identity, authentication.session, authentication.reminder cascade')));

const ALL = ['password', 'code', 'passkey', 'recovery-code', 'smart-id', 'eparaksts'];
const decide = (policy: Record<string, unknown>, actor = leader) => t.perform(changePolicy, { unit, allowed: ALL, basis: 'Rīkojums Nr. 1', sure: 'yes', ...policy }, actor);
/** Links everybody of the municipality, but for those named, to an identity elsewhere; only eParaksts is set up here. */
const makeReady = (except: readonly string[] = [], method = 'eparaksts') =>
  owner(`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how)
    select id, $2, $2, 'test ' || id, '', now(), 'person-code' from access.app_user where login <> all($1)`, [except, method]);
const lockedOut = async (query = {}) => {
  const { counts } = await t.perform(readBoard, { unit, ...query }, leader);
  return READINESS.filter(wouldBeLockedOut).reduce((sum, one) => sum + counts[one], 0);
};

test('the board counts a municipality’s people and those of its institutions, and nobody else’s', async () => {
  const board = await t.perform(readBoard, { unit }, leader);
  const { rows } = await owner(`select count(*)::int as n from access.app_user where unit_id = $1 or institution_id in (select institution_id from institutions.founder where unit_id = $1 and role = 'actual')`, [unit]);
  expect(board.found).toBe(rows[0].n);
  expect(board.people.every((person) => person.readiness === 'password-only')).toBe(true);
  expect((await t.perform(readProgramme, {}, leader)).municipalities).toHaveLength(1);
  expect((await t.perform(readProgramme, {}, administrator)).municipalities.length).toBeGreaterThan(40);
  expect(await refusalOf(t.perform(readBoard, { unit: String(Number(unit) + 1) }, leader))).toMatchObject({ code: 'no-such-municipality' });
  expect(await refusalOf(t.perform(readBoard, { unit: 'none' }, leader))).toMatchObject({ code: 'no-such-municipality' });
});

test('from its day on whoever has one factor may only add another', async () => {
  await decide({ secondFactorFrom: TODAY });
  const person = visitor(t);
  expect(await person.signIn('izglitiba', DEMO_PASSWORD)).toMatchObject({ status: 303, location: '/my/sign-in' });
  expect((await person.open('/my/sign-in')).body).toContain('Vispirms pievienojiet otru līdzekli');
  expect(await person.open('/persons')).toMatchObject({ status: 303, location: '/my/sign-in' });
  expect((await t.server.inject({ url: '/api/events', cookies: Object.fromEntries(person.cookies) })).json()).toMatchObject({ type: expect.stringContaining('factor-needed') });
  expect((await visitor(t).signIn('operators', DEMO_PASSWORD)).location).toBe('/my/rights');
});

test('from the country’s day on a password alone opens nothing anywhere, and nobody may set a later one', async () => {
  const national = (secondFactorFrom: string, actor = administrator) => t.perform(changeNationalDay, { secondFactorFrom, basis: 'Rīkojums Nr. 2' }, actor);
  const signIn = async (login: string) => (await visitor(t).signIn(login, DEMO_PASSWORD)).location;
  expect((await t.perform(readBoard, { unit }, leader))).toMatchObject({ stage: 'optional', twoFactorsFrom: '2027-09-01' });
  expect(await refusalOf(national('2027-01-01', leader))).toMatchObject({ code: 'national-day-is-set-for-all' });
  expect((await refusalOf(national('2026-11-20'))).text.lv).toContain('jau ir pagājusi');
  expect(await refusalOf(decide({ secondFactorFrom: '2027-09-02' }))).toMatchObject({ fields: [{ field: 'secondFactorFrom', message: { lv: expect.stringContaining('agrāku dienu, vēlāku ne') } }] });

  await decide({ secondFactorFrom: '2027-08-01' });
  await national('2026-11-22');
  expect([await signIn('izglitiba'), await signIn('operators'), await signIn('iedzivotajs')]).toEqual(['/my/rights', '/my/rights', '/my/rights']);
  await national(TODAY);
  expect([await signIn('izglitiba'), await signIn('operators'), await signIn('iedzivotajs')]).toEqual(['/my/sign-in', '/my/sign-in', '/my/sign-in']);
  expect((await t.perform(readBoard, { unit }, leader))).toMatchObject({ stage: 'required', twoFactorsFrom: TODAY });
  expect((await t.perform(readProgramme, {}, administrator)).municipalities.every(({ stage }) => stage === 'required')).toBe(true);
  expect((await owner(`select count(*)::int as n from platform.notice where kind = 'authentication.programme' and subject_lv like 'Otrs pierakstīšanās līdzeklis%' and user_id = $1`, [await userIdOf(t, 'pasvaldibas.administrators')])).rows[0].n).toBe(2);

  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa līdz decembrim', validTo: '2026-12-05' }, leader);
  expect(await signIn('izglitiba')).toBe('/my/rights');
  expect((await t.perform(readNationalDay, {}, leader)).history.map((one) => one.secondFactorFrom)).toEqual([TODAY, '2026-11-22', '2027-09-01']);
});

test('administrators come first', async () => {
  await decide({ administratorsFrom: TODAY, secondFactorFrom: addDays(t.platform.clock.today(), 30) });
  expect((await visitor(t).signIn('pasvaldibas.administrators', DEMO_PASSWORD)).location).toBe('/my/sign-in');
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).location).toBe('/my/rights');
  // Whoever decides about the ways in of others is one too, without a right to users.
  const { rows } = await owner(`select r.code, r.permissions from access.role r where r.code in (select g.role_code from access.role_grant g join access.app_user u on u.id = g.user_id where u.login = 'izglitiba')`);
  await owner(`update access.role set permissions = permissions || array['authentication.lead-programme'] where code = $1`, [rows[0].code]);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).location).toBe('/my/sign-in');
  await owner('update access.role set permissions = $2 where code = $1', [rows[0].code, rows[0].permissions]);
});

test('from a network that is not the municipality’s own a second factor is needed at once', async () => {
  await decide({ innerNetworks: '198.51.100.0/24' });
  expect((await visitor(t, '198.51.100.9').signIn('izglitiba', DEMO_PASSWORD)).location).toBe('/my/rights');
  expect((await visitor(t, '203.0.113.9').signIn('izglitiba', DEMO_PASSWORD)).location).toBe('/my/sign-in');
});

test('passwords end only when nobody without another way is left or excepted', async () => {
  await decide({ secondFactorFrom: TODAY, passwordsEndOn: TODAY });
  expect((await refusalOf(t.perform(endPasswords, { unit }, leader))).text.lv).toContain('paliktu');
  expect(await t.perform(endPasswordsThatAreDue, {}, NIGHT)).toMatchObject({ ended: [], held: [Number(unit)] });
  expect((await owner(`select subject_lv from platform.notice where kind = 'authentication.programme'`)).rows).toContainEqual({ subject_lv: 'Paroles šonakt netika izslēgtas' });
  await makeReady(['izglitiba']);
  expect([await lockedOut(), await t.perform(endPasswordsThatAreDue, {}, NIGHT)]).toEqual([1, { ended: [], held: [] }]);
  await owner(`update authentication.password_end set at = at - interval '1 day'`);
  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa līdz decembrim', validTo: '2026-12-05' }, leader);
  expect(await lockedOut()).toBe(0);
  expect(await lockedOut({ on: '2026-12-05' })).toBe(1);
  expect(await t.perform(endPasswordsThatAreDue, {}, NIGHT)).toMatchObject({ ended: [Number(unit)], held: [] });
  expect(await t.perform(endPasswordsThatAreDue, {}, NIGHT)).toMatchObject({ ended: [], held: [] });

  const answer = await visitor(t).signIn('izpilddirektors', DEMO_PASSWORD);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('ar paroli vairs nepierakstās');
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).location).toBe('/my/rights');
  await t.perform(takeException, { id: await userIdOf(t, 'izglitiba') }, leader);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status).toBe(403);
  expect((await visitor(t).signIn('izglitiba', 'nepareiza')).status).toBe(422);
  const { found, strengths, counts } = await t.perform(readBoard, { unit, words: 'izglitiba' }, leader);
  expect([found, strengths.none, strengths.one]).toEqual([1, 1, counts.ready]);
  expect(await visitorBoard('administrators')).toContain('pierakstīties nevar: 1');
  const [letter] = (await t.perform(readLetters, { unit }, leader)).people;
  expect([letter!.login, (await t.perform(readLetters, { unit }, leader)).ended]).toEqual(['izglitiba', true]);
});

test('wrong policies are refused with a sentence, and nothing is written', async () => {
  const wrong = [
    [{ passwordsEndOn: '2027-08-31' }, 'passwordsEndOn', 'ne agrāk kā dienā, no kuras otrs līdzeklis šeit vajadzīgs visiem: 01.09.2027.'],
    [{ administratorsFrom: '2026-12-02', secondFactorFrom: '2026-12-01' }, 'administratorsFrom', 'ne vēlāk kā pārējiem'], [{ secondFactorFrom: TODAY, passwordsEndOn: '9999-12-31' }, 'passwordsEndOn', 'Pārbaudiet gadu'], [{ idleMinutes: '4' }, 'idleMinutes', 'mazākā vērtība ir 5'], [{ idleMinutes: '60', absoluteMinutes: '30' }, 'idleMinutes', 'mazāk minūšu'], [{ secondFactorFrom: '2026-11-20' }, 'secondFactorFrom', 'jau ir pagājusi'], [{ innerNetworks: '10.0.0.1/8' }, 'innerNetworks', 'prefiksa'],
  ] as const;
  for (const [policy, field, words] of wrong) expect(await refusalOf(decide(policy))).toMatchObject({ fields: [{ field, message: { lv: expect.stringContaining(words) } }] });
  expect(await refusalOf(decide({ allowed: ['password', 'code'], secondFactorFrom: TODAY, passwordsEndOn: '2026-12-01', innerNetworks: '192.0.2.0/24 skola' })), 'all at once').toMatchObject({ fields: [{ field: 'allowed', message: { lv: expect.stringContaining('jāatļauj vismaz viens') } }, { field: 'innerNetworks', message: { lv: expect.stringMatching(/^skola: Katru/) } }] });
  expect((await refusalOf(t.perform(readBoard, { unit, on: '2026-11-20' }, leader))).text.lv).toContain('jau ir pagājusi');
  expect(await refusalOf(t.perform(giveException, { login: 'pasvaldibas.administrators', reason: 'Man vajag', validTo: '2026-12-05' }, leader))).toMatchObject({ code: 'own-exception' });
  for (const login of ['operators', 'nav.tada']) expect(await refusalOf(t.perform(giveException, { login, reason: 'Nav tālruņa', validTo: '2026-12-05' }, leader))).toMatchObject({ fields: [{ field: 'login', message: { lv: expect.stringContaining('Jūsu pārziņā nav') } }] });
  for (const [validTo, words] of [['2027-12-05', '92 dienas'], [TODAY, 'pirms tas sākas']]) expect((await refusalOf(t.perform(giveException, { login: 'izglitiba', reason: 'Ilgi', validTo }, leader))).text.lv).toContain(words);
  expect((await owner('select id from authentication.policy')).rows).toEqual([]);
  await decide({ passwordsEndOn: '2027-09-01' });
});

test('those who are not ready are reminded 30, 14, 7 and 1 day before, each once', async () => {
  const reminders = async () => (await owner(`select count(*)::int as n from platform.notice where kind = 'authentication.reminder'`)).rows[0].n as number;
  await makeReady(['izglitiba', 'vaditajs']);
  await decide({ secondFactorFrom: TODAY, passwordsEndOn: '2026-11-29' });
  await t.perform(remindBeforeTheDay, {}, NIGHT);
  expect(await reminders()).toBe(0);
  await decide({ secondFactorFrom: TODAY, passwordsEndOn: '2026-11-28' });
  // A body that ceased has left its policy behind: its days hold for nobody, and do not keep others from being told.
  await owner(`insert into authentication.policy (unit_id, allowed, second_factor_from, passwords_end_on, basis, recorded_at, recorded_by)
    select unit_id, '{password}', $1::date, '2026-11-28', 'Pirms reformas', now(), 'test' from territories.unit_version group by 1 having bool_and(coalesce(valid_to <= $1::date, false)) limit 1`, [TODAY]);
  await t.perform(remindBeforeTheDay, {}, NIGHT);
  await t.perform(remindBeforeTheDay, {}, NIGHT);
  expect(await reminders()).toBe(2);
});

test('a change that meets people at once says whom before it holds', async () => {
  const refusal = await refusalOf(decide({ innerNetworks: '198.51.100.0/24', sure: '' }));
  expect(refusal).toMatchObject({ fields: [{ field: 'sure', message: { lv: expect.stringMatching(/otra līdzekļa \(\d+\)/) } }] });
  expect((await owner('select id from authentication.policy')).rows).toEqual([]);
  await decide({ secondFactorFrom: '2026-12-01', sure: '' });
  await makeReady();
  await decide({ innerNetworks: '198.51.100.0/24', sure: '' });
});

test('the gate counts only means that are allowed and there, and advises nothing else', async () => {
  const names = async () => (await t.perform(readBoard, { unit }, leader)).people.find(({ login }) => login === 'izglitiba')!;
  await makeReady([], 'smart-id');
  expect(await names()).toMatchObject({ readiness: 'unusable', means: ['password', 'smart-id'], ways: [] });
  await owner('truncate authentication.outside_identity cascade');
  await makeReady();
  expect(await names()).toMatchObject({ readiness: 'ready', means: ['password', 'eparaksts'], ways: ['eparaksts'] });

  await decide({ allowed: ['password', 'code', 'passkey'] });
  const page = await visitorBoard();
  expect(page).toContain('nav atļauts vai nav pieejams: jāpievieno piekļuves atslēga.');
  expect(page).not.toContain('jāapstiprina konts');
  await decide({ allowed: ['password', 'code', 'passkey'], secondFactorFrom: TODAY, passwordsEndOn: TODAY });
  const board = await t.perform(readBoard, { unit }, leader);
  expect([board.counts.ready, board.advised]).toEqual([0, ['passkey']]);
  expect((await t.perform(readProgramme, {}, leader)).municipalities[0]!.counts).toEqual(board.counts);
  expect(await refusalOf(t.perform(endPasswords, { unit }, leader))).toMatchObject({ code: 'users-would-be-locked-out' });
  expect(await t.perform(endPasswordsThatAreDue, {}, NIGHT)).toMatchObject({ held: [Number(unit)] });
});
const visitorBoard = async (login = 'pasvaldibas.administrators') => {
  const person = visitor(t);
  await person.signIn(login, DEMO_PASSWORD);
  return (await person.open(`/sign-in-programme/${unit}`)).body;
};

test('a policy that leaves somebody without a way in is refused with who that is, before and after passwords end', async () => {
  await makeReady(['izglitiba', 'vaditajs']);
  const refused = await refusalOf(decide({ allowed: ['passkey', 'eparaksts'] }));
  expect(refused).toMatchObject({ fields: [{ field: 'allowed', message: { lv: expect.stringContaining('nevarētu (2): ') } }] });
  const { name } = (await t.perform(readBoard, { unit, words: 'izglitiba' }, leader)).people[0]!;
  expect((refused as unknown as { fields: { message: { lv: string } }[] }).fields[0]!.message.lv).toContain(name);
  await owner(`insert into authentication.code_generator (user_id, secret, confirmed_at, last_step) select id, '', now(), 0 from access.app_user where login = 'izglitiba'`);
  expect(await refusalOf(decide({ allowed: ['password', 'passkey', 'eparaksts'] }))).toMatchObject({ fields: [{ field: 'allowed', message: { lv: expect.stringContaining('nevarētu (1): ') } }] });
  await owner('delete from authentication.code_generator');

  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa', validTo: '2026-12-20' }, leader);
  await t.perform(giveException, { login: 'vaditajs', reason: 'Nav tālruņa', validTo: '2026-12-20' }, leader);
  await t.perform(endPasswords, { unit }, leader);
  expect(await refusalOf(decide({ allowed: ['password', 'code', 'passkey'] }))).toMatchObject({ fields: [{ field: 'allowed' }] });
  await decide({ allowed: ['code', 'passkey', 'eparaksts'] });
  expect(await refusalOf(decide({ allowed: ['password', 'recovery-code', 'smart-id'] }))).toMatchObject({ fields: [{ field: 'allowed', message: { lv: expect.stringContaining('vismaz vienu otro līdzekli') } }] });
});

test('an exception in its last days does not open the gate, and its holder and the leaders are told before it ends', async () => {
  await makeReady(['izglitiba']);
  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa', validTo: '2026-12-04' }, leader);
  const { counts, people } = await t.perform(readBoard, { unit, readiness: 'exception-ends' }, leader);
  expect([counts['exception-ends'], people[0]?.login, await lockedOut()]).toEqual([1, 'izglitiba', 1]);
  expect(await refusalOf(t.perform(endPasswords, { unit }, leader))).toMatchObject({ code: 'users-would-be-locked-out' });
  await owner(`update authentication.policy_exception set valid_to = '2026-11-28'`);
  await owner('truncate platform.notice cascade');
  expect(await t.perform(remindBeforeTheDay, {}, NIGHT)).toBe(1);
  expect(await t.perform(remindBeforeTheDay, {}, NIGHT)).toBe(0);
  const told = (await owner(`select subject_lv, kind from platform.notice order by kind`)).rows;
  expect(told).toContainEqual({ subject_lv: 'Izņēmums beidzas 28.11.2026.', kind: 'authentication.reminder' });
  expect(told).toContainEqual({ subject_lv: 'Beidzas izņēmumi no pierakstīšanās kārtības', kind: 'authentication.programme' });
});

test('who is told twice on a day is counted once, and the board tells the reminders and the exceptions', async () => {
  await makeReady(['izglitiba', 'vaditajs']);
  await owner('truncate platform.notice cascade');
  await decide({ secondFactorFrom: TODAY, passwordsEndOn: '2027-01-15', help: 'tālr. 60000000' });
  expect(await t.perform(remindNow, { unit }, leader)).toEqual({ sent: 2, alreadyToday: 0, withoutMail: 0 });
  expect(await t.perform(remindNow, { unit }, leader)).toEqual({ sent: 0, alreadyToday: 2, withoutMail: 0 });
  const { rows } = await owner(`select body_lv from platform.notice where kind = 'authentication.reminder'`);
  for (const part of ['/sign-in', '15.01.2027.', 'tālr. 60000000', 'pasvaldibas.administrators@']) expect(rows[0].body_lv).toContain(part);
  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa', validTo: '2026-12-05' }, leader);
  const board = await t.perform(readBoard, { unit }, leader);
  expect(board).toMatchObject({ day: t.platform.clock.today(), reminders: [{ sent: 2 }], exceptions: [{ reason: 'Nav tālruņa', validTo: '2026-12-05' }] });
  const later = await t.perform(readBoard, { unit, on: '2027-01-15' }, leader);
  expect(later.people.find(({ login }) => login === 'izglitiba')).toMatchObject({ readiness: 'password-only', exceptedUntil: '2026-12-05' });
  const country = await t.perform(readProgramme, {}, leader);
  expect(country.municipalities[0]!.counts).toEqual(board.counts);
  const letters = await t.perform(readLetters, { unit }, leader);
  expect(letters).toMatchObject({ passwordsEndOn: '2027-01-15', help: 'tālr. 60000000', helpers: [{ name: expect.any(String) }] });
  expect(letters.people.map(({ login }) => login).sort()).toEqual(['izglitiba', 'vaditajs']);
});

test('users that machines act as are no people: not counted, not excepted, not let in, not invited', async () => {
  const before = await t.perform(readBoard, { unit }, leader);
  const id = await userIdOf(t, 'izglitiba');
  await t.database.transaction((tx) => markTechnicalUser(tx, id, leader.id!, t.platform.clock.now()));
  const after = await t.perform(readBoard, { unit }, leader);
  expect([after.found, after.technical, after.people.some((person) => person.id === id)]).toEqual([before.found - 1, before.technical + 1, false]);
  expect((await t.perform(readProgramme, {}, leader)).municipalities[0]!.counts).toEqual(after.counts);
  expect((await visitor(t).signIn('izglitiba', DEMO_PASSWORD)).status).toBe(422);
  expect(await refusalOf(t.perform(giveException, { login: 'izglitiba', reason: 'Sistēma', validTo: '2026-12-05' }, leader))).toMatchObject({ fields: [{ field: 'login', message: { lv: expect.stringContaining('tehniskais lietotājs') } }] });
  expect(await refusalOf(t.perform(resetMeans, { id, how: 'Zvanīja' }, leader))).toMatchObject({ code: 'technical-user' });
  await owner('delete from authentication.technical_user');
});

test('a provider of the country goes only when nobody needs it, or knowingly', async () => {
  await makeReady();
  const needed = async () => (await t.perform(readCountryProviders, {}, administrator)).map(({ provider, there, needed: one }) => ({ method: provider.method, there, units: one.map(({ unitId, n }) => [unitId, n]) }));
  expect(await needed()).toEqual([{ method: 'eparaksts', there: true, units: [] }]);
  await owner(`insert into authentication.password_end (unit_id, kind, at, reason, by_user) values ($1, 'ended', $2, '', 'test')`, [unit, t.platform.clock.now()]);
  const all = (await t.perform(readBoard, { unit }, leader)).found;
  expect(await needed()).toEqual([{ method: 'eparaksts', there: true, units: [[Number(unit), all]] }]);
  await t.perform(giveException, { login: 'izglitiba', reason: 'Nav tālruņa līdz janvārim', validTo: '2027-01-31' }, leader);
  expect(await needed()).toEqual([{ method: 'eparaksts', there: true, units: [[Number(unit), all - 1]] }]);
  expect(await refusalOf(t.perform(readCountryProviders, {}, leader))).toMatchObject({ code: 'providers-are-of-the-country' });
  const startWith = (outside: Record<string, string>) => refuseWithoutNeededProviders({ ...t.platform, installation: { ...t.platform.installation, production: true, outside } });
  await startWith({ EPARAKSTS_URL: 'https://eidas.example.lv/', EPARAKSTS_CLIENT_ID: 'vienkopus', EPARAKSTS_CLIENT_SECRET: 'nobody asks it' });
  await expect(startWith({ OUTSIDE_TAKEN_OUT: 'smart-id, https://journal.example.lv' })).rejects.toThrow(` ${all - 1}. Set it up again`);
  await startWith({ OUTSIDE_TAKEN_OUT: 'eparaksts' });
  await owner(`with gone as (update authentication.outside_identity set method = 'e-journal', issuer = 'https://one.example.lv' returning *) insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how) select user_id, method, 'https://two.example.lv', 'two ' || subject_key, subject, linked_at, linked_how from gone`);
  expect((await needed()).map(({ there, units }) => [there, units])).toEqual([[true, []], [false, [[Number(unit), all - 1]]], [false, [[Number(unit), all - 1]]]]);
});
