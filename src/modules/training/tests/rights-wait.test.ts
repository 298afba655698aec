import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { findActor, insertRequirement, recordMet, rightsOf, withdrawMet } from '#modules/access/public.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo, userIdOf } from '../../access/tests/made-up-country.js';
import { addDays, isoDate, type IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import { type Country, trainingCountry } from './made-up-training.js';

let c: Country;
let pool: Country['t']['database']['pool'];
const TODAY = isoDate('2026-11-21');
const NOW = new Date('2026-11-21T08:00:00Z');

beforeAll(async () => {
  c = await trainingCountry();
  pool = c.t.database.pool;
});
afterAll(() => c.t.close());

const forgetAll = () => pool.query('delete from access.requirement_met; delete from access.role_requirement;');
type AskedPlace = Parameters<typeof insertRequirement>[1]['place'];
const ask = (roleCode: string, place: AskedPlace, validFrom: IsoDate = TODAY, key = 'course:k') =>
  c.t.database.transaction((tx) => insertRequirement(tx, { key, roleCode, place, titleLv: 'Kurss', titleEn: 'Course', link: '/training', validFrom, basis: 'Rīkojums' }, 'test', NOW));
const meet = (userId: string, from: IsoDate, to: IsoDate | null, key = 'course:k') => c.t.database.transaction((tx) => recordMet(tx, { userId, key, from, to, basis: 'test' }, 'test', NOW));
const scopeAt = async (role: string, permission: string) => (await c.as(role)).scopes.get(permission);

test('a right waits for what its role asks for at its place, counts once that is met, and waits again when it ends', async () => {
  await forgetAll();
  const role = 'institution-user-administrator';
  const userId = await userIdOf(c.t, demo(role).login);
  const place = { kind: 'institution', institutionId: c.institutions[0]! } as const;
  expect(await scopeAt(role, 'access.manage-users')).toMatchObject({ institutionIds: [place.institutionId] });
  await ask(role, place);
  expect(await scopeAt(role, 'access.manage-users')).toBeUndefined();
  await meet(userId, addDays(TODAY, -365), TODAY);
  expect(await scopeAt(role, 'access.manage-users')).toBeUndefined();
  const id = await meet(userId, TODAY, addDays(TODAY, 1));
  expect(await scopeAt(role, 'access.manage-users')).toMatchObject({ institutionIds: [place.institutionId] });
  expect((await findActor(c.t.database.read, userId, addDays(TODAY, 1)))!.rights).toEqual([]);
  await c.t.database.transaction((tx) => withdrawMet(tx, id, 'test', NOW));
  expect(await scopeAt(role, 'access.manage-users')).toBeUndefined();
});

test('who looks after rights sees in the list and in its file that a right waits, until what it asks for is met', async () => {
  await forgetAll();
  const role = 'institution-user-administrator';
  const userId = await userIdOf(c.t, demo(role).login);
  await ask(role, { kind: 'institution', institutionId: c.institutions[0]! }, addDays(TODAY, -18));
  const keeper = visitor(c.t);
  await keeper.signIn(demo('municipality-user-administrator').login, DEMO_PASSWORD);
  const seen = async () => {
    const list = (await keeper.open(`/access/here?role=${role}`)).body;
    const file = (await keeper.open(`/access/here/export?role=${role}&format=csv`)).body;
    return [list, file].map((body) => body.includes('gaida mācības'));
  };
  expect(await seen()).toEqual([true, true]);
  const own = visitor(c.t);
  await own.signIn(demo(role).login, DEMO_PASSWORD);
  const start = (await own.open('/')).body;
  expect(start).toContain('Kursi, bez kuriem jūsu tiesības nedarbojas');
  expect(start).toContain('līdz 21.11.2026.');
  expect(start).not.toContain('03.11.2026.');
  await meet(userId, TODAY, null);
  expect(await seen()).toEqual([false, false]);
});

test('what a municipality asks for covers its institutions of that day, what the country asks for covers all, and one institution asks only for itself', async () => {
  const role = 'institution-user-administrator';
  const waits = async () => (await scopeAt(role, 'access.manage-users')) === undefined;
  const asked = async (place: AskedPlace) => {
    await forgetAll();
    await ask(role, place);
    return waits();
  };
  expect(await asked({ kind: 'municipality', unitId: c.units[0]! })).toBe(true);
  expect(await asked({ kind: 'municipality', unitId: c.units[1]! })).toBe(false);
  expect(await asked({ kind: 'institution', institutionId: c.institutions[1]! })).toBe(false);
  expect(await asked({ kind: 'country' })).toBe(true);
  await forgetAll();
  await ask('municipality-user-administrator', { kind: 'institution', institutionId: c.institutions[0]! });
  expect(await scopeAt('municipality-user-administrator', 'access.manage-users')).toMatchObject({ unitIds: [c.units[0]] });
});

test('what is asked for from a later day does not stop a right before', async () => {
  await forgetAll();
  const role = 'municipality-user-administrator';
  await ask(role, { kind: 'municipality', unitId: c.units[0]! }, addDays(TODAY, 5));
  const rightsOn = async (day: IsoDate) => (await findActor(c.t.database.read, await userIdOf(c.t, demo(role).login), day))!.rights.length;
  expect([await rightsOn(addDays(TODAY, 4)) > 0, await rightsOn(addDays(TODAY, 5))]).toEqual([true, 0]);
});

const ROLES = ['institution-head', 'institution-user-administrator', 'municipality-head', 'ministry-operator'] as const;
const KEYS = ['course:a', 'course:b'] as const;

/** By hand and in words of its own: what each role’s demonstration user holds, and where that lies. */
const holdings = () => {
  const school = { unit: c.units[0]!, institution: c.institutions[0]! };
  return new Map<string, { unit: number | null; institution: string | null }>([
    ['institution-head', school],
    ['institution-user-administrator', school],
    ['municipality-head', { unit: c.units[0]!, institution: null }],
    ['ministry-operator', { unit: null, institution: null }],
  ]);
};

test('no right counts on any day on which something is asked for that its user has not met, and every other right counts', async () => {
  const day = fc.integer({ min: -3, max: 6 }).map((n) => addDays(TODAY, n));
  const length = fc.option(fc.integer({ min: 1, max: 6 }));
  const place = fc.constantFrom<AskedPlace>(
    { kind: 'country' },
    { kind: 'municipality', unitId: c.units[0]! },
    { kind: 'municipality', unitId: c.units[1]! },
    { kind: 'institution', institutionId: c.institutions[0]! },
    { kind: 'institution', institutionId: c.institutions[1]! },
  );
  const required = fc.record({ role: fc.constantFrom(...ROLES), key: fc.constantFrom(...KEYS), place, from: day, days: length });
  const met = fc.record({ role: fc.constantFrom(...ROLES), key: fc.constantFrom(...KEYS), from: day, days: length, withdrawn: fc.boolean() });
  const ids = new Map(await Promise.all(ROLES.map(async (role) => [role, await userIdOf(c.t, demo(role).login)] as const)));
  const until = (from: IsoDate, days: number | null) => (days === null ? null : addDays(from, days));
  const holds = (one: { from: IsoDate; days: number | null }, on: IsoDate) => one.from <= on && (one.days === null || on < addDays(one.from, one.days));
  const speaksOf = (asked: AskedPlace, held: { unit: number | null; institution: string | null }) =>
    asked.kind === 'country' || (asked.kind === 'municipality' ? asked.unitId === held.unit : asked.institutionId === held.institution);

  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(required, { maxLength: 4, selector: ({ role, key, place: at }) => JSON.stringify([role, key, at]) }),
      fc.array(met, { maxLength: 5 }),
      day,
      async (requirements, done, on) => {
        await forgetAll();
        for (const one of requirements) {
          const id = await ask(one.role, one.place, one.from, one.key);
          await pool.query('update access.role_requirement set valid_to = $2 where id = $1', [id, until(one.from, one.days)]);
        }
        for (const one of done) {
          const id = await meet(ids.get(one.role)!, one.from, until(one.from, one.days), one.key);
          if (one.withdrawn) await c.t.database.transaction((tx) => withdrawMet(tx, id, 'test', NOW));
        }
        for (const role of ROLES) {
          const held = holdings().get(role)!;
          const waits = requirements
            .filter((one) => one.role === role && holds(one, on) && speaksOf(one.place, held))
            .some((one) => !done.some((other) => other.role === role && other.key === one.key && !other.withdrawn && holds(other, on)));
          const { rights } = (await findActor(c.t.database.read, ids.get(role)!, on))!;
          expect(rights.length === 0, `${role} on ${on}`).toBe(waits);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a user’s rights cost a few looks into an index, however much is asked for and met by others', async () => {
  await forgetAll();
  const actor = await c.as('institution-user-administrator');
  const rowsRead = async () => {
    await pool.query('analyze access.role_requirement; analyze access.requirement_met;');
    const plan = await c.t.database.primary.first(
      z.object({ 'QUERY PLAN': z.custom<[{ Plan: PlanNode }]>() }),
      sql`explain (analyze, format json) select ${rightsOf(sql`${actor.id}::uuid`, TODAY)}`,
    );
    const rowsOf = (relation: string) =>
      nodesOf(plan!['QUERY PLAN'][0].Plan)
        .filter((node) => node['Relation Name'] === relation)
        .reduce((sum, node) => sum + ((node['Actual Rows'] ?? 0) + (node['Rows Removed by Filter'] ?? 0)) * (node['Actual Loops'] ?? 0), 0);
    return { asked: rowsOf('role_requirement'), met: rowsOf('requirement_met') };
  };
  expect(await rowsRead()).toEqual({ asked: 0, met: 0 });
  for (const key of KEYS) await ask('institution-user-administrator', { kind: 'institution', institutionId: c.institutions[0]! }, TODAY, key);
  for (const key of KEYS) await meet(actor.id!, TODAY, null, key);
  await pool.query(`insert into access.role_requirement (key, role_code, unit_id, title_lv, title_en, link, valid_from, basis, recorded_at, recorded_by)
    select 'course:other', r.code, u.unit_id, 'K', '', '/training', '2026-11-01', 'R', now(), 'test' from access.role r
    cross join (select distinct unit_id from territories.unit_version where unit_id <> $1) u`, [c.units[0]]);
  await pool.query(`insert into access.requirement_met (user_id, key, valid_from, basis, recorded_at, recorded_by)
    select u.id, 'course:' || n, '2026-11-01', 'R', now(), 'test' from access.app_user u cross join generate_series(1, 1000) n`);
  const read = await rowsRead();
  expect(read.asked, 'of 1,500 requirements').toBeLessThanOrEqual(150);
  expect(read.met, 'of 14,000 things met').toBeLessThanOrEqual(4);
  expect(read.met).toBeGreaterThan(0);
  expect((await c.as('institution-user-administrator')).scopes.size).toBeGreaterThan(0);
});

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Actual Rows'?: number;
  readonly Plans?: readonly PlanNode[];
}
const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];
