import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { actorOf } from '../public.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

let t: TestPlatform;
let units: readonly number[];

beforeAll(async () => {
  t = await testPlatform();
  ({ units } = await fillWithUsers(t, { users: 300, grants: 600 }));
});
afterAll(() => t.close());

test('a user’s scopes are their grants of today times the permissions of the roles', async () => {
  const actor = await actorOf(t.database.read, await userIdOf(t, demo('municipality-user-administrator').login), t.platform.clock.today());
  expect(actor.scopes.get('access.manage-users')).toMatchObject({ everywhere: false, unitIds: [units[0]], institutionIds: [] });
  expect(actor.scopes.get('access.manage-users')!.acting!.role.lv).toBe('Pašvaldības lietotāju administrators');
  expect(actor.scopes.has('reforms.operate')).toBe(false);
});

test('a role for the whole country gives its permissions everywhere', async () => {
  const actor = await actorOf(t.database.read, await userIdOf(t, demo('ministry-operator').login), t.platform.clock.today());
  expect(actor.scopes.get('reforms.operate')).toMatchObject({ everywhere: true, acting: { organisation: { lv: 'Latvija', en: 'Latvia' } } });
});

test('every grant made up lies within the life of its place', async () => {
  const { rows } = await t.database.pool.query(`select count(*)::int as n, count(*) filter (where i.id is not null and (g.valid_from < i.founded_on
    or (i.closed_on is not null and (g.valid_to is null or g.valid_to > i.closed_on))))::int as beyond
    from access.role_grant g left join institutions.institution i on i.id = g.institution_id where g.recorded_by = 'made-up-users'`);
  expect(rows[0]).toEqual({ n: 621, beyond: 0 });
});
