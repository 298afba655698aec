import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { fixedClock } from '#kernel/clock.js';
import { isoDate } from '#kernel/iso-date.js';
import { inDrawnOrder, inLatvianOrder } from '#kernel/latvian-order.js';
import { institutionsInReform } from '#modules/institutions/public.js';
import { applyReformToMap, defineReform, findUnit, getReformInMotion, listUnitsOn, setReformState, type ReformChange } from '#modules/territories/public.js';
import { perform } from '#platform/actions/perform.js';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { approveRequest } from '../actions/decide-requests.js';
import { exportRightsHere } from '../actions/exports.js';
import { tellLostByReform } from '../actions/lost-by-reform.js';
import { listRightsHere } from '../actions/here.js';
import { listOwnUsers } from '../actions/users.js';
import { listSilentUsers } from '../actions/silent-users.js';
import { requestRight, withdrawMyRequest } from '../actions/request-right.js';
import { manageUsers, prepareReform, seeRights } from '../permissions.js';
import { accessInReform, actorOf, insertGrantsAnew, insertRequirement, usersToTellOf } from '../public.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

const DAY = isoDate('2027-07-01');
const ROLE = 'municipality-education-specialist';
const COMING = '0099000';
let t: TestPlatform;
let reformId: string;
let ceasing: number[];
let survivor: number;
let fromElsewhere: string[];
let foreseen: ReformChange[];

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t, { users: 1_000, grants: 2_000 });
  const now = t.platform.clock.now();
  await t.database.transaction(async (tx) => {
    const all = (await listUnitsOn(tx, isoDate('2026-11-21'))).toSorted((one, other) => inDrawnOrder(one.name, other.name));
    const [a, b, c, d] = all.filter((unit) => unit.kind === 'municipality') as [typeof all[0], typeof all[0], typeof all[0], typeof all[0]];
    ceasing = [a.unitId, b.unitId];
    survivor = c.unitId;
    reformId = await defineReform(
      tx,
      {
        titleLv: 'Izmēģinājuma reforma', titleEn: 'Trial reform', effective: DAY, legalBasis: 'Izdomāts likums', madeUp: true,
        units: [
          { atvk: COMING, name: 'Jaunais novads', kind: 'municipality', iso: 'LV-999' },
          { atvk: '0099100', name: c.name, kind: 'municipality', iso: c.iso },
        ],
        successions: [
          { from: a.atvk, to: COMING, extent: 'whole', parts: [] },
          { from: b.atvk, to: COMING, extent: 'part', parts: ['Izdomātais pagasts'] },
          { from: b.atvk, to: '0099100', extent: 'part', parts: ['Otrais pagasts'] },
          { from: c.atvk, to: '0099100', extent: 'whole', parts: [] },
        ],
      },
      'test',
      now,
    );
    await setReformState(tx, reformId, 'prepared', now);
    await tx.raw(
      `insert into access.right_request (user_id, role_code, coming_atvk, reform_id, wanted_from, basis, state, decided_at, decided_by, recorded_at, recorded_by)
       select u.id, 'municipality-education-specialist', $1, $2, $3, 'Iesniegums', case when n % 2 = 0 then 'approved' else 'submitted' end,
         case when n % 2 = 0 then $4::timestamptz end, case when n % 2 = 0 then 'test' end, $4, 'test'
       from (select id, row_number() over (order by id) as n from access.app_user where unit_id = any($5)) u`,
      [COMING, reformId, DAY, now, ceasing],
    );
    fromElsewhere = (await tx.all(z.object({ id: z.string() }), sql`select u.id from access.app_user u where u.unit_id = ${d.unitId} and u.state = 'active' order by u.id limit 2`)).map(({ id }) => id);
    await tx.raw(
      `insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
       select u.id, 'municipality-education-specialist', $1, '2026-01-01', 'Rīkojums', '2026-01-01', $3, 'test' from unnest($2::uuid[]) as u(id)`,
      [a.unitId, fromElsewhere, now],
    );
    for (const [unitId, key] of [[a.unitId, 'course:one'], [b.unitId, 'course:one'], [b.unitId, 'course:two'], [c.unitId, 'course:one'], [c.unitId, 'course:three']] as const) {
      await insertRequirement(tx, { key, roleCode: ROLE, place: { kind: 'municipality', unitId }, titleLv: key, titleEn: key, link: '/training', validFrom: isoDate('2026-01-01'), basis: 'Rīkojums' }, 'test', now);
    }
    expect(d.unitId).not.toBe(survivor);
  });
  foreseen = await Array.fromAsync(await accessInReform.plan(t.database.read, await getReformInMotion(t.database.read, reformId)));
});
afterAll(() => t.close());

const sorted = (changes: readonly ReformChange[]) => [...changes].sort((a, b) => `${a.kind} ${a.key}`.localeCompare(`${b.kind} ${b.key}`));
const count = (kind: string, effect: string) => foreseen.filter((change) => change.kind === kind && change.effect === effect).length;

test('the users of ceasing units are those to tell', async () => {
  const told = await usersToTellOf(t.database.read, await getReformInMotion(t.database.read, reformId));
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((user) => ceasing.includes(user.unitId) && user.email)).toBe(true);
  expect(told.every(({ units }) => units.length > 0 && units.every((name) => name.endsWith(' novads')))).toBe(true);
});

test('a right that would begin at a municipality when it is no more is neither asked for nor given, and its successor is named', async () => {
  const [asker, administrator] = await Promise.all(['school-secretary', 'rights-administrator'].map(async (role) => actorOf(t.database.read, await userIdOf(t, demo(role).login), t.platform.clock.today())));
  const wish = { roleCode: ROLE, place: `unit:${ceasing[0]}`, to: '', basis: 'Amata apraksts' };
  const words = (day: string) => ({ fields: [{ field: 'from', message: { lv: `Pēc ${day} pašvaldības vairs nav. Tās pēctecis: Jaunais novads. Tiesības prasiet un piešķiriet tur.` } }] });
  await expect(t.perform(requestRight, { ...wish, from: DAY }, asker!)).rejects.toMatchObject(words('30.06.2027.'));
  const { id } = await t.perform(requestRight, { ...wish, from: '2027-06-30' }, asker!);
  const afterReform = { ...t.platform, clock: fixedClock(`${DAY}T08:00:00+03:00`) };
  await expect(perform(afterReform, approveRequest, { id }, { actor: administrator!, freshUntil: new Date('2099-01-01') })).rejects.toMatchObject(words('30.06.2027.'));
  await t.perform(withdrawMyRequest, { id }, asker!);
});

test('the ministry sees who holds rights there and has not asked yet, and only those', async () => {
  const { users, reform } = await t.perform(listSilentUsers, {}, actorWith([prepareReform]));
  expect(reform?.id).toBe(reformId);
  expect(new Set(users.map(({ userId }) => userId))).toEqual(new Set(fromElsewhere));
  expect(users).toEqual(users.toSorted((one, other) => inLatvianOrder(one.userName, other.userName)));
  const [shown, next] = users as [typeof users[0] & object, typeof users[0] & object];
  expect((await t.perform(listSilentUsers, { after: `${shown.userId}:${shown.unitId}` }, actorWith([prepareReform]))).users, 'the next page').toEqual([next]);
  await t.database.pool.query(`update access.right_request set state = 'withdrawn' where id in (select id from access.right_request where state = 'submitted' order by id limit 3)`);
  expect((await t.perform(listSilentUsers, {}, actorWith([prepareReform]))).users.length).toBeGreaterThan(fromElsewhere.length);
  const elsewhere = actorWith([prepareReform], { everywhere: false, unitIds: [survivor] });
  expect((await t.perform(listSilentUsers, {}, elsewhere)).users).toEqual([]);
  foreseen = await Array.fromAsync(await accessInReform.plan(t.database.read, await getReformInMotion(t.database.read, reformId)));
});

test('each right at an institution is named with its person, role and institution, and goes on where the institution goes', async () => {
  const ofInstitutions = foreseen.filter((change) => change.kind === 'institution-grant');
  expect(ofInstitutions.find((change) => change.unitId === ceasing[0])).toMatchObject({ after: 'Jaunais novads', effect: 'continues', why: 'institution-goes-over', role: { lv: expect.any(String) } });
  for (const change of ofInstitutions.filter((one) => ceasing.includes(one.unitId))) expect(change.after).not.toBe(change.before);
  const { rows } = await t.database.pool.query<{ id: string; name: string; place: string }>(
    `select g.id, u.name, i.name as place from access.role_grant g join access.app_user u on u.id = g.user_id join institutions.institution i on i.id = g.institution_id
     join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null and f.valid_from < $2 and (f.valid_to is null or f.valid_to > $2)
     where f.unit_id = any($1) and (g.valid_to is null or g.valid_to > greatest(g.valid_from, $2))`,
    [[...ceasing, survivor], DAY],
  );
  expect(rows.length).toBeGreaterThan(0);
  expect(ofInstitutions.map(({ key, label, place }) => [key, label, place]).toSorted()).toEqual(rows.map(({ id, name, place }) => [id, name, place]).toSorted());
});

test('every user touched is named once: of the municipalities, of their institutions, and who only holds rights there and works elsewhere', async () => {
  const touched = foreseen.filter((change) => change.kind === 'user');
  expect(new Set(touched.map(({ key }) => key)).size).toBe(touched.length);
  const { rows } = await t.database.pool.query<{ id: string; why: string }>(
    `with concerned as (
       select institution_id from institutions.founder where unit_id = any($1) and role = 'actual' and superseded_at is null and valid_from < $2 and (valid_to is null or valid_to > $2)
     ), held as (
       select user_id, unit_id, institution_id from access.role_grant g where g.valid_to is null or g.valid_to > greatest(g.valid_from, $2)
     )
     select u.id, case when u.unit_id = any($1) then 'unit' when u.institution_id in (select institution_id from concerned) then 'works-at-institution' else 'works-elsewhere' end as why
     from access.app_user u where u.unit_id = any($1) or u.institution_id in (select institution_id from concerned)
       or exists (select from held h where h.user_id = u.id and (h.unit_id = any($1) or h.institution_id in (select institution_id from concerned)))`,
    [[...ceasing, survivor], DAY],
  );
  expect(new Set(rows.map(({ why }) => why))).toEqual(new Set(['unit', 'works-at-institution', 'works-elsewhere']));
  expect(touched.map(({ key, why }) => [key, why!.startsWith('unit-') ? 'unit' : why]).toSorted()).toEqual(rows.map(({ id, why }) => [id, why]).toSorted());
});

test('what happens equals what was foretold', async () => {
  expect(count('grant', 'ends')).toBeGreaterThan(0);
  expect(count('grant', 'continues')).toBeGreaterThan(0);
  expect(count('prepared-request', 'starts')).toBeGreaterThan(0);
  expect(count('open-request', 'needs-person')).toBeGreaterThan(0);
  expect(count('user', 'needs-person')).toBeGreaterThan(0);
  const now = t.platform.clock.now();
  const happened = await t.database.transaction(async (tx) => {
    const reform = await applyReformToMap(tx, reformId, now);
    await institutionsInReform.apply(tx, reform, now);
    return Array.fromAsync(await accessInReform.apply(tx, reform, now));
  });
  expect(sorted(happened)).toEqual(sorted(foreseen));
});

test('what a ceasing municipality asked before a right counts is asked by each successor once, and its history stays', async () => {
  const passing = foreseen.filter((change) => change.kind === 'requirement').map(({ unitId, label, after, effect }) => [unitId, label.replace(/^.*: /, ''), after, effect]);
  const survives = (await findUnit(t.database.read, '0099100'))!.name;
  const [a, b] = ceasing as [number, number];
  expect(passing.toSorted()).toEqual([
    [a, 'course:one', 'Jaunais novads', 'changes'],
    [b, 'course:one', 'Jaunais novads', 'continues'],
    [b, 'course:one', survives, 'continues'],
    [b, 'course:two', 'Jaunais novads', 'changes'],
    [b, 'course:two', survives, 'changes'],
    [survivor, 'course:one', survives, 'continues'],
    [survivor, 'course:three', survives, 'continues'],
  ].toSorted());
  const coming = (await findUnit(t.database.read, COMING))!.unitId;
  const { rows } = await t.database.pool.query(
    `select q.unit_id, q.key, q.valid_from, e.unit_id as was_of, e.valid_to as was_until, e.ended_by_reform from access.role_requirement q left join access.role_requirement e on e.id = q.inherited_from
     where q.valid_to is null order by q.unit_id, q.key`,
  );
  const began = { valid_from: DAY, was_until: DAY, ended_by_reform: reformId };
  const own = { valid_from: '2026-01-01', was_of: null, was_until: null, ended_by_reform: null };
  expect(rows.filter((row) => row.unit_id === coming)).toEqual([{ unit_id: coming, key: 'course:one', was_of: a, ...began }, { unit_id: coming, key: 'course:two', was_of: b, ...began }]);
  expect(rows.filter((row) => row.unit_id === survivor)).toEqual([{ unit_id: survivor, key: 'course:one', ...own }, { unit_id: survivor, key: 'course:three', ...own }, { unit_id: survivor, key: 'course:two', was_of: b, ...began }]);
  expect(rows).toHaveLength(5);
});

test('on the day no grant holds on a body that ceased, those on the surviving one do, and prepared ones have begun', async () => {
  const { rows } = await t.database.pool.query(
    `select count(*) filter (where unit_id = any($1))::int as ceased, count(*) filter (where unit_id = $2)::int as survived, count(*) filter (where request_id is not null)::int as started
     from access.role_grant where valid_from <= $3 and (valid_to is null or valid_to > $3)`,
    [ceasing, survivor, DAY],
  );
  expect(rows[0]).toMatchObject({ ceased: 0, started: count('prepared-request', 'starts') });
  expect(rows[0].survived).toBeGreaterThan(0);
  expect((await findUnit(t.database.read, COMING))!.unitId).not.toBe(ceasing[0]);
});

test('on the eve everyone still had their right, and each ended one says why', async () => {
  const { rows } = await t.database.pool.query(
    `select count(*)::int as n, count(*) filter (where ended_by_reform = $2 and ended_reason <> '')::int as told from access.role_grant where unit_id = any($1) and valid_to = $3`,
    [ceasing, reformId, DAY],
  );
  expect(rows[0].n).toBeGreaterThan(0);
  expect(rows[0].told).toBe(rows[0].n);
});

test('whose right the reform took is told which, when and where to ask now, for a year, until it is back', async () => {
  const [a, b] = ceasing as [number, number];
  const [one] = (await t.database.pool.query<{ id: string; user_id: string; role_code: string }>(
    `select g.id, g.user_id, g.role_code from access.role_grant g where g.unit_id = $1 and g.ended_by_reform = $2 and g.valid_to > g.valid_from
       and not exists (select from access.role_grant o where o.user_id = g.user_id and o.valid_from >= g.valid_to) and not exists (select from access.right_request q where q.user_id = g.user_id and q.state = 'submitted') order by g.id limit 1`, [a, reformId])).rows as [{ id: string; user_id: string; role_code: string }];
  const told = async ({ id, user_id }: { id: string; user_id: string }, today: string) => (await tellLostByReform({ tx: t.database.read, actor: { ...actorWith([]), id: user_id }, today: isoDate(today) })).filter(({ key }) => key === id);
  const [other] = (await t.database.pool.query<{ id: string; user_id: string }>(
    `insert into access.role_grant (user_id, role_code, unit_id, valid_from, valid_to, basis, confirmed_on, ended_at, ended_by, ended_reason, ended_by_reform, recorded_at, recorded_by)
     select user_id, role_code, $2, valid_from, valid_to, basis, confirmed_on, ended_at, ended_by, ended_reason, ended_by_reform, recorded_at, 'test' from access.role_grant where id = $1 returning id, user_id`, [one.id, b])).rows as [{ id: string; user_id: string }];
  const coming = (await findUnit(t.database.read, COMING))!;
  const [notice] = await told(one, DAY);
  expect(notice!.text.lv).toMatch(new RegExp(`01\\.07\\.2027\\..*“${coming.name}”`));
  expect(notice!.todo.href).toBe(`/my/rights/request?roleCode=${one.role_code}&place=unit%3A${coming.unitId}`);
  expect((await told(other, DAY))[0]!.text.lv).toContain('sadalīta');
  expect([(await told(one, '2027-06-30')).length, (await told(one, '2028-07-03')).length]).toEqual([0, 0]);
  await t.database.pool.query(`insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by) values ($1, $2, $3, $4, 'Rīkojums', $4, now(), 'test')`, [one.user_id, one.role_code, coming.unitId, DAY]);
  expect(await told(one, DAY)).toEqual([]);
  await t.database.pool.query(`delete from access.role_grant where user_id = $1 and recorded_by = 'test'`, [one.user_id]);
});

test('a right at the successor reaches, for days before, what it succeeded whole with its institutions, and nothing of a split municipality', async () => {
  const later = { ...t.platform, clock: fixedClock('2027-08-01T10:00:00+03:00') };
  const { rows } = await t.database.pool.query<{ unit_id: number | null; founded_by: number | null; n: number }>(
    `select g.unit_id, f.unit_id as founded_by, count(*)::int as n from access.role_grant g
     left join institutions.founder f on f.institution_id = g.institution_id and f.role = 'actual' and f.superseded_at is null and f.valid_from <= '2027-06-30' and (f.valid_to is null or f.valid_to > '2027-06-30')
     where g.valid_from <= '2027-06-30' and (g.valid_to is null or g.valid_to > '2027-06-30') group by 1, 2`,
  );
  const held = (unitId: number) => rows.filter((row) => row.unit_id === unitId || row.founded_by === unitId).reduce((sum, row) => sum + row.n, 0);
  const [a, b] = ceasing as [number, number];
  expect(held(a) * held(b) * rows.find((row) => row.founded_by === a)!.n).toBeGreaterThan(0);
  const coming = (await findUnit(t.database.read, COMING))!.unitId;
  for (const [own, before] of [[coming, a], [survivor, survivor]] as const) {
    const asker = { actor: actorWith([seeRights], { unitIds: [own] }), reason: null };
    const { total, grants, places } = await perform(later, listRightsHere, { on: '2027-06-30' }, asker);
    expect([total, grants.length > 0]).toEqual([held(before), true]);
    expect(places.flatMap(({ place }) => (place.kind === 'municipality' ? [place.unitId] : []))).toEqual([before]);
    const file = await Array.fromAsync((await perform(later, exportRightsHere, { on: '2027-06-30', format: 'csv' }, asker)).rows);
    expect([file.length, file.some((grant) => grant.unitId === b)]).toEqual([total, false]);
    const named = file.find((grant) => grant.unitId === before)!;
    expect((await perform(later, listRightsHere, { on: '2027-06-30', words: named.userName, place: `unit:${before}` }, asker)).grants.map(({ id }) => id)).toContain(named.id);
    expect((await perform(later, listRightsHere, { on: '2027-06-30', place: `unit:${b}` }, asker)).total).toBe(0);
    const after = await perform(later, listRightsHere, {}, asker);
    expect(after.places.map(({ place }) => place)).toContainEqual({ kind: 'municipality', unitId: own });
    expect(after.grants.filter((grant) => grant.unitId !== null && grant.unitId !== own)).toEqual([]);
  }
});

test('users of before the day are where they worked then, on either map, and a day to come is refused', async () => {
  const later = { ...t.platform, clock: fixedClock('2027-08-01T10:00:00+03:00') };
  const coming = (await findUnit(t.database.read, COMING))!;
  const asker = { actor: actorWith([manageUsers], { unitIds: [coming.unitId] }), reason: null };
  type Page = Awaited<ReturnType<typeof listOwnUsers.run>>;
  const on = async (day: string, edition = '', after = ''): Promise<Page> => {
    const page = await perform(later, listOwnUsers, { on: day, edition, after }, asker);
    return page.next ? { ...page, users: [...page.users, ...(await on(day, edition, page.next)).users] } : page;
  };
  const [before, after] = [await on('2027-06-30', DAY), await on('2027-07-01', '2025-07-01')];
  expect([before.total > 0, before.total]).toEqual([true, after.total]);
  // Others work at an institution there.
  const ofUnits = (users: typeof before.users) => users.filter(({ unitId }) => unitId !== null);
  expect(new Set(ofUnits(before.users).map(({ unitId }) => unitId))).toEqual(new Set([ceasing[0]]));
  expect(new Set(ofUnits(after.users).map(({ unitId }) => unitId))).toEqual(new Set([coming.unitId]));
  const { own, chosen } = before.maps!;
  for (const user of ofUnits(before.users)) expect([own.nameOf(user).lv, chosen.nameOf(user).lv]).toEqual([user.organisation, coming.name]);
  expect((await on('2009-06-30')).total).toBe(0);
  await expect(on('2027-08-02')).rejects.toMatchObject({ status: 422, fields: [{ field: 'on' }] });
});

test('made-up users whose rights ended can be given them anew where they work now', async () => {
  const given = await t.database.transaction((tx) => insertGrantsAnew(tx, { id: reformId, effective: DAY }, DAY, t.platform.clock.now()));
  expect(given).toBeGreaterThan(0);
});
