import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { BASIC, type Schools, schools } from './made-up-schools.js';

let s: Schools;
let secretary: Awaited<ReturnType<typeof programOf>>;

beforeAll(async () => {
  s = await schools();
  secretary = await programOf('school-secretary', '198.51.100.71');
});
afterAll(() => s.t.close());

type Row = Readonly<Record<string, unknown>>;
interface Body {
  readonly id: string;
  readonly items: readonly Row[];
  readonly next: string | null;
  readonly plan: readonly Row[];
  readonly memberships: readonly Row[];
  readonly placements: readonly Row[];
  readonly exemptions: readonly Row[];
}

/** A program that acts with the rights of a user of the demonstration. */
async function programOf(role: string, address: string) {
  const someone = visitor(s.t, address);
  await someone.signIn(demo(role).login, DEMO_PASSWORD);
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await someone.open('/my/sessions')).body)![1]!;
  const cookie = [...someone.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, reason?: string) => {
    const answer = await s.t.server.inject({ method, url: `/api/education${url}`, ...(payload && { payload }), headers: { cookie, 'x-csrf-token': csrf, 'accept-language': 'en', accept: 'application/json', ...(reason && { 'x-reason': reason }) } });
    return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json<Body>() };
  };
}

const made = async (title: string, more: object = {}) => (await secretary('POST', '/classes', { regNr: s.regNrs[0], year: 2026, kind: 'class', grade: Number.parseInt(title, 10), title, programmeCode: BASIC, ...more })).body.id;

test('a program makes a class, corrects it, gives it subjects, and reads it back', async () => {
  const id = await made('5.q', { language: 'minority', shift: 2 });
  expect(await secretary('PUT', `/classes/${id}`, { kind: 'class', grade: 5, title: '5.r', programmeCode: BASIC })).toMatchObject({ status: 200, body: { id } });
  expect(await secretary('PUT', `/classes/${id}/subjects/900004`, { semesters: 'first' })).toMatchObject({ status: 200 });
  const read = await secretary('GET', `/classes/${id}`, undefined, 'own-pupils');
  expect(read.body).toMatchObject({ class: { title: '5.r', grade: 5, language: 'minority', shift: 2, pupils: 0 }, plan: [{ subjectId: 900004, semesters: 'first' }], pupils: [] });
  expect(await secretary('DELETE', `/classes/${id}/subjects/900004`)).toMatchObject({ status: 200 });
  expect((await secretary('GET', `/classes/${id}`, undefined, 'own-pupils')).body.plan).toEqual([]);
});

test('what is wrong is answered as a problem with the field, and a class needs the grade of its programme', async () => {
  const wrong = await secretary('POST', '/classes', { regNr: s.regNrs[0], year: 2026, kind: 'class', grade: 11, title: '11.q', programmeCode: BASIC });
  expect(wrong).toMatchObject({ status: 422, type: expect.stringContaining('application/problem+json'), body: { errors: [{ field: 'grade' }] } });
  expect(await secretary('POST', '/memberships', { regNr: s.regNrs[0], family: 'Paraugs', programmeCode: BASIC, from: '2026-09-01', beside: 'maybe' })).toMatchObject({ status: 422 });
});

test('a program enrols, moves, ends, reopens and withdraws, by the rules of the pages', async () => {
  const [child, from, to] = [await s.child(), await made('6.q'), await made('6.r')];
  const begun = await secretary('POST', '/memberships', { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, classId: from, from: '2026-09-01' });
  expect(begun).toMatchObject({ status: 200, body: { personReference: child.id } });
  const at = `/memberships/${begun.body.id}`;
  expect(await secretary('POST', `${at}/placements`, { classId: to, from: '2026-11-02' })).toMatchObject({ status: 200 });
  expect(await secretary('POST', `${at}/endings`, { lastDay: '2026-11-20', reason: 'moved' })).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
  expect(await secretary('POST', `${at}/endings`, { lastDay: '2026-11-20', reason: 'abroad-family' })).toMatchObject({ status: 200 });
  expect(await secretary('POST', `${at}/reopenings`, { why: 'The family came back' })).toMatchObject({ status: 200 });
  const exempt = await secretary('POST', `${at}/exemptions`, { subjectId: 900018, from: '2026-11-02', basis: 'Certificate 5' });
  expect(exempt).toMatchObject({ status: 200, body: { personReference: child.id } });
  expect(await secretary('POST', `/exemptions/${exempt.body.id}/corrections`, { subjectId: 900018, from: '2026-11-02', lastDay: '2026-12-01', basis: 'Certificate 5', why: 'It ends' })).toMatchObject({ status: 200 });
  const card = await secretary('GET', `/pupils/${child.id}`, undefined, 'own-pupils');
  expect(card.body.memberships.filter((one) => one['supersededAt'] === null)).toMatchObject([{ id: begun.body.id, validTo: null, endReason: null }]);
  expect(card.body.placements.filter((one) => one['supersededAt'] === null).map((one) => one['title'])).toEqual(['6.r', '6.q']);
  expect(card.body.exemptions.filter((one) => one['supersededAt'] === null)).toMatchObject([{ subjectId: 900018, validTo: '2026-12-02' }]);
  expect(JSON.stringify(card.body)).not.toContain(child.code);
  expect(await secretary('POST', `${at}/withdrawals`, { why: 'Another child' })).toMatchObject({ status: 200 });
  expect(await secretary('POST', `${at}/placements`, { classId: to, from: '2026-11-02' })).toMatchObject({ status: 404 });
});

test('lists go on where the page before ended: each class and each member once', async () => {
  const school = s.institutions[2]!;
  await s.rows(`insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, recorded_at, recorded_by)
    select 2026, $1, 'class', 1 + n % 9, n::text, n::text, $2, now(), 'test' from generate_series(1, 130) n`, [school, BASIC]);
  await s.rows(`with made as (insert into persons.person (born_on, sex, family_key, given_key, recorded_at, recorded_by) select '2015-01-01', 'male', 'tests', 'ans', now(), 'test' from generate_series(1, 205) returning id),
      named as (insert into persons.name (person_id, given, family, valid_from, recorded_at, recorded_by) select id, 'Ans', 'Tests', '2015-01-01', now(), 'test' from made)
    insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) select id, $1, $2, true, '2026-09-01', now(), 'test' from made`, [school, BASIC]);
  const ministry = await programOf('education-administrator', '198.51.100.72');
  const all = async (url: string) => {
    const found: Row[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { status, body } = await ministry('GET', `${url}&after=${encodeURIComponent(next)}`, undefined, 'statistics');
      expect([status, body.items.length <= 100]).toEqual([200, true]);
      found.push(...body.items);
      next = body.next;
    }
    return found;
  };
  const classes = await all(`/classes?year=2026&regNr=${s.regNrs[2]}`);
  expect([classes.length, new Set(classes.map(({ id }) => id)).size]).toEqual([130, 130]);
  const members = await all(`/memberships?regNr=${s.regNrs[2]}&on=2026-10-01`);
  expect([members.length, new Set(members.map(({ id }) => id)).size]).toEqual([205, 205]);
  expect(await all(`/memberships?regNr=${s.regNrs[2]}&on=2026-08-31`)).toEqual([]);
});

test('nobody outside a right is ever in a list; a list of learners needs a reason and is logged with everyone in it', async () => {
  const [own, other] = [await s.child(), await s.child()];
  const enrolAt = (program: typeof secretary, regNr: string | undefined, child: typeof own) => program('POST', '/memberships', { regNr, code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01' });
  await enrolAt(secretary, s.regNrs[0], own);
  await s.rows(`insert into education.membership (person_id, institution_id, programme_code, is_main, valid_from, recorded_at, recorded_by) values ($1, $2, $3, true, '2026-09-01', now(), 'test')`, [other.id, s.institutions[1], BASIC]);
  expect(await secretary('GET', '/memberships')).toMatchObject({ status: 422, body: { errors: [{ field: 'reason' }] } });
  const { body } = await secretary('GET', '/memberships', undefined, 'own-pupils');
  const shown = body.items.map((one) => one['personReference']);
  expect([shown.includes(own.id), shown.includes(other.id)]).toEqual([true, false]);
  expect((await secretary('GET', `/memberships?regNr=${s.regNrs[1]}`, undefined, 'own-pupils')).status).toBe(404);
  expect((await secretary('GET', `/pupils/${other.id}`, undefined, 'own-pupils')).status).toBe(404);
  await expect.poll(() => s.rows(`select e.reason from audit.entry e join audit.about a on a.entry_id = e.id where a.person_id = $1 and e.action = 'education.find-members'`, [own.id])).toEqual([{ reason: 'own-pupils' }]);
  const found = await secretary('POST', '/pupils/search', { code: own.code }, 'own-pupils');
  expect(found.body).toMatchObject({ items: [{ personReference: own.id, regNr: s.regNrs[0] }], next: null });
});

test('of protected people programs get initials and no day of birth', async () => {
  const child = await s.child();
  const { body } = await secretary('POST', '/memberships', { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01' });
  await s.rows(`insert into persons.protection (person_id, kind, valid_from, basis, recorded_at, recorded_by) values ($1, 'violence', '2026-01-01', 'Tiesas lēmums', now(), 'test')`, [child.id]);
  const listed = (await secretary('GET', '/memberships', undefined, 'own-pupils')).body.items.find((one) => one['id'] === body.id);
  expect(listed).toMatchObject({ isProtected: true, bornOn: null, family: expect.not.stringContaining(child.family) });
});
