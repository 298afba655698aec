import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { InvalidInput } from '#kernel/errors.js';
import { delegateUser, openDelegateForm, withdrawDelegation } from '../actions/delegate.js';
import { readMyTraining } from '../actions/my-training.js';
import { exportParticipants, markParticipants, readParticipants } from '../actions/participants.js';
import { cancelRemoteCourse, listRemoteCourses, readRemoteCourse, saveRemoteCourse } from '../actions/remote-courses.js';
import { requireCourse } from '../actions/requirements.js';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { type Country, noticesOf, refusalOf, trainingCountry } from './made-up-training.js';

let c: Country;
let courseId: string;
let remoteId: string;
const FACTS = {
  organiser: 'country', titleLv: 'Tiešsaistes nodarbība', titleEn: 'Online lesson', startsOn: '2026-12-01', startsAt: '9:30', endsOn: '2026-12-01', endsAt: '11:00',
  venue: 'https://macibas.example.lv/1', seats: '2', applyUntil: '2026-11-28', questionsLv: '## Ierīce?\n- Dators\n- Telefons\n\n## Kas vēl? (?)',
};
const ANSWERS = { 0: '1', 1: '' };

beforeAll(async () => {
  c = await trainingCountry({ users: 60, grants: 60 });
  courseId = await c.publish();
});
afterAll(() => c.t.close());
beforeEach(async () => {
  remoteId = (await c.t.perform(saveRemoteCourse, { ...FACTS, courseId }, await c.as('administrator'))).id;
});

const send = async (login: string, by = 'municipality-user-administrator', answers: object = ANSWERS) =>
  c.t.perform(delegateUser, { id: remoteId, userId: await userIdOf(c.t, login), answers }, await c.as(by));
const participants = async () => (await c.t.perform(readParticipants, { id: remoteId }, await c.as('administrator'))).participants;
const standing = async () => (await participants()).map(({ name, state }) => [name.split(' ')[0], state]);
const beginNow = () => c.t.database.pool.query(`update training.remote_course set starts_at = '2026-11-20T08:00:00Z', ends_at = '2026-11-20T09:00:00Z' where id = $1`, [remoteId]);

test('users are sent to seats, then to wait; a seat that becomes free goes to who waited longest, and everyone is told', async () => {
  expect((await send('vaditajs', 'institution-user-administrator')).state).toBe('confirmed');
  const second = await send('lietvedis', 'institution-user-administrator');
  expect((await send('izpilddirektors')).state).toBe('waiting');
  expect((await send('izglitiba')).state).toBe('waiting');
  expect((await refusalOf(send('lietvedis'))).code).toBe('sent-to-a-course-once');
  await c.t.perform(withdrawDelegation, { id: second.participationId }, await c.as('school-secretary'));
  expect(await standing()).toEqual([['Andris', 'confirmed'], ['Juris', 'confirmed'], ['Gunta', 'waiting']]);
  const subjects = async (role: string) => (await noticesOf(c, await c.as(role))).filter((one) => one.link === `/training/remote/${remoteId}`).map((one) => one.kind);
  expect(await subjects('municipality-head')).toEqual(['training.waiting-list', 'training.seat']);
  expect(await subjects('school-secretary')).toEqual(['training.seat', 'training.withdrawn']);
  expect(await subjects('institution-user-administrator')).toEqual(['training.given-up']);
  expect((await c.t.perform(readRemoteCourse, { id: remoteId }, await c.as('municipality-education-specialist'))).own).toMatchObject({ state: 'waiting', begun: false });
  expect((await c.t.perform(readRemoteCourse, { id: remoteId }, await c.as('school-secretary'))).own).toBeUndefined();
  expect((await send('lietvedis')).state).toBe('waiting');
  await c.t.perform(saveRemoteCourse, { ...FACTS, id: remoteId, courseId, seats: '4' }, await c.as('administrator'));
  expect((await standing()).map(([, state]) => state)).toEqual(['confirmed', 'confirmed', 'confirmed', 'confirmed']);
});

test('sent by many at once, there are never more seats given than there are', async () => {
  const { rows } = await c.t.database.pool.query<{ login: string }>(`select login from access.app_user where state = 'active' and (unit_id is not null or institution_id is not null) order by id limit 12`);
  const by = await c.as('municipality-user-administrator');
  const everywhere = { ...by, scopes: new Map([...by.scopes].map(([name, scope]) => [name, { ...scope, everywhere: true }])) };
  const outcomes = await Promise.allSettled(rows.map(async ({ login }) => c.t.perform(delegateUser, { id: remoteId, userId: await userIdOf(c.t, login), answers: ANSWERS }, everywhere)));
  expect(outcomes.filter((one) => one.status === 'rejected')).toEqual([]);
  const states = (await participants()).map((one) => one.state);
  expect([states.filter((state) => state === 'confirmed').length, states.length]).toEqual([2, 12]);
  const withSeats = (await participants()).filter((one) => one.state === 'confirmed');
  await Promise.all(withSeats.map((one) => c.t.perform(withdrawDelegation, { id: one.id }, everywhere)));
  const after = (await participants()).map((one) => one.state);
  expect([after.filter((state) => state === 'confirmed').length, after.length]).toEqual([2, 10]);
});

test('nobody sends who works elsewhere, sees who is sent elsewhere, or withdraws them', async () => {
  const school = await c.as('institution-user-administrator');
  const refusal = (await refusalOf(send('izpilddirektors', 'institution-user-administrator'))) as InvalidInput;
  expect(refusal.fields[0]!.field).toBe('userId');
  const { participationId } = await send('izpilddirektors');
  await send('lietvedis', 'institution-user-administrator');
  const form = await c.t.perform(openDelegateForm, { id: remoteId }, school);
  expect(form.sent.map((one) => one.name)).toEqual(['Dace Rakstvede']);
  expect(form.candidates.map((one) => one.login).filter((login) => ['izpilddirektors', 'lietvedis'].includes(login))).toEqual([]);
  expect((await refusalOf(c.t.perform(withdrawDelegation, { id: participationId }, school))).status).toBe(404);
  expect((await refusalOf(c.t.perform(readParticipants, { id: remoteId }, school))).status).toBe(403);
});

test('a municipality organises its own courses and sees no participants of others', async () => {
  const municipality = await c.as('municipality-user-administrator');
  const place = ((await refusalOf(c.t.perform(saveRemoteCourse, FACTS, municipality))) as InvalidInput).fields[0]!.field;
  expect(place).toBe('organiser');
  const own = await c.t.perform(saveRemoteCourse, { ...FACTS, organiser: `unit:${c.units[0]}` }, municipality);
  expect(await c.t.perform(readRemoteCourse, { id: own.id }, municipality)).toMatchObject({ organises: true, delegates: true });
  expect(await c.t.perform(readRemoteCourse, { id: remoteId }, municipality)).toMatchObject({ organises: false });
  for (const work of [() => c.t.perform(readParticipants, { id: remoteId }, municipality), () => c.t.perform(exportParticipants, { id: remoteId, format: 'csv' }, municipality), () => c.t.perform(cancelRemoteCourse, { id: remoteId, why: 'Lektors slims' }, municipality), () => c.t.perform(markParticipants, { id: remoteId, came: [] }, municipality)]) {
    expect((await refusalOf(work())).status).toBe(404);
  }
});

test('what must be answered is answered, and questions that were answered stay', async () => {
  const fields = async (answers: object) => ((await refusalOf(send('vaditajs', 'institution-user-administrator', answers))) as InvalidInput).fields.map((one) => one.field);
  expect(await fields({})).toEqual(['a0']);
  expect(await fields({ 0: '2' })).toEqual(['a0']);
  await send('vaditajs', 'institution-user-administrator', { 0: '0', 1: 'Par kodiem' });
  expect((await participants())[0]!.answers).toEqual(['0', 'Par kodiem']);
  const change = c.t.perform(saveRemoteCourse, { ...FACTS, id: remoteId, questionsLv: '## Cits?' }, await c.as('administrator'));
  expect(((await refusalOf(change)) as InvalidInput).fields[0]!.field).toBe('questionsLv');
  await c.t.perform(saveRemoteCourse, { ...FACTS, id: remoteId, questionsLv: `${FACTS.questionsLv.replaceAll('\n', '\r\n')}\r\n` }, await c.as('administrator'));
  const fewer = c.t.perform(saveRemoteCourse, { ...FACTS, id: remoteId, seats: '0' }, await c.as('administrator'));
  expect(((await refusalOf(fewer)) as InvalidInput).fields[0]!.field).toBe('seats');
});

test('whoever came has passed the linked course and their right counts; a mark taken back takes that back', async () => {
  const organiser = await c.as('administrator');
  const { participationId } = await send('vaditajs', 'institution-user-administrator');
  await send('lietvedis', 'institution-user-administrator');
  await c.t.perform(requireCourse, { courseId, roleCode: 'institution-head', place: `institution:${c.institutions[0]}`, from: '2026-11-21', basis: 'Rīkojums' }, await c.as('institution-user-administrator'));
  expect((await c.as('institution-head')).scopes.size).toBe(0);
  expect((await refusalOf(c.t.perform(markParticipants, { id: remoteId, came: participationId }, organiser))).code).toBe('not-begun');
  await beginNow();
  const mark = (came: readonly string[]) => c.t.perform(markParticipants, { id: remoteId, came: [...came] }, organiser);
  expect(await mark([participationId])).toEqual({ changed: 2, came: 1 });
  expect(await mark([participationId])).toEqual({ changed: 0, came: 1 });
  expect((await c.as('institution-head')).scopes.size).toBeGreaterThan(0);
  expect((await c.t.perform(readMyTraining, {}, await c.as('institution-head'))).results).toMatchObject([{ passed: true, titleLv: 'Tiešsaistes nodarbība', takenOn: '2026-11-20', validTo: '2027-11-20', rightCount: null }]);
  expect((await c.t.perform(readMyTraining, {}, await c.as('school-secretary'))).results.filter((one) => one.titleLv === 'Tiešsaistes nodarbība')).toEqual([]);
  expect((await refusalOf(c.t.perform(withdrawDelegation, { id: participationId }, await c.as('municipality-user-administrator')))).code).toBe('already-marked');
  await mark([]);
  expect((await c.as('institution-head')).scopes.size).toBe(0);
  expect((await c.t.perform(readMyTraining, {}, await c.as('institution-head'))).results).toMatchObject([{ withdrawn: true }]);
  // Also of a course that is offered no more; and what was held is not called off, nor marked once it is.
  await c.t.database.pool.query(`update training.course set retired_at = now(), retired_by = 'test' where id = $1`, [courseId]);
  await mark([participationId]);
  await c.t.database.pool.query(`update training.course set retired_at = null, retired_by = null where id = $1`, [courseId]);
  expect((await c.as('institution-head')).scopes.size).toBeGreaterThan(0);
  const cancel = () => c.t.perform(cancelRemoteCourse, { id: remoteId, why: 'Lektors slims' }, organiser);
  expect((await refusalOf(cancel())).code).toBe('remote-was-held');
  await mark([]);
  await cancel();
  expect((await refusalOf(mark([participationId]))).code).toBe('remote-cancelled');
  expect((await c.t.perform(readParticipants, { id: remoteId }, organiser)).begun).toBe(false);
});

test('nobody is sent after the last day to apply or to what is cancelled; those sent and who sent them are told why', async () => {
  await send('vaditajs', 'institution-user-administrator');
  await c.t.perform(cancelRemoteCourse, { id: remoteId, why: 'Lektors slims' }, await c.as('administrator'));
  expect((await refusalOf(send('lietvedis'))).code).toBe('remote-cancelled');
  const told = await c.t.database.pool.query(`select u.login from platform.notice n join access.app_user u on u.id::text = n.user_id::text where n.kind like 'training.cancelled%' and n.body_lv like '%Lektors slims' and n.link = $1 order by n.kind`, [`/training/remote/${remoteId}`]);
  expect(told.rows).toEqual([{ login: 'vaditajs' }, { login: 'iestades.administrators' }]);
  expect(await c.t.perform(openDelegateForm, { id: remoteId }, await c.as('institution-user-administrator'))).toMatchObject({ open: false, candidates: [], remote: { cancelledWhy: 'Lektors slims' } });
  const late = await c.t.perform(saveRemoteCourse, { ...FACTS, applyUntil: '2026-11-20' }, await c.as('administrator'));
  remoteId = late.id;
  expect((await refusalOf(send('lietvedis'))).code).toBe('apply-over');
});

test('whoever is sent hears of a new time or address; what has begun keeps its beginning, and nobody is sent to it any more', async () => {
  const administrator = await c.as('administrator');
  const change = (facts: object) => c.t.perform(saveRemoteCourse, { ...FACTS, id: remoteId, courseId, ...facts }, administrator);
  await send('vaditajs', 'institution-user-administrator');
  const told = async () => (await noticesOf(c, await c.as('institution-head'))).filter((one) => one.kind === 'training.moved' && one.link === `/training/remote/${remoteId}`);
  await change({ aboutLv: 'Citi vārdi' });
  expect(await told()).toEqual([]);
  await change({ startsOn: '2026-12-02', endsOn: '2026-12-02', startsAt: '13:15', endsAt: '14:00' });
  await change({ venue: 'https://macibas.example.lv/2' });
  expect(await told()).toHaveLength(2);
  const startsOn = async (facts: object) => ((await refusalOf(change(facts))) as InvalidInput).fields[0];
  expect((await startsOn({ startsOn: '2026-11-01', applyUntil: '2026-10-30' }))?.message.lv).toContain('ir pagājusi');
  await beginNow();
  expect((await startsOn({}))?.message.lv).toContain('jau ir sākušās');
  expect((await refusalOf(send('lietvedis'))).code).toBe('apply-over');
});

test('times are of Riga and in order, and the list is by time', async () => {
  const administrator = await c.as('administrator');
  const { remote } = await c.t.perform(readRemoteCourse, { id: remoteId }, administrator);
  expect([remote.startsAt.toISOString(), remote.endsAt.toISOString()]).toEqual(['2026-12-01T07:30:00.000Z', '2026-12-01T09:00:00.000Z']);
  const fields = async (input: object) => ((await refusalOf(c.t.perform(saveRemoteCourse, { ...FACTS, ...input }, administrator))) as InvalidInput).fields.map((one) => one.field);
  expect(await fields({ startsOn: '2026-11-01', applyUntil: '2026-10-30' })).toEqual(['startsOn']);
  expect(await fields({ endsAt: '09:30' })).toEqual(['endsAt']);
  expect(await fields({ startsAt: '25:00' })).toEqual(['startsAt']);
  expect(await fields({ applyUntil: '2026-12-02' })).toEqual(['applyUntil']);
  expect(await fields({ questionsEn: '## Device?' })).toEqual(['questionsEn']);
  await beginNow();
  const ids = async (past: string) => (await c.t.perform(listRemoteCourses, { past }, administrator)).courses.map((one) => one.id);
  expect([(await ids('')).includes(remoteId), (await ids('yes')).includes(remoteId)]).toEqual([false, true]);
});
