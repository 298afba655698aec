import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, isNowhere, type Scope } from '#platform/actions/actor.js';
import { exportRegister, exportWaiting, readRegister, readWaiting } from '../actions/register.js';
import { listRequiredHere } from '../actions/requirements.js';
import { TRAINING_PERMISSIONS } from '../permissions.js';
import { type Country, refusalOf, trainingCountry } from './made-up-training.js';

let c: Country;
let results: { id: string; unit_id: number | null; institution_id: string | null; passed: boolean; course_id: string }[];
let users: { id: string; unit_id: number | null; institution_id: string | null }[];
let courses: string[];
let unitOfSchool: ReadonlyMap<string, number>;
const NOW = '2026-11-21T08:00:00Z';

beforeAll(async () => {
  c = await trainingCountry({ users: 300, grants: 600 });
  courses = [await c.publish(), await c.publish({ titleLv: 'Otrs kurss' })];
  unitOfSchool = new Map([[c.institutions[0]!, c.units[0]!], [c.institutions[1]!, c.units[0]!], [c.institutions[2]!, c.units[1]!]]);
  const { pool } = c.t.database;
  // Many of the same day, so that paging has to tell rows apart by their ids.
  await pool.query(
    `with begun as (
        insert into training.attempt (course_id, course_version_id, user_id, started_at, finished_at)
        select v.course_id, v.id, u.id, $1, $1 from access.app_user u cross join training.course_version v where v.published_at is not null returning *
      ), met as (
        insert into access.requirement_met (user_id, key, valid_from, basis, recorded_at, recorded_by)
        select user_id, 'course:' || course_id, '2026-11-01', id::text, $1, 'test' from begun where abs(hashtext(user_id::text)) % 3 > 0 returning *
      )
      insert into training.result (user_id, course_id, attempt_id, title_lv, title_en, unit_id, institution_id, taken_on, right_count, question_count, passed, certificate, valid_to, met_id, recorded_at, recorded_by)
      select b.user_id, b.course_id, b.id, 'Īss kurss', '', u.unit_id, u.institution_id, '2026-11-01'::date + abs(hashtext(b.id::text)) % 3, 2, 2, m.id is not null,
        case when m.id is not null then nextval('training.certificate_number') end, case when m.id is not null then '2026-11-20'::date + abs(hashtext(b.id::text)) % 30 end, m.id, $1, 'test'
      from begun b join access.app_user u on u.id = b.user_id left join met m on m.basis = b.id::text`,
    [NOW],
  );
  for (const [at, unit] of c.units.slice(0, 3).entries()) {
    await pool.query(`insert into access.role_requirement (key, role_code, unit_id, title_lv, title_en, link, valid_from, basis, recorded_at, recorded_by)
      select 'course:never-' || $2::int, code, $1, 'Nekad', '', '/training', '2026-11-01', 'Rīkojums', $3, 'test' from access.role`, [unit, at, NOW]);
  }
  results = (await pool.query(`select r.id, u.unit_id, u.institution_id, r.passed, r.course_id from training.result r join access.app_user u on u.id = r.user_id`)).rows;
  users = (await pool.query('select id, unit_id, institution_id from access.app_user')).rows;
});
afterAll(() => c.t.close());

const scopes = () =>
  fc.record({
    everywhere: fc.constant(false),
    unitIds: fc.uniqueArray(fc.constantFrom(...c.units.slice(0, 6)), { maxLength: 3 }),
    institutionIds: fc.uniqueArray(fc.constantFrom(...c.institutions), { maxLength: 2 }),
    acting: fc.constant(null),
  });
const actorIn = (scope: Scope): Actor => ({ kind: 'user', id: '01900000-0000-7000-8000-00000000ffff', personId: null, name: 'Kāds', scopes: new Map(TRAINING_PERMISSIONS.map((one) => [one.name, scope])) });
const allows = (scope: Scope, { unit_id, institution_id }: { unit_id: number | null; institution_id: string | null }): boolean =>
  unit_id !== null ? scope.unitIds.includes(unit_id) : institution_id !== null && (scope.institutionIds.includes(institution_id) || scope.unitIds.includes(unitOfSchool.get(institution_id)!));
const forEachScope = (check: (scope: Scope, actor: Actor) => Promise<void>) =>
  fc.assert(fc.asyncProperty(scopes(), async (scope) => { if (!isNowhere(scope)) await check(scope, actorIn(scope)); }), { numRuns: 15 });

/** All pages of a list, one after the other. */
async function everyPage<Row>(read: (after: string) => Promise<{ rows: readonly Row[]; next: string | null; total: number }>): Promise<Row[]> {
  const seen: Row[] = [];
  for (let after = ''; ; ) {
    const page = await read(after);
    seen.push(...page.rows);
    if (!page.next) {
      expect(seen).toHaveLength(page.total);
      return seen;
    }
    after = page.next;
  }
}

test('no page, count or file of the register shows one who works elsewhere, and none is missing or shown twice', () =>
  forEachScope(async (scope, actor) => {
    const mine = results.filter((row) => allows(scope, row)).map((row) => row.id);
    const seen = await everyPage(async (after) => {
      const { results: rows, ...page } = await c.t.perform(readRegister, { after }, actor);
      return { rows, ...page };
    });
    expect(seen.map((row) => row.id).toSorted()).toEqual(mine.toSorted());
    const exported = await Array.fromAsync((await c.t.perform(exportRegister, { format: 'csv' }, actor)).rows, (row) => row.id);
    expect(exported).toEqual(seen.map((row) => row.id));
  }));

test('no list of whose rights wait shows one who works elsewhere', () =>
  forEachScope(async (scope, actor) => {
    const mine = new Set(users.filter((user) => allows(scope, user)).map((user) => user.id));
    const seen = await everyPage(async (after) => {
      const { waiting: rows, ...page } = await c.t.perform(readWaiting, { after }, actor);
      return { rows, ...page };
    });
    expect(seen.filter((row) => !mine.has(row.userId))).toEqual([]);
    expect(new Set(seen.map((row) => row.requirementId + row.userId)).size).toBe(seen.length);
    const exported = await Array.fromAsync((await c.t.perform(exportWaiting, { format: 'csv' }, actor)).rows);
    expect(exported).toHaveLength(seen.length);
    for (const one of await c.t.perform(listRequiredHere, {}, actor)) expect(one.place).not.toBeNull();
  }));

test('the register is narrowed by course, by state and by name', async () => {
  const all = await c.as('auditor');
  const total = async (filter: object) => (await c.t.perform(readRegister, filter, all)).total;
  expect(await total({})).toBe(results.length);
  expect(await total({ course: courses[0] })).toBe(results.filter((row) => row.course_id === courses[0]).length);
  expect(await total({ state: 'failed' })).toBe(results.filter((row) => !row.passed).length);
  expect((await total({ state: 'valid' })) + (await total({ state: 'ended' })) + (await total({ state: 'failed' }))).toBe(results.length);
  expect(await total({ state: 'ends-soon' })).toBeGreaterThan(0);
  expect(await total({ words: 'vadonis' })).toBe(2);
  expect(await total({ place: `institution:${c.institutions[0]}` })).toBe(results.filter((row) => row.institution_id === c.institutions[0]).length);
});

test('without a right to it the register is closed', async () => {
  for (const action of [readRegister, readWaiting]) expect((await refusalOf(c.t.perform<unknown, unknown>(action as never, {}, await c.as('registrar')))).status).toBe(403);
});
