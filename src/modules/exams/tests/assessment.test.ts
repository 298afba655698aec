import { afterAll, beforeAll, expect, test } from 'vitest';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { appointAssessor, assessWork, openDesk, openWork, reportUnreadable, takeInWorks, takeWork } from '../actions/assess.js';
import { countResults } from '../actions/count-results.js';
import { approveProtocol, markAttendance, submitProtocol } from '../actions/exam-day.js';
import { openEventResults } from '../actions/view-results.js';
import { approveProtocols, assess, keepResults, leadExams, seeSittings } from '../permissions.js';
import { EXAM_DAY, type ExamSchools, examSchools, waitsOf } from './exam-schools.js';

let s: ExamSchools;
let agency: Actor;
let eventId: string;
let examId: string;
const assessors: Actor[] = [];

beforeAll(async () => {
  s = await examSchools();
  agency = { ...actorWith([keepResults]), id: '00000000-0000-7000-8000-0000000000a1' };
  eventId = await s.eventOf('MAT09');
  examId = (await s.rows<{ id: string }>(`select id from exams.exam where year = 2025 and code = 'MAT09'`))[0]!.id;
  for (const login of ['vertetajs', 'skolotajs', 'lietvedis', 'auditors']) {
    assessors.push({ ...actorWith([assess]), id: await userIdOf(s.t, login) });
    await s.t.perform(appointAssessor, { eventId, login }, agency);
  }
  const pupils = [await s.pupil(), await s.pupil()];
  const sittingId = await s.sittingOf('MAT09', pupils);
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks: [], rest: true }, s.superuser);
  await s.on(EXAM_DAY, submitProtocol, { id: sittingId, remarks: '' }, s.superuser);
  const head = { ...actorWith([seeSittings, approveProtocols, leadExams], { everywhere: false, institutionIds: [s.institutions[0]!] }), id: '00000000-0000-7000-8000-0000000000e3' };
  await s.on(EXAM_DAY, approveProtocol, { id: sittingId }, head);
});
afterAll(() => s.t.close());

const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const take = async (who: number) => (await s.t.perform(takeWork, { examId }, assessors[who]!)).id;
const taskOf = async (id: string, who: number) => s.t.perform(openWork, { id }, assessors[who]!);
const give = (id: string, points: string, who: number) => s.t.perform(assessWork, { id, points }, assessors[who]!);
const workOf = async (workId: string) => (await s.rows<{ half_points: number | null; state: string }>('select half_points, state from exams.work where id = $1', [workId]))[0]!;
/** What the start page of an assessor says: works in hand, exams with works to take. */
const waits = async (who: number) => [(await waitsOf(s, 'exams.works-in-hand', assessors[who]!, EXAM_DAY)).count, (await waitsOf(s, 'exams.works-to-take', assessors[who]!, EXAM_DAY)).count];
const progress = async () => (await s.t.perform(openEventResults, { eventId }, agency)).progress;

test('works are expected once the protocol is approved, and can be assessed when they have come', async () => {
  expect(await progress()).toMatchObject({ expected: 4, waiting: 0 });
  expect(await refused(s.t.perform(takeWork, { examId }, assessors[0]!))).toBe('no-more-works');
  expect(await waits(0)).toEqual([0, 0]);
  await s.t.perform(takeInWorks, { eventId }, agency);
  expect([await waits(0), [...(await s.t.perform(openDesk, {}, assessors[0]!)).waiting]]).toEqual([[0, 1], [examId]]);
  expect(await progress()).toMatchObject({ expected: 0, waiting: 4 });
});

test('who works at the institution gets none of its works, who is not appointed none at all', async () => {
  const own: Actor = { ...actorWith([assess], { everywhere: true, institutionIds: [s.institutions[0]!] }), id: assessors[3]!.id };
  expect(await refused(s.t.perform(takeWork, { examId }, own))).toBe('no-more-works');
  expect((await waitsOf(s, 'exams.works-to-take', own, EXAM_DAY)).count).toBe(0);
  expect(await refused(s.t.perform(takeWork, { examId }, { ...assessors[3]!, id: '00000000-0000-7000-8000-0000000000d1' }))).toBe('not-appointed');
});

test('two assessments near each other give their mean, two apart wait for a third, and nobody has two of them', async () => {
  const first = await take(0);
  const { workId, candidateCode } = await taskOf(first, 0);
  expect([await take(0), candidateCode.length]).toEqual([first, 12]);
  expect((await s.t.perform(openDesk, {}, assessors[0]!)).tasks).toHaveLength(1);
  expect(await waits(0)).toEqual([1, 0]);
  expect(await refused(give(first, '9000', 0))).toBe('invalid-input');
  await give(first, '10', 0);
  expect((await workOf(workId)).half_points).toBeNull();
  await expect(s.rows(`insert into exams.assessment (work_id, round, assessor_id, taken_at) values ($1, 'second', $2, now())`, [workId, assessors[0]!.id])).rejects.toMatchObject({ constraint: 'nobody_assesses_a_work_twice' });

  const second = await take(1);
  expect(await taskOf(second, 1)).toMatchObject({ workId, round: 'second' });
  expect(await refused(s.t.perform(openWork, { id: second }, assessors[0]!))).toBe('no-such-work');
  await give(second, '13', 1);
  expect([(await workOf(workId)).half_points, (await progress()).differing]).toEqual([null, 1]);
  const third = await take(2);
  expect(await taskOf(third, 2)).toMatchObject({ workId, round: 'third' });
  await give(third, '12,5', 2);
  expect(await workOf(workId)).toMatchObject({ half_points: 25 });
});

test('an unreadable work goes back and waits for no assessor', async () => {
  const id = await take(0);
  const { workId } = await taskOf(id, 0);
  await s.t.perform(reportUnreadable, { id }, assessors[0]!);
  expect([(await workOf(workId)).state, (await progress()).unreadable]).toEqual(['unreadable', 1]);
  expect(await refused(s.t.perform(openWork, { id }, assessors[0]!))).toBe('no-such-work');
});

test('a result one or two points under the threshold is looked at once more, and what changes is another version', async () => {
  const [entry] = await s.rows<{ entry_id: string }>(`select w.entry_id from exams.work w group by w.entry_id having bool_and(w.state = 'received') limit 1`);
  await s.rows(`update exams.work set half_points = case part when 1 then 22 else 0 end, points_from = 'import' where entry_id = $1`, [entry!.entry_id]);

  await s.t.perform(countResults, { eventId }, agency);
  expect(await s.rows('select total from exams.result where entry_id = $1', [entry!.entry_id])).toEqual([{ total: 13 }]);
  expect((await progress()).near).toBe(1);
  await s.rows(`update exams.work set half_points = 1, points_from = 'import' where half_points is null and state = 'received'`);
  expect(await waits(3)).toEqual([0, 1]);
  const id = await take(3);
  const task = await taskOf(id, 3);
  expect(task).toMatchObject({ round: 're-check', entryId: entry!.entry_id });
  await give(id, task.part === 1 ? '13' : '2', 3);
  expect(await s.rows('select version, why, total from exams.result where entry_id = $1 and superseded_at is null', [entry!.entry_id])).toMatchObject([{ version: 2, why: 're-check' }]);
});
