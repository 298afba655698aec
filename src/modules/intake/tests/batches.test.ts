import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { matchSubject } from '../actions/map-subjects.js';
import { mapNames } from '../permissions.js';
import { A, B, type Pupil, REG_NRS, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
let fifth: string;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
});
afterAll(() => s.t.close());

const row = (pupil: Pupil, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, familyName: pupil.family, class: '5.a', subjectId: maths, period: 'S1', value: '7', ...more });
const marksOf = (pupil: Pupil) => s.rows<{ value: string; period: string; institution_id: string }>('select m.value, m.period, m.institution_id, m.subject_id, m.membership_id, m.class_id, a.channel, a.journal_id, m.source_record from marks.mark m left join marks.arrival a on a.id = m.arrival_id where m.person_id = $1 order by m.period', [pupil.id]);
const codesOf = ({ answers }: { answers: readonly { row: number; code: string }[] }) => answers.map(({ row: at, code }) => [at, code]);

test('valid rows are recorded and answered at once; the same again changes nothing', async () => {
  const [one, other] = [await s.pupil(fifth), await s.pupil(fifth)];
  const answer = await s.send({}, [row(one), row(other, { pupil: `${other.code.slice(0, 6)}-${other.code.slice(6)}`, value: 9 })]);
  expect(answer).toMatchObject({ status: 200, state: 'done', taken: 2, refused: 0, answers: [], next: null });
  expect(await marksOf(one)).toMatchObject([{ value: '7', period: 'S1', subject_id: maths, membership_id: one.membershipId, class_id: fifth, channel: 'service', journal_id: s.journalId, source_record: `r-${one.code}` }]);
  expect(await s.send({}, [row(one), row(other, { value: '9' })])).toMatchObject({ taken: 0, corrected: 0, unchanged: 2 });
  expect(await s.send({}, [row(one, { value: '8' })])).toMatchObject({ corrected: 1 });
});

test('the same key and content is the same batch, other content under it is refused', async () => {
  const pupil = await s.pupil(fifth);
  const first = await s.send({}, [row(pupil)], 'k-1');
  expect(await s.send({}, [row(pupil)], 'k-1')).toEqual(first);
  expect(await s.send({}, [row(pupil, { value: '3' })], 'k-1')).toMatchObject({ status: 409, type: '/problems/other-content-before' });
  expect(await s.send({ dryRun: true }, [row(pupil)], 'k-1')).toMatchObject({ status: 409 });
  expect(await marksOf(pupil)).toMatchObject([{ value: '7' }]);
});

test('what the program itself gives to a batch cannot be sent as JSON', async () => {
  const pupil = await s.pupil(fifth);
  const upload = { id: '00000000-0000-7000-8000-00000000abcd', rows: 2, sha256: '0'.repeat(64) };
  expect(await s.send({ upload, lines: 'x', 'idempotency-key': 'of the body' }, [row(pupil)])).toMatchObject({ status: 200, state: 'done', rows: 1, taken: 1 });
  expect(await s.rows(`select from intake.batch where upload_id is not null or idempotency_key = 'of the body'`)).toEqual([]);
});

test('scenario 17.1: school A sends the first semester of a pupil who has moved; the second belongs to school B', async () => {
  const [inB, pupil] = [await s.aClass('5.x', 5, B), await s.pupil(fifth, '2026-09-01', '2027-01-15')];
  await s.member(pupil, inB, '2027-01-15', null, B);
  const first = await s.send({}, [row(pupil)]);
  expect(first).toMatchObject({ taken: 1, warned: 1 });
  expect(codesOf(first)).toEqual([[1, 'VI-104']]);
  const marks = await marksOf(pupil);
  expect(marks).toMatchObject([{ institution_id: A, membership_id: pupil.membershipId }]);
  const month = await s.send({ kind: 'absence' }, [{ pupil: pupil.code, period: 'M01', justifiedLessons: 4, unjustifiedLessons: 0 }, { pupil: pupil.code, period: 'M02', justifiedLessons: 1, unjustifiedLessons: 0 }]);
  expect(month).toMatchObject({ taken: 1, refused: 1 });
  expect(codesOf(month)).toEqual([[1, 'VI-104'], [2, 'VI-203']]);
  const second = await s.send({}, [row(pupil, { period: 'EXAM', decidedOn: '2027-01-18' })]);
  expect(second).toMatchObject({ taken: 0, refused: 1 });
  expect(second.answers[0]).toMatchObject({ code: 'VI-203', field: 'decidedOn', found: '2027-01-18', taken: false, nearest: [{ value: '2026-09-01/2027-01-15' }] });
  // The membership reaches further back than the class of the year: the class says which days it could be.
  await s.rows(`update education.membership set valid_from = '2026-08-01' where id = $1`, [pupil.membershipId]);
  expect((await s.send({}, [row(pupil, { decidedOn: '2026-08-15' })])).answers[0]).toMatchObject({ code: 'VI-203', nearest: [{ value: '2026-09-01/2027-01-15', words: { lv: expect.stringContaining('5.a') as string } }] });
  expect(await marksOf(pupil)).toEqual(marks);
});

test('scenario 17.2: a subject name that nobody knows waits with suggestions; once matched, its rows are taken, and sending the batch again makes no second mark', async () => {
  const pupil = await s.pupil(fifth);
  const rows = [row(pupil, { subjectId: undefined, subject: 'Svešvaloda (angļu)' })];
  const waiting = await s.send({}, rows, 'k-2');
  expect(waiting).toMatchObject({ taken: 0, waiting: 1, answers: [{ code: 'VI-101', state: 'waiting', found: 'Svešvaloda (angļu)' }] });
  expect(waiting.answers[0]!.nearest.map(({ words }) => words.lv)).toContain('Angļu valoda');
  expect(await marksOf(pupil)).toEqual([]);
  const english = await s.subject('Angļu valoda');
  expect(waiting.answers[0]!.mended).toMatchObject({ pupil: pupil.code, value: '7', subjectId: expect.any(Number) as number });
  // As the desk does it: the name is confirmed, and what waited for it is taken.
  await s.t.perform(matchSubject, { regNr: REG_NRS[0], journal: s.journalId, name: 'Svešvaloda (angļu)', subject: String(english) }, actorWith([mapNames], { everywhere: false, institutionIds: [A!] }));
  expect(await marksOf(pupil)).toMatchObject([{ value: '7', subject_id: english }]);
  expect(await s.send({}, rows, 'k-2')).toMatchObject({ id: waiting.id, taken: 1, waiting: 0, answers: [{ code: 'VI-101', state: 'settled' }] });
  expect(await s.send({}, rows)).toMatchObject({ taken: 0, unchanged: 1, waiting: 0 });
  expect(await marksOf(pupil)).toHaveLength(1);
});

test('scenario 17.3: 5.a, 5A and 5-a are one class; 5.b is another, and one that nobody knows waits', async () => {
  const pupil = await s.pupil(fifth);
  await s.aClass('5.b', 5);
  const answer = await s.send({}, [
    row(pupil, { class: '5A', period: 'S1' }), row(pupil, { class: '5-a', period: 'EXAM' }), row(pupil, { class: '5. a', period: 'POST' }), row(pupil, { class: '5.b', period: 'FINAL' }), row(pupil, { class: '5.ē', period: 'FINAL' }),
  ]);
  expect(codesOf(answer)).toEqual([[4, 'VI-102'], [5, 'VI-102']]);
  expect(answer.answers.map(({ state }) => state)).toEqual(['refused', 'waiting']);
  expect(answer.answers[0]).toMatchObject({ found: '5.b', expected: { lv: '5.a' }, mended: { class: '5.a' } });
  expect(answer).toMatchObject({ taken: 3, refused: 1, waiting: 1 });
});

test('scenario 17.11: a level of an outcome in grade 3 is taken, a mark is not; the scale decides', async () => {
  const third = await s.aClass('3.a', 3);
  const pupil = await s.pupil(third);
  const [outcome] = await s.rows<{ code: string }>('select code from education.outcome where from_grade <= 3 and to_grade >= 3 order by id limit 1');
  const marks = await s.send({}, [row(pupil, { class: '3.a' })]);
  expect(marks.answers).toMatchObject([{ code: 'VI-204', field: 'value', found: '7' }]);
  const outcomes = await s.send({ kind: 'outcome' }, [{ pupil: pupil.code, outcome: outcome!.code, period: 'S1', value: 'a' }, { pupil: pupil.code, outcome: `${outcome!.code}x`, period: 'S1', value: 'A' }]);
  expect(outcomes).toMatchObject({ taken: 1, refused: 1, answers: [{ row: 2, code: 'VI-105', mended: { outcome: expect.any(String) as string } }] });
  // An outcome of another grade is none of the learner’s, and none of those is proposed.
  const others = await s.send({ kind: 'outcome' }, ['LV.2.1', 'LV31'].map((code) => ({ pupil: pupil.code, outcome: code, period: 'S1', value: 'A' })));
  expect(others).toMatchObject({ taken: 0, refused: 2, answers: [{ code: 'VI-105', field: 'outcome', found: 'LV.2.1' }, { code: 'VI-105' }] });
  const ofGrade = await s.rows<{ code: string }>('select code from education.outcome where 3 between from_grade and to_grade');
  const proposed = others.answers.flatMap(({ nearest }) => nearest.map(({ value }) => value));
  expect(proposed).toContain('LV.3.1');
  expect(proposed.filter((value) => !ofGrade.some(({ code }) => code === value))).toEqual([]);
  expect(await s.rows('select value from marks.outcome_mark where person_id = $1', [pupil.id])).toEqual([{ value: 'A' }]);
  const older = await s.pupil(fifth);
  expect((await s.send({}, [row(older, { value: '11' }), row(older, { value: 'S' }), row(older, { value: '7,0' })])).answers).toMatchObject([
    { row: 1, code: 'VI-204', nearest: [{ value: '10' }, { value: '9' }] }, { row: 2, code: 'VI-204' }, { row: 3, code: 'VI-204', mended: { value: '7' } },
  ]);
});

test('everything that is wrong with a row is told at once, and it is mended where all of that can be', async () => {
  const pupil = await s.pupil(fifth);
  const sent = [
    row(pupil, { pupil: '', class: '5.ž', subjectId: 'x', period: 'M09', value: null }),
    row(pupil, { familyName: 'Citskis', subjectId: undefined, subject: 'Matemātikka', period: 'YEAR', decidedOn: '2031-01-01', language: 'english' }),
    row(pupil, { class: '5.b', value: '07', period: 'S1' }),
    row(pupil, { class: '5.ž', value: '11', period: 'S1' }),
  ];
  const answer = await s.send({ dryRun: true }, sent);
  const told = answer.answers.map(({ row: at, code, state, field, also }) => [at, state, `${code} ${field}`, ...also.map((one) => `${one.code} ${one.field}`)]);
  expect(told).toEqual([
    [1, 'refused', 'VI-301 pupil', 'VI-301 period', 'VI-301 subjectId', 'VI-301 value', 'VI-102 class'],
    [2, 'refused', 'VI-201 pupil', 'VI-101 subject', 'VI-212 decidedOn', 'VI-213 language', 'VI-207 period'],
    [3, 'refused', 'VI-102 class', 'VI-204 value'],
    [4, 'waiting', 'VI-102 class', 'VI-204 value'],
  ]);
  expect(answer).toMatchObject({ refused: 3, waiting: 1, taken: 0 });
  expect(answer.answers.map(({ mended }) => mended && [mended['class'], mended['value']])).toEqual([null, null, ['5.a', '7'], null]);
  expect(answer.answers[1]!.also[0]).toMatchObject({ found: 'Matemātikka', nearest: [{ value: String(maths) }], mend: { lv: expect.stringContaining('Skola vienreiz norāda') as string } });
  expect(await s.send({}, [answer.answers[2]!.mended!])).toMatchObject({ taken: 1, refused: 0 });
  // For machines a row stays one line, with the rest in a column of its own; a file for people has a line for each fault.
  const kept = await s.send({}, sent);
  const [head, first] = (await (await s.call(`/batches/${kept.id}/answers.csv`)).text()).split('\r\n');
  expect(head!.endsWith(',mend,also')).toBe(true);
  expect(first).toContain('{""code"":""VI-301"",""field"":""period"",');
});

test('nobody is found by name, and who is not of the school is answered like a code that nobody has', async () => {
  const [pupil, inB] = [await s.pupil(fifth), await s.pupil(await s.aClass('6.y', 6, B), '2026-09-01', null, B)];
  const answer = await s.send({}, [row(pupil, { familyName: 'Citskis' }), row(pupil, { pupil: '45059999999' }), row(inB)]);
  expect(codesOf(answer)).toEqual([[1, 'VI-201'], [2, 'VI-201'], [3, 'VI-201']]);
  const [misnamed, unknown, elsewhere] = answer.answers.map(({ row: _row, record: _record, found: _found, ...rest }) => rest);
  expect(misnamed).toEqual(unknown);
  expect(elsewhere).toEqual(unknown);
  expect(answer.answers[1]!.found).toBe('450599-*****');
});

test('numbers that the school gave find who has no code; two that differ by a hyphen alone find nobody', async () => {
  const [one, other] = [await s.pupil(fifth), await s.pupil(fifth)];
  const give = (pupil: Pupil, number: string) => s.rows(`insert into education.learner_number (person_id, institution_id, number, recorded_at, recorded_by) values ($1, $2, $3, now(), 'test')`, [pupil.id, A, number]);
  await give(one, 'IZ-2026-0001');
  expect(await s.send({}, [row(one, { pupil: 'iz 2026 0001' })])).toMatchObject({ taken: 1 });
  await give(other, 'IZ2026-0001');
  expect((await s.send({}, [row(one, { pupil: 'IZ-2026-0001' })])).answers).toMatchObject([{ code: 'VI-202' }]);
});

test('a language subject needs the language, an exempt pupil is warned of, and what is before its time is refused', async () => {
  const pupil = await s.pupil(fifth);
  const [foreign] = await s.rows<{ id: number }>(`insert into education.subject (id, name, name_en, name_key, is_language, valid_from, source) values (999001, 'Svešvaloda', 'Foreign language', 'svesvaloda', true, '2020-09-01', 'test') returning id`);
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [pupil.id, maths]);
  const answer = await s.send({}, [row(pupil, { subjectId: foreign!.id }), row(pupil, { subjectId: foreign!.id, language: 'fr' }), row(pupil), row(pupil, { period: 'S2' }), row(pupil, { period: 'FINAL', value: 'atb' })]);
  expect(codesOf(answer)).toEqual([[1, 'VI-205'], [3, 'VI-209'], [4, 'VI-207']]);
  expect(answer).toMatchObject({ taken: 3, refused: 2, warned: 1 });
});

test('another value of another way is a conflict that names both, also twice in one batch', async () => {
  const pupil = await s.pupil(fifth);
  const other = await s.journal('soma', [A]);
  await s.send({}, [row(pupil)]);
  const conflict = await s.call('/batches', { method: 'POST', body: JSON.stringify({ institution: '9900000000', year: 2026, kind: 'mark', rows: [row(pupil, { value: '4' })] }), headers: { 'content-type': 'application/json', 'idempotency-key': 'c-1' } }, other.token);
  expect(await conflict.json()).toMatchObject({ refused: 1, answers: [{ code: 'VI-208', found: '4', nearest: [{ value: '7' }], mended: { value: '7' } }] });
  expect(await s.send({}, [row(pupil, { period: 'EXAM', value: '5' }), row(pupil, { period: 'EXAM', value: '6' }), row(pupil, { period: 'EXAM', value: '5' })])).toMatchObject({ taken: 1, unchanged: 1, refused: 1, answers: [{ row: 2, code: 'VI-208' }] });
});

test('every row of a batch is counted once: new, corrected, the same, repeated, withdrawn, warned, waiting, refused, and clashing with whatever the register has from elsewhere', async () => {
  const names = ['new', 'corrected', 'same', 'withdrawn', 'file', 'older', 'manual', 'other', 'exempt', 'waits', 'twice'] as const;
  const pupils = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await s.pupil(fifth)] as const))) as unknown as Record<(typeof names)[number], Pupil>;
  const before = names.filter((name) => !['new', 'exempt', 'waits', 'twice'].includes(name));
  expect(await s.send({}, before.map((name) => row(pupils[name])))).toMatchObject({ taken: before.length });
  await s.rows(`update marks.mark set state = 'withdrawn' where person_id = $1`, [pupils.withdrawn.id]);
  await s.cameFrom(pupils.file, 'file');
  await s.cameFrom(pupils.older, 'service');
  await s.cameFrom(pupils.manual, 'manual');
  await s.cameFrom(pupils.other, 'service', (await s.journal('tresais', [A])).journalId);
  await s.rows(`insert into education.exemption (person_id, subject_id, basis, valid_from, recorded_at, recorded_by) values ($1, $2, 'Ārsta atzinums', '2026-09-01', now(), 'test')`, [pupils.exempt.id, maths]);
  const rows = [
    row(pupils.new), row(pupils.corrected, { value: '8' }), row(pupils.same), row(pupils.withdrawn), row(pupils.exempt), row(pupils.waits, { subjectId: undefined, subject: 'Nezināmais' }),
    ...(['file', 'older', 'manual', 'other'] as const).map((name) => row(pupils[name], { value: '9' })),
    row(pupils.twice), row(pupils.twice), row(pupils.twice, { value: '5' }), row(pupils.new, { value: '99', period: 'EXAM' }), { pupil: 7 },
  ];
  const counts = { rows: 15, taken: 3, corrected: 2, unchanged: 2, waiting: 1, refused: 7, pending: 0, warned: 1 };
  expect(await s.send({ dryRun: true }, rows)).toMatchObject(counts);
  const answer = await s.send({}, rows);
  expect(answer).toMatchObject(counts);
  expect(codesOf(answer).filter(([, code]) => code === 'VI-208')).toEqual([7, 8, 9, 10, 13].map((at) => [at, 'VI-208']));
});

test('absences whose parts exceed the whole are refused; a batch that agrees as a whole is taken', async () => {
  const pupil = await s.pupil(fifth);
  const absence = (period: string, justifiedLessons: number, unjustifiedLessons = 0) => ({ pupil: pupil.code, period, justifiedLessons, unjustifiedLessons });
  const broken = await s.send({ kind: 'absence' }, [absence('M09', 5), absence('M10', 6, 1), absence('S1', 8)]);
  expect(broken).toMatchObject({ taken: 2, refused: 1, answers: [{ row: 3, code: 'VI-211' }] });
  expect(await s.send({ kind: 'absence' }, [absence('S1', 12)])).toMatchObject({ taken: 1 });
  expect((await s.send({ kind: 'absence' }, [absence('M09', 9)])).answers).toMatchObject([{ code: 'VI-211' }]);
  expect(await s.send({ kind: 'absence' }, [absence('M09', 9), absence('S1', 20)])).toMatchObject({ corrected: 2 });
});

test('rows that cannot be read are answered one by one, and the others are taken', async () => {
  const pupil = await s.pupil(fifth);
  const line = (more: object) => JSON.stringify(row(pupil, more));
  const answer = await s.sendLines({}, [line({}), '{"pupil": ', line({ period: 'S7' }), '', line({ value: undefined, period: 'EXAM' }), '42', line({ period: 'EXAM' }), 'null'].join('\n'));
  expect(codesOf(answer)).toEqual([[2, 'VI-301'], [3, 'VI-301'], [4, 'VI-301'], [5, 'VI-301'], [6, 'VI-301'], [8, 'VI-301']]);
  expect(answer).toMatchObject({ status: 200, taken: 2, refused: 6 });
  expect(answer.answers[1]).toMatchObject({ field: 'period', found: 'S7' });
  // A number that is wrong is mended by the journal, and matched by nobody.
  expect((await s.send({}, [row(pupil, { subjectId: 5 })])).answers).toMatchObject([{ code: 'VI-101', state: 'refused', mend: { lv: expect.stringContaining('Labojiet numuru') as unknown } }]);
});

test('what the database takes for no text spoils its own row alone', async () => {
  const pupil = await s.pupil(fifth);
  const answer = await s.send({}, [row(pupil, { record: 'a\0b' }), row(pupil, { class: '5.\ud800' }), row(pupil, { 'odd\0key': 1, value: '\\u0000\0', period: 'EXAM' }), row(pupil, { record: null, class: null })]);
  expect(codesOf(answer)).toEqual([[1, 'VI-301'], [2, 'VI-301'], [3, 'VI-204']]);
  expect(answer).toMatchObject({ taken: 1 });
});

test('a dry run answers the same and keeps nothing but its answers', async () => {
  const pupil = await s.pupil(fifth);
  const rows = [row(pupil), row(pupil, { value: '12', period: 'EXAM' })];
  const tried = await s.send({ dryRun: true }, rows);
  expect(tried).toMatchObject({ taken: 1, refused: 1, dryRun: true });
  expect(await marksOf(pupil)).toEqual([]);
  const real = await s.send({}, rows);
  expect(real.answers).toEqual(tried.answers);
});

test('whole batches are refused with the one of three causes, and nothing of other schools is told', async () => {
  const pupil = await s.pupil(fifth);
  expect(await s.send({ institution: '9900000001' }, [row(pupil)])).toMatchObject({ status: 403, type: '/problems/VI-103', cause: 'confirmation' });
  await s.rows(`update intake.journal_school set valid_from = '2027-03-01' where journal_id = $1`, [s.journalId]);
  expect(await s.send({}, [row(pupil)])).toMatchObject({ status: 403, cause: 'period' });
  await s.rows(`update intake.journal_school set valid_from = '2026-09-01' where journal_id = $1`, [s.journalId]);
  await s.rows(`update intake.journal set state = 'suspended', reason = 'Pārbaude' where id = $1`, [s.journalId]);
  expect(await s.send({}, [row(pupil)])).toMatchObject({ status: 403, cause: 'journal' });
  await s.rows(`update intake.journal set state = 'registered' where id = $1`, [s.journalId]);
  expect(await s.send({ institution: '9999999999' }, [row(pupil)])).toMatchObject({ status: 404 });
  expect(await s.send({ year: 2023 }, [row(pupil)])).toMatchObject({ status: 404, type: '/problems/no-classes' });
  expect(await s.send({}, [])).toMatchObject({ status: 422 });
  expect(await marksOf(pupil)).toEqual([]);
});

test('a batch and its answers are shown to whoever sent it alone', async () => {
  const pupil = await s.pupil(fifth);
  const other = await s.journal('cits');
  const { id } = await s.send({}, [row(pupil), row(pupil, { period: 'EXAM', value: '12' }), row(pupil, { period: 'POST', value: '13' })]);
  expect(await (await s.call(`/batches/${id}`)).json()).toMatchObject({ id, state: 'done', taken: 1, refused: 2 });
  const page = (await (await s.call(`/batches/${id}/answers?limit=1`)).json()) as { answers: { row: number }[]; next: string };
  expect(page.answers.map((one) => one.row)).toEqual([2]);
  expect(((await (await s.call(page.next.replace('/api/intake', ''))).json()) as { answers: { row: number }[] }).answers.map((one) => one.row)).toEqual([3]);
  const csv = await s.call(`/batches/${id}/answers.csv`);
  expect(csv.headers.get('content-type')).toContain('text/csv');
  expect((await csv.text()).split('\r\n')).toHaveLength(4);
  for (const path of ['', '/answers', '/answers.csv']) expect((await s.call(`/batches/${id}${path}`, {}, other.token)).status).toBe(404);
});

test('the contract stands in OpenAPI, and its codes are told to anyone', async () => {
  const { paths } = (await (await fetch(`${s.t.address}/api/openapi.json`)).json()) as { paths: Record<string, Record<string, { parameters?: { name: string }[] }>> };
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/intake/batches', '/api/intake/batches/{id}', '/api/intake/batches/{id}/answers', '/api/intake/batches/{id}/answers.csv', '/api/intake/codes', '/api/intake/sandbox/{institution}']));
  expect(paths['/api/intake/batches']!['post']!.parameters!.map(({ name }) => name)).toEqual(expect.arrayContaining(['idempotency-key', 'institution', 'year', 'kind']));
  const { codes } = (await (await fetch(`${s.t.address}/api/intake/codes`)).json()) as { codes: { code: string; cause: { lv: string; en: string }; mend: { lv: string } }[] };
  expect(codes.map(({ code }) => code)).toEqual(['101', '102', '103', '104', '105', '106', '201', '202', '203', '204', '205', '206', '207', '208', '209', '210', '211', '212', '213', '301'].map((one) => `VI-${one}`));
  for (const { cause, mend } of codes) expect([cause.lv, cause.en, mend.lv].every(Boolean)).toBe(true);
});

test('without a key, a token or the role nothing is let in', async () => {
  const post = (headers: Record<string, string>) => fetch(`${s.t.address}/api/intake/batches`, { method: 'POST', body: JSON.stringify({ institution: '9900000000', year: 2026, kind: 'mark', rows: [{}] }), headers: { 'content-type': 'application/json', ...headers } });
  expect((await post({ 'idempotency-key': 'x' })).status).toBe(401);
  expect((await s.call('/batches', { method: 'POST', body: JSON.stringify({ institution: '9900000000', year: 2026, kind: 'mark', rows: [{}] }), headers: { 'content-type': 'application/json' } })).status).toBe(422);
  await s.rows(`update access.role_grant set valid_to = '2026-12-01', ended_at = now(), ended_by = 'test', ended_reason = 'Līgums beidzies' where user_id = $1`, [s.userId]);
  expect(await s.send({}, [{}])).toMatchObject({ status: 403 });
});
