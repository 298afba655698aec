import { afterEach, beforeEach, expect, test } from 'vitest';
import { closeInstitution } from '#modules/institutions/actions/close-institution.js';
import { correctClosure, withdrawClosure } from '#modules/institutions/actions/correct-closure.js';
import { openCloseForm, openClosureForm } from '#modules/institutions/actions/open-forms.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { registerInstitutionsPermission } from '#modules/institutions/permissions.js';
import { endGrantEarly, giveGrant } from '../actions/give-grant.js';
import { actorOf } from '../public.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { DEMO_PASSWORD } from '../domain/demo-users.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

const REGISTRAR = actorWith([registerInstitutionsPermission]);
const CLOSED = { reason: 'liquidated', basis: 'Domes lēmums' };

let t: TestPlatform;
let institution: string;
let given: { id: string }[];
const administrator = async () => actorOf(t.database.read, await userIdOf(t, demo('rights-administrator').login), t.platform.clock.today());
beforeEach(async () => {
  t = await testPlatform();
  institution = (await fillWithUsers(t)).institutions[1]!;
  given = [];
  for (const [roleCode, to] of [['institution-head', '2027-06-30'], ['school-secretary', '']]) {
    given.push(await t.perform(giveGrant, { login: 'lietvedis', roleCode, from: '2026-11-21', to, place: `institution:${institution}`, basis: 'Rīkojums' }, await administrator()));
  }
});
afterEach(() => t.close());

const close = (closedOn: string) => t.perform(closeInstitution, { regNr: '9900000001', closedOn, ...CLOSED }, REGISTRAR);
const move = (closedOn: string) => t.perform(correctClosure, { regNr: '9900000001', closedOn, ...CLOSED }, REGISTRAR);
const takeBack = () => t.perform(withdrawClosure, { regNr: '9900000001', why: 'Domes lēmums atcelts' }, REGISTRAR);
const ends = async () =>
  (await t.database.pool.query<{ valid_to: string | null; ended_reason: string }>('select valid_to, ended_reason from access.role_grant where id = any($1) order by role_code', [given.map((one) => one.id)])).rows.map((row) => [row.valid_to, row.ended_reason]);
const told = async () =>
  (await t.database.pool.query<{ subject_lv: string }>(`select subject_lv from platform.notice where kind like 'access.rights-%' and user_id = $1 order by told_at, id`, [await userIdOf(t, 'lietvedis')])).rows.map((row) => row.subject_lv);

const AS_GIVEN = [['2027-06-30', ''], [null, '']];

test('rights at an institution end by themselves with its closing, and their holders are told once', async () => {
  expect(await t.perform(openCloseForm, { regNr: '9900000001' }, REGISTRAR)).toMatchObject({ rights: 2 });
  expect(await close('2026-12-31')).toMatchObject({ rightsEnding: 2 });
  await t.runDueJobs();
  expect(await ends()).toEqual([['2026-12-31', 'iestāde slēgta'], ['2026-12-31', 'iestāde slēgta']]);
  expect(await told()).toEqual(['Jūsu tiesības iestādē beidzas 31.12.2026.']);
  const holder = visitor(t);
  await holder.signIn('lietvedis', DEMO_PASSWORD);
  const page = (await holder.open('/my/rights')).body;
  expect(page).toContain('spēkā, beigsies 31.12.2026. (iestādes slēgšana)');
  expect(page).not.toContain('Iestāde ir slēgta');
});

test('a right that somebody ends before the closing stays ended when the closing is taken back', async () => {
  await close('2026-12-31');
  await t.runDueJobs();
  await t.perform(endGrantEarly, { id: given[1]!.id, on: '2026-12-01', why: 'Aiziet no darba' }, await administrator());
  await takeBack();
  await t.runDueJobs();
  expect(await ends()).toEqual([AS_GIVEN[0], ['2026-12-01', 'Aiziet no darba']]);
});

test('a closing taken back before its day gives the rights back as they were given, and their holders are told', async () => {
  await close('2026-12-31');
  await t.runDueJobs();
  expect(await t.perform(openClosureForm, { regNr: '9900000001' }, REGISTRAR)).toMatchObject({ rights: { toCome: 2, over: 0 } });
  expect(await takeBack()).toMatchObject({ rights: { toCome: 2, over: 0 } });
  await t.runDueJobs();
  expect(await ends()).toEqual(AS_GIVEN);
  expect(await told()).toEqual(['Jūsu tiesības iestādē beidzas 31.12.2026.', 'Jūsu tiesības iestādē turpinās']);
  await close('2026-12-31');
  await t.runDueJobs();
  expect(await ends()).toEqual([['2026-12-31', 'iestāde slēgta'], ['2026-12-31', 'iestāde slēgta']]);
  expect(await told()).toHaveLength(3);
});

test('taken back before anyone noticed the closing, nothing is cut and nobody is told', async () => {
  await close('2026-12-31');
  await takeBack();
  await t.runDueJobs();
  expect(await ends()).toEqual(AS_GIVEN);
  expect(await told()).toEqual([]);
});

test('a closing moved to another day ends the rights on that day, but none later than it was given for', async () => {
  await close('2026-12-31');
  await t.runDueJobs();
  await move('2027-08-31');
  await t.runDueJobs();
  expect(await ends()).toEqual([['2027-06-30', ''], ['2027-08-31', 'iestāde slēgta']]);
  expect(await told()).toEqual(['Jūsu tiesības iestādē beidzas 31.12.2026.', 'Jūsu tiesības iestādē beidzas 31.08.2027.', 'Jūsu tiesības iestādē turpinās']);
});

test('what a person had ended before the closing ends on the day that person said', async () => {
  await t.perform(endGrantEarly, { id: given[0]!.id, on: '2027-03-01', why: 'Līguma beigas' }, await administrator());
  await close('2026-12-31');
  await t.runDueJobs();
  await takeBack();
  await t.runDueJobs();
  expect(await ends()).toEqual([['2027-03-01', 'Līguma beigas'], [null, '']]);
});

test('rights that have ended with a closing stay ended, and the registrar is told how many these are', async () => {
  await close('2026-11-21');
  await t.runDueJobs();
  expect(await t.perform(openClosureForm, { regNr: '9900000001' }, REGISTRAR)).toMatchObject({ rights: { toCome: 0, over: 2 } });
  await takeBack();
  await t.runDueJobs();
  expect(await ends()).toEqual([['2026-11-21', 'iestāde slēgta'], ['2026-11-21', 'iestāde slēgta']]);
});
