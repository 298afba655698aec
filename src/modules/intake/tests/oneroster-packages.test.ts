import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { askPackage, dropPackage, releasePackage, sendPackageByMachine, takePackage, viewPackage } from '../actions/oneroster/packages.js';
import { expireForgottenPackages } from '../jobs/expire-packages.js';
import { send } from '../permissions.js';
import { asDelta, type Dialect, manifestOf, packageOf, type Sheets, withValue } from './made-up-package.js';
import { type OneRosterSchool, oneRosterSchool, YEAR } from './oneroster-school.js';
import { aJournal, journalPackage } from './oneroster-vendors.js';

let s: OneRosterSchool;
let machine: ReturnType<typeof actorWith>;
beforeAll(async () => {
  s = await oneRosterSchool();
  machine = { ...actorWith([send]), kind: 'machine', id: await aJournal(s, 'zalais') };
});
afterAll(() => s.t.close());

const upload = (content: Buffer) => ({ name: 'skola.zip', type: 'application/zip', content });
const package_ = (sheets: Sheets, dialect: Dialect = {}, mode = 'bulk') => upload(packageOf(sheets, { dialect, manifest: manifestOf(sheets, mode) }));

/** Sends a package as the machine and waits for what becomes of it. */
async function sent(content: ReturnType<typeof upload>) {
  const { id } = await s.t.perform(sendPackageByMachine, { institution: s.regNr, package: content }, machine);
  await s.t.runDueJobs();
  return s.t.perform(askPackage, { id }, machine);
}

const kept = () => s.rows('select id from intake.oneroster_package where content is not null');

const marks = () =>
  s.rows<{ person_id: string; subject_id: number; period: string; value: string; state: string }>(
    'select person_id, subject_id, period, value, state from marks.mark where institution_id = $1 order by period, person_id, subject_id', [s.institutionId],
  );
const valueOf = async (at: number, period: string, subject = 0) => (await marks()).find((one) => one.person_id === s.pupils[at]!.id && one.period === period && one.subject_id === s.subjects[subject]!.id);

test('a line item on the school year is refused with file, row and field; with a semester it is accepted', async () => {
  const refused = await sent(package_(withValue(journalPackage(s), 'lineItems', 2, 'academicSessionSourcedId', 'gads-2027')));
  expect(refused).toMatchObject({ state: 'refused', batchIds: [] });
  expect(refused.report!.findings).toMatchObject([{ code: 'line-item-in-school-year', file: 'lineItems.csv', row: 2, column: 'academicSessionSourcedId' }]);
  expect(await marks()).toEqual([]);
  const taken = await sent(package_(journalPackage(s)));
  expect(taken).toMatchObject({ state: 'sent', outlook: { troubles: [] } });
  expect(await valueOf(0, 'S1')).toMatchObject({ value: '9', state: 'confirmed' });
});

test('a mark not given is stored as nv, an exempt pupil as atb, an assessed outcome with its letter', async () => {
  expect([(await valueOf(1, 'S1'))?.value, (await valueOf(2, 'S1'))?.value]).toEqual(['nv', 'atb']);
  expect(await s.rows('select outcome_id, value, period, year from marks.outcome_mark where person_id = $1', [s.small.id])).toEqual([{ outcome_id: s.outcome.id, value: 'A', period: 'S1', year: YEAR }]);
});

test('a score out of range is left out with its row and field, and the others are taken', async () => {
  const changed = withValue(withValue(journalPackage(s), 'results', 2, 'score', '11'), 'results', 3, 'score', '7');
  const answer = await sent(package_(withValue(withValue(changed, 'results', 3, 'scoreStatus', 'fully graded'), 'results', 3, 'textScore', '')));
  expect(answer).toMatchObject({ state: 'sent', outlook: { troubles: [{ code: 'faulty-row', count: 1, places: [{ file: 'results.csv', row: 2 }] }] } });
  expect(answer.report!.findings).toMatchObject([{ code: 'score-out-of-range', file: 'results.csv', row: 2, column: 'score', actual: '11' }]);
  expect([(await valueOf(0, 'S1'))?.value, (await valueOf(1, 'S1'))?.value]).toEqual(['9', '7']);
});

test('a chain of deltas: a correction without the rosters, then a result taken back', async () => {
  const { 'results.csv': [header, ...rows] } = journalPackage(s) as { 'results.csv': string[][] };
  const corrected = { 'results.csv': [header!, rows[0]!.with(6, '10')] };
  const answer = await sent(package_(asDelta(corrected), {}, 'delta'));
  expect(answer).toMatchObject({ state: 'sent', outlook: { troubles: [] } });
  expect((await valueOf(0, 'S1'))?.value).toBe('10');
  const gone = { 'results.csv': [header!, [rows[0]![0]!, 'tobedeleted', '2027-01-11T08:00:00.000Z', ...rows[0]!.slice(3).map(() => '')]] };
  expect(await sent(package_(gone, {}, 'delta'))).toMatchObject({ state: 'sent', withdrawn: 1 });
  expect(await valueOf(0, 'S1')).toMatchObject({ value: '10', state: 'withdrawn' });
  expect(await s.rows(`select reason, was ->> 'value' as value from marks.record_before where person_id = $1 order by id`, [s.pupils[0]!.id])).toEqual([{ reason: 'resent', value: '9' }, { reason: 'taken-back', value: '10' }]);
});

test('a delta that names what was never sent is told so, and nothing is guessed', async () => {
  const { 'results.csv': [header, first] } = journalPackage(s) as { 'results.csv': string[][] };
  const stray = { 'results.csv': [header!, first!.with(0, 'cits').with(3, 'nezinams')] };
  expect(await sent(package_(asDelta(stray), {}, 'delta'))).toMatchObject({ state: 'sent', outlook: { troubles: [{ code: 'record-unknown', count: 1, places: [{ file: 'results.csv', row: 2 }] }] } });
});

test('a school’s upload is tried first: what it would do and how it differs from the register is shown, and sent only when told', async () => {
  const sheets = withValue(withValue(journalPackage(s), 'users', 3, 'userIds', '{personasKods:45051999999}'), 'enrollments', 2, 'classSourcedId', 'k2b');
  const { id } = await s.t.perform(takePackage, { regNr: s.regNr, package: package_(sheets) }, s.clerk);
  const before = await marks();
  await s.t.runDueJobs();
  const { found, names } = await s.t.perform(viewPackage, { id }, s.clerk, 'own-pupils');
  expect(found).toMatchObject({ state: 'ready', outlook: { differences: { notEnrolled: ['u2'], notSent: [s.pupils[1]!.id], otherClass: [{ personId: s.pupils[0]!.id, theirs: '2b', ours: '5.a' }] } } });
  expect([...names.keys()].toSorted()).toEqual([s.pupils[0]!.id, s.pupils[1]!.id].toSorted());
  expect(await marks()).toEqual(before);
  expect(await kept()).toEqual([{ id }]);
  await s.t.perform(releasePackage, { id }, s.clerk);
  await s.t.runDueJobs();
  expect(await kept()).toEqual([]);
  expect((await s.t.perform(viewPackage, { id }, s.clerk, 'own-pupils')).found.state).toBe('sent');
  await expect(s.t.perform(releasePackage, { id }, s.clerk)).rejects.toMatchObject({ code: 'package-not-ready' });
});

test('the archive is kept no longer than until it is sent, refused or dropped', async () => {
  const { id } = await s.t.perform(takePackage, { regNr: s.regNr, package: package_(journalPackage(s)) }, s.clerk);
  await s.t.runDueJobs();
  expect(await kept()).toEqual([{ id }]);
  await s.t.perform(dropPackage, { id }, s.clerk);
  expect(await kept()).toEqual([]);
  expect((await s.rows<{ state: string }>('select distinct state from intake.oneroster_package order by state')).map(({ state }) => state)).toEqual(['dropped', 'refused', 'sent']);
  expect(await s.rows('select from platform.file')).toEqual([]);
});

test('a package that cannot be read, and one for a school that has not confirmed the e-journal, are refused', async () => {
  expect(await sent(upload(Buffer.from('sveiki')))).toMatchObject({ state: 'refused', failure: expect.stringContaining('ZIP') as string });
  await expect(s.t.perform(sendPackageByMachine, { institution: s.regNrs[1], package: package_(journalPackage(s)) }, machine)).rejects.toMatchObject({ code: 'VI-103', facts: { cause: 'confirmation' } });
});

test('a package is not sent once the school has ended its confirmation', async () => {
  const before = await marks();
  const { id } = await s.t.perform(sendPackageByMachine, { institution: s.regNr, package: package_(withValue(journalPackage(s), 'results', 2, 'score', '4')) }, machine);
  await s.rows(`update intake.oneroster_package set state = 'sending' where id = $1`, [id]);
  const ends = (day: string | null) => s.rows('update intake.journal_school set valid_to = $1 where institution_id = $2', [day, s.institutionId]);
  await ends(s.t.platform.clock.today());
  await s.t.runDueJobs();
  expect(await s.t.perform(askPackage, { id }, machine)).toMatchObject({ state: 'refused', failure: expect.stringContaining('citam laikam') as string, batchIds: [] });
  expect(await marks()).toEqual(before);
  await ends(null);
});

test('results of another school’s classes are counted and left', async () => {
  const other = withValue(journalPackage(s), 'orgs', 2, 'identifier', s.regNrs[1]!);
  expect(await sent(package_(other))).toMatchObject({ state: 'sent', batchIds: [], outlook: { tries: [], troubles: [{ code: 'other-school', count: 4 }, { code: 'result-unknown', count: 1 }] } });
});

/** Uploads a package of a program's, releases it and tells what came of it. */
async function uploaded(sheets: Sheets, mode: string, program = 'Izdomātais žurnāls', said = '') {
  const content = upload(packageOf(sheets, { manifest: manifestOf(sheets, mode, { 'source.systemName': program }) }));
  const { id } = await s.t.perform(takePackage, { regNr: s.regNr, package: content, program: said }, s.clerk);
  await s.t.runDueJobs();
  await s.t.perform(releasePackage, { id }, s.clerk);
  await s.t.runDueJobs();
  return (await s.t.perform(viewPackage, { id }, s.clerk, 'own-pupils')).found;
}

test('a row that takes back without an identifier, or is faulty, takes nothing back; an upload takes back what its own program brought, beside what was entered', async () => {
  const [, other] = s.subjects;
  const sheets = journalPackage({ ...s, subjects: [other!] });
  const [header, first] = sheets['results.csv']!;
  const back = (id: string, at = '2027-01-11T08:00:00.000Z'): Sheets => ({ 'results.csv': [header!, [id, 'tobedeleted', at, ...first!.slice(3).map(() => '')]] });
  await s.mark(s.pupils[0]!, other!.id, 'YEAR', '5');
  expect(await uploaded(sheets, 'bulk')).toMatchObject({ state: 'sent' });
  const before = await marks();
  expect(before.filter((one) => one.subject_id === other!.id).length).toBeGreaterThan(1);
  for (const faulty of [back(''), back('m1', 'vakar')]) {
    expect(await uploaded(faulty, 'delta')).toMatchObject({ state: 'sent', withdrawn: 0, outlook: { withdrawn: 0, troubles: [{ code: 'faulty-row', count: 1, places: [{ file: 'results.csv', row: 2 }] }] } });
  }
  expect(await uploaded(back('m1'), 'delta', 'Cita programma')).toMatchObject({ state: 'sent', withdrawn: 0 });
  expect(await marks()).toEqual(before);
  expect(await uploaded(back('m1'), 'delta')).toMatchObject({ state: 'sent', withdrawn: 1 });
  expect(await valueOf(0, 'S1', 1)).toMatchObject({ state: 'withdrawn' });
  expect(await valueOf(0, 'YEAR', 1)).toMatchObject({ value: '5', state: 'confirmed' });
});

test('an upload that names no program meets nothing of another; what its uploader says counts as its own, and what the package says goes before', async () => {
  const english = journalPackage({ ...s, subjects: [s.subjects[1]!] });
  const [header, first] = english['results.csv']!;
  const back: Sheets = { 'results.csv': [header!, [first![0]!, 'tobedeleted', '2027-01-11T08:00:00.000Z', ...first!.slice(3).map(() => '')]] };
  expect(await uploaded(english, 'bulk', '')).toMatchObject({ state: 'sent' });
  expect(await uploaded(english, 'bulk', '', 'Skolas tabulas')).toMatchObject({ state: 'sent' });
  const before = await marks();
  const sources = (await s.rows<{ source: string }>(`select distinct source from intake.oneroster_record where source like 'upload%'`)).map(({ source }) => source);
  expect(sources).toContain('upload Skolas tabulas');
  expect(sources).not.toContain('upload');
  expect(await uploaded(back, 'delta', '')).toMatchObject({ state: 'sent', withdrawn: 0, outlook: { withdrawn: 0, troubles: [{ code: 'program-unnamed', count: 1, places: [{ file: 'results.csv', row: 2 }] }] } });
  const correcting = asDelta({ 'results.csv': [header!, first!] });
  expect(await uploaded(correcting, 'delta', '')).toMatchObject({ outlook: { troubles: [{ code: 'record-unknown', count: 1 }] } });
  expect(await uploaded(correcting, 'delta', '', 'Skolas tabulas')).toMatchObject({ outlook: { troubles: [] } });
  expect(await uploaded(correcting, 'delta', 'Pavisam cita', 'Skolas tabulas')).toMatchObject({ outlook: { troubles: [{ code: 'record-unknown' }] } });
  expect(await marks()).toEqual(before);
});

test('a package that nobody confirms in time gives its archive back; until then its page says when', async () => {
  const { id } = await s.t.perform(takePackage, { regNr: s.regNr, package: package_(journalPackage(s)) }, s.clerk);
  await s.t.runDueJobs();
  expect(await s.t.perform(viewPackage, { id }, s.clerk, 'own-pupils')).toMatchObject({ found: { state: 'ready' }, expiresOn: '2027-02-11' });
  const expire = () => expireForgottenPackages.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, {});
  await s.rows(`update intake.oneroster_package set checked_at = '2026-12-13T22:30:00Z' where id = $1`, [id]);
  await expire();
  expect(await kept()).toEqual([{ id }]);
  await s.rows(`update intake.oneroster_package set checked_at = '2026-12-12T22:30:00Z' where id = $1`, [id]);
  await expire();
  expect(await kept()).toEqual([]);
  expect(await s.t.perform(viewPackage, { id }, s.clerk, 'own-pupils')).toMatchObject({ found: { state: 'expired', report: { errors: 0 } }, expiresOn: null });
  await expect(s.t.perform(releasePackage, { id }, s.clerk)).rejects.toMatchObject({ code: 'package-not-ready' });
});

test('what was sent of a period that has closed stays, and the package says so', async () => {
  const { 'results.csv': [header, first] } = journalPackage(s) as { 'results.csv': string[][] };
  await sent(package_(journalPackage(s)));
  const before = await marks();
  await s.rows(`update education.deadline set corrections_until = '2027-01-11' where year = 2026 and matter = 'S1' and superseded_at is null`);
  const gone = { 'results.csv': [header!, [first![0]!, 'tobedeleted', '2027-01-11T08:00:00.000Z', ...first!.slice(3).map(() => '')]] };
  expect(await sent(package_(gone, {}, 'delta'))).toMatchObject({ state: 'sent', withdrawn: 0, outlook: { withdrawn: 0, troubles: [{ code: 'period-closed', count: 1, places: [{ file: 'results.csv', row: 2 }] }] } });
  expect(await marks()).toEqual(before);
});

test('a package that one person uploads and another releases is sent by who released it', async () => {
  const head = { ...s.clerk, id: '00000000-0000-7000-8000-000000000002', name: 'Direktore' };
  const { id } = await s.t.perform(takePackage, { regNr: s.regNr, package: package_(journalPackage({ ...s, subjects: [s.subjects[1]!] })) }, s.clerk);
  await s.t.runDueJobs();
  await s.t.perform(releasePackage, { id }, head);
  await s.t.runDueJobs();
  const [sentBy] = await s.rows<{ received_by: string; sent_by: string; batch_ids: string[] }>('select received_by, sent_by, batch_ids from intake.oneroster_package where id = $1', [id]);
  expect(sentBy).toMatchObject({ received_by: s.clerk.id, sent_by: head.id });
  expect(await s.rows('select distinct received_by from intake.batch where id = any($1::uuid[])', [sentBy!.batch_ids])).toEqual([{ received_by: head.id }]);
});
