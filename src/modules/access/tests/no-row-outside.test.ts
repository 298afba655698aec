import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { type Actor, isNowhere, type Scope } from '#platform/actions/actor.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { listConfirmations } from '../actions/confirm-rights.js';
import { countRequestsToDecide, listRequestsToDecide, type Undecided } from '../actions/decide-requests.js';
import { exportRightsHere, exportUsers } from '../actions/exports.js';
import { listRightsHere } from '../actions/here.js';
import { readUser } from '../actions/user-details.js';
import { listOwnUsers } from '../actions/users.js';
import { ACCESS_PERMISSIONS } from '../permissions.js';
import { fillWithUsers, INSTITUTIONS } from './made-up-country.js';

let t: TestPlatform;
let units: readonly number[];
/** Which municipality each school belongs to, written down independently of the program. */
let unitOfSchool: ReadonlyMap<string, number>;
let allUsers: { id: string; unit_id: number | null; institution_id: string | null; name: string }[];

beforeAll(async () => {
  t = await testPlatform();
  ({ units } = await fillWithUsers(t, { users: 400, grants: 800 }));
  unitOfSchool = new Map([[INSTITUTIONS[0], units[0]!], [INSTITUTIONS[1], units[0]!], [INSTITUTIONS[2], units[1]!]]);
  const { pool } = t.database;
  await pool.query(`insert into access.right_request (user_id, role_code, unit_id, institution_id, wanted_from, basis, recorded_at, recorded_by)
    select id, 'auditor', unit_id, institution_id, '2026-12-01', 'Iesniegums', $1, 'test' from access.app_user where num_nonnulls(unit_id, institution_id) = 1`, [t.platform.clock.now()]);
  await pool.query(`update access.role_grant set confirmed_on = '2025-01-01'`);
  allUsers = (await pool.query(`select id, unit_id, institution_id, name from access.app_user`)).rows;
});
afterAll(() => t.close());

const scopes = () =>
  fc.record({
    everywhere: fc.constant(false),
    unitIds: fc.uniqueArray(fc.constantFrom(...units.slice(0, 6)), { maxLength: 3 }),
    institutionIds: fc.uniqueArray(fc.constantFrom(...INSTITUTIONS), { maxLength: 2 }),
    acting: fc.constant(null),
  });

const actorIn = (scope: Scope): Actor => ({ kind: 'user', id: '01900000-0000-7000-8000-00000000ffff', personId: null, name: 'Kāds', scopes: new Map(ACCESS_PERMISSIONS.map((one) => [one.name, scope])) });

const allows = (scope: Scope, row: { unitId: number | null; institutionId: string | null }): boolean =>
  row.unitId !== null
    ? scope.unitIds.includes(row.unitId)
    : row.institutionId !== null && (scope.institutionIds.includes(row.institutionId) || scope.unitIds.includes(unitOfSchool.get(row.institutionId)!));

const forEachScope = (check: (scope: Scope, actor: Actor) => Promise<void>) =>
  fc.assert(fc.asyncProperty(scopes(), async (scope) => { if (!isNowhere(scope)) await check(scope, actorIn(scope)); }), { numRuns: 25 });

const employed = (scope: Scope) => allUsers.filter((user) => allows(scope, { unitId: user.unit_id, institutionId: user.institution_id }));

test('no list, count or export of users shows one of another organisation, and none is missing', () =>
  forEachScope(async (scope, actor) => {
    const mine = new Set(employed(scope).map((user) => user.id));
    const seen: string[] = [];
    for (let after = ''; ; ) {
      const page = await t.perform(listOwnUsers, { after }, actor);
      expect(page.total).toBe(mine.size);
      seen.push(...page.users.map((user) => user.id));
      if (!page.next) break;
      after = page.next;
    }
    expect(new Set(seen)).toEqual(mine);
    const names = seen.map((id) => allUsers.find((user) => user.id === id)!.name);
    expect(names).toEqual(names.toSorted(inLatvianOrder));
    const exported = await t.perform(exportUsers, { format: 'csv' }, actor);
    const ids = await Array.fromAsync(exported.rows, (user) => user.id);
    expect(new Set(ids)).toEqual(mine);
    const stranger = allUsers.find((user) => !mine.has(user.id))!;
    await expect(t.perform(readUser, { id: stranger.id }, actor)).rejects.toMatchObject({ status: 404 });
  }));

test('no list, count or export of rights shows one outside the scope, whatever is filtered by', () =>
  forEachScope(async (scope, actor) => {
    for (const filter of [{}, { place: `unit:${units[3]}` }, { place: `institution:${INSTITUTIONS[2]}` }, { words: 'a' }]) {
      const page = await t.perform(listRightsHere, { ...filter, on: '2025-12-01' }, actor);
      expect(page.grants.filter((grant) => !allows(scope, grant))).toEqual([]);
      const rows = await Array.fromAsync((await t.perform(exportRightsHere, { ...filter, on: '2025-12-01', format: 'csv' }, actor)).rows);
      expect(rows.filter((grant) => !allows(scope, grant))).toEqual([]);
      expect(page.total).toBe(rows.length);
      // The old map and the new one have the very same rows, each in one municipality of each.
      const anew = await t.perform(listRightsHere, { ...filter, on: '2025-06-30', edition: '2025-07-01' }, actor);
      const old = await t.perform(listRightsHere, { ...filter, on: '2025-06-30' }, actor);
      expect([anew.total, anew.grants.map(({ id }) => id)]).toEqual([old.total, old.grants.map(({ id }) => id)]);
      for (const grant of anew.grants) expect([anew.maps!.own.nameOf(grant).lv, anew.maps!.chosen.nameOf(grant).lv]).not.toContain('');
    }
  }));

/** Everything of a list page after page, the same as its file, and its values from the least or from the greatest on. */
function inOrder<Row extends { id: string }>(descending: boolean, [rows, file]: readonly [readonly Row[], readonly Row[]], shown: (row: Row) => string, direction = descending ? -1 : 1): void {
  expect(rows.map(({ id }) => id)).toEqual(file.map(({ id }) => id));
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const values = rows.map(shown);
  expect(values).toEqual(values.toSorted((a, b) => direction * inLatvianOrder(a, b)));
}

test.each(['asc', 'desc'])('lists sorted otherwise, %s, show every row once, and their files go the same way', async (order) => {
  const actor = actorIn({ everywhere: true, unitIds: [], institutionIds: [], acting: null });
  type User = Awaited<ReturnType<typeof listOwnUsers.run>>['users'][number];
  for (const [sort, shown] of [['login', (user) => user.login], ['organisation', (user) => user.organisation ?? ''], ['state', (user) => user.state], ['last', (user) => user.lastSignIn?.toISOString() ?? '']] as const satisfies readonly [string, (user: User) => string][]) {
    const rows: User[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof listOwnUsers.run>> = await t.perform(listOwnUsers, { sort, order, after }, actor);
      rows.push(...page.users);
      after = page.next;
    }
    expect(rows).toHaveLength(allUsers.length);
    inOrder(order === 'desc', [rows, await Array.fromAsync((await t.perform(exportUsers, { sort, order, format: 'csv' }, actor)).rows)], shown);
  }
  type Grant = Awaited<ReturnType<typeof listRightsHere.run>>['grants'][number];
  for (const [sort, shown] of [['roleLv', (grant) => grant.roleLv], ['roleEn', (grant) => grant.roleEn], ['place', (grant) => grant.place ?? ''], ['period', (grant) => grant.validFrom]] as const satisfies readonly [string, (grant: Grant) => string][]) {
    const rows: Grant[] = [];
    const asked = { on: '2025-12-01', sort, order };
    for (let after: string | null = ''; after !== null; ) {
      const page: Awaited<ReturnType<typeof listRightsHere.run>> = await t.perform(listRightsHere, { ...asked, after }, actor);
      rows.push(...page.grants);
      after = page.next;
      expect(page.total).toBeGreaterThan(100);
    }
    inOrder(order === 'desc', [rows, await Array.fromAsync((await t.perform(exportRightsHere, { ...asked, format: 'csv' }, actor)).rows)], shown);
  }
});

test('no request and no confirmation outside the scope is shown or counted', () =>
  forEachScope(async (scope, actor) => {
    const undecided = await t.perform(listRequestsToDecide, {}, actor);
    const byPlace: { id: string; place: string | null }[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: Undecided = await t.perform(listRequestsToDecide, { sort: 'place', order: 'desc', after }, actor);
      byPlace.push(...page.requests);
      after = page.next;
    }
    expect(new Set(byPlace.map(({ id }) => id)).size).toBe(undecided.total);
    const places = byPlace.map(({ place }) => place ?? '');
    expect(places).toEqual(places.toSorted(inLatvianOrder).toReversed());
    expect(undecided.requests.filter((request) => !allows(scope, request))).toEqual([]);
    expect(undecided.total).toBe(employed(scope).length);
    expect(await countRequestsToDecide({ tx: t.database.read, actor, scope, today: t.platform.clock.today() })).toBe(undecided.total);
    const { items } = await t.perform(listConfirmations, {}, actor);
    expect(items.filter(({ grant }) => !allows(scope, grant))).toEqual([]);
  }));

test('without any scope nothing at all is shown', async () => {
  const nobody = actorIn({ everywhere: false, unitIds: [], institutionIds: [], acting: null });
  for (const action of [listOwnUsers, listRightsHere, listRequestsToDecide, listConfirmations] as const) {
    await expect(t.perform<unknown, unknown>(action as never, {}, nobody)).rejects.toMatchObject({ status: 403 });
  }
});
