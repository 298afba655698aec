import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { userIdOf } from '../../access/tests/made-up-country.js';
import { refusalOf, type Someone } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { writeZip } from '#platform/documents/zip/write-zip.js';
import { actorWith } from '#test/test-platform.js';
import { appointAssessor, assessWork, openDesk, openWork, reportUnreadable, takeWork } from '../actions/assess.js';
import { addMember, registerAppeal, viewAppeal } from '../actions/appeals.js';
import { bringScansOfSitting, openScans } from '../actions/bring-scans.js';
import { countResults } from '../actions/count-results.js';
import { approveProtocol, markAttendance, submitProtocol } from '../actions/exam-day.js';
import { confirmPublication, setPublication } from '../actions/publish-results.js';
import { removeScansNightly } from '../jobs/remove-scans.js';
import { removeOutlivedScans } from '../actions/remove-scans.js';
import { openContestedPage, openOwnPage, openWorkPage, viewContestedWork, viewOwnWorks } from '../actions/see-scans.js';
import { madeUpScan } from '../domain/made-up-scan.js';
import { approveProtocols, assess, bringScans, decideAppeals, keepResults, leadExams, publishResults, registerAppeals, seeSittings } from '../permissions.js';
import { EXAM_DAY, type ExamSchools, examSchools } from './exam-schools.js';

let s: ExamSchools;
let school: Actor;
let otherSchool: Actor;
let agency: Actor;
let sittingId: string;
let pupils: Someone[];
let entries: string[];
let codes: string[];
let examId: string;
const assessors: Actor[] = [];

beforeAll(async () => {
  s = await examSchools();
  const at = (institution: number): Actor => ({ ...actorWith([bringScans, registerAppeals, seeSittings], { everywhere: false, institutionIds: [s.institutions[institution]!] }), id: '00000000-0000-7000-8000-0000000000f1' });
  [school, otherSchool] = [at(0), at(1)];
  agency = { ...actorWith([keepResults, publishResults, seeSittings, registerAppeals, decideAppeals]), id: await userIdOf(s.t, 'eksameni') };
  pupils = [await s.pupil(), await s.pupil(), await s.pupil()];
  sittingId = await s.sittingOf('MAT09', pupils);
  entries = await Promise.all(pupils.map((pupil) => s.entryOf(sittingId, pupil)));
  await s.on(EXAM_DAY, markAttendance, { id: sittingId, marks: [], rest: true }, s.superuser);
  await s.on(EXAM_DAY, submitProtocol, { id: sittingId, remarks: '' }, s.superuser);
  const head = { ...actorWith([seeSittings, approveProtocols, leadExams], { everywhere: false, institutionIds: [s.institutions[0]!] }), id: '00000000-0000-7000-8000-0000000000e3' };
  await s.on(EXAM_DAY, approveProtocol, { id: sittingId }, head);
  codes = await Promise.all(entries.map(async (id) => (await s.rows<{ candidate_code: string }>('select candidate_code from exams.entry where id = $1', [id]))[0]!.candidate_code));
  examId = (await s.rows<{ id: string }>(`select id from exams.exam where year = 2025 and code = 'MAT09'`))[0]!.id;
  for (const login of ['vertetajs', 'skolotajs', 'lietvedis']) {
    assessors.push({ ...actorWith([assess]), id: await userIdOf(s.t, login) });
    await s.t.perform(appointAssessor, { eventId: await s.eventOf('MAT09'), login }, agency);
  }
});
afterAll(() => s.t.close());

const refused = async (work: Promise<unknown>) => (await refusalOf(work)).code;
const file = (name: string, content: Buffer) => ({ name, type: 'application/octet-stream', content });
const pdf = (code: string, part: number, of = part) => file(`${code}-${part}.pdf`, madeUpScan(code, of));
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');
const bring = async (files: readonly ReturnType<typeof file>[], actor = school) => (await s.t.perform(bringScansOfSitting, { id: sittingId, files }, actor)).answers.map(({ verdict }) => verdict);
const scans = async () => (await s.rows<{ n: number }>('select count(*)::int as n from exams.scan where superseded_at is null'))[0]!.n;
const workOf = async (entry: string, part: number) => (await s.rows<{ id: string; state: string }>('select id, state from exams.work where entry_id = $1 and part = $2', [entry, part]))[0]!;
const AS_ASSESSOR = 'exam-assessment';

test('files are known by content and code; each that is not taken says why, and what a name claims counts for nothing', async () => {
  const [one, two] = codes as [string, string, string];
  expect(
    await bring([
      pdf(one, 1),
      file(`${one}-2.png`, PNG),
      file(`${two}-1.pdf`, Buffer.from('MZ\u0090 this is a program')),
      file(`${two}-1.png`, PNG.subarray(0, 40)),
      file(`${two}-1.pdf`, Buffer.from('%PDF-1.7 and nothing else')),
      file('Anna Bērziņa.pdf', madeUpScan(one, 1)),
      pdf('999900000001', 1),
    ]),
  ).toEqual(['taken', 'taken', 'not-readable', 'not-readable', 'not-readable', 'no-code', 'no-such-work']);
  expect((await workOf(entries[0]!, 1)).state).toBe('received');
  expect(await s.rows<{ type: string; pages: number }>('select type, pages from exams.scan order by type')).toEqual([{ type: 'application/pdf', pages: 2 }, { type: 'image/png', pages: 1 }]);
  expect(await refused(s.t.perform(bringScansOfSitting, { id: sittingId, files: '' }, school))).toBe('invalid-input');
});

test('another school, and whoever may not bring scans, gets nothing in and sees nothing', async () => {
  expect(await refused(bring([pdf(codes[1]!, 1)], otherSchool))).toBe('no-such-sitting');
  expect(await refused(s.t.perform(openScans, { id: sittingId }, otherSchool))).toBe('no-such-sitting');
  expect(await refused(bring([pdf(codes[1]!, 1)], s.superuser))).toBe('no-right');
});

test('an archive is taken apart; one that leads elsewhere, hides its size or is damaged is refused whole', async () => {
  const zip = (files: readonly { path: string; content: Buffer; packed?: boolean }[]) => file('darbi.zip', writeZip(files));
  const [, two] = codes as [string, string, string];
  const one = madeUpScan(two, 1);
  expect(await refused(bring([zip([{ path: `../../${two}-1.pdf`, content: one }])]))).toBe('invalid-input');
  const bomb = zip([{ path: `${two}-1.pdf`, content: one, packed: true }]);
  for (const at of [22, bomb.content.indexOf('PK\u0001\u0002', 0, 'latin1') + 24]) bomb.content.writeUInt32LE(104_857_601, at);
  expect(await refused(bring([bomb]))).toBe('invalid-input');
  for (const at of [22, bomb.content.indexOf('PK\u0001\u0002', 0, 'latin1') + 24]) bomb.content.writeUInt32LE(one.length - 1, at);
  expect(await refused(bring([bomb]))).toBe('invalid-input');
  expect(await refused(bring([file('darbi.zip', writeZip([{ path: `${two}-1.pdf`, content: one }]).subarray(0, -8))]))).toBe('invalid-input');
  expect(await scans()).toBe(2);
  expect(await bring([zip([{ path: `9a/${two}-1.pdf`, content: one, packed: true }, { path: `__MACOSX/9a/._${two}-1.pdf`, content: PNG }, { path: `9a/${two}-2.pdf`, content: madeUpScan(two, 2) }])])).toEqual(['taken', 'taken']);
});

test('cut off in the middle nothing is kept; sent again, or twice at once, each work has its scan once', async () => {
  const three = codes[2]!;
  const files = [pdf(three, 1), pdf(three, 2)];
  const owner = new pg.Client({ connectionString: s.t.ownerUrl });
  await owner.connect();
  await owner.query('begin');
  await owner.query('lock table exams.scan_chunk in share mode');
  const cut = expect(bring(files)).rejects.toThrow();
  const terminate = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await owner.query(terminate)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await cut;
  await owner.end();
  expect([await scans(), (await workOf(entries[2]!, 1)).state]).toEqual([4, 'expected']);
  expect((await Promise.all([bring(files), bring(files)])).flat().toSorted()).toEqual(['taken', 'taken', 'unchanged', 'unchanged']);
  expect(await bring([...files, pdf(codes[0]!, 1)])).toEqual(['unchanged', 'unchanged', 'unchanged']);
  expect(await scans()).toBe(6);
  expect(await s.t.perform(openScans, { id: sittingId, all: 'yes' }, school)).toMatchObject({ counts: { works: 6, scanned: 6, unreadable: 0 } });
});

test('the assessor who has a work in hand sees its pages as pictures, with a reason, and nobody else does', async () => {
  const { id } = await s.t.perform(takeWork, { examId }, assessors[0]!);
  const task = await s.t.perform(openWork, { id }, assessors[0]!);
  expect(task.scanPages).toBeGreaterThan(0);
  const page = await s.t.perform(openWorkPage, { id, page: 1 }, assessors[0]!, AS_ASSESSOR);
  expect([page.type, page.content.subarray(1, 4).toString(), page.code]).toEqual(['image/png', 'PNG', `${task.candidateCode}-${task.part}`]);
  expect(await refused(s.t.perform(openWorkPage, { id, page: 1 }, assessors[0]!))).toBe('invalid-input');
  expect(await refused(s.t.perform(openWorkPage, { id, page: 0 }, assessors[0]!, AS_ASSESSOR))).toBe('invalid-input');
  expect(await refused(s.t.perform(openWorkPage, { id, page: 9 }, assessors[0]!, AS_ASSESSOR))).toBe('no-such-page');
  expect(await refused(s.t.perform(openWorkPage, { id, page: 1 }, assessors[1]!, AS_ASSESSOR))).toBe('no-such-work');
  expect(await s.rows(`select reason, facts ->> 'page' as page from audit.entry where action = 'exams.open-work-page' and outcome = 'done'`)).toEqual([{ reason: AS_ASSESSOR, page: '1' }]);

  // Being assessed, its scan stays; said to be unreadable, it is scanned anew, and what could not be read does not do twice.
  const other = { ...pdf(task.candidateCode, task.part, 4) };
  const same = file(`${task.candidateCode}-${task.part}.pdf`, task.scanPages === 1 ? PNG : madeUpScan(task.candidateCode, task.part));
  expect(await bring([other])).toEqual(['already-there']);
  await s.t.perform(reportUnreadable, { id }, assessors[0]!);
  expect(await refused(s.t.perform(openWorkPage, { id, page: 1 }, assessors[0]!, AS_ASSESSOR))).toBe('no-such-work');
  expect(await bring([same])).toEqual(['already-there']);
  expect(await bring([other])).toEqual(['replaced']);
  const { id: again } = await s.t.perform(takeWork, { examId }, assessors[0]!);
  await s.t.perform(assessWork, { id: again, points: '5' }, assessors[0]!);
  expect(await refused(s.t.perform(openWorkPage, { id: again, page: 1 }, assessors[0]!, AS_ASSESSOR))).toBe('no-such-work');
});

test('a pupil sees the own work when the number says so and results are published; the commission sees a contested one', async () => {
  await s.rows(`update exams.work set state = 'received', half_points = 20, points_from = 'assessments' where entry_id = any($1::uuid[])`, [entries]);
  await s.on('2026-06-10', countResults, { eventId: await s.eventOf('MAT09') }, agency);
  const { id } = await s.on('2026-06-20', setPublication, { year: 2025, stage: 'basic', term: 'main', on: '2026-06-26', time: '09:00', basis: 'Izdomāts rīkojums' }, agency);
  await s.on('2026-06-20', confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, { ...agency, id: '00000000-0000-7000-8000-0000000000a2' });
  const own = actorWith([], undefined, pupils[0]!.id);
  const other = actorWith([], undefined, pupils[1]!.id);
  const seen = async (day: string, actor: Actor) => s.on(day, viewOwnWorks, {}, actor);
  expect(await seen('2026-06-27', own)).toEqual({ areShown: false, works: [] });
  const work = (await workOf(entries[0]!, 1)).id;
  expect(await refused(s.on('2026-06-27', openOwnPage, { id: work, page: 1 }, own))).toBe('no-such-own-work');
  await s.rows(`update exams.parameter set numbers = '{1}' where name = 'pupil-sees-work'`);
  expect((await seen('2026-06-25', own)).works).toEqual([]);
  expect((await seen('2026-06-27', own)).works.map(({ part }) => part)).toEqual([1, 2]);
  expect((await s.on('2026-06-27', openOwnPage, { id: work, page: 0 }, own)).scan.type).toBe('application/pdf');
  expect(await refused(s.on('2026-06-27', openOwnPage, { id: work, page: 1 }, other))).toBe('no-such-own-work');

  const { id: appeal } = await s.on('2026-06-28', registerAppeal, { id: entries[0]!, about: 'mark', parts: [1], reason: 'Otrais uzdevums ir izpildīts.', lodgedBy: 'representative', channel: 'paper', lodgedOn: '2026-06-28' }, school);
  const look = (actor: Actor, part = 1) => s.on('2026-06-29', openContestedPage, { id: appeal, part, page: 1 }, actor, 'exam-appeal');
  expect(await refused(look(agency))).toBe('no-such-contested-work');
  await s.on('2026-06-29', addMember, { id: appeal, user: agency.id, partIn: 'agency' }, agency);
  await s.on('2026-06-29', addMember, { id: appeal, user: assessors[2]!.id, partIn: 'assessor' }, agency);
  expect((await s.on('2026-06-29', viewAppeal, { id: appeal }, agency, 'education')).toSee.map(({ part }) => part)).toEqual([1]);
  expect((await look(agency)).scan.content.subarray(1, 4).toString()).toBe('PNG');
  expect((await s.t.perform(openDesk, {}, assessors[2]!)).contested).toHaveLength(1);
  expect((await s.on('2026-06-29', viewContestedWork, { id: appeal, part: 1 }, assessors[2]!, 'exam-appeal')).candidateCode).toBe(codes[0]);
  expect(await refused(look(agency, 2))).toBe('no-such-contested-work');
  expect(await refused(look(assessors[1]!))).toBe('no-such-contested-work');
});

test('scans are deleted when their keeping is over, but not while an appeal waits; that they were there stays', async () => {
  const own = actorWith([], undefined, pupils[1]!.id);
  const removed = (day: string) => s.on(day, removeOutlivedScans, {}, { ...actorWith([]), kind: 'system', id: null, name: 'test' } as unknown as Actor);
  expect(await refused(s.t.perform(removeOutlivedScans, {}, agency))).toBe('no-right');
  expect((await removed('2027-05-20')).removed).toBe(0);
  const [old] = await s.rows<{ n: number }>('select count(*)::int as n from exams.scan c join exams.work w on w.id = c.work_id where w.entry_id <> $1', [entries[0]]);
  expect(await removed('2027-05-21')).toMatchObject({ removed: old!.n, isDone: true });
  expect((await s.on('2027-05-22', viewOwnWorks, {}, own)).works).toEqual([]);
  expect(await s.rows(`select count(distinct c.work_id)::int as left_works from exams.scan c join exams.scan_chunk k on k.scan_id = c.id`)).toEqual([{ left_works: 2 }]);
  await removeScansNightly.run({ platform: s.t.platform, now: new Date('2026-02-10T00:00:00Z') }, {});
});
