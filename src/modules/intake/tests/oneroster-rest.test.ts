import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { A, B, REG_NRS, type SendingSchool, sendingSchool } from './sending-school.js';

const ROSTERING = '/ims/oneroster/rostering/v1p2';
const GRADEBOOK = '/ims/oneroster/gradebook/v1p2';

let s: SendingSchool;
let token: string;
let classId: string;
let maths: number;
let pupils: Awaited<ReturnType<SendingSchool['pupil']>>[];
beforeAll(async () => {
  s = await sendingSchool();
  ({ token } = await s.journal('rest', [A]));
  classId = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
  await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, $2)', [classId, maths]);
  pupils = [await s.pupil(classId), await s.pupil(classId), await s.pupil(classId)];
  await s.pupil(await s.aClass('6.a', 6, B), '2026-09-01', null, B);
});
afterAll(() => s.t.close());

interface Sent {
  readonly [field: string]: unknown;
  readonly sourcedId: string;
  readonly identifier: string;
}

interface Body {
  readonly orgs: readonly Sent[];
  readonly users: readonly Sent[];
  readonly results: readonly Sent[];
  readonly user: Sent;
  readonly demographics: Sent;
  readonly lineItem: Sent;
  readonly result: Sent;
  readonly sourcedIdPairs: readonly { readonly suppliedSourcedId: string; readonly allocatedSourcedId: string }[];
  readonly imsx_description: string;
  readonly imsx_CodeMinor: { readonly imsx_codeMinorField: readonly { readonly imsx_codeMinorFieldValue: string }[] };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

async function ask(path: string, more: { method?: string; json?: unknown; token?: string } = {}): Promise<Answer> {
  const answer = await fetch(`${s.t.address}${path}`, {
    method: more.method ?? 'GET',
    headers: { authorization: `Bearer ${more.token ?? token}`, ...(more.json !== undefined && { 'content-type': 'application/json' }) },
    ...(more.json !== undefined && { body: JSON.stringify(more.json) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text === '' ? null : JSON.parse(text)) as Body };
}

const mathsClass = () => `${classId}.${maths}`;
const lineItem = (period = 'S1') => `${mathsClass()}.${period}`;
const result = (at: number, more: object) => ({ student: { sourcedId: pupils[at]!.id }, lineItem: { sourcedId: lineItem() }, scoreStatus: 'fully graded', scoreDate: '2026-12-17', ...more });
const markOf = async (at: number, period = 'S1') =>
  (await s.rows<{ value: string; state: string }>('select value, state from marks.mark where person_id = $1 and subject_id = $2 and period = $3', [pupils[at]!.id, maths, period]))[0];

test('a machine sees the school that confirmed it and no other', async () => {
  const { body, headers } = await ask(`${ROSTERING}/schools`);
  expect(body.orgs.map((one) => one.identifier)).toEqual([REG_NRS[0]]);
  expect(headers.get('x-total-count')).toBe('1');
  const { body: students } = await ask(`${ROSTERING}/students`);
  expect(students.users.map((one) => one.sourcedId).toSorted()).toEqual(pupils.map(({ id }) => id).toSorted());
  expect((await ask(`${ROSTERING}/schools/${B}/students`)).status).toBe(404);
  const other = await s.journal('svess', []);
  expect((await ask(`${ROSTERING}/students`, { token: other.token })).body).toEqual({ users: [] });
});

test('a personal code stands in userIds alone; demographics tell no origin; who was shown is logged', async () => {
  const { body } = await ask(`${ROSTERING}/users/${pupils[0]!.id}`);
  expect(body.user).toMatchObject({ sourcedId: pupils[0]!.id, userIds: [{ type: 'personasKods', identifier: pupils[0]!.code }], roles: [{ roleType: 'primary', role: 'student', org: { sourcedId: A, type: 'org' } }] });
  expect(JSON.stringify({ ...body.user, userIds: [] })).not.toContain(pupils[0]!.code);
  const { body: person } = await ask(`${ROSTERING}/demographics/${pupils[0]!.id}`);
  expect(Object.keys(person.demographics).toSorted()).toEqual(['birthDate', 'dateLastModified', 'sex', 'sourcedId', 'status']);
  const [entry] = await s.rows<{ subjects: string[] }>(`select subjects from audit.entry where action = 'intake.read-oneroster' and facts ->> 'path' like '%/demographics/%' order by at desc limit 1`);
  expect(entry!.subjects).toEqual([pupils[0]!.id]);
});

test('lists are paged by limit and offset with their links, sorted, filtered and cut to fields', async () => {
  const first = await ask(`${ROSTERING}/students?limit=2&sort=sourcedId&fields=sourcedId,familyName`);
  expect(first.headers.get('x-total-count')).toBe('3');
  expect(Object.keys(first.body.users[0]!)).toEqual(['sourcedId', 'familyName']);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link')!)![1]!;
  expect(new URL(next).searchParams.get('offset')).toBe('2');
  const second = await ask(`${new URL(next).pathname}${new URL(next).search}`);
  expect([...first.body.users, ...second.body.users].map((one) => one.sourcedId)).toEqual(pupils.map(({ id }) => id).toSorted());
  expect(second.headers.get('link')).not.toContain('rel="next"');
  const found = await ask(`${ROSTERING}/students?filter=${encodeURIComponent(`familyName='${pupils[1]!.family}' AND dateLastModified>'2020-01-01T00:00:00.000Z'`)}`);
  expect(found.body.users.map((one) => one.sourcedId)).toEqual([pupils[1]!.id]);
});

test.each([
  [`filter=nothing='1'`, 'invalid_filter_field'], [`filter=familyName~~1`, 'invalid_filter_field'], ['sort=password', 'invalid_filter_field'], ['fields=unknown', 'invalid_selection_field'], ['limit=x', 'invaliddata'],
])('a query that the standard does not know is refused in its words: %s', async (query, minor) => {
  const { status, body } = await ask(`${ROSTERING}/students?${query}`);
  expect(status).toBe(400);
  expect(body).toMatchObject({ imsx_codeMajor: 'failure', imsx_severity: 'error', imsx_CodeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: minor }] } });
});

test.each<[string, string, RequestInit, number, string]>([
  ['a path that is none', `${ROSTERING}/pupils`, {}, 404, 'unknownobject'],
  ['a service that is none', '/ims/oneroster/v1p1/orgs', { headers: { accept: 'text/html' } }, 404, 'unknownobject'],
  ['a method that a path has not', `${ROSTERING}/schools`, { method: 'DELETE' }, 405, 'invaliddata'],
  ['an answer that is no JSON', `${ROSTERING}/schools`, { headers: { accept: 'application/xml, application/json;q=0' } }, 406, 'invaliddata'],
  ['too large a body', `${GRADEBOOK}/results/x`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: `{"x":"${'x'.repeat(1_100_000)}"}` }, 413, 'invaliddata'],
  ['a body that is no JSON', `${GRADEBOOK}/results/x`, { method: 'PUT', headers: { 'content-type': 'text/plain' }, body: 'x' }, 415, 'invaliddata'],
  ['a body of an unknown type', `${GRADEBOOK}/results/x`, { method: 'PUT', headers: { 'content-type': 'application/xml' }, body: '<x/>' }, 415, 'invaliddata'],
  ['a broken body', `${GRADEBOOK}/results/x`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{' }, 400, 'invaliddata'],
])('%s is refused in the words of the standard', async (_what, path, more, status, minor) => {
  const answer = await fetch(`${s.t.address}${path}`, { ...more, headers: { authorization: `Bearer ${token}`, ...(more.headers as Record<string, string> | undefined) } });
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({ status, imsx_codeMajor: 'failure', imsx_severity: 'error', imsx_CodeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldValue: minor }] } });
  expect(answer.headers.get('allow')).toBe(status === 405 ? 'GET, HEAD' : null);
});

test('without a token, with a made-up one and without the right nothing is told', async () => {
  const unknown = await fetch(`${s.t.address}${ROSTERING}/students`);
  expect([unknown.status, unknown.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  const { status, body } = await ask(`${ROSTERING}/students`, { token: 'x'.repeat(43) });
  expect([status, body.imsx_CodeMinor.imsx_codeMinorField[0]!.imsx_codeMinorFieldValue]).toEqual([401, 'unauthorisedrequest']);
});

test('a token asked for with scopes of the standard is held to them', async () => {
  const scope = (name: string) => `https://purl.imsglobal.org/spec/or/v1p2/scope/${name}`;
  const [user] = await s.rows<{ id: string }>(`insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) values ('sistema.jomas', 'Jomas', $1, now(), 'test') returning id`, [s.t.units[0]]);
  await s.rows(`insert into access.role_grant (user_id, role_code, everywhere, valid_from, basis, confirmed_on, recorded_at, recorded_by) values ($1, 'e-journal', true, '2026-01-01', 'Līgums 1', '2026-01-01', now(), 'test')`, [user!.id]);
  const [journal] = await s.rows<{ id: string }>(`insert into intake.journal (code, name, vendor, user_id, state, recorded_at, recorded_by) values ('jomas', 'Jomas', 'SIA Izdoma', $1, 'registered', now(), 'test') returning id`, [user!.id]);
  await s.rows(`insert into intake.journal_school (journal_id, institution_id, valid_from, confirmed_at, confirmed_by) values ($1, $2, '2026-09-01', now(), 'test')`, [journal!.id, A]);
  const client = await s.t.client({ kind: 'machine', user: 'sistema.jomas' });
  const config = await s.t.discover(client.id, openid.ClientSecretBasic(client.secret!));
  const { access_token: narrow } = await openid.clientCredentialsGrant(config, { scope: [scope('roster-core.readonly'), scope('gradebook.delete')].join(' ') });
  expect((await ask(`${ROSTERING}/students`, { token: narrow })).status).toBe(200);
  expect((await ask(`${ROSTERING}/demographics`, { token: narrow })).status).toBe(403);
  expect((await ask(`${GRADEBOOK}/results`, { token: narrow })).status).toBe(403);
  expect((await ask(`${GRADEBOOK}/results/x`, { method: 'PUT', json: {}, token: narrow })).status).toBe(403);
  expect((await ask(`${GRADEBOOK}/results/x`, { method: 'DELETE', token: narrow })).status).toBe(404);
  const { access_token: whole } = await openid.clientCredentialsGrant(config);
  expect((await ask(`${ROSTERING}/demographics`, { token: whole })).status).toBe(200);
});

test('every list and every nested list of the standard answers', async () => {
  const term = '2026-S1';
  const lists = [
    ...['academicSessions', 'terms', 'gradingPeriods', 'orgs', 'schools', 'courses', 'classes', 'users', 'students', 'teachers', 'enrollments', 'demographics'].map((one) => `${ROSTERING}/${one}`),
    ...['students', 'teachers'].map((one) => `${ROSTERING}/classes/${mathsClass()}/${one}`), `${ROSTERING}/courses/${A}.2026.${maths}/classes`,
    ...['classes', 'courses', 'enrollments', 'students', 'teachers', 'terms', ...['enrollments', 'students', 'teachers'].map((one) => `classes/${classId}/${one}`)].map((one) => `${ROSTERING}/schools/${A}/${one}`),
    `${ROSTERING}/students/${pupils[0]!.id}/classes`, `${ROSTERING}/users/${pupils[0]!.id}/classes`, `${ROSTERING}/teachers/${pupils[0]!.id}/classes`, `${ROSTERING}/terms/${term}/classes`, `${ROSTERING}/terms/${term}/gradingPeriods`,
    ...['categories', 'lineItems', 'results', 'scoreScales'].flatMap((one) => [`${GRADEBOOK}/${one}`, `${GRADEBOOK}/classes/${mathsClass()}/${one}`]),
    `${GRADEBOOK}/classes/${mathsClass()}/lineItems/${lineItem()}/results`, `${GRADEBOOK}/classes/${mathsClass()}/students/${pupils[0]!.id}/results`, `${GRADEBOOK}/schools/${A}/scoreScales`,
  ];
  const counts = Object.fromEntries(await Promise.all(lists.map(async (path) => {
    const { status, body } = await ask(path);
    return [path.slice(path.indexOf('v1p2') + 5), status === 200 ? (Object.values(body)[0] as unknown[]).length : status] as const;
  })));
  expect(Object.values(counts).filter((one) => one === 404 || one === 500)).toEqual([]);
  expect(counts).toMatchObject({ classes: 2, enrollments: 6, [`classes/${mathsClass()}/students`]: 3, [`students/${pupils[0]!.id}/classes`]: 2, [`terms/${term}/classes`]: 2, lineItems: 3, academicSessions: 4, terms: 3 });
  for (const path of ['academicSessions/2026-YEAR', `orgs/${A}`, `courses/${A}.2026.class`, `classes/${classId}`, `classes/${mathsClass()}`]) expect((await ask(`${ROSTERING}/${path}`)).status).toBe(200);
  expect((await ask(`${GRADEBOOK}/lineItems/${lineItem('YEAR')}`)).body.lineItem).toMatchObject({ academicSession: { sourcedId: '2026-YEAR' }, resultValueMin: 1, resultValueMax: 10, category: { sourcedId: 'year' } });
});

test('a result is put, corrected under its identifier, read back and taken back', async () => {
  const path = `${GRADEBOOK}/results/zurnals-1`;
  expect((await ask(path, { method: 'PUT', json: { result: result(0, { score: 8 }) } })).status).toBe(201);
  expect(await markOf(0)).toEqual({ value: '8', state: 'confirmed' });
  expect((await ask(path, { method: 'PUT', json: { result: result(0, { score: '9' }) } })).status).toBe(201);
  expect(await markOf(0)).toEqual({ value: '9', state: 'confirmed' });
  const { body } = await ask(`${GRADEBOOK}/classes/${mathsClass()}/results`);
  expect(body.results).toMatchObject([{ status: 'active', score: 9, scoreStatus: 'fully graded', student: { sourcedId: pupils[0]!.id }, lineItem: { sourcedId: lineItem() } }]);
  expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
  expect(await markOf(0)).toEqual({ value: '9', state: 'withdrawn' });
  expect((await ask(`${GRADEBOOK}/results/${body.results[0]!.sourcedId}`)).body.result.status).toBe('tobedeleted');
  expect((await ask(path, { method: 'DELETE' })).status).toBe(404);
  expect(await s.rows('select reason from marks.record_before where person_id = $1 order by id', [pupils[0]!.id])).toEqual([{ reason: 'resent' }, { reason: 'taken-back' }]);
});

test('a mark without a day of decision has the day on which it was entered in Latvia', async () => {
  expect((await ask(`${GRADEBOOK}/results/zurnals-nakts`, { method: 'PUT', json: { result: result(2, { score: 8 }) } })).status).toBe(201);
  await s.rows(
    `update marks.mark m set arrival_id = null, channel = a.channel, journal_id = a.journal_id, entered_at = '2027-01-11T22:30:00Z', entered_by = a.entered_by, decided_on = null
     from marks.arrival a where a.id = m.arrival_id and m.person_id = $1 and m.subject_id = $2`, [pupils[2]!.id, maths],
  );
  const { body } = await ask(`${GRADEBOOK}/classes/${mathsClass()}/results`);
  expect(body.results.find((one) => (one['student'] as Sent).sourcedId === pupils[2]!.id)).toMatchObject({ scoreDate: '2027-01-12' });
  expect((await ask(`${GRADEBOOK}/results/zurnals-nakts`, { method: 'DELETE' })).status).toBe(204);
});

test('of a closed period nothing is taken back, by DELETE or tobedeleted', async () => {
  const path = `${GRADEBOOK}/results/zurnals-slegts`;
  expect((await ask(path, { method: 'PUT', json: { result: result(0, { score: 8 }) } })).status).toBe(201);
  const [was] = await s.rows<{ corrections_until: string }>(`select corrections_until::text from education.deadline where year = 2026 and matter = 'S1' and superseded_at is null`);
  const until = (day: string) => s.rows(`update education.deadline set corrections_until = $1 where year = 2026 and matter = 'S1' and superseded_at is null`, [day]);
  await until('2026-12-20');
  const { body } = await ask(`${GRADEBOOK}/classes/${mathsClass()}/results`);
  for (const one of [path, `${GRADEBOOK}/results/${body.results[0]!.sourcedId}`]) {
    const deleted = await ask(one, { method: 'DELETE' });
    expect([deleted.status, deleted.body.imsx_description]).toEqual([400, expect.stringContaining('VI-206') as string]);
  }
  const put = await ask(path, { method: 'PUT', json: { result: result(0, { status: 'tobedeleted' }) } });
  expect([put.status, put.body.imsx_description]).toEqual([400, expect.stringContaining('zurnals-slegts: VI-206') as string]);
  expect(await markOf(0)).toEqual({ value: '8', state: 'confirmed' });
  await until(was!.corrections_until);
  expect((await ask(path, { method: 'DELETE' })).status).toBe(204);
});

test('results of a line item come together: all of them or none', async () => {
  const path = `${GRADEBOOK}/lineItems/${lineItem()}/results`;
  const wrong = await ask(path, { method: 'POST', json: { results: [result(1, { sourcedId: 'z2', score: 7 }), result(2, { sourcedId: 'z3', score: 11 })] } });
  expect(wrong.status).toBe(400);
  expect(wrong.body.imsx_description).toContain('z3: VI-204');
  expect(await markOf(1)).toBeUndefined();
  const right = await ask(path, { method: 'POST', json: { results: [result(1, { sourcedId: 'z2', score: 7 }), result(2, { sourcedId: 'z3', scoreStatus: 'not submitted' })] } });
  expect(right.status).toBe(201);
  expect(right.body.sourcedIdPairs).toEqual([{ suppliedSourcedId: 'z2', allocatedSourcedId: 'z2' }, { suppliedSourcedId: 'z3', allocatedSourcedId: 'z3' }]);
  expect([await markOf(1), await markOf(2)]).toEqual([{ value: '7', state: 'confirmed' }, { value: 'nv', state: 'confirmed' }]);
  const allocated = await ask(`${GRADEBOOK}/results/${right.body.sourcedIdPairs[0]!.allocatedSourcedId}`);
  expect([allocated.status, allocated.body.result]).toEqual([200, expect.objectContaining({ score: 7 }) as object]);
});

test('one result that is refused after a thousand that were warned of stops them all', async () => {
  const exempt = pupils[1]!;
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [exempt.id, maths]);
  const before = await markOf(1);
  const warned = Array.from({ length: 1_001 }, (_, at) => result(1, { sourcedId: `daudz-${at}`, score: 4 }));
  const { status, body } = await ask(`${GRADEBOOK}/lineItems/${lineItem()}/results`, { method: 'POST', json: { results: [...warned, result(2, { sourcedId: 'pedejais', score: 11 })] } });
  expect([status, body.imsx_description]).toEqual([400, expect.stringContaining('pedejais: VI-204') as string]);
  expect(await markOf(1)).toEqual(before);
  await s.rows('delete from education.exemption where person_id = $1', [exempt.id]);
});

test('results of a class and session need no line item, and a vendor’s own line item is known by its identifier', async () => {
  const bySession = await ask(`${GRADEBOOK}/classes/${mathsClass()}/academicSessions/2026-S1/results`, { method: 'POST', json: { results: [{ ...result(0, { sourcedId: 'z9', score: 6 }), lineItem: undefined }] } });
  expect(bySession.status).toBe(201);
  expect(await markOf(0)).toEqual({ value: '6', state: 'confirmed' });
  const own = { sourcedId: 'mans-darbs', title: 'Pusgads', class: { sourcedId: mathsClass() }, academicSession: { sourcedId: '2026-S1' } };
  expect((await ask(`${GRADEBOOK}/lineItems/mans-darbs`, { method: 'PUT', json: { lineItem: own } })).status).toBe(201);
  expect((await ask(`${GRADEBOOK}/results/z9`, { method: 'PUT', json: { result: result(0, { score: 5, lineItem: { sourcedId: 'mans-darbs' } }) } })).status).toBe(201);
  expect(await markOf(0)).toEqual({ value: '5', state: 'confirmed' });
  expect((await ask(`${GRADEBOOK}/lineItems/mans-darbs`, { method: 'DELETE' })).status).toBe(204);
  expect((await ask(`${GRADEBOOK}/results/z9`, { method: 'PUT', json: { result: result(0, { lineItem: { sourcedId: 'mans-darbs' } }) } })).status).toBe(404);
  expect((await ask(`${GRADEBOOK}/lineItems/${lineItem()}`, { method: 'DELETE' })).status).toBe(403);
});

test('outcomes come with their result, and a machine changes nothing of a school that has not confirmed it', async () => {
  const small = await s.aClass('2.b', 2);
  const child = await s.pupil(small);
  const [outcome] = await s.rows<{ code: string; subject_id: number }>('select code, subject_id from education.outcome where from_grade <= 2 and to_grade >= 2 order by id limit 1');
  const id = `${small}.${outcome!.subject_id}.S1`;
  const sent = { student: { sourcedId: child.id }, lineItem: { sourcedId: id }, scoreStatus: 'fully graded', scoreDate: '2026-12-17', learningObjectiveSet: [{ source: 'unknown', learningObjectiveResults: [{ learningObjectiveId: outcome!.code, textScore: 'P' }] }] };
  expect((await ask(`${GRADEBOOK}/results/iznakums`, { method: 'PUT', json: { result: sent } })).status).toBe(201);
  const { body } = await ask(`${GRADEBOOK}/classes/${small}.${outcome!.subject_id}/results`);
  expect(body.results).toMatchObject([{ learningObjectiveSet: [{ source: 'unknown', learningObjectiveResults: [{ learningObjectiveId: outcome!.code, textScore: 'P' }] }] }]);
  const { token: other } = await s.journal('cits', [B]);
  expect((await ask(`${GRADEBOOK}/results/iznakums`, { method: 'PUT', json: { result: sent }, token: other })).status).toBe(404);
  expect((await ask(`${GRADEBOOK}/results/iznakums`, { method: 'DELETE', token: other })).status).toBe(404);
  expect((await ask(`${GRADEBOOK}/results/iznakums`, { method: 'DELETE' })).status).toBe(204);
});

test('the contract tells the services', async () => {
  const { paths } = (await (await fetch(`${s.t.address}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
  expect(Object.keys(paths).filter((path) => path.startsWith('/ims/oneroster')).length).toBeGreaterThan(45);
  expect(Object.keys(paths[`${GRADEBOOK}/results/{sourcedId}`]!).toSorted()).toEqual(['delete', 'get', 'put']);
});
