import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#kernel/errors.js';
import { changeName } from '#modules/persons/actions/change-name.js';
import { protectPerson } from '#modules/persons/actions/protect-person.js';
import { viewOwnData } from '#modules/persons/actions/view-own-data.js';
import { protectPersonsPermission, readProtectedPermission, recordPersonsPermission } from '#modules/persons/permissions.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { bindUser } from '../actions/bind-user.js';
import { changeUser } from '../actions/change-user.js';
import { approveRequest } from '../actions/decide-requests.js';
import { directory } from '../actions/directory.js';
import { exportUsers } from '../actions/exports.js';
import { giveGrant } from '../actions/give-grant.js';
import { requestRight } from '../actions/request-right.js';
import { readUser } from '../actions/user-details.js';
import { listOwnUsers } from '../actions/users.js';
import { insertResident } from '../store/users.js';
import { actorOf, listReachableUsers, provePerson, workingPersonId } from '../public.js';
import { manageUsers } from '../permissions.js';
import { fillWithUsers, INSTITUTIONS, userIdOf } from './made-up-country.js';

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
  await t.database.transaction((tx) => provePerson({ tx, today: t.platform.clock.today(), now: t.platform.clock.now() }, head.id!, named!));
  expect((await t.perform(viewOwnData, {}, await actorNamed('vaditajs'))).card.person.id).toBe(named);
  expect((await listReachableUsers(t.database.read, [named!])).map(({ userId }) => userId)).toEqual([head.id]);
});

test('a confirmed account bears the name of the register and follows it, and only its mail address is changed by hand', async () => {
  const administrator = await actorNamed('pasvaldibas.administrators');
  const { id, personId } = await actorNamed('vaditajs');
  const named = async (on = '') => (await t.perform(listOwnUsers, { words: 'vaditajs', on }, administrator)).users.find((user) => user.id === id)?.name;
  await t.database.pool.query(`update access.app_user set recorded_at = '2026-11-01' where id = $1`, [id]);
  await t.perform(changeName, { id: personId, given: 'Andris', family: 'Jaunvadonis', from: t.platform.clock.today() }, actorWith([recordPersonsPermission]));
  await t.runDueJobs();
  expect([await named(), await named('2026-11-20')]).toEqual(['Andris Jaunvadonis', 'Andris Vadonis']);
  expect(await refusalOf(t.perform(changeUser, { id, name: 'Andris Vadonis', email: 'andris@example.lv', why: 'Kļūda' }, administrator))).toMatchObject({ fields: [{ field: 'name', message: { lv: expect.stringContaining('personu reģistrā') } }] });
  await t.perform(changeUser, { id, email: 'andris@example.lv', why: 'Jauna adrese' }, administrator);
  expect(await refusalOf(t.perform(changeUser, { id, email: 'andris@example.lv', why: 'Vēlreiz' }, administrator))).toMatchObject({ fields: [{ field: 'email' }] });
  expect(await refusalOf(t.perform(changeUser, { id: administrator.id, email: 'cits@example.lv', why: 'Mana adrese' }, administrator))).toMatchObject({ code: 'own-user' });
  expect(await refusalOf(t.perform(changeUser, { id, email: 'cits@example.lv', why: 'Nav mans' }, actorWith([manageUsers], { everywhere: false, institutionIds: [INSTITUTIONS[2]] })))).toMatchObject({ status: 404 });
});

test('a protected resident who signs in is in no list of users, and is called by the login alone', async () => {
  const { today, now } = { today: t.platform.clock.today(), now: t.platform.clock.now() };
  await t.database.transaction((tx) => registerMadeUpPeople(tx, [{ given: 'Slepena', family: 'Iedzīvotāja', code: '421174-37694', bornOn: isoDate('1974-11-02'), sex: 'female' }], today, now));
  const { rows } = await t.database.pool.query<{ id: string }>(`select person_id as id from persons.code where code = '42117437694'`);
  const [person] = rows;
  const userId = await t.database.transaction((tx) => insertResident(tx, { id: person!.id, name: 'Slepena Iedzīvotāja' }, now));
  const administrator = await actorNamed('tiesibas');
  const seen = async () => JSON.stringify([
    await t.perform(listOwnUsers, { words: 'Slepena' }, administrator), await Array.fromAsync((await t.perform(exportUsers, { words: 'slepena', format: 'csv' }, administrator)).rows),
    await t.perform(readUser, { id: userId }, administrator), await directory.usersById(t.database.read, [userId!], today), await directory.usersNamed(t.database.read, 'Slepena', today, 9),
  ]);
  expect(await seen()).toContain('Slepena');
  await t.perform(protectPerson, { id: person!.id, kind: 'violence', basis: 'Lēmums', from: '2026-01-01' }, actorWith([protectPersonsPermission, readProtectedPermission]));
  expect(await seen()).not.toMatch(/Slepena|Iedzīvotāja/);
  expect(await seen()).toContain('iedzivotajs-');
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
