import { afterAll, beforeAll, expect, test } from 'vitest';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { addMember, decideAppeal, lodgeOwnAppeal, openAppeals, openOwnAppealForm, registerAppeal, viewAppeal } from '../actions/appeals.js';
import { viewOwnAppeals } from '../actions/own-appeals.js';
import { countResults } from '../actions/count-results.js';
import { viewOwnExamResults } from '../actions/own-results.js';
import { markAttendance } from '../actions/exam-day.js';
import { confirmPublication, setPublication } from '../actions/publish-results.js';
import { decideAppeals, keepResults, publishResults, registerAppeals, seeSittings } from '../permissions.js';
import { listCertifiable } from '../public.js';
import { EXAM_DAY, type ExamSchools, examSchools, waitsOf } from './exam-schools.js';

let s: ExamSchools;
let agency: Actor;
let school: Actor;
let otherSchool: Actor;
let pupils: Someone[];
let entries: string[];
const PAPER = { about: 'mark', parts: [1], reason: 'Otrajā uzdevumā nav ieskaitīts pareizs risinājums.', lodgedBy: 'representative', channel: 'paper' };

beforeAll(async () => {
  s = await examSchools();
  agency = { ...actorWith([seeSittings, keepResults, publishResults, registerAppeals, decideAppeals]), id: '00000000-0000-7000-8000-0000000000a1' };
  const at = (institution: number): Actor => ({ ...actorWith([seeSittings, registerAppeals], { everywhere: false, institutionIds: [s.institutions[institution]!] }), id: '00000000-0000-7000-8000-0000000000b1' });
  [school, otherSchool] = [at(0), at(1)];
  pupils = [await s.pupil(), await s.pupil(), await s.pupil(), await s.pupil()];
  const sittingId = await s.sittingOf('MAT09', pupils);
  entries = await Promise.all(pupils.map((pupil) => s.entryOf(sittingId, pupil)));
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks: [], rest: true }, s.superuser);
  await s.rows(`insert into exams.work (entry_id, part, state, half_points, points_from, changed_at, changed_by) select e, p, 'received', 20, 'assessments', now(), 'test' from unnest($1::uuid[]) e cross join unnest(array[1, 2]) p`, [entries]);
  await s.on('2026-06-10', countResults, { eventId: await s.eventOf('MAT09') }, agency);
  const { id } = await s.on('2026-06-20', setPublication, { year: 2025, stage: 'basic', term: 'main', on: '2026-06-26', time: '09:00', basis: 'Izdomāts rīkojums' }, agency);
  await s.on('2026-06-20', confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, { ...agency, id: '00000000-0000-7000-8000-0000000000a2' });
  const exam = (await s.rows<{ id: string }>(`select id from exams.exam where year = 2025 and code = 'MAT09'`))[0]!.id;
  for (const login of ['vertetajs', 'skolotajs', 'lietvedis']) await s.rows(`insert into exams.assessor (user_id, exam_id, appointed_at, appointed_by) values ($1, $2, now(), 'test')`, [await userIdOf(s.t, login), exam]);
});
afterAll(() => s.t.close());

const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const register = (at: number, day: string, actor = school) => s.on(day, registerAppeal, { id: entries[at], ...PAPER, lodgedOn: day }, actor);

test('an appeal is taken from the day of publication until the same day of the next month, which moves off a Sunday, and waits a month for its decision', async () => {
  expect(await refused(register(0, '2026-06-25'))).toBe('nothing-to-contest');
  expect(await refused(register(0, '2026-07-28'))).toBe('invalid-input');
  const { id } = await register(0, '2026-07-27');
  expect(await refused(register(0, '2026-07-27'))).toBe('one-appeal-at-a-time');
  expect((await s.on('2026-07-27', viewAppeal, { id }, school, 'own-pupils')).appeal).toMatchObject({ lodgedOn: '2026-07-27', dueOn: '2026-08-27', state: 'lodged', parts: [1] });
  expect(await refused(s.on('2026-07-27', viewAppeal, { id }, otherSchool, 'own-pupils'))).toBe('no-such-appeal');
  expect((await s.on('2026-07-27', openAppeals, {}, otherSchool, 'own-pupils')).appeals).toEqual([]);
  expect((await s.on('2026-07-27', openAppeals, {}, agency, 'own-pupils')).appeals.map((one) => one.id)).toEqual([id]);
});

test('a minor does not contest their own result, a parent does; nobody contests that of another child', async () => {
  const own = (personId: string): Actor => ({ ...actorWith([], {}, personId), id: '00000000-0000-7000-8000-0000000000c1' });
  expect(await refused(s.on('2026-07-01', openOwnAppealForm, { id: entries[1] }, own(pupils[1]!.id)))).toBe('not-yours-to-contest');
  const parent = await s.child('1985-03-03');
  expect(await refused(s.on('2026-07-01', openOwnAppealForm, { id: entries[1] }, own(parent.id)))).toBe('not-yours-to-contest');
  await s.rows(`insert into persons.guardianship (child_id, guardian_id, kind, valid_from, basis, recorded_at, recorded_by) values ($1, $2, 'parent', '2010-05-05', 'Dzimšanas reģistrs', now(), 'test')`, [pupils[1]!.id, parent.id]);
  expect((await s.on('2026-07-01', viewOwnAppeals, {}, own(parent.id))).open).toMatchObject([{ entryId: entries[1], until: '2026-07-27', total: 25, byRepresentative: false }]);
  expect((await s.on('2026-07-01', viewOwnAppeals, {}, own(pupils[1]!.id))).open).toMatchObject([{ entryId: entries[1], byRepresentative: true }]);
  const results = async (day: string, who: string, person?: string) => (await s.on(day, viewOwnExamResults, { person }, own(who))).results.map(({ entryId, total, until, contest }) => ({ entryId, total, until, contest }));
  const shown = { entryId: entries[1], total: 25, until: '2026-07-27' };
  expect(await results('2026-06-25', parent.id, pupils[1]!.id)).toEqual([]);
  expect(await results('2026-07-01', parent.id, pupils[1]!.id)).toEqual([{ ...shown, contest: 'open' }]);
  expect(await results('2026-07-01', pupils[1]!.id)).toEqual([{ ...shown, contest: 'by-representative' }]);
  expect(await results('2026-07-28', parent.id, pupils[1]!.id)).toEqual([{ ...shown, contest: 'over' }]);
  expect(await refused(results('2026-07-01', parent.id, pupils[2]!.id))).toBe('not-your-child');
  expect(await refused(results('2028-05-05', parent.id, pupils[1]!.id))).toBe('not-your-child');
  const { id } = await s.on('2026-07-01', lodgeOwnAppeal, { id: entries[1], about: 'procedure', reason: 'Klausīšanās ierakstu nevarēja dzirdēt.' }, own(parent.id));
  expect(await s.on('2026-07-01', viewOwnAppeals, {}, own(parent.id))).toMatchObject({ appeals: [{ id, lodgedBy: 'representative', about: 'procedure', channel: 'program' }], open: [] });
  expect(await results('2026-07-01', parent.id, pupils[1]!.id)).toEqual([{ ...shown, contest: 'lodged' }]);
  expect((await s.on('2026-07-01', viewOwnAppeals, {}, own(pupils[2]!.id))).appeals).toEqual([]);
});

test('no decision without three of the agency and two assessors of the exam, none of whom assessed what is contested', async () => {
  const { id } = await register(2, '2026-07-02');
  const add = async (login: string, partIn: string) => s.on('2026-07-03', addMember, { id, user: await userIdOf(s.t, login), partIn }, agency);
  const choices = async (member = '') => (await s.on('2026-07-03', viewAppeal, { id, member }, agency, 'education')).joining!.choices.map(({ name, partIn }) => `${name}: ${partIn}`);
  expect((await waitsOf(s, 'exams.appeals-to-decide', agency, '2026-07-03')).count).toBeGreaterThan(0);
  const decide = (outcome: string, points: object, day = '2026-07-20') => s.on(day, decideAppeal, { id, outcome, points, decisionNr: '4-1/7', decidedOn: day, explanation: 'Komisija pārskatīja otro uzdevumu.' }, agency);
  const [work] = await s.rows<{ id: string }>('select id from exams.work where entry_id = $1 and part = 1', [entries[2]]);
  await s.rows(`insert into exams.assessment (work_id, round, assessor_id, half_points, taken_at, assessed_at) values ($1, 'first', $2, 20, now(), now())`, [work!.id, await userIdOf(s.t, 'lietvedis')]);
  expect(await choices()).toEqual(['Ineta Taisnīte: agency', 'Laura Matemane: assessor', 'Maija Punktiņa: assessor', 'Rita Pārbaudmane: agency', 'Valdis Apstiprins: agency']);
  expect(await choices('taisnite')).toEqual(['Ineta Taisnīte: agency']);
  expect(await refused(add('klasifikatori', 'agency'))).toBe('decides-no-appeals');
  expect(await refused(add('lietvedis', 'assessor'))).toBe('nobody-judges-their-own-assessment');
  expect(await refused(add('auditors', 'assessor'))).toBe('only-assessors-of-the-exam');
  for (const login of ['eksameni', 'eksamenuvaditajs']) await add(login, 'agency');
  for (const login of ['vertetajs', 'skolotajs']) await add(login, 'assessor');
  expect(await refused(decide('raise', { 1: '12' }))).toBe('commission-is-whole');
  await add('apelacijas', 'agency');
  expect(await choices()).toEqual([]);
  expect(await refused(decide('keep', { 1: '12' }))).toBe('invalid-input');
  expect(await refused(decide('raise', { 1: '61' }))).toBe('invalid-input');
  await decide('raise', { 1: '12' });
  expect(await refused(decide('raise', { 1: '13' }))).toBe('already-decided');
  expect((await s.on('2026-07-20', viewAppeal, { id }, school, 'own-pupils')).appeal).toMatchObject({ state: 'decided', outcome: 'raise', before: 25, after: 27, decisionNr: '4-1/7' });
  // The version that the appeal made is another one, and may be contested; the one it contested may not.
  expect((await s.on('2026-07-21', registerAppeal, { id: entries[2], ...PAPER, lodgedOn: '2026-07-21' }, school)).id).not.toBe(id);
  expect(await listCertifiable(s.t.database.primary, { entryIds: [entries[2]!] }, null, 5)).toMatchObject([{ version: 2, why: 'appeal', total: 27 }]);
  expect(await s.rows(`select payload->>'why' as why, payload->>'version' as version from platform.event where name = 'exams.result-changed' and payload->>'entryId' = $1`, [entries[2]])).toEqual([{ why: 'appeal', version: '2' }]);
});

test('where the mark stays there is no other version, and nothing is told to anyone', async () => {
  const { id } = await register(3, '2026-07-02');
  for (const [login, partIn] of [['eksameni', 'agency'], ['eksamenuvaditajs', 'agency'], ['apelacijas', 'agency'], ['vertetajs', 'assessor'], ['skolotajs', 'assessor']] as const) await s.on('2026-07-03', addMember, { id, user: await userIdOf(s.t, login), partIn }, agency);
  await s.on('2026-07-20', decideAppeal, { id, outcome: 'keep', points: { 1: '10' }, decisionNr: '4-1/8', decidedOn: '2026-07-20', explanation: 'Vērtējums atbilst vērtēšanas kritērijiem.' }, agency);
  expect(await s.rows('select version from exams.result where entry_id = $1', [entries[3]])).toEqual([{ version: 1 }]);
  expect(await refused(register(3, '2026-07-21'))).toBe('heard-already');
  const own: Actor = { ...actorWith([], {}, pupils[3]!.id), id: '00000000-0000-7000-8000-0000000000c3' };
  expect((await s.on('2026-07-21', viewOwnAppeals, {}, own)).open).toEqual([]);
  expect((await s.on('2026-07-21', viewOwnExamResults, {}, own)).results.map(({ contest }) => contest)).toEqual(['decided']);
  expect(await s.rows(`select 1 from platform.event where name = 'exams.result-changed' and payload->>'entryId' = $1`, [entries[3]])).toEqual([]);
});
