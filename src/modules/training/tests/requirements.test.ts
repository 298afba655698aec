import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InvalidInput } from '#kernel/errors.js';
import { addDays, type IsoDate, isoDate } from '#kernel/iso-date.js';
import { systemActor } from '#platform/actions/actor.js';
import { approveRequest } from '../../access/actions/decide-requests.js';
import { readMyRights } from '../../access/actions/my-rights.js';
import { requestRight } from '../../access/actions/request-right.js';
import { readMyTraining } from '../actions/my-training.js';
import { remindSome } from '../actions/remind.js';
import { endRequired, listRequiredHere, requireCourse } from '../actions/requirements.js';
import { readWaiting } from '../actions/register.js';
import { retireCourse } from '../actions/write-courses.js';
import { type Country, noticesOf, refusalOf, trainingCountry } from './made-up-training.js';

let c: Country;
let courseId: string;
const TODAY = isoDate('2026-11-21');
const BASIS = { from: TODAY, basis: 'Rīkojums Nr. 7' };

beforeAll(async () => {
  c = await trainingCountry();
  courseId = await c.publish();
});
afterAll(() => c.t.close());
beforeEach(async () => {
  await c.t.runDueJobs();
  await c.t.database.pool.query('delete from access.role_requirement; delete from platform.outbox_mail where notice_id is not null; delete from platform.notice;');
});

const atSchool = () => `institution:${c.institutions[0]}`;
const remind = () => c.t.perform(remindSome, {}, systemActor('training.remind'));

test('a school asks a course of a role: the right waits, says so, and counts from the next request after passing', async () => {
  const administrator = await c.as('institution-user-administrator');
  const head = await c.as('institution-head');
  expect(head.scopes.has('training.see-register')).toBe(true);
  const asked = await c.t.perform(requireCourse, { courseId, roleCode: 'institution-head', place: atSchool(), ...BASIS }, administrator);
  expect(asked).toMatchObject({ concerned: 1, unmet: 1 });
  expect((await c.as('institution-head')).scopes.size).toBe(0);
  const rights = await c.t.perform(readMyRights, {}, head);
  expect(rights.waits).toMatchObject([{ grantId: rights.grants[0]!.id, titleLv: 'Īss kurss', link: `/training/courses/${courseId}` }]);
  expect((await c.t.perform(readMyTraining, {}, head)).toDo.map((one) => one.key)).toEqual([`course:${courseId}`]);
  await c.t.runDueJobs();
  expect((await noticesOf(c, head)).map((one) => one.kind)).toEqual(['training.waits']);
  expect(await c.t.perform(readWaiting, {}, await c.as('municipality-user-administrator'))).toMatchObject({ total: 1, waiting: [{ login: 'vaditajs' }] });

  await c.take(head, courseId, false);
  expect((await c.as('institution-head')).scopes.size).toBe(0);
  await c.take(head, courseId);
  expect((await c.as('institution-head')).scopes.has('training.see-register')).toBe(true);
  expect((await c.t.perform(readMyRights, {}, head)).waits).toEqual([]);
  expect((await c.t.perform(listRequiredHere, {}, administrator))[0]).toMatchObject({ id: asked.id, concerned: 1, unmet: 0 });
});

test('nobody asks anything of a place outside their own, and only of what can be held and taken there', async () => {
  const administrator = await c.as('institution-user-administrator');
  const field = async (input: object) => ((await refusalOf(c.t.perform(requireCourse, { courseId, roleCode: 'school-secretary', place: atSchool(), ...BASIS, ...input }, administrator))) as InvalidInput).fields?.[0]?.field;
  expect(await field({ place: 'country' })).toBe('place');
  expect(await field({ place: `unit:${c.units[0]}` })).toBe('place');
  expect(await field({ place: `institution:${c.institutions[2]}` })).toBe('place');
  expect(await field({ roleCode: 'registrar' })).toBe('roleCode');
  expect(await field({ roleCode: 'nobody' })).toBe('roleCode');
  expect(await field({ from: addDays(TODAY, -1) })).toBe('from');
  expect((await refusalOf(c.t.perform(requireCourse, { courseId: c.institutions[0], roleCode: 'school-secretary', place: atSchool(), ...BASIS }, administrator))).status).toBe(404);
  expect((await refusalOf(c.t.perform(requireCourse, {}, await c.as('registrar')))).status).toBe(403);
  expect((await c.t.database.pool.query('select from access.role_requirement')).rowCount).toBe(0);
});

test('a requirement is seen and ended by who decides over its place alone; a right that waited counts at once', async () => {
  const [municipality, school, ministry] = [await c.as('municipality-user-administrator'), await c.as('institution-user-administrator'), await c.as('rights-administrator')];
  const { id } = await c.t.perform(requireCourse, { courseId, roleCode: 'municipality-head', place: `unit:${c.units[0]}`, ...BASIS }, municipality);
  expect(await c.t.perform(listRequiredHere, {}, school)).toEqual([]);
  expect((await refusalOf(c.t.perform(endRequired, { id }, school))).status).toBe(404);
  expect((await c.t.perform(listRequiredHere, {}, ministry)).map((one) => one.id)).toEqual([id]);
  expect((await refusalOf(c.t.perform(retireCourse, { courseId, retired: 'yes' }, await c.as('administrator')))).code).toBe('still-required');
  expect((await c.as('municipality-head')).scopes.size).toBe(0);
  await c.t.perform(endRequired, { id }, municipality);
  expect((await c.as('municipality-head')).scopes.size).toBeGreaterThan(0);
  expect((await refusalOf(c.t.perform(endRequired, { id }, municipality))).status).toBe(404);
});

test('whose request is approved is told of the course that the right still waits for, and of none once it is taken', async () => {
  const [asker, administrator] = [await c.as('municipality-head'), await c.as('rights-administrator')];
  await c.t.perform(requireCourse, { courseId, roleCode: 'municipality-education-specialist', place: 'country', ...BASIS }, administrator);
  const toldOf = async (unitId: number) => {
    const wish = { roleCode: 'municipality-education-specialist', place: `unit:${unitId}`, regNr: '', from: TODAY, to: '', basis: 'Rīkojums', file: null };
    const { id } = await c.t.perform(requestRight, wish, asker);
    await c.t.perform(approveRequest, { id }, administrator);
    const { rows } = await c.t.database.pool.query<{ body_lv: string }>('select body_lv from platform.notice where once_key = $1', [`access.request-decided:${id}`]);
    return rows[0]!.body_lv;
  };
  expect(await toldOf(c.units[0]!)).toContain('tiklīdz būsiet apguvis: “Īss kurss”');
  await c.take(asker, courseId);
  expect(await toldOf(c.units[1]!)).not.toContain('Īss kurss');
});

test('the same is not asked twice of a role at a place at a time', async () => {
  const administrator = await c.as('institution-user-administrator');
  const ask = () => c.t.perform(requireCourse, { courseId, roleCode: 'school-secretary', place: atSchool(), ...BASIS }, administrator);
  await ask();
  expect(await refusalOf(ask())).toMatchObject({ code: 'one-requirement-of-a-role-at-a-place', text: { lv: expect.stringMatching(/jau prasa/) } });
});

test('those concerned are told beforehand and when the right begins to wait, each once', async () => {
  const who = await c.as('population-registrar');
  await c.t.perform(requireCourse, { courseId, roleCode: 'population-registrar', place: 'country', ...BASIS, from: addDays(TODAY, 5) }, await c.as('rights-administrator'));
  await c.t.runDueJobs();
  expect(await noticesOf(c, who)).toMatchObject([{ kind: 'training.asked', subject: 'Līdz 26.11.2026. jāapgūst kurss: Īss kurss', link: `/training/courses/${courseId}` }]);
  expect(await remind()).toEqual({ told: 0, more: false });
  await c.t.database.pool.query('update access.role_requirement set valid_from = $1', [TODAY]);
  expect((await remind()).told).toBe(1);
  expect((await remind()).told).toBe(0);
  expect((await noticesOf(c, who)).map((one) => one.kind)).toEqual(['training.asked', 'training.waits']);
  expect((await c.as('population-registrar')).scopes.size).toBe(0);

  // Passed, and a year later no more: the right waits again, and that is told again.
  await c.take(who, courseId);
  expect([(await remind()).told, (await c.as('population-registrar')).scopes.size > 0]).toEqual([0, true]);
  await c.t.database.pool.query('update access.role_requirement set valid_from = $1', [addDays(TODAY, -30)]);
  await c.t.database.pool.query('update access.requirement_met set valid_from = $2, valid_to = $3 where user_id = $1', [who.id, addDays(TODAY, -20), TODAY]);
  await c.t.database.pool.query('update training.result set valid_to = $2 where user_id = $1', [who.id, TODAY]);
  expect([(await remind()).told, (await remind()).told, (await c.as('population-registrar')).scopes.size]).toEqual([1, 0, 0]);
  expect((await noticesOf(c, who)).map((one) => one.kind)).toEqual(['training.asked', 'training.waits', 'training.waits']);
});

test('of a result that ends one is reminded 14 and 3 days before, each once, and not when it was renewed', async () => {
  const who = await c.as('ministry-operator');
  await c.take(who, courseId);
  const endsOn = (day: IsoDate) => c.t.database.pool.query('update training.result set valid_to = $2 where user_id = $1 and certificate = (select min(certificate) from training.result where user_id = $1)', [who.id, day]);
  const kinds = async () => (await noticesOf(c, who)).map((one) => one.kind);
  await endsOn(addDays(TODAY, 15));
  await remind();
  expect(await kinds()).toEqual([]);
  await endsOn(addDays(TODAY, 14));
  await remind();
  await remind();
  expect(await kinds()).toEqual(['training.ends-in-14']);
  expect((await c.t.perform(readMyTraining, {}, who)).toRenew).toMatchObject([{ courseId, validTo: addDays(TODAY, 14) }]);
  await endsOn(addDays(TODAY, 3));
  await remind();
  await remind();
  expect(await kinds()).toEqual(['training.ends-in-14', 'training.ends-in-3']);
  await c.t.database.pool.query('delete from platform.outbox_mail where notice_id is not null; delete from platform.notice');
  const other = await c.as('auditor');
  await c.take(other, courseId);
  await c.take(other, courseId);
  await c.t.database.pool.query('update training.result set valid_to = $2 where user_id = $1 and certificate = (select min(certificate) from training.result where user_id = $1)', [other.id, addDays(TODAY, 2)]);
  await remind();
  expect(await noticesOf(c, other)).toEqual([]);
  expect((await c.t.perform(readMyTraining, {}, other)).toRenew).toEqual([]);
});

test('a reminding cut short has told nobody, and the next one tells everybody once', async () => {
  const who = await c.as('registrar');
  await c.t.perform(requireCourse, { courseId, roleCode: 'registrar', place: 'country', ...BASIS }, await c.as('rights-administrator'));
  const owner = new pg.Client({ connectionString: c.t.ownerUrl });
  await owner.connect();
  await owner.query('alter table platform.notice rename to notice_away');
  await expect(remind()).rejects.toThrow();
  await owner.query('alter table platform.notice_away rename to notice');
  await owner.end();
  expect((await c.t.database.pool.query('select from training.reminder where user_id = $1', [who.id])).rowCount).toBe(0);
  await c.t.runDueJobs();
  await c.t.runDueJobs();
  expect((await noticesOf(c, who)).map((one) => one.kind)).toEqual(['training.waits']);
});
