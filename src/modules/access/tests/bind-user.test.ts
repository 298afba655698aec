import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Refusal } from '#kernel/errors.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { isoDate } from '#kernel/iso-date.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { bindUser } from '../actions/bind-user.js';
import { actorOf } from '../public.js';
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

test('nobody names the person of a user who works elsewhere', async () => {
  const administrator = await actorNamed('iestades.administrators');
  expect(await refusalOf(t.perform(bindUser, { id: await userIdOf(t, 'izpilddirektors'), code: CODE, basis: 'Nav' }, administrator))).toMatchObject({ code: 'no-such-user' });
});
