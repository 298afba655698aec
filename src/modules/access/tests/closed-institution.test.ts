import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeInstitution } from '#modules/institutions/actions/close-institution.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { registerInstitutionsPermission } from '#modules/institutions/permissions.js';
import { giveGrant } from '../actions/give-grant.js';
import { actorOf } from '../public.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

let t: TestPlatform;
let institution: string;
beforeAll(async () => {
  t = await testPlatform();
  institution = (await fillWithUsers(t)).institutions[1]!;
});
afterAll(() => t.close());

test('rights at an institution end by themselves with its closing, and their holders are told once', async () => {
  const administrator = await actorOf(t.database.read, await userIdOf(t, demo('rights-administrator').login), t.platform.clock.today());
  for (const roleCode of ['school-secretary', 'institution-head']) {
    await t.perform(giveGrant, { login: 'lietvedis', roleCode, from: '2026-11-21', to: '', place: `institution:${institution}`, basis: 'Rīkojums' }, administrator);
  }
  await t.perform(closeInstitution, { regNr: '9900000001', closedOn: '2026-12-31', reason: 'liquidated', basis: 'Domes lēmums' }, actorWith([registerInstitutionsPermission]));
  await t.runDueJobs();
  const grants = async () => (await t.database.pool.query('select valid_to, ended_reason from access.role_grant where institution_id = $1 and user_id = $2', [institution, await userIdOf(t, 'lietvedis')])).rows;
  expect(await grants()).toEqual(Array.from({ length: 2 }, () => ({ valid_to: '2026-12-31', ended_reason: 'iestāde slēgta' })));
  const told = await t.database.pool.query(`select subject_lv from platform.notice where kind = 'access.rights-end-with-institution' and user_id = $1`, [await userIdOf(t, 'lietvedis')]);
  expect(told.rows).toEqual([{ subject_lv: 'Jūsu tiesības iestādē beidzas 31.12.2026.' }]);
});
