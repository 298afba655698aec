import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeRecords } from '#modules/marks/public.js';
import { actorWith } from '#test/test-platform.js';
import { exportRoster } from '../actions/oneroster/export-roster.js';
import { readRoster } from '../permissions.js';
import { asDelta, type Dialect, entriesOf, manifestOf, packageOf, type Sheets, withValue } from './made-up-package.js';
import { byNumbers, everyPiece, journalPackage, type PackedSchool, uncorrected } from './oneroster-vendors.js';
import { A, REG_NRS, type SendingSchool, sendingSchool, YEAR } from './sending-school.js';
import { zipOf } from './zip-writer.js';

let s: SendingSchool;
let packed: PackedSchool;
let pupils: Awaited<ReturnType<SendingSchool['pupil']>>[];
beforeAll(async () => {
  s = await sendingSchool();
  const [five, two] = [await s.aClass('5.a', 5), await s.aClass('2.b', 2)];
  pupils = [await s.pupil(five), await s.pupil(five), await s.pupil(five), await s.pupil(two)];
  for (const [at, { id }] of pupils.entries()) await s.rows(`insert into education.learner_number (person_id, institution_id, number, recorded_at, recorded_by) values ($1, $2, $3, now(), 'test')`, [id, A, `IZ-2026-000${at + 1}`]);
  const [outcome] = await s.rows<{ code: string }>('select code from education.outcome where from_grade <= 2 and to_grade >= 2 order by id limit 1');
  packed = { regNr: REG_NRS[0], subjects: [{ id: await s.subject('Matemātika'), name: 'Matemātika' }], pupils: pupils.slice(0, 3), small: pupils[3]!, outcome: outcome! };
});
afterAll(() => s.t.close());

interface Sent {
  state: string;
  failure: string;
  report: { fit: boolean; dialect: string; findings: { code: string; file: string; row: number; column: string }[] } | null;
  troubles: { code: string; count: number; note: boolean; places: { file: string; row: number }[] }[];
  batches: string[];
}

/** Sends an archive as a machine does, with a real token, and asks what has become of it. */
async function post(archive: Buffer): Promise<Sent> {
  const form = new FormData();
  form.set('institution', REG_NRS[0]);
  form.set('package', new Blob([new Uint8Array(archive)], { type: 'application/zip' }), 'skola.zip');
  const answer = await s.call('/oneroster', { method: 'POST', body: form });
  expect(answer.status).toBe(202);
  const { id } = (await answer.json()) as { id: string };
  await s.t.runDueJobs();
  return (await (await s.call(`/oneroster/${id}`)).json()) as Sent;
}
const send = (sheets: Sheets, dialect: Dialect = {}, mode = 'bulk') => post(packageOf(sheets, { dialect, manifest: manifestOf(sheets, mode) }));

/** What the register holds of the made-up school, and away with it. */
async function taken(): Promise<readonly string[]> {
  const marks = await s.rows<{ person_id: string; period: string; value: string }>(`select person_id, period, value from marks.mark where institution_id = $1 and state = 'confirmed'`, [A]);
  const outcomes = await s.rows<{ person_id: string; period: string; value: string }>(`select person_id, period, value from marks.outcome_mark where institution_id = $1 and state = 'confirmed'`, [A]);
  await s.rows(`delete from marks.mark where institution_id = $1`, [A]);
  await s.rows(`delete from marks.outcome_mark where institution_id = $1`, [A]);
  return [...marks, ...outcomes].map(({ person_id: person, period, value }) => `${pupils.findIndex((one) => one.id === person)} ${period} ${value}`).toSorted();
}
const ALL = ['0 S1 9', '1 S1 nv', '2 S1 atb', '3 S1 A'];

test('scenario 17.10: a line item on the school year is rejected with file, row and field; a semester is accepted; score 11 is rejected; “not submitted” is nv', async () => {
  const rejected = await send(withValue(journalPackage(packed), 'lineItems', 2, 'academicSessionSourcedId', 'gads-2027'));
  expect(rejected).toMatchObject({ state: 'refused', batches: [], report: { fit: false, findings: [{ code: 'line-item-in-school-year', file: 'lineItems.csv', row: 2, column: 'academicSessionSourcedId' }] } });
  expect(await taken()).toEqual([]);
  const eleven = await send(withValue(journalPackage(packed), 'results', 2, 'score', '11'));
  expect(eleven.report!.findings).toMatchObject([{ code: 'score-out-of-range', file: 'results.csv', row: 2, column: 'score' }]);
  expect(eleven.troubles).toMatchObject([{ code: 'faulty-row', places: [{ file: 'results.csv', row: 2 }] }]);
  expect(await taken()).toEqual(ALL.slice(1));
  expect(await send(journalPackage(packed))).toMatchObject({ state: 'sent', troubles: [], report: { fit: true, findings: [] } });
  expect(await taken()).toEqual(ALL);
});

test.each<[string, () => Sheets, Dialect, string]>([
  ['a vendor with a byte order mark, CRLF, quotes everywhere, the header of the first 1.2 and columns of its own', () => uncorrected(journalPackage(packed)), { bom: true, lineEnd: '\r\n', quoteAll: true }, '1.2'],
  ['a vendor without a last line end that knows pupils by numbers, subjects by class codes and letters as numbers of a scale', () => byNumbers(journalPackage(packed)), { lastLineEnd: false }, '1.2.1'],
  ['a vendor that sends every piece of work and subject classes alone', () => everyPiece(journalPackage(packed)), {}, '1.2.1'],
])('%s is understood', async (_vendor, sheets, dialect, version) => {
  const answer = await send(sheets(), dialect);
  expect(answer).toMatchObject({ state: 'sent', report: { dialect: version, findings: [] } });
  expect(answer.troubles.filter((one) => !one.note)).toEqual([]);
  expect(await taken()).toEqual(ALL);
});

test('our own export sent back changes nothing, though it names days that the register does not have', async () => {
  const [maths] = packed.subjects;
  const [outcome] = await s.rows<{ id: number; subject_id: number }>('select id, subject_id from education.outcome where code = $1', [packed.outcome.code]);
  const [five, two] = await s.rows<{ id: string }>(`select id from education.class where institution_id = $1 and title in ('5.a', '2.b') order by grade desc`, [A]);
  await s.rows('insert into education.class_subject (class_id, subject_id) values ($1, $2), ($3, $4) on conflict do nothing', [five!.id, maths!.id, two!.id, outcome!.subject_id]);
  const taking = { institutionId: A, year: YEAR, channel: 'manual', journalId: null, batchId: null, at: new Date('2026-12-18T10:00:00Z'), by: 'test', reason: 'entered-again' } as const;
  const of = (at: number, classId: string) => ({ row: at, personId: pupils[at]!.id, membershipId: pupils[at]!.membershipId, classId, period: 'S1' });
  await s.t.database.transaction(async (tx) => {
    await takeRecords(tx, { kind: 'mark', records: ['7', 'nv', 'atb'].map((value, at) => ({ ...of(at, five!.id), scale: 'TEN', value, subjectId: maths!.id })) }, taking);
    await takeRecords(tx, { kind: 'outcome', records: [{ ...of(3, two!.id), scale: 'STAP', value: 'A', outcomeId: outcome!.id }] }, taking);
  });
  const clerk = actorWith([readRoster], { everywhere: false, institutionIds: [A] });
  const answer = await post(await buffer((await s.t.perform(exportRoster, { regNr: REG_NRS[0], year: String(YEAR) }, clerk, 'own-pupils')).content));
  expect(answer).toMatchObject({ state: 'sent', troubles: [], report: { findings: [] } });
  const batches = await Promise.all(answer.batches.map(async (id) => (await (await s.call(`/batches/${id}`)).json()) as object));
  expect(batches).toMatchObject([{ taken: 0, corrected: 0, unchanged: 3, refused: 0, waiting: 0 }, { taken: 0, corrected: 0, unchanged: 1, refused: 0, waiting: 0 }]);
  expect(await taken()).toEqual(['0 S1 7', '1 S1 nv', '2 S1 atb', '3 S1 A']);
});

test('a post-examination is told by its category, in the session of the year', async () => {
  const sheets = journalPackage(packed);
  const more = { ...sheets, 'categories.csv': [...sheets['categories.csv']!, ['pec', '', '', 'Pēcpārbaudījums', '']] };
  const changed = withValue(withValue(withValue(more, 'lineItems', 2, 'academicSessionSourcedId', 'g'), 'lineItems', 2, 'categorySourcedId', 'pec'), 'results', 2, 'scoreDate', '2027-01-15');
  expect(await send(changed)).toMatchObject({ state: 'sent', troubles: [] });
  expect(await taken()).toEqual(['0 POST 9', '1 POST nv', '2 POST atb', '3 S1 A']);
});

test('changes by deltas of a streamed archive meet what came before; the same package twice changes nothing', async () => {
  await send(journalPackage(packed));
  const sheets = journalPackage(packed);
  const delta = asDelta({ 'results.csv': [sheets['results.csv']![0]!, sheets['results.csv']![1]!.with(6, '10')] });
  const streamed = zipOf(entriesOf({ 'manifest.csv': manifestOf(delta, 'delta'), ...delta }).map((entry) => ({ ...entry, streamed: true })));
  expect(await post(streamed)).toMatchObject({ state: 'sent', troubles: [] });
  const again = await post(streamed);
  expect((await (await s.call(`/batches/${again.batches[0]!}`)).json()) as object).toMatchObject({ taken: 0, corrected: 0, unchanged: 1 });
  expect(await taken()).toEqual(['0 S1 10', ...ALL.slice(1)]);
});

test.each<[string, () => Buffer, string]>([
  ['files in a folder', () => zipOf(entriesOf({ 'manifest.csv': manifestOf(journalPackage(packed)), ...journalPackage(packed) }).map((entry) => ({ ...entry, name: `skola/${entry.name}` }))), 'file-in-folder'],
  ['columns in another order', () => packageOf({ ...journalPackage(packed), 'orgs.csv': journalPackage(packed)['orgs.csv']!.map((row) => [...row.slice(0, 3), row[4]!, row[3]!, ...row.slice(5)]) }), 'header-order'],
  ['a pupil who is not in the class', () => packageOf(withValue(journalPackage(packed), 'results', 2, 'studentSourcedId', 'u4')), 'student-not-enrolled'],
])('%s: told with the file', async (_what, archive, code) => {
  const answer = await post(archive());
  expect(answer.report!.findings.map((one) => one.code)).toContain(code);
  expect(answer.state).toBe(code === 'student-not-enrolled' ? 'sent' : 'refused');
  expect(await taken()).toEqual(code === 'student-not-enrolled' ? ALL.slice(1) : []);
});

test('a package of version 1.1 and one that is no archive are refused with a sentence', async () => {
  const of11 = packageOf(journalPackage(packed), { manifest: manifestOf(journalPackage(packed), 'bulk', { 'oneroster.version': '1.1' }) });
  expect(await post(of11)).toMatchObject({ state: 'refused', failure: expect.stringContaining('1.1') as string, report: null });
  expect(await post(Buffer.from('sveiki'))).toMatchObject({ state: 'refused', failure: expect.stringContaining('ZIP') as string });
});

test('another machine learns nothing of a package', async () => {
  const { token } = await s.journal('svess', [A]);
  const form = new FormData();
  form.set('institution', REG_NRS[0]);
  form.set('package', new Blob([new Uint8Array(packageOf(journalPackage(packed)))]), 'x.zip');
  form.set('only', 'check');
  const { id } = (await (await s.call('/oneroster', { method: 'POST', body: form })).json()) as { id: string };
  await s.t.runDueJobs();
  expect((await s.call(`/oneroster/${id}`, {}, token)).status).toBe(404);
  expect((await (await s.call(`/oneroster/${id}`)).json()) as object).toMatchObject({ state: 'ready', batches: [], tried: [{ kind: 'mark', rows: 3 }, { kind: 'outcome', rows: 1 }] });
  expect(await taken()).toEqual([]);
});
