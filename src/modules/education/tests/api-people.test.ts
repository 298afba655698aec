import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { enrol } from '../actions/enrol.js';
import { askForTransfer } from '../actions/transfers.js';
import { BASIC, type Schools, schools, type Someone } from './made-up-schools.js';

let s: Schools;
let secretary: Awaited<ReturnType<typeof programOf>>;
beforeAll(async () => {
  s = await schools();
  secretary = await programOf('school-secretary', '198.51.100.81');
});
afterAll(() => s.t.close());

type Row = Readonly<Record<string, unknown>>;
interface Body {
  readonly id: string;
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly enrolled: readonly string[];
}

/** A program that acts with the rights of a user of the demonstration. */
async function programOf(role: string, address: string) {
  const someone = visitor(s.t, address);
  await someone.signIn(demo(role).login, DEMO_PASSWORD);
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await someone.open('/my/sessions')).body)![1]!;
  const cookie = [...someone.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return async (method: 'GET' | 'POST', url: string, payload?: object, reason?: string) => {
    const answer = await s.t.server.inject({ method, url: `/api/education${url}`, ...(payload && { payload }), headers: { cookie, 'x-csrf-token': csrf, 'accept-language': 'en', accept: 'application/json', ...(reason && { 'x-reason': reason }) } });
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json<Body>() };
  };
}

const listed = async (url: string, person: Someone): Promise<Row | undefined> => (await secretary('GET', url, undefined, 'own-pupils')).body.items.find((one) => one['personReference'] === person.id);
const loggedOf = (person: Someone, action: string) => s.rows(`select distinct e.reason from audit.entry e join audit.about a on a.entry_id = e.id where a.person_id = $1 and e.action = $2`, [person.id, action]);

test('a program adds a candidate, finds it in the list, removes it with a reason, and another institution may then add the child', async () => {
  const child = await s.child('2020-05-05');
  const sent = { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, appliedOn: '2026-11-02' };
  const added = await secretary('POST', '/candidates', sent);
  expect(added).toMatchObject({ status: 200, body: { personReference: child.id } });
  expect(await secretary('POST', '/candidates', sent)).toMatchObject({ status: 409, type: expect.stringContaining('application/problem+json') });
  expect(await listed('/candidates?state=candidate', child)).toMatchObject({ id: added.body.id, regNr: s.regNrs[0], year: 2027, programmeCode: BASIC, appliedOn: '2026-11-02', state: 'candidate', isProtected: false, bornOn: '2020-05-05' });
  await expect.poll(() => loggedOf(child, 'education.find-candidates')).toEqual([{ reason: 'own-pupils' }]);
  expect(await secretary('POST', `/candidates/${added.body.id}/removals`, { reason: '' })).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
  expect(await secretary('POST', `/candidates/${added.body.id}/removals`, { reason: 'The family moved' })).toMatchObject({ status: 200, body: { personReference: child.id } });
  expect(await listed('/candidates', child)).toMatchObject({ state: 'removed', reason: 'The family moved' });
  expect(await secretary('POST', `/candidates/${added.body.id}/removals`, { reason: 'Once more' })).toMatchObject({ status: 404 });
  expect(await secretary('POST', '/candidates', sent)).toMatchObject({ status: 200 });
});

test('chosen candidates are enrolled, safe to repeat, and not before the year is near', async () => {
  const child = await s.child('2020-06-06');
  const { body } = await secretary('POST', '/candidates', { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, appliedOn: '2026-11-02' });
  const at = `/institutions/${s.regNrs[0]}/candidate-enrolments`;
  expect(await secretary('POST', at, { year: 2027, chosen: [body.id] })).toMatchObject({ status: 409 });
  // A year that has begun: candidates of it are enrolled from its first day.
  await s.rows('update education.candidate set year = 2026 where id = $1', [body.id]);
  expect((await secretary('POST', at, { year: 2026, chosen: [body.id] })).body).toEqual({ year: 2026, enrolled: [child.id] });
  expect((await secretary('POST', at, { year: 2026, chosen: [body.id] })).body).toEqual({ year: 2026, enrolled: [] });
  expect(await s.rows('select institution_id, valid_from::text from education.membership where person_id = $1', [child.id])).toEqual([{ institution_id: s.institutions[0], valid_from: '2026-09-01' }]);
});

test('a program of the institution that is left reads what is open and agrees; one that asked withdraws', async () => {
  const [leaving, coming] = [await s.child(), await s.child()];
  const enrolAt = (regNr: string, child: Someone) => s.t.perform(enrol, { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01' }, regNr === s.regNrs[0] ? s.secretary : s.other);
  await enrolAt(s.regNrs[0]!, leaving);
  await enrolAt(s.regNrs[1]!, coming);
  const today = s.t.platform.clock.today();
  const { id } = await s.t.perform(askForTransfer, { regNr: s.regNrs[1], code: leaving.code, family: leaving.family, programmeCode: BASIC, movesOn: today }, s.other);
  expect(await listed('/transfers?state=asked', leaving)).toMatchObject({ id, fromRegNr: s.regNrs[0], toRegNr: s.regNrs[1], movesOn: today, state: 'asked', answeredAt: null });
  await expect.poll(() => loggedOf(leaving, 'education.find-transfers')).toEqual([{ reason: 'own-pupils' }]);
  expect(await secretary('GET', `/transfers/${id}`)).toMatchObject({ status: 200, body: { mayAnswer: true, mayWithdraw: false, openItems: [{ en: expect.stringContaining('class') as string }], transfer: { personReference: leaving.id } } });
  expect(await secretary('POST', `/transfers/${id}/answers`, { answer: 'refused' })).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
  expect(await secretary('POST', `/transfers/${id}/answers`, { answer: 'withdrawn' })).toMatchObject({ status: 403 });
  expect(await secretary('POST', `/transfers/${id}/answers`, { answer: 'agreed' })).toMatchObject({ status: 200, body: { done: true } });
  expect(await listed('/transfers', leaving)).toMatchObject({ state: 'done' });

  const sent = { regNr: s.regNrs[0], code: coming.code, family: coming.family, programmeCode: BASIC, movesOn: today };
  const asked = await secretary('POST', '/transfers', sent);
  expect(asked).toMatchObject({ status: 200, body: { personReference: coming.id } });
  expect(await secretary('POST', '/transfers', sent)).toMatchObject({ status: 409 });
  expect(await secretary('POST', `/transfers/${asked.body.id}/answers`, { answer: 'agreed' })).toMatchObject({ status: 403 });
  expect(await secretary('POST', `/transfers/${asked.body.id}/answers`, { answer: 'withdrawn' })).toMatchObject({ status: 200, body: { done: false } });
});

test('a program registers a position, corrects and ends it, takes a wrong one back, and lists those of a day', async () => {
  const teacher = await s.child('1980-05-05');
  const sent = { regNr: s.regNrs[0], code: teacher.code, positionCode: 'teacher', workload: 0.8, from: '2026-09-01' };
  const added = await secretary('POST', '/positions', sent);
  expect(added).toMatchObject({ status: 200, body: { personReference: teacher.id } });
  expect((await secretary('GET', '/position-kinds')).body).toContainEqual({ code: 'teacher', name: { lv: 'Skolotājs', en: 'Teacher' } });
  expect(await listed('/positions?on=2026-10-01', teacher)).toMatchObject({ id: added.body.id, positionCode: 'teacher', position: { en: 'Teacher' }, workload: 0.8, validFrom: '2026-09-01', validTo: null });
  expect(await listed('/positions?on=2026-08-31', teacher)).toBeUndefined();
  await expect.poll(() => loggedOf(teacher, 'education.find-positions')).toEqual([{ reason: 'own-pupils' }]);
  expect(await secretary('POST', `/positions/${added.body.id}/corrections`, { positionCode: 'teacher', workload: 3, from: '2026-09-01' })).toMatchObject({ status: 422, body: { errors: [{ field: 'workload' }] } });
  expect(await secretary('POST', `/positions/${added.body.id}/corrections`, { positionCode: 'teacher', workload: 1, from: '2026-09-01', lastDay: '2026-10-31' })).toMatchObject({ status: 200 });
  expect(await listed('/positions?on=2026-10-31', teacher)).toMatchObject({ workload: 1, validTo: '2026-11-01' });
  expect(await listed('/positions?on=2026-11-01', teacher)).toBeUndefined();
  expect(await secretary('POST', `/positions/${added.body.id}/withdrawals`)).toMatchObject({ status: 200 });
  expect(await listed('/positions?on=2026-10-01', teacher)).toBeUndefined();
  const child = await s.child();
  expect(await secretary('POST', '/positions', { ...sent, code: child.code })).toMatchObject({ status: 422, body: { errors: [{ field: 'code' }] } });
});

test('nobody outside a right is in any of the lists, changed or told apart from nobody; without a reason nothing is listed', async () => {
  const [child, teacher] = [await s.child('2020-07-07'), await s.child('1981-05-05')];
  const [candidate] = await s.rows<{ id: string }>(`insert into education.candidate (person_id, institution_id, year, programme_code, applied_on, state, recorded_at, recorded_by) values ($1, $2, 2027, $3, '2026-11-02', 'candidate', now(), 'test') returning id`, [child.id, s.institutions[1], BASIC]);
  const [position] = await s.rows<{ id: string }>(`insert into education.teacher_position (person_id, institution_id, position_code, workload, valid_from, recorded_at, recorded_by) values ($1, $2, 'teacher', 1, '2026-09-01', now(), 'test') returning id`, [teacher.id, s.institutions[1]]);
  expect([await listed('/candidates', child), await listed('/positions', teacher)]).toEqual([undefined, undefined]);
  for (const list of ['candidates', 'transfers', 'positions']) {
    expect(await secretary('GET', `/${list}`)).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
    expect((await secretary('GET', `/${list}?regNr=${s.regNrs[1]}`, undefined, 'own-pupils')).status).toBe(404);
  }
  expect((await secretary('POST', `/candidates/${candidate!.id}/removals`, { reason: 'Not ours' })).status).toBe(404);
  expect((await secretary('POST', `/positions/${position!.id}/withdrawals`)).status).toBe(404);
  expect((await secretary('POST', '/positions', { regNr: s.regNrs[1], code: teacher.code, positionCode: 'teacher', workload: 1, from: '2026-09-01' })).status).toBe(404);
});

test('lists go on where the page before ended, and of protected people give initials', async () => {
  await s.rows(`with made as (insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) select '1970-01-01', 'male', 'tests', 'ans', now(), 'test' from generate_series(1, 130) returning id),
      named as (insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select id, 'Ans', 'Tests', '1970-01-01', now(), 'test' from made),
      kept as (insert into persons.protection (person_id, kind, valid_from, basis, recorded_at, recorded_by) select id, 'violence', '2026-01-01', 'Tiesas lēmums', now(), 'test' from made limit 1)
    insert into education.teacher_position (person_id, institution_id, position_code, workload, valid_from, recorded_at, recorded_by) select id, $1, 'teacher', 1, '2026-09-01', now(), 'test' from made`, [s.institutions[0]]);
  const found: Row[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await secretary('GET', `/positions?after=${next}`, undefined, 'own-pupils');
    expect(body.items.length).toBeLessThanOrEqual(100);
    found.push(...body.items);
    next = body.next;
  }
  const theirs = found.filter((one) => String(one['given']).startsWith('A') && String(one['family']).startsWith('T'));
  expect([theirs.length, new Set(found.map(({ id }) => id)).size]).toEqual([130, found.length]);
  expect(theirs.filter((one) => one['isProtected']).map(({ given, family }) => [given, family].map((name) => String(name).length <= 2))).toEqual([[true, true]]);
});

test('the contract tells the calls, each body with an example', async () => {
  const { paths } = (await s.t.server.inject('/api/openapi.json')).json<{ paths: Record<string, Record<string, { requestBody?: { content: Record<string, object> } }>> }>();
  for (const path of ['candidates', 'candidates/{id}/removals', 'institutions/{regNr}/candidate-enrolments', 'transfers', 'transfers/{id}/answers', 'positions', 'positions/{id}/corrections']) {
    const told = paths[`/api/education/${path}`]!['post']!.requestBody!.content['application/json']!;
    expect([path, 'example' in told || 'examples' in told]).toEqual([path, true]);
  }
});
