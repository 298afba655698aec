import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { fillWithUsers } from '../../access/tests/made-up-country.js';
import type { MarkRecord } from '../domain/record.js';
import { takeRecords, type Taking } from '../store/take.js';
import { withdrawRecords } from '../store/withdraw.js';

let t: TestPlatform;
let school: string;
beforeAll(async () => {
  t = await testPlatform();
  school = (await fillWithUsers(t)).institutions[0]!;
});
afterAll(() => t.close());

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [JOURNAL, OTHER] = [id(901), id(902)];
const FIRST = new Date('2026-11-20T08:00:00Z');
const LATER = new Date('2026-11-21T08:00:00Z');

const by = (more: Partial<Taking> = {}): Taking => ({ institutionId: school, year: 2026, channel: 'service', journalId: JOURNAL, batchId: null, at: FIRST, by: 'test', reason: 'resent', ...more });
const byHand = (more: Partial<Taking> = {}) => by({ channel: 'manual', journalId: null, reason: 'entered-again', at: LATER, by: 'clerk', ...more });
const mark = (person: number, value: string, more: Partial<MarkRecord> = {}): MarkRecord => ({
  row: person, personId: id(person), membershipId: id(person), classId: null, period: 'S1', subjectId: 1, scale: 'TEN', value, ...more,
});
const take = (records: MarkRecord[], taking: Taking) => t.database.transaction((tx) => takeRecords(tx, { kind: 'mark', records }, taking));
const rows = async (text: string, values: unknown[] = []) => (await t.database.pool.query(text, values)).rows;
const now = async (person: number) => (await rows('select value, language, state, channel, journal_id from marks.mark where person_id = $1 and subject_id = 1', [id(person)]))[0];
const before = async (person: number) => (await rows(`select was->>'value' as value, reason, order_nr from marks.record_before where person_id = $1 order by superseded_at, id`, [id(person)]));

test('what is new is taken, what is the same changes nothing, what is other is corrected with the old value kept', async () => {
  expect(await take([mark(1, '7'), mark(2, '8', { language: 'en' })], by())).toEqual({ taken: 2, corrected: 0, unchanged: 0, clashes: [] });
  expect(await take([mark(1, '7'), mark(2, '9'), mark(3, '4')], by({ at: LATER }))).toEqual({ taken: 1, corrected: 1, unchanged: 1, clashes: [] });
  expect(await now(2)).toMatchObject({ value: '9', language: 'en' });
  expect(await before(1)).toEqual([]);
  expect(await before(2)).toEqual([{ value: '8', reason: 'resent', order_nr: '' }]);
  expect(await rows('select year from marks.standing_to_count where institution_id = $1', [school])).toEqual([{ year: 2026 }]);
});

test('another journal, and a journal after a person, may not correct: the row is told with what is there', async () => {
  await take([mark(11, '7')], by());
  const other = await take([mark(11, '5')], by({ journalId: OTHER }));
  expect(other).toMatchObject({ taken: 0, corrected: 0, clashes: [{ row: 11, value: '7', channel: 'service', journalId: JOURNAL }] });
  expect(await take([mark(11, '6', { reason: 'Pārskatīšanās' })], byHand({ orderNr: '12-p' }))).toMatchObject({ corrected: 1 });
  expect(await take([mark(11, '7')], by())).toMatchObject({ corrected: 0, clashes: [{ value: '6', channel: 'manual' }] });
  expect(await take([mark(11, '6')], by())).toMatchObject({ unchanged: 1, clashes: [] });
  expect(await before(11)).toEqual([{ value: '7', reason: 'Pārskatīšanās', order_nr: '12-p' }]);
});

test('a journal after a file, whose records are of no journal, may not correct either: no record is lost between taken and told', async () => {
  const file = by({ channel: 'file', journalId: null });
  await take([mark(13, '7'), mark(14, '8')], file);
  expect(await take([mark(13, '5'), mark(14, '8'), mark(15, '9')], by({ at: LATER }))).toEqual({
    taken: 1, corrected: 0, unchanged: 1, clashes: [expect.objectContaining({ row: 13, value: '7', channel: 'file', journalId: null }) as unknown],
  });
  expect(await take([mark(15, '4')], by({ ...file, at: LATER }))).toMatchObject({ corrected: 0, clashes: [{ row: 15, value: '9' }] });
  expect(await now(13)).toMatchObject({ value: '7', channel: 'file' });
});

test('another day of decision alone is no other record: the source’s own first day is filled in, its next one corrects, from elsewhere it says nothing', async () => {
  const on = (day: string) => [mark(12, '7', { decidedOn: day as never })];
  const day = async () => (await rows(`select decided_on::text as day from marks.mark where person_id = $1`, [id(12)]))[0]!.day as string | null;
  const same = { taken: 0, corrected: 0, unchanged: 1, clashes: [] };
  await take([mark(12, '7')], by());
  const file = by({ channel: 'file', journalId: null });
  expect([await take(on('2026-12-17'), file), await day()]).toEqual([same, null]);
  expect([await take(on('2026-12-18'), by()), await day(), await before(12)]).toEqual([same, '2026-12-18', []]);
  expect([await take(on('2026-12-17'), file), await take(on('2026-12-17'), by({ journalId: OTHER })), await day()]).toEqual([same, same, '2026-12-18']);
  expect(await take(on('2026-12-19'), by())).toMatchObject({ corrected: 1, clashes: [] });
  expect(await take(on('2026-12-20'), byHand())).toMatchObject({ corrected: 1 });
  expect(await day()).toBe('2026-12-20');
});

test('a person does not overwrite what somebody else entered after they looked, unless they decide so', async () => {
  await take([mark(21, '7')], byHand({ by: 'colleague' }));
  const looked = new Date('2026-11-20T12:00:00Z');
  expect(await take([mark(21, '4')], byHand({ seenAt: looked }))).toMatchObject({ corrected: 0, clashes: [{ value: '7', enteredBy: 'colleague' }] });
  expect(await take([mark(21, '4')], byHand({ seenAt: looked, by: 'colleague' }))).toMatchObject({ corrected: 1 });
  expect(await take([mark(21, '5')], byHand({ seenAt: looked, overrule: true }))).toMatchObject({ corrected: 1 });
});

test('a draft gives way without a trace and replaces nothing confirmed', async () => {
  await take([mark(31, '3')], byHand({ state: 'draft' }));
  expect(await take([mark(31, '5')], by())).toMatchObject({ corrected: 1 });
  expect(await before(31)).toEqual([]);
  expect(await take([mark(31, '6')], byHand({ state: 'draft' }))).toMatchObject({ corrected: 0, clashes: [{ value: '5' }] });
  expect(await now(31)).toMatchObject({ value: '5', state: 'confirmed', channel: 'service' });
});

test('a journal takes back its own record only; sent again, it is there again', async () => {
  await take([mark(41, '7')], by());
  const withdraw = (journalId: string) =>
    t.database.transaction((tx) => withdrawRecords(tx, 'mark', [{ row: 1, personId: id(41), item: 1, period: 'S1' }, { row: 2, personId: id(49), item: 1, period: 'S1' }], by({ journalId, reason: 'tobedeleted' })));
  expect(await withdraw(OTHER)).toEqual({ withdrawn: 0, rows: [] });
  expect(await withdraw(JOURNAL)).toEqual({ withdrawn: 1, rows: [1] });
  expect(await now(41)).toMatchObject({ value: '7', state: 'withdrawn' });
  expect(await take([mark(41, '7')], by())).toMatchObject({ corrected: 1 });
  expect(await now(41)).toMatchObject({ value: '7', state: 'confirmed' });
});

test('what a journal sent before it took a record back does not bring the record back; what it sends after does', async () => {
  await take([mark(42, '7')], by());
  await t.database.transaction((tx) => withdrawRecords(tx, 'mark', [{ row: 1, personId: id(42), item: 1, period: 'S1' }], by({ at: LATER, reason: 'taken-back' })));
  const batch = { batchId: id(90), at: LATER };
  expect(await take([mark(42, '8')], by({ ...batch, sentAt: FIRST }))).toEqual({ taken: 0, corrected: 0, unchanged: 1, clashes: [] });
  expect(await now(42)).toMatchObject({ value: '7', state: 'withdrawn' });
  expect(await take([mark(42, '8')], by({ ...batch, sentAt: LATER }))).toMatchObject({ corrected: 1 });
});

test('a file takes back what files brought and nothing that a person entered or a journal sent', async () => {
  const file = by({ channel: 'file', journalId: null });
  await take([mark(44, '7')], byHand());
  await take([mark(45, '7')], by());
  await take([mark(46, '7')], file);
  const withdraw = (taking: Taking) => t.database.transaction((tx) => withdrawRecords(tx, 'mark', [44, 45, 46].map((row) => ({ row, personId: id(row), item: 1, period: 'S1' })), taking));
  expect(await withdraw({ ...file, reason: 'taken-back' })).toEqual({ withdrawn: 1, rows: [46] });
  expect([(await now(44))?.state, (await now(45))?.state, (await now(46))?.state]).toEqual(['confirmed', 'confirmed', 'withdrawn']);
  expect(await withdraw(byHand({ reason: 'Cits skolēns' }))).toMatchObject({ withdrawn: 2 });
});

test('outcomes and absences go the same way', async () => {
  const outcome = { row: 1, personId: id(51), membershipId: id(51), classId: null, period: 'S1', outcomeId: 5, scale: 'STAP', value: 'A' };
  const absence = { row: 1, personId: id(51), membershipId: id(51), classId: null, period: 'M10', justifiedLessons: 4, unjustifiedLessons: 1 };
  await t.database.transaction(async (tx) => {
    expect(await takeRecords(tx, { kind: 'outcome', records: [outcome] }, by())).toMatchObject({ taken: 1 });
    expect(await takeRecords(tx, { kind: 'outcome', records: [{ ...outcome, value: 'P' }] }, by())).toMatchObject({ corrected: 1 });
    expect(await takeRecords(tx, { kind: 'absence', records: [absence] }, by())).toMatchObject({ taken: 1 });
    expect(await takeRecords(tx, { kind: 'absence', records: [{ ...absence, unjustifiedLessons: 0, justifiedLessons: 5 }] }, by())).toMatchObject({ corrected: 1 });
    expect(await takeRecords(tx, { kind: 'absence', records: [{ ...absence, justifiedLessons: 9 }] }, by({ journalId: OTHER }))).toMatchObject({ clashes: [{ value: '5 + 0' }] });
    expect(await withdrawRecords(tx, 'absence', [{ row: 1, personId: id(51), item: 0, period: 'M10' }], by())).toMatchObject({ withdrawn: 1 });
  });
  expect(await rows('select kind, item, was->>$2 as was from marks.record_before where person_id = $1 order by kind, superseded_at, id', [id(51), 'unjustified_lessons'])).toMatchObject([
    { kind: 'absence', item: 0, was: '1' }, { kind: 'absence', item: 0, was: '0' }, { kind: 'outcome', item: 5 },
  ]);
});

test('two transactions that bring the same record end with one', async () => {
  const results = await Promise.all([take([mark(61, '7')], by()), take([mark(61, '8')], by())]);
  expect(results.map(({ taken, corrected }) => [taken, corrected]).sort()).toEqual([[0, 1], [1, 0]]);
  expect(await rows('select count(*)::int as n from marks.mark where person_id = $1', [id(61)])).toEqual([{ n: 1 }]);
});

test('what a batch brought says once where it came from; what it was before a correction says it by itself, whoever corrects', async () => {
  const batch = (batchId: string, at: Date) => by({ batchId, sentAt: at, at });
  await take([mark(71, '7'), mark(72, '8')], batch(id(801), FIRST));
  const arrivals = () => rows('select a.channel, a.journal_id, a.batch_id, count(*)::int as marks from marks.mark m join marks.arrival a on a.id = m.arrival_id where m.person_id = any($1) group by a.id order by a.id', [[id(71), id(72)]]);
  expect(await arrivals()).toEqual([{ channel: 'service', journal_id: JOURNAL, batch_id: id(801), marks: 2 }]);
  expect(await rows('select channel, journal_id, batch_id, entered_at, entered_by from marks.mark where person_id = $1', [id(71)])).toEqual([{ channel: null, journal_id: null, batch_id: null, entered_at: null, entered_by: null }]);
  // The same again, and what another journal sends, changes nothing and leaves no arrival behind.
  await take([mark(71, '7')], batch(id(802), LATER));
  expect(await take([mark(71, '5')], { ...batch(id(803), LATER), journalId: OTHER })).toMatchObject({ clashes: [{ value: '7', channel: 'service', journalId: JOURNAL, enteredBy: 'test' }] });
  expect(await rows('select from marks.arrival where batch_id = any($1)', [[id(802), id(803)]])).toEqual([]);
  expect(await take([mark(71, '6')], batch(id(804), LATER))).toMatchObject({ corrected: 1 });
  expect(await take([mark(71, '9')], batch(id(802), LATER))).toMatchObject({ unchanged: 1, corrected: 0 });
  expect((await arrivals()).map((one) => [one.batch_id, one.marks])).toEqual([[id(801), 1], [id(804), 1]]);
  expect(await take([mark(71, '10')], byHand())).toMatchObject({ corrected: 1 });
  expect(await now(71)).toMatchObject({ value: '10', channel: 'manual', journal_id: null });
  const was = await rows(`select was->>'value' as value, was->>'channel' as channel, was->>'journal_id' as journal, was->>'batch_id' as batch, was->>'entered_by' as by, (was->>'entered_at')::timestamptz as at from marks.record_before where person_id = $1 order by id`, [id(71)]);
  const sent = { channel: 'service', journal: JOURNAL, by: 'test' };
  expect(was).toEqual([{ ...sent, value: '7', batch: id(801), at: FIRST }, { ...sent, value: '6', batch: id(804), at: LATER }]);
  await t.database.transaction((tx) => withdrawRecords(tx, 'mark', [{ row: 1, personId: id(72), item: 1, period: 'S1' }], by({ at: LATER })));
  expect(await now(72)).toMatchObject({ state: 'withdrawn', channel: 'service', journal_id: JOURNAL });
});
