import { afterEach, beforeEach, expect, test } from 'vitest';
import { approveRequest } from '#modules/access/actions/decide-requests.js';
import { grantRights } from '#modules/access/permissions.js';
import { changeFounder } from '#modules/institutions/actions/change-founder.js';
import { correctEntry } from '#modules/institutions/actions/correct-entry.js';
import { registerInstitutionsPermission } from '#modules/institutions/public.js';
import { fixedClock } from '#kernel/clock.js';
import { perform } from '#platform/actions/perform.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { actorWith, type TestPlatform } from '#test/test-platform.js';
import { applyReform } from '../actions/apply-reform.js';
import { correctSuccession } from '../actions/correct-succession.js';
import { decideTask } from '../actions/decide-task.js';
import { prepareReform } from '../actions/prepare-reform.js';
import { exportChanges, exportDifferences, showChanges, showDifferences, showReform, showReforms } from '../actions/read-reforms.js';
import { showTask, type TaskWithMatter as Task } from '../actions/read-task.js';
import { rehearseReform } from '../actions/rehearse-reform.js';
import { reasonOf } from '../pages/register-words.js';
import { decide, operate } from '../permissions.js';
import { countIn, countryOnTheDay, draftMerger, OPERATOR, programOf, takeOverInAutumn } from './made-up-merger.js';

let t: TestPlatform;
beforeEach(async () => void (t = await countryOnTheDay()));
afterEach(() => t.close());

const draft = (changes?: Parameters<typeof draftMerger>[1]) => draftMerger(t, changes);
const count = (query: Sql) => countIn(t, query);

/** Two requests of users of ceasing municipalities for a unit that the reform brings; nobody has decided them. */
const requestsForComing = async (reformId: string, atvk: string): Promise<{ id: string; user_id: string }[]> =>
  (await t.database.pool.query<{ id: string; user_id: string }>(
    `insert into access.right_request (user_id, role_code, coming_atvk, reform_id, wanted_from, basis, recorded_at, recorded_by)
     select u.id, 'municipality-education-specialist', $1, $2, '2026-07-01', 'Iesniegums', now(), 'test' from access.app_user u
     join territories.unit_version v on v.unit_id = u.unit_id and v.atvk = '0047000' where u.state = 'active' order by u.id limit 2 returning id, user_id`,
    [atvk, reformId],
  )).rows;

test('what changed between the rehearsal and the reform is shown row by row, with what changed it, and nothing else is', async () => {
  const reformId = await draft();
  const ceasing = `(select unit_id from territories.unit_version where atvk = '0047000')`;
  const { rows: [school] } = await t.database.pool.query<{ id: string; reg_nr: string }>(
    `select i.id, i.reg_nr from institutions.institution i join institutions.founder f on f.institution_id = i.id and f.role = 'actual' and f.superseded_at is null and f.valid_to is null
     where f.unit_id = ${ceasing} order by 1 limit 1`,
  );
  await t.database.pool.query(`delete from access.role_grant where institution_id = $1`, [school!.id]);
  await t.database.pool.query(`update access.app_user set institution_id = null where institution_id = $1`, [school!.id]);
  await t.perform(rehearseReform, { reformId }, OPERATOR);
  await t.runDueJobs();
  const at = (time: string) => ({ ...t.platform, clock: fixedClock(`2026-07-01T${time}:00+03:00`) });
  const asOperator = { actor: OPERATOR };
  await perform(at('00:10'), prepareReform, { reformId }, asOperator);
  const between = at('00:30').clock.now();
  const { rows: [ended] } = await t.database.pool.query<{ id: string }>(
    `update access.role_grant set valid_to = '2026-07-01', ended_at = $1, ended_by = 'test', ended_reason = 'pārbaude'
     where id = (select min(id::text)::uuid from access.role_grant where unit_id = ${ceasing} and valid_to is null) returning id`,
    [between],
  );
  const { rows: [given] } = await t.database.pool.query<{ id: string }>(
    `insert into access.role_grant (user_id, role_code, unit_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
     select u.id, r.code, ${ceasing}, '2026-07-01', 'Rīkojums', '2026-07-01', $1, 'test' from access.app_user u, access.role r
     where u.unit_id = ${ceasing} and 'municipality' = any(r.scope_kinds) and not exists (select from access.role_grant g where g.user_id = u.id and g.role_code = r.code) order by u.id, r.code limit 1 returning id`,
    [between],
  );
  const newFounder = { regNr: school!.reg_nr, founderType: 'municipality', founderAtvk: '0001000', from: '2026-06-30', reason: 'takeover', basis: 'Domes lēmums' };
  await perform(at('00:40'), changeFounder, newFounder, { actor: actorWith([registerInstitutionsPermission]) });
  const done = await perform(at('01:00'), applyReform, { reformId }, asOperator);
  const { rows } = await t.perform(showDifferences, { reformId }, OPERATOR);
  expect(done.difference).toBe(rows.length);
  expect(rows.map(({ kind, key, foreseen, happened, traced, tracedAt }) => [kind, key, foreseen?.effect ?? null, happened?.effect ?? null, traced, tracedAt]).toSorted()).toEqual(
    [
      ['actual-founder', school!.id, 'changes', null, 'recorded', at('00:40').clock.now()],
      ['grant', ended!.id, 'ends', null, 'ended', between],
      ['grant', given!.id, null, 'ends', 'recorded', between],
    ].toSorted(),
  );
  const inFile = await Array.fromAsync((await t.perform(exportDifferences, { reformId }, OPERATOR)).rows);
  expect(inFile).toEqual(rows);
  const elsewhere = actorWith([operate], { unitIds: [1_000_000] });
  expect((await t.perform(showDifferences, { reformId }, elsewhere)).rows).toEqual([]);
  const cut = await t.perform(showChanges, { reformId }, elsewhere);
  expect([cut.rows, cut.summary, cut.rights, cut.units]).toEqual([[], [], [], []]);
  const { application, rehearsals } = await t.perform(showReform, { reformId }, OPERATOR);
  expect(application!.fingerprint).not.toBe(rehearsals[0]!.fingerprint);
});

test('whoever decides a founder’s task chooses the successor and it is carried out; a founder put right in its register closes the other', async () => {
  const reformId = await draft({
    units: '0057000; Jūras novads; novads; LV-114\n0058000; Krasta novads; novads; LV-115',
    successions: '0047000 > 0057000: Izdomātais pagasts\n0047000 > 0058000: Otrs izdomāts pagasts\n0023000 > 0057000: Trešais pagasts\n0023000 > 0058000: Ceturtais pagasts',
  });
  const program = await programOf(t, '0047000');
  const [taken, other] = await takeOverInAutumn(t, ['0047000', '0023000']);
  await t.perform(prepareReform, { reformId }, OPERATOR);
  const [asked, late] = await requestsForComing(reformId, '0058000');
  await t.perform(applyReform, { reformId }, OPERATOR);
  const undecided = (await Array.fromAsync((await t.perform(exportChanges, { reformId }, OPERATOR)).rows)).filter(({ effect }) => effect === 'needs-person');
  expect([...new Set(undecided.map(({ kind }) => kind))]).toEqual(expect.arrayContaining(['actual-founder', 'coming-founder', 'address', 'program', 'user', 'open-request']));
  expect(undecided.filter((row) => reasonOf(row) === null), 'each says why').toEqual([]);
  const founders = async () => (await t.perform(showReform, { reformId }, OPERATOR)).tasks.filter((task) => task.kind === 'actual-founder');
  const [first, second] = (await founders()) as [Task, Task];
  const { task, candidates, by } = await t.perform(showTask, { reformId, taskId: first.id }, OPERATOR);
  expect([by, candidates.map(({ name }) => name).toSorted(), task.matter?.href]).toEqual(['successor', ['Jūras novads', 'Krasta novads'], expect.stringMatching(/^\/institutions\/\d{10}$/)]);
  const deciding = { taskId: first.id, reformId, decision: 'Domes lēmums' };
  await expect(t.perform(decideTask, deciding, OPERATOR)).rejects.toMatchObject({ fields: [{ field: 'successor' }] });
  await expect(t.perform(decideTask, { ...deciding, successor: String(first.unitId) }, OPERATOR)).rejects.toMatchObject({ fields: [{ field: 'successor' }] });
  const sea = candidates.find(({ name }) => name === 'Jūras novads')!;
  await t.perform(decideTask, { ...deciding, successor: String(sea.unitId) }, OPERATOR);
  const card = async (path: string) => (await t.server.inject(`/api${path}`)).json();
  expect(await card(task.matter!.href)).toMatchObject({ actualFounder: { name: 'Jūras novads' } });
  const regNr = second.matter!.href.split('/').at(-1)!;
  await t.perform(changeFounder, { regNr, founderType: 'municipality', founderAtvk: '0058000', from: '2026-07-01', reason: 'territorial reform', basis: 'Domes lēmums' }, actorWith([registerInstitutionsPermission]));
  await t.runDueJobs();
  const after = await founders();
  expect(after.find(({ id }) => id === first.id)).toMatchObject({ chosen: 'Jūras novads', decision: 'Domes lēmums', settledElsewhere: false });
  expect(after.find(({ id }) => id === second.id)).toMatchObject({ chosen: null, settledElsewhere: true });
  expect(after.filter(({ decidedAt }) => decidedAt !== null)).toHaveLength(2);
  await expect(t.perform(decideTask, { ...deciding, successor: String(sea.unitId) }, OPERATOR)).rejects.toMatchObject({ code: 'task-decided' });

  const { tasks } = await t.perform(showReform, { reformId }, OPERATOR);
  const rowOf = async (table: string, key: string) => (await t.database.pool.query(`select * from ${table} where id = $1`, [key])).rows[0];
  for (const [kind, table] of [['address', 'institutions.address'], ['delivery-place', 'institutions.delivery_place']] as const) {
    const place = tasks.find((one) => one.kind === kind && one.unitId === first.unitId)!;
    const naming = { taskId: place.id, reformId, decision: 'Adrešu reģistra izziņa' };
    await expect(t.perform(decideTask, { ...naming, part: 'Cits pagasts' }, OPERATOR)).rejects.toMatchObject({ fields: [{ field: 'part' }] });
    const { part } = (await t.perform(showTask, { reformId, taskId: place.id }, OPERATOR)).parts.find(({ to }) => to.atvk === '0058000')!;
    await t.perform(decideTask, { ...naming, part }, OPERATOR);
    const was = await rowOf(table, place.key);
    expect([was.part, await rowOf(table, was.superseded_by)]).toEqual(['', { ...was, id: was.superseded_by, part, superseded_at: null, superseded_by: null, recorded_at: t.platform.clock.now(), recorded_by: OPERATOR.id }]);
    expect(await count(sql`select count(*) as n from institutions.${sql.raw(table.slice(13))} a join territories.lineage l on l.atvk = a.atvk and l.part = a.part and l.edition = '2026-07-01' where a.id = ${was.superseded_by}::uuid and l.target_atvk = '0058000'`)).toBe(1);
  }
  const ahead = (institution: typeof taken) => tasks.find((one) => one.kind === 'coming-founder' && one.matter!.href === `/institutions/${institution!.regNr}`)!;
  await t.perform(decideTask, { taskId: ahead(taken).id, reformId, decision: 'Abu domju vienošanās', successor: String(sea.unitId) }, OPERATOR);
  expect(await rowOf('institutions.founder', (await rowOf('institutions.founder', ahead(taken).key)).superseded_by)).toMatchObject({ unit_id: sea.unitId, basis: 'Domes lēmums; Abu domju vienošanās', superseded_at: null });
  await t.perform(correctEntry, { history: 'founder', regNr: other!.regNr, rowId: ahead(other).key, founderType: 'municipality', founderAtvk: '0058000', from: '2026-09-01', reason: 'takeover', basis: 'Domes lēmums' }, actorWith([registerInstitutionsPermission]));
  await t.runDueJobs();
  expect((await t.perform(showReform, { reformId }, OPERATOR)).tasks.find(({ id }) => id === ahead(other).id)).toMatchObject({ settledElsewhere: true });

  const owning = tasks.find(({ key }) => key === program)!;
  await t.perform(decideTask, { taskId: owning.id, reformId, decision: 'Abu domju vienošanās', successor: String(sea.unitId) }, OPERATOR);
  expect([owning.matter?.href, (await rowOf('apps.client', program)).unit_id]).toEqual([`/apps/${program}`, sea.unitId]);

  const user = tasks.find((one) => one.kind === 'user' && one.unitId === first.unitId)!;
  const moving = { taskId: user.id, reformId, decision: 'Rīkojums par pārcelšanu', successor: String(sea.unitId) };
  await expect(t.perform(decideTask, moving, actorWith([decide], { unitIds: [sea.unitId!] }))).rejects.toMatchObject({ code: 'no-such-task' });
  await t.perform(decideTask, moving, OPERATOR);
  expect((await rowOf('access.app_user', user.key)).unit_id).toBe(sea.unitId);
  const moved = (await t.perform(showReform, { reformId }, OPERATOR)).tasks.find(({ id }) => id === user.id);
  expect(moved).toMatchObject({ chosen: 'Jūras novads', before: user.before, decidedBy: OPERATOR.name });
  await t.database.pool.query(
    `insert into reforms.task (id, reform_id, participant, kind, key, unit_id, label, before, count)
     select ('ffffffff-ffff-7fff-bfff-' || lpad(n::text, 12, '0'))::uuid, $1, 'access', 'user', gen_random_uuid()::text, $2, 'Izdomāts', 'Izdomāts', 1 from generate_series(1, 120) n`,
    [reformId, user.unitId],
  );
  const many = await t.perform(showReform, { reformId }, OPERATOR);
  expect([many.tasks.length, many.tasks.filter(({ decidedAt }) => decidedAt !== null), many.openTasks], 'nobody’s decided task hides one that waits').toEqual([100, [], await count(sql`select count(*) as n from reforms.task where reform_id = ${reformId} and decided_at is null`)]);
  await t.database.pool.query(`delete from reforms.task where label = 'Izdomāts'`);

  const administrator = actorWith([grantRights]);
  const { grantId } = await t.perform(approveRequest, { id: asked!.id }, administrator);
  expect(await rowOf('access.role_grant', grantId!), 'what nobody had decided before the day begins with the decision').toMatchObject({ user_id: asked!.user_id, valid_from: '2026-07-01', valid_to: null, unit_id: candidates.find(({ name }) => name === 'Krasta novads')!.unitId });
  await t.runDueJobs();
  const requests = (await t.perform(showReform, { reformId }, OPERATOR)).tasks.filter(({ kind }) => kind === 'open-request');
  expect(requests.map(({ key, settledElsewhere, role }) => [key, settledElsewhere, role?.en])).toEqual([[late!.id, false, expect.any(String)], [asked!.id, true, expect.any(String)]]);
  await t.database.pool.query(`update territories.reform set state = 'cancelled' where id = $1`, [reformId]);
  await expect(t.perform(approveRequest, { id: late!.id }, administrator)).rejects.toMatchObject({ code: 'reform-cancelled' });
  await t.database.pool.query(`update territories.reform set state = 'applied' where id = $1`, [reformId]);

  const { rows: [divided] } = await t.database.pool.query<{ atvk: string }>(`select atvk from territories.unit_version where unit_id = $1 and valid_to = '2026-07-01'`, [first.unitId]);
  await t.perform(correctSuccession, { reformId, fromAtvk: divided!.atvk, successions: '0058000', reason: 'Likuma 3. pants', seen: '' }, OPERATOR);
  const { left, tasks: afterwards } = await t.perform(showReform, { reformId }, OPERATOR);
  const decided = left.filter(({ key }) => [first.key, user.key, ...(owning.unitId === first.unitId ? [program] : [])].includes(key));
  expect(decided.map(({ before, after }) => [before, after]), 'what a person decided by the wrong succession').toEqual(decided.map(() => ['Jūras novads', 'Krasta novads']));
  expect(decided.length).toBeGreaterThanOrEqual(2);
  expect(afterwards.filter(({ kind, unitId, decidedAt }) => ['address', 'delivery-place', 'resident-address'].includes(kind) && unitId === first.unitId && decidedAt === null), 'where places lie is no question any more').toEqual([]);
  expect(await count(sql`select count(*) as n from audit.entry where action = 'reforms.decide-task' and facts->>'task' = ${user.id} and (facts->>'unit')::int = ${sea.unitId}`)).toBe(1);
});

test('a reform that the map no longer allows is told so on its page, and neither rehearsed, prepared nor applied', async () => {
  const first = await draft();
  const second = await draft({ units: '0057000; Cits novads; novads; LV-115', successions: '0047000 > 0057000\n0048000 > 0057000' });
  const later = await draft({ effective: '2026-08-01', units: '0058000; Jūras novads; novads; LV-116', successions: '0047000 > 0058000' });
  const refused = (sentence: RegExp) => ({ code: 'reform-does-not-fit', text: { lv: expect.stringMatching(sentence), en: expect.anything() } });
  const shown = async (reformId: string) => (await t.perform(showReform, { reformId }, OPERATOR)).misfits.map(({ lv }) => lv);
  expect([await shown(first), await shown(second), await shown(later)]).toEqual([[], [], []]);

  await t.perform(prepareReform, { reformId: later }, OPERATOR);
  await expect(t.perform(prepareReform, { reformId: first }, OPERATOR)).rejects.toMatchObject(refused(/vairs nevarētu notikt jau sagatavotā reforma: Piekrastes novads/));
  await t.database.pool.query(`update territories.reform set state = 'draft' where id = $1`, [later]);
  await t.perform(prepareReform, { reformId: first }, OPERATOR);
  await expect(t.perform(prepareReform, { reformId: second }, OPERATOR)).rejects.toMatchObject(refused(/Tajā pašā dienā ir sagatavota cita reforma/));
  expect(await shown(later)).toEqual([expect.stringMatching(/nav spēkā neviena pašvaldība ar ATVK kodu 0047000/)]);
  expect((await t.perform(showReforms, {}, OPERATOR)).misfitting.toSorted(), 'drafts too are tagged in the list').toEqual([second, later].toSorted());

  await t.perform(applyReform, { reformId: first }, OPERATOR);
  await t.database.pool.query(`update territories.reform set state = 'prepared' where id = $1`, [second]);
  const taken = refused(/jau ir karte, kas ir spēkā no 01\.07\.2026\./);
  await expect(t.perform(applyReform, { reformId: second }, OPERATOR)).rejects.toMatchObject(taken);
  await expect(t.perform(rehearseReform, { reformId: second }, OPERATOR)).rejects.toMatchObject(taken);
  expect(await count(sql`select count(*) as n from territories.unit_version where name = 'Cits novads'`)).toBe(0);
  await expect(t.perform(rehearseReform, { reformId: first }, OPERATOR)).rejects.toMatchObject({ code: 'reform-not-open' });

  const autumn = { effective: '2026-10-01' };
  const [one, other] = [await draft({ ...autumn, units: '0060000; Viens novads; novads; LV-117', successions: '0051000 > 0060000' }), await draft({ ...autumn, units: '0061000; Otrs novads; novads; LV-118', successions: '0052000 > 0061000' })];
  const both = await Promise.allSettled([one, other].map((reformId) => t.perform(prepareReform, { reformId }, OPERATOR)));
  expect(both.map(({ status }) => status).toSorted(), 'prepared by two operators at the same moment').toEqual(['fulfilled', 'rejected']);
  expect(both.find((done) => done.status === 'rejected')?.reason).toMatchObject(refused(/Tajā pašā dienā ir sagatavota cita reforma/));
});
