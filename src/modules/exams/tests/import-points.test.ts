import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import type { Actor } from '#platform/actions/actor.js';
import { actorWith } from '#test/test-platform.js';
import { markAttendance } from '../actions/exam-day.js';
import { uploadPoints, viewImport, workOffChunk, workOffImport } from '../actions/import-points.js';
import { confirmPublication, setPublication } from '../actions/publish-results.js';
import { keepResults, publishResults } from '../permissions.js';
import { listCertifiable } from '../public.js';
import { DECK } from './deck.js';
import { type ExamSchools, examSchools } from './exam-schools.js';

let s: ExamSchools;
let agency: Actor;

beforeAll(async () => {
  s = await examSchools();
  agency = { ...actorWith([keepResults, publishResults]), id: '00000000-0000-7000-8000-0000000000a1' };
});
afterAll(() => s.t.close());

/** Candidates of an exam of grade 9 who were all present. @returns their codes in the order of the pupils, and the event */
async function present(count: number, code = 'MAT09'): Promise<{ codes: string[]; eventId: string; sittingId: string }> {
  const pupils = [];
  for (let n = 0; n < count; n += 1) pupils.push(await s.pupil());
  const sittingId = await s.sittingOf(code, pupils);
  await s.on('2026-05-25', markAttendance, { id: sittingId, marks: [], rest: true }, s.superuser);
  const rows = await s.rows<{ person_id: string; candidate_code: string }>('select person_id, candidate_code from exams.entry where sitting_id = $1', [sittingId]);
  return { codes: pupils.map(({ id }) => rows.find((row) => row.person_id === id)!.candidate_code), eventId: await s.eventOf(code), sittingId };
}

const inWords = (halfPoints: number) => String(halfPoints / 2).replace('.', ',');
const resultsOf = async (codes: readonly string[]) => {
  const rows = await s.rows<{ candidate_code: string; per_cents: number[]; total: number; version: number }>('select e.candidate_code, r.per_cents, r.total, r.version from exams.result r join exams.entry e on e.id = r.entry_id where r.superseded_at is null and e.candidate_code = any($1)', [codes]);
  return codes.map((code) => rows.find((row) => row.candidate_code === code));
};

/** The manager of the agency with a session, as a program that sends points. */
async function sender() {
  const person = visitor(s.t);
  await person.signIn('eksameni', DEMO_PASSWORD);
  const token = /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/sessions')).body)![1]!;
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return async (key: string, body: object) => {
    const answer = await s.t.server.inject({ method: 'POST', url: '/api/exams/points', remoteAddress: '198.51.100.7', headers: { cookie, 'idempotency-key': key, 'x-csrf-token': token }, payload: body });
    return { status: answer.statusCode, body: answer.json<{ id: string; type: string; taken: number; unchanged: number; refused: number; answers: { row: number; verdict: string; code: string | null; field: string | null; expected: string | null; nearest: string[]; faults: { code: string; field: string; expected: string }[] }[] }>() };
  };
}

test('the 46 rows of the deck go in through HTTP and come out as the deck shows them', async () => {
  const { codes } = await present(DECK.length);
  const send = await sender();
  const rows = DECK.map(([first, second], at) => ({ candidateCode: codes[at]!, points: { 1: inWords(first), 2: second / 2 } }));
  const sent = await send('deck', { year: 2025, code: 'MAT09', rows });
  expect([sent.status, sent.body.taken, sent.body.refused]).toEqual([200, 46, 0]);
  expect((await resultsOf(codes)).map((row) => [...row!.per_cents, row!.total])).toEqual(DECK.map(([, , ...shown]) => shown));

  const again = await send('deck', { year: 2025, code: 'MAT09', rows });
  expect([again.status, again.body.id]).toEqual([200, sent.body.id]);
  expect((await send('deck', { year: 2025, code: 'MAT09', rows: rows.slice(1) })).status).toBe(409);
  const other = await send('deck-2', { year: 2025, code: 'MAT09', rows });
  expect([other.body.taken, other.body.unchanged]).toEqual([0, 46]);
  expect((await resultsOf(codes)).every((row) => row!.version === 1)).toBe(true);
});

test('scenario 17.13: totals come in through HTTP with the points; 0, 5, 9 is flagged as inconsistent, and a total of 9 is taken without a certificate under the threshold', async () => {
  const { codes } = await present(3);
  await s.rows(`update exams.threshold set percent = 10 where year = 2025 and superseded_at is null`);
  const send = await sender();
  const { body } = await send('totals', { year: 2025, code: 'MAT09', rows: [{ candidateCode: codes[0], points: { 1: '0', 2: '1' }, total: 9 }, { candidateCode: codes[1], points: { 1: '6,5', 2: '1' }, total: 9 }, { candidateCode: codes[2], points: { 1: '7', 2: '1' }, total: '10' }] });
  expect(body.answers.map(({ row, verdict, code, field, expected }) => [row, verdict, code, field, expected])).toEqual([[1, 'refused', 'total-differs', 'total', '1'], [2, 'taken', null, null, null], [3, 'taken', null, null, null]]);
  expect((await resultsOf(codes)).map((row) => row?.total)).toEqual([undefined, 9, 10]);
  const ids = (await s.rows<{ id: string }>('select id from exams.entry where candidate_code = any($1)', [codes])).map(({ id }) => id);
  expect((await listCertifiable(s.t.database.primary, { entryIds: ids }, null, 5)).map((one) => [one.total, one.reachesThreshold]).toSorted()).toEqual([[10, true], [9, false]]);
});

test('valid rows are taken, every other one is answered with its rule, field, what was expected and what lies near', async () => {
  const { codes } = await present(3);
  const send = await sender();
  const wrong = `9${codes[0]!.slice(1)}`;
  const { body } = await send('mixed', {
    year: 2025, code: 'MAT09',
    rows: [{ candidateCode: codes[0], points: { 1: '43', 2: '3' } }, { candidateCode: codes[1], points: { 1: '60,5' } }, { candidateCode: codes[2], points: { 2: '7,3' } }, { candidateCode: wrong, points: { 1: '99', 2: 'x' } }, { candidateCode: codes[0], points: { 1: '1' } }],
  });
  expect(body.answers.map(({ row, verdict, code, field }) => [row, verdict, code, field])).toEqual([
    [1, 'taken', null, null], [2, 'refused', 'too-many-points', 'points.1'], [3, 'refused', 'no-points', 'points.2'], [4, 'refused', 'no-candidate', 'candidateCode'], [5, 'refused', 'twice', 'candidateCode'],
  ]);
  expect(body.answers[1]).toMatchObject({ expected: '60', nearest: ['60'], faults: [{ code: 'too-many-points' }] });
  expect(body.answers[3]!.faults.map((one) => [one.code, one.field, one.expected])).toEqual([['no-candidate', 'candidateCode', ''], ['too-many-points', 'points.1', '60'], ['no-points', 'points.2', '20']]);
  expect(body.answers[3]!.nearest).toContain(codes[0]);
  expect((await resultsOf(codes)).map((row) => row?.total)).toEqual([57, undefined, undefined]);
});

test('a workbook is judged in the background, goes on where a run was cut off, and counts each result once', async () => {
  const { codes, eventId } = await present(4, 'LAT09');
  const parts = await s.rows<{ number: number }>(`select p.number from exams.part p join exams.scoring c on c.id = p.scoring_id join exams.exam x on x.id = c.exam_id where x.year = 2025 and x.code = 'LAT09' and c.superseded_at is null order by 1`);
  const header = ['Kārtotāja kods', ...parts.map(({ number }) => `${number}. daļa`)];
  const content = Buffer.from(await writeXlsx({ sheets: [{ name: 'Punkti', rows: [header, ...codes.map((code) => [code, ...parts.map(() => 1)])] }] }));
  const upload = () => s.t.perform(uploadPoints, { eventId, file: { name: 'punkti.xlsx', type: '', content } }, agency);
  const { id } = await upload();
  await s.rows(`update exams.import_row set verdict = 'unchanged' where import_id = $1 and line = 2`, [id]);
  await workOffImport.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, { id });
  const { found, answers } = await s.t.perform(viewImport, { id, all: 'yes' }, agency);
  expect([found.taken, found.refused, found.finishedAt !== null]).toEqual([3, 0, true]);
  expect(answers.map(({ line, verdict }) => [line, verdict])).toEqual([[2, 'unchanged'], [3, 'taken'], [4, 'taken'], [5, 'taken']]);
  expect((await resultsOf(codes)).map((row) => row?.version)).toEqual([undefined, 1, 1, 1]);
  expect((await upload()).id).toBe(id);
  expect(await s.rows('select count(*)::int as n from exams.import where event_id = $1', [eventId])).toEqual([{ n: 1 }]);
});

test('a file without the columns, an unreadable one and none at all are refused beside their fields', async () => {
  const eventId = await s.eventOf('MAT09');
  const upload = (content: string, name = 'punkti.csv') => s.t.perform(uploadPoints, { eventId, file: { name, type: '', content: Buffer.from(content) } }, agency);
  for (const work of [() => upload('vārds;punkti\nAnna;5'), () => upload('no workbook', 'punkti.xlsx'), () => s.t.perform(uploadPoints, { eventId, file: '' }, agency)]) {
    expect(((await refusalOf(work())) as unknown as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual(['file']);
  }
  await expect(s.t.perform(workOffChunk, { id: eventId }, agency)).rejects.toMatchObject({ status: 403 });
});

test('a published result is not changed by an import', async () => {
  const { codes } = await present(1);
  const send = await sender();
  const of = (one: string) => ({ year: 2025, code: 'MAT09', rows: [{ candidateCode: codes[0], points: { 1: one, 2: '1' } }] });
  await send('before', of('10'));
  const { id } = await s.t.perform(setPublication, { year: 2025, stage: 'basic', term: 'main', on: '2026-02-11', time: '09:00', basis: 'Izdomāts rīkojums' }, agency);
  await s.t.perform(confirmPublication, { id, whyUnsealed: 'Bez sertifikātiem' }, { ...agency, id: '00000000-0000-7000-8000-0000000000a2' });
  await s.rows(`update exams.publication set set_at = '2026-02-01', confirmed_at = '2026-02-02', visible_from = '2026-02-03' where id = $1`, [id]);
  expect((await send('after', of('11'))).body.answers[0]).toMatchObject({ verdict: 'refused', code: 'published', expected: '10' });
});
