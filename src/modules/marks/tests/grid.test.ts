import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { demo } from '../../access/tests/made-up-country.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { enrol } from '../../education/actions/enrol.js';
import { BASIC, refusalOf, type Schools, schools } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { type SavedGrid, saveGrid } from '../actions/save-grid.js';
import { viewClassMarks } from '../actions/view-class.js';
import { viewGrid } from '../actions/view-grid.js';
import { fillGrid } from '../permissions.js';

const MATHS = 'mark:900018:S1';
const ENGLISH = 'mark:900004:S1';
const NOW = '2026-12-16T10:00:00+02:00';
const BEFORE = '2026-12-16T09:00:00+02:00';

let s: Schools;
let classId: string;
let teacher: Actor;
let members: string[];
let key = 0;
beforeAll(async () => {
  s = await schools({ now: NOW });
  classId = await s.aClass(s.regNrs[0]!, '5.a');
  const person = await s.child('1985-01-01');
  teacher = { ...actorWith([fillGrid], { everywhere: false, institutionIds: [s.institutions[0]!] }, person.id), id: '00000000-0000-7000-8000-00000000000a' };
  await s.rows('insert into education.class_subject (class_id, subject_id, teacher_id) values ($1, 900018, $2), ($1, 900004, null)', [classId, person.id]);
  const enrolled = [];
  for (let n = 0; n < 4; n += 1) {
    const child = await s.child();
    enrolled.push(await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary));
  }
  members = enrolled.map(({ id }) => id);
});
afterAll(() => s.t.close());

const cell = (member: number, value: string, more: object = {}) => ({ membershipId: members[member]!, column: MATHS, value, seenAt: NOW, key: `k${(key += 1)}`, ...more });
const save = (who: Actor, cells: readonly object[], reason = ''): Promise<SavedGrid> => s.t.perform(saveGrid, { classId, reason, cells }, who);
const stated = ({ cells }: SavedGrid) => cells.map(({ state, value }) => `${state} ${value}`);
const held = (member: number) => s.rows<{ value: string; channel: string; state: string }>('select value, channel, state from marks.mark where membership_id = $1 and subject_id = 900018', [members[member]]);

test('what is in order is saved, and each of the others says why it is not', async () => {
  const done = await save(teacher, [cell(0, '7'), cell(1, 'Nv.'), cell(2, '11')]);
  expect(stated(done)).toEqual(['refused ', 'saved 7', 'saved nv']);
  expect(done.cells[0]!.why!.lv).toContain('“11” 5. klasē nevar likt');
  expect(await held(1)).toEqual([{ value: 'nv', channel: 'manual', state: 'confirmed' }]);
  expect(await held(2)).toEqual([]);
});

test('a change sent twice is taken once, even where the cell was changed in between', async () => {
  const change = cell(3, '5');
  await save(teacher, [change]);
  expect(stated(await save(teacher, [change]))).toEqual(['saved 5']);
  const before = await s.rows('select 1 from marks.record_before where person_id = (select person_id from education.membership where id = $1)', [members[3]]);
  expect(before).toHaveLength(0);
});

test('one’s own slip is corrected without a reason, and what it was is kept', async () => {
  await save(teacher, [cell(3, '6')]);
  expect(await held(3)).toEqual([{ value: '6', channel: 'manual', state: 'confirmed' }]);
  const [before] = await s.rows<{ value: string; reason: string }>(`select was ->> 'value' as value, reason from marks.record_before where person_id = (select person_id from education.membership where id = $1)`, [members[3]]);
  expect(before).toEqual({ value: '5', reason: 'entered-again' });
});

test('an emptied cell is taken back', async () => {
  expect(stated(await save(teacher, [cell(3, '')]))).toEqual(['saved ']);
  expect((await held(3))[0]!.state).toBe('withdrawn');
});

test('what somebody else entered since is shown, and put over only by the one who decides so with a reason', async () => {
  const clash = await save(s.secretary, [cell(0, '9', { seenAt: BEFORE })]);
  expect(stated(clash)).toEqual(['clash 7']);
  expect(stated(await save(s.secretary, [cell(0, '9', { seenAt: BEFORE, overrule: true })]))).toEqual(['needs-reason 7']);
  expect(stated(await save(s.secretary, [cell(0, '9', { seenAt: BEFORE, overrule: true })], 'Kļūda pārrakstot'))).toEqual(['saved 9']);
  expect((await held(0))[0]!.value).toBe('9');
});

test('a teacher does not correct what the office entered', async () => {
  const done = await save(teacher, [cell(0, '4')]);
  expect(stated(done)).toEqual(['refused 9']);
  expect(done.cells[0]!.why!.lv).toContain('labo lietvedis vai vadītājs');
});

test('a teacher fills only the subjects they teach, and no absences; another school’s class does not exist for them', async () => {
  const done = await save(teacher, [cell(0, '8', { column: ENGLISH }), cell(0, '3', { column: 'absence:justified:M10' })]);
  expect(done.cells.map(({ state }) => state)).toEqual(['refused', 'refused']);
  const grid = await s.t.perform(viewGrid, { classId }, teacher, 'own-pupils');
  expect(grid.columns.map(({ title }) => title.lv)).toEqual(['Matemātika']);
  const elsewhere = { ...teacher, scopes: new Map([[fillGrid.name, { everywhere: false, unitIds: [], institutionIds: [s.institutions[1]!], acting: null }]]) };
  expect((await refusalOf(s.t.perform(viewGrid, { classId }, elsewhere, 'own-pupils'))).code).toBe('no-such-class');
});

test('both numbers of an absence are one record, and only numbers may stand there', async () => {
  const absence = (part: string, value: string) => cell(1, value, { column: `absence:${part}:M10` });
  expect(stated(await save(s.secretary, [absence('justified', '5'), absence('unjustified', '2')]))).toEqual(['saved 5', 'saved 2']);
  expect(stated(await save(s.secretary, [absence('unjustified', '3')]))).toEqual(['saved 3']);
  expect(await s.rows('select justified_lessons, unjustified_lessons from marks.absence where membership_id = $1', [members[1]])).toEqual([{ justified_lessons: 5, unjustified_lessons: 3 }]);
  expect(stated(await save(s.secretary, [absence('justified', 'x')]))).toEqual(['refused 5']);
});

test('the grid shows what is there, locks what is not open, and tells who was looked at', async () => {
  const grid = await s.t.perform(viewGrid, { classId, subject: '900018' }, teacher, 'own-pupils');
  expect(grid.columns.map(({ title }) => title.lv)).toEqual(['1. semestris', '2. semestris', 'Gads']);
  expect(grid.rows.find(({ membershipId }) => membershipId === members[0])!.cells.map(({ value, locked }) => [value, locked])).toEqual([['9', 'entered'], ['', 'not-open'], ['', 'not-open']]);
  expect(grid.columns[0]!.meanings.map(({ value, name }) => `${value} ${name.lv}`)).toEqual(['nv nav vērtējuma', 'atb atbrīvots']);
  const office = await s.t.perform(viewGrid, { classId, subject: '900018' }, s.secretary, 'own-pupils');
  expect(office.rows.find(({ membershipId }) => membershipId === members[0])!.cells[0]!.locked).toBeNull();
  expect((await refusalOf(s.t.perform(viewGrid, { classId, subject: 'zzz' }, teacher, 'own-pupils'))).code).toBe('no-such-subject');
  const [logged] = await s.rows<{ n: number; reason: string }>(`select (select count(*) from audit.about a where a.entry_id = e.id)::int as n, e.reason from audit.entry e where e.action = 'marks.view-grid' order by e.id desc limit 1`);
  expect(logged).toEqual({ n: 4, reason: 'own-pupils' });
});

test('over HTTP: the endpoint answers in JSON, wants the session’s token, and the form works without script', async () => {
  const office = visitor(s.t, '198.51.100.7');
  await office.signIn(demo('school-secretary').login, DEMO_PASSWORD);
  const page = await office.open(`/marks/classes/${classId}/grid?lang=lv`);
  expect(page.status).toBe(200);
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)![1]!;
  const cookie = [...office.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const post = (headers: object) => s.t.server.inject({ method: 'POST', url: `/marks/classes/${classId}/grid/cells`, headers: { accept: 'application/json', cookie, ...headers }, payload: { cells: [cell(2, '6')] } });
  expect((await post({})).statusCode).toBe(403);
  const answer = await post({ 'x-csrf-token': token });
  expect(answer.json()).toMatchObject({ cells: [{ membershipId: members[2], column: MATHS, state: 'saved', value: '6', why: '' }] });
  const form = await office.send(`/marks/classes/${classId}/grid?lang=lv`, { rows: members.join(' '), columns: `${MATHS} ${ENGLISH}`, seen: '{"2-0":"6"}', seenAt: NOW, 'c2-0': '6', 'c2-1': '10', 'c3-1': '0' });
  expect(form.status).toBe(422);
  expect(form.body).toContain('“0” 5. klasē nevar likt');
  expect(await s.rows('select value from marks.mark where membership_id = $1 and subject_id = 900004', [members[2]])).toEqual([{ value: '10' }]);
});

test('who moved away within a period is in the grid and in the class’s table of marks alike, and nothing can be written there', async () => {
  const child = await s.child();
  const gone = await s.t.perform(enrol, { regNr: s.regNrs[0], code: child.code, family: child.family, programmeCode: BASIC, from: '2026-09-01', classId }, s.secretary);
  await s.rows(`update education.placement set valid_to = '2026-11-10' where membership_id = $1`, [gone.id]);
  await s.rows(`update education.membership set valid_to = '2026-11-10', end_reason = (select code from education.end_reason limit 1) where id = $1`, [gone.id]);
  const inGrid = async (period: string) => (await s.t.perform(viewGrid, { classId, period }, s.secretary, 'own-pupils')).rows.find(({ membershipId }) => membershipId === gone.id);
  const inTable = async (period: string) => (await s.t.perform(viewClassMarks, { classId, period }, s.secretary, 'own-pupils')).pupils.find(({ membershipId }) => membershipId === gone.id);
  expect((await inGrid('S1'))!.cells.map(({ locked }) => locked)).toEqual(['not-there', 'not-there']);
  expect(await inTable('S1')).toMatchObject({ isThere: false, validTo: '2026-11-10' });
  expect(await inTable('ABSENCE')).toMatchObject({ isThere: false });
  expect([await inGrid('S2'), await inTable('S2')]).toEqual([undefined, undefined]);
});
