import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvalidInput } from '#kernel/errors.js';
import { readCourse } from '../actions/read-course.js';
import { readMyTraining } from '../actions/my-training.js';
import { answerPage, readAttemptPage, readAttemptResult, startCourse } from '../actions/take-course.js';
import { judgeDraft, readDraft } from '../actions/try-draft.js';
import { askToTry, publishCourse, retireCourse, saveCourse } from '../actions/write-courses.js';
import { type Country, COURSE, refusalOf, SHORT, trainingCountry } from './made-up-training.js';

let c: Country;
let courseId: string;

beforeAll(async () => {
  c = await trainingCountry();
  courseId = await c.publish();
});
afterAll(() => c.t.close());

test('a course is taken page by page, left and gone on with, and marked on the server', async () => {
  const who = await c.as('institution-head');
  const id = await c.t.perform(startCourse, { courseId }, who);
  expect(await c.t.perform(readAttemptPage, { id }, who)).toMatchObject({ page: 0, pages: 2, firstQuestion: 0 });
  expect(await c.t.perform(answerPage, { id, page: 1, answers: { 0: '0' } }, who)).toMatchObject({ next: 2 });
  expect(await c.t.perform(startCourse, { courseId }, who)).toBe(id);
  const back = await c.t.perform(readAttemptPage, { id }, who);
  expect([back.page, back.answers.get(0)]).toEqual([1, [0]]);
  expect((await c.t.perform(readAttemptPage, { id, page: 1 }, who)).page).toBe(0);
  expect((await c.t.perform(readMyTraining, {}, who)).open.map((attempt) => attempt.id)).toEqual([id]);
  expect(await c.t.perform(answerPage, { id, page: 2, answers: { 1: ['0', '1'] } }, who)).toEqual({ attemptId: id, next: null, passed: true });
  const { result, answers } = await c.t.perform(readAttemptResult, { id }, who);
  expect(result).toMatchObject({ passed: true, rightCount: 2, questionCount: 2, takenOn: '2026-11-21', validTo: '2027-11-21', place: 'Izdomātā 1. pamatskola', titleLv: 'Īss kurss' });
  expect(result.certificate).toBeGreaterThan(0);
  expect([...answers]).toEqual([[0, [0]], [1, [0, 1]]]);
});

test('a page needs all its answers from among its choices, and none can be skipped', async () => {
  const who = await c.as('municipality-head');
  const id = await c.t.perform(startCourse, { courseId }, who);
  expect((await refusalOf(c.t.perform(answerPage, { id, page: 2, answers: { 1: ['0', '1'] } }, who))).code).toBe('answer-all-first');
  for (const answers of [{}, { 0: '2' }, { 0: '-1' }, { 0: 'x' }, { 0: ['0', '1'] }, { 1: '0' }] as Record<string, unknown>[]) {
    const refusal = (await refusalOf(c.t.perform(answerPage, { id, page: 1, answers }, who))) as InvalidInput;
    expect(refusal.fields).toEqual([{ field: 'q0', message: expect.objectContaining({ en: 'Choose an answer.' }) }]);
  }
  const { rows } = await c.t.database.pool.query('select from training.answer where attempt_id = $1', [id]);
  expect(rows).toEqual([]);
});

test('one who fails has no certificate and may try again; each attempt is a line of the register', async () => {
  const who = await c.as('auditor');
  const failed = await c.take(who, courseId, false);
  expect(failed.passed).toBe(false);
  expect(await c.t.perform(readAttemptResult, { id: failed.attemptId }, who)).toMatchObject({ result: { passed: false, certificate: null, validTo: null, rightCount: 0 } });
  expect((await c.take(who, courseId)).passed).toBe(true);
  expect((await c.t.perform(readCourse, { courseId }, who)).results.map((result) => result.passed)).toEqual([true, false]);
});

test('the last page sent twice at once gives one result and one certificate, and leads to it each time', async () => {
  const who = await c.as('registrar');
  const id = await c.t.perform(startCourse, { courseId }, who);
  await c.t.perform(answerPage, { id, page: 1, answers: { 0: '0' } }, who);
  const send = () => c.t.perform(answerPage, { id, page: 2, answers: { 1: ['0', '1'] } }, who);
  const outcomes = await Promise.allSettled([send(), send(), send()]);
  const passed = outcomes.map((one) => (one.status === 'fulfilled' && one.value.attemptId === id ? one.value.passed : 'refused'));
  expect(passed.filter((one) => one === true)).toHaveLength(1);
  expect(passed.filter((one) => one === null)).toHaveLength(2);
  const { rows } = await c.t.database.pool.query('select from training.result where attempt_id = $1', [id]);
  expect(rows).toHaveLength(1);
});

test('begun twice at once there is one attempt', async () => {
  const who = await c.as('population-registrar');
  const ids = await Promise.all([1, 2, 3].map(() => c.t.perform(startCourse, { courseId }, who)));
  expect(new Set(ids).size).toBe(1);
});

test('an attempt is nobody else’s', async () => {
  const [mine, other] = [await c.as('institution-head'), await c.as('administrator')];
  const id = await c.t.perform(startCourse, { courseId }, mine);
  for (const work of [() => c.t.perform(readAttemptPage, { id }, other), () => c.t.perform(readAttemptResult, { id }, other), () => c.t.perform(answerPage, { id, page: 1, answers: { 0: '0' } }, other)]) {
    expect((await refusalOf(work())).status).toBe(404);
  }
});

test('nothing is published that nobody else found fit, and a change asks for it anew', async () => {
  const [writer, tester] = [await c.as('administrator'), await c.as('school-secretary')];
  const { courseId: id, versionId } = await c.t.perform(saveCourse, { ...COURSE, titleLv: 'Jauns' }, writer);
  const publishing = () => c.t.perform(publishCourse, { courseId: id }, writer);
  expect((await refusalOf(publishing())).code).toBe('not-tried');
  expect((await refusalOf(c.t.perform(askToTry, { courseId: id, login: 'administrators' }, writer))).text.en).toMatch(/their own text/);
  expect((await refusalOf(c.t.perform(judgeDraft, { versionId, verdict: 'fit' }, tester))).status).toBe(404);
  expect((await refusalOf(c.t.perform(readDraft, { versionId }, tester))).status).toBe(404);
  await c.t.perform(askToTry, { courseId: id, login: 'lietvedis' }, writer);
  expect((await c.t.perform(readMyTraining, {}, tester)).toTry.map((draft) => draft.id)).toEqual([versionId]);
  expect((await c.t.perform(readDraft, { versionId }, tester)).own).toMatchObject({ verdict: 'none' });
  await c.t.perform(judgeDraft, { versionId, verdict: 'unfit', remark: 'Par īsu' }, tester);
  expect((await refusalOf(publishing())).code).toBe('not-tried');
  await c.t.perform(judgeDraft, { versionId, verdict: 'fit' }, tester);
  await c.t.perform(saveCourse, { ...COURSE, courseId: id, titleLv: 'Jauns, labots' }, writer);
  expect((await refusalOf(publishing())).code).toBe('not-tried');
  await c.t.perform(judgeDraft, { versionId, verdict: 'fit' }, tester);
  expect((await refusalOf(c.t.perform(readCourse, { courseId: id }, tester))).status).toBe(404);
  await publishing();
  expect((await c.t.perform(readCourse, { courseId: id }, tester)).version).toMatchObject({ number: 1, titleLv: 'Jauns, labots' });
});

test('a published version never changes; a new one is taken by whoever begins or goes on, and old results keep theirs', async () => {
  const id = await c.publish({ titleLv: 'Ar redakcijām' });
  const [writer, tester, who] = [await c.as('administrator'), await c.as('school-secretary'), await c.as('rights-administrator')];
  const first = await c.take(who, id);
  const under = await c.t.perform(startCourse, { courseId: id }, who);
  const change = c.t.database.pool.query(`update training.course_version set text_lv = 'x' where course_id = $1`, [id]);
  await expect(change).rejects.toMatchObject({ constraint: 'a_published_version_stays' });
  const { versionId } = await c.t.perform(saveCourse, { ...COURSE, courseId: id, titleLv: 'Otrā redakcija', textLv: SHORT.replace('- [ ] c', '- [x] c') }, writer);
  await c.t.perform(askToTry, { courseId: id, login: 'lietvedis' }, writer);
  await c.t.perform(judgeDraft, { versionId, verdict: 'fit' }, tester);
  await c.t.perform(publishCourse, { courseId: id }, writer);
  const anew = await c.t.perform(startCourse, { courseId: id }, who);
  expect(anew).not.toBe(under);
  expect((await refusalOf(c.t.perform(answerPage, { id: under, page: 1, answers: { 0: '0' } }, who))).code).toBe('attempt-over');
  expect((await c.t.perform(readAttemptPage, { id: anew }, who)).version.number).toBe(2);
  expect((await c.t.perform(readAttemptResult, { id: first.attemptId }, who)).version).toMatchObject({ number: 1, titleLv: 'Ar redakcijām' });
});

test('a retired course is offered no more, its results stay', async () => {
  const id = await c.publish({ titleLv: 'Īslaicīgs' });
  const [writer, who] = [await c.as('administrator'), await c.as('auditor')];
  const { attemptId } = await c.take(who, id);
  await c.t.perform(retireCourse, { courseId: id, retired: 'yes' }, writer);
  expect((await refusalOf(c.t.perform(startCourse, { courseId: id }, who))).status).toBe(404);
  expect((await c.t.perform(readAttemptResult, { id: attemptId }, who)).result.passed).toBe(true);
  await c.t.perform(retireCourse, { courseId: id, retired: 'no' }, writer);
  await c.t.perform(startCourse, { courseId: id }, who);
});

test('what is wrong in the text is told beside it with the line, and nothing is saved', async () => {
  const writer = await c.as('administrator');
  const refusal = (await refusalOf(c.t.perform(saveCourse, { ...COURSE, textLv: SHORT.replace('Teksts.', '<script>x</script>').replace('- [x]', '- [ ]'), textEn: SHORT.replace('- [ ] nē', 'no'), titleEn: '' }, writer))) as InvalidInput;
  expect(refusal.fields.map(({ field }) => field)).toEqual(['textLv', 'textEn', 'titleEn']);
  expect(refusal.fields[0]!.message.lv).toMatch(/^3\. rinda: HTML nav atļauts[^]* \d+\. rinda: Neviena atbilde nav atzīmēta kā pareiza/);
  const shape = (await refusalOf(c.t.perform(saveCourse, { ...COURSE, textEn: SHORT.split('# Otrā')[0] }, writer))) as InvalidInput;
  expect(shape.fields[0]).toMatchObject({ field: 'textEn', message: { en: expect.stringMatching(/2 pages in Latvian and 1 in English/) } });
});
