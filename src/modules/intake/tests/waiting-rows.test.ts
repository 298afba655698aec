import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorWith } from '#test/test-platform.js';
import { keepPupils } from '../../education/permissions.js';
import { matchClass } from '../actions/map-classes.js';
import { matchSubject } from '../actions/map-subjects.js';
import { retryHere } from '../actions/retry-here.js';
import { mapNames } from '../permissions.js';
import { A, type Pupil, REG_NRS, sendingSchool, type SendingSchool, YEAR } from './sending-school.js';

let s: SendingSchool;
let fifth: string;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
});
beforeEach(() => s.rows('delete from intake.subject_alias'));
afterAll(() => s.t.close());

const head = actorWith([mapNames, keepPupils], { everywhere: false, institutionIds: [A] });
const regNr = REG_NRS[0];
const row = (pupil: Pupil, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, class: '5.a', subjectId: maths, period: 'S1', value: '7', ...more });
const match = (name: string) => s.t.perform(matchSubject, { regNr, journal: s.journalId, name, subject: String(maths), sure: 'yes' }, head);
const isRecorded = async ({ id }: Pupil) => (await s.rows('select from marks.mark where person_id = $1', [id])).length === 1;

/** So many rows of the same name as one go looks at, all older than what is sent after them. */
const fill = (name: string) =>
  s.rows(
    `with b as (
      insert into intake.batch (journal_id, institution_id, year, kind, channel, format, idempotency_key, content_sha256, is_dry_run, is_sandbox, state, row_count, waiting, received_at, received_by, worked_at, done_at)
      values ($1, $2, $3, 'mark', 'service', 'json', 'fill ' || $4, '', false, false, 'done', 50000, 50000, now(), 'test', now(), now()) returning id)
    insert into intake.answer (batch_id, row, code, state, field, found, expected, nearest, sent)
      select b.id, n, 'VI-101', 'waiting', 'subject', $4, '{"lv": "", "en": ""}', '[]', jsonb_build_object('pupil', '45059999999', 'class', '5.a', 'subject', $4::text, 'period', 'S1', 'value', '7') from b, generate_series(1, 50000) n`,
    [s.journalId, A, YEAR, name],
  );

test('a name that is confirmed brings in its rows, however many older ones wait for other names', async () => {
  await fill('Daudzi');
  const pupil = await s.pupil(fifth);
  expect(await s.send({}, [row(pupil, { subjectId: undefined, subject: 'MATEM.' })])).toMatchObject({ waiting: 1 });
  expect((await match('matem')).retried).toMatchObject({ rows: 1, taken: 1, next: null });
  expect(await isRecorded(pupil)).toBe(true);
});

test('looking at all of them again, what is too much for one go is done in the background', async () => {
  const nameless = await s.aClass('5.y', 5);
  const pupil = await s.pupil(nameless);
  expect(await s.send({}, [row(pupil, { class: '5.z' })])).toMatchObject({ waiting: 1 });
  await s.rows(`update education.class set title = '5.z', title_key = '5Z' where id = $1`, [nameless]);
  const { retried } = await s.t.perform(retryHere, { regNr }, head);
  expect(retried).toMatchObject({ rows: 50_000, taken: 0, next: { row: 50_000 } });
  expect(await isRecorded(pupil)).toBe(false);
  await s.t.runDueJobs();
  expect(await isRecorded(pupil)).toBe(true);
});

test('a row that waits for the same name a second time is on the desk again, and taken when it is confirmed again', async () => {
  const pupil = await s.pupil(fifth);
  const { id } = await s.send({}, [row(pupil, { subjectId: undefined, subject: 'Rēķini', class: '5.q' })]);
  const answers = () => s.rows('select code, state from intake.answer where batch_id = $1 order by code', [id]);
  expect(await answers()).toEqual([{ code: 'VI-101', state: 'waiting' }]);
  await match('Rēķini');
  expect(await answers()).toEqual([{ code: 'VI-101', state: 'settled' }, { code: 'VI-102', state: 'waiting' }]);
  await s.rows('delete from intake.subject_alias');
  await s.t.perform(matchClass, { regNr, year: YEAR, name: '5.q', class: fifth }, head);
  expect(await answers()).toEqual([{ code: 'VI-101', state: 'waiting' }, { code: 'VI-102', state: 'settled' }]);
  await match('Rēķini');
  expect(await isRecorded(pupil)).toBe(true);
  expect(await s.rows('select waiting, taken from intake.batch where id = $1', [id])).toEqual([{ waiting: 0, taken: 1 }]);
});
