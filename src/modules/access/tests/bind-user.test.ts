import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#kernel/errors.js';
import { viewOwnData } from '#modules/persons/actions/view-own-data.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { bindUser } from '../actions/bind-user.js';
import { approveRequest } from '../actions/decide-requests.js';
import { giveGrant } from '../actions/give-grant.js';
import { requestRight } from '../actions/request-right.js';
import { actorOf, listReachableUsers, setPersonProven, workingPersonId } from '../public.js';
import { fillWithUsers, userIdOf } from './made-up-country.js';

const CODE = '540344-83847';
let t: TestPlatform;
const refusalOf = (work: Promise<unknown>) => work.then(() => { throw new Error('it was not refused'); }, (refusal: Refusal) => refusal);
const actorNamed = async (login: string) => actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today());

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t);
  await t.database.transaction((tx) => registerMadeUpPeople(tx, [{ given: 'Andris', family: 'Vadonis', code: CODE, bornOn: isoDate('1972-03-14'), sex: 'male' }], t.platform.clock.today(), t.platform.clock.now()));
});
afterAll(() => t.close());

test('an account’s person is named once, by a code in the register, and a differing name has to be meant', async () => {
  const administrator = await actorNamed('pasvaldibas.administrators');
  const bind = async (login: string, more: object) => t.perform(bindUser, { id: await userIdOf(t, login), code: CODE, basis: 'Darba līgums', ...more }, administrator);
  expect((await refusalOf(bind('vaditajs', { code: '421174-37694' }))).text.lv).toContain('nav dzīvas personas');
  expect((await refusalOf(bind('izglitiba', {}))).text.lv).toContain('atšķiras');
  await bind('vaditajs', {});
  await bind('izglitiba', { nameMeant: 'yes' });
  expect(await refusalOf(bind('vaditajs', {}))).toMatchObject({ code: 'user-is-bound' });
  const { rows } = await t.database.pool.query(`select distinct person_id from access.app_user where login in ('vaditajs', 'izglitiba')`);
  expect(rows).toHaveLength(1);
});

test('whom an administrator names may work as that person, and sees nothing of their own data until it is proven', async () => {
  const head = await actorNamed('vaditajs');
  const named = await workingPersonId(t.database.read, head);
  expect([head.personId, named === null]).toEqual([null, false]);
  expect(await refusalOf(t.perform(viewOwnData, {}, head))).toMatchObject({ status: 404, code: 'not-in-register' });
  expect(await listReachableUsers(t.database.read, [named!])).toEqual([]);
  await t.database.transaction((tx) => setPersonProven(tx, head.id!));
  expect((await t.perform(viewOwnData, {}, await actorNamed('vaditajs'))).card.person.id).toBe(named);
  expect((await listReachableUsers(t.database.read, [named!])).map(({ userId }) => userId)).toEqual([head.id]);
});

test('nobody decides about the rights of another account of their own', async () => {
  const administrator = await actorNamed('pasvaldibas.administrators');
  await t.perform(bindUser, { id: administrator.id, code: CODE, nameMeant: 'yes', basis: 'Darba līgums' }, await actorNamed('tiesibas'));
  const { rows } = await t.database.pool.query(`select unit_id from access.app_user where login = 'pasvaldibas.administrators'`);
  const place = `unit:${rows[0].unit_id}`;
  const own = { login: 'izglitiba', roleCode: 'municipality-head', place, from: '2026-12-01', to: '', basis: 'Rīkojums' };
  expect(await refusalOf(t.perform(giveGrant, own, administrator))).toMatchObject({ code: 'own-right' });
  const { id } = await t.perform(requestRight, own, await actorNamed('izglitiba'));
  expect(await refusalOf(t.perform(approveRequest, { id }, administrator))).toMatchObject({ code: 'own-request' });
  await t.perform(approveRequest, { id }, await actorNamed('tiesibas'));
});

test('nobody names the person of a user who works elsewhere', async () => {
  const administrator = await actorNamed('iestades.administrators');
  expect(await refusalOf(t.perform(bindUser, { id: await userIdOf(t, 'izpilddirektors'), code: CODE, basis: 'Nav' }, administrator))).toMatchObject({ code: 'no-such-user' });
});
