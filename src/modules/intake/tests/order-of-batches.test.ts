import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '#platform/actions/actor.js';
import { LIMITS } from '../domain/limits.js';
import { giveUpBatch } from '../actions/work-next-part.js';
import { workBatches } from '../jobs/work-batches.js';
import { findOldestUnfinished, lockUnfinished } from '../store/batches.js';
import { retryWaiting } from '../actions/retry-waiting.js';
import { A, type Pupil, sendingSchool, type SendingSchool } from './sending-school.js';

let s: SendingSchool;
let fifth: string;
let maths: number;
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  maths = await s.subject('Matemātika');
});
afterAll(() => s.t.close());

const system = systemActor('intake.work-batches');
const row = (pupil: Pupil, more: object = {}) => ({ record: `r-${pupil.code}`, pupil: pupil.code, class: '5.a', subjectId: maths, period: 'S1', value: '7', ...more });
const valueOf = async ({ id }: Pupil) => (await s.rows<{ value: string; state: string }>('select value, state from marks.mark where person_id = $1', [id]))[0];
const batch = async (id: string) => (await s.rows('select state, taken, corrected, refused from intake.batch where id = $1', [id]))[0];

/** A batch too large to be answered at once: what matters, and one pupil's mark over and over. */
async function upload(key: string, rows: readonly object[], filling: Pupil): Promise<string> {
  const all = [...rows, ...Array.from({ length: LIMITS.rowsAtOnce }, () => row(filling))];
  const answer = await s.sendLines({}, all.map((one) => JSON.stringify(one)).join('\n'), key);
  expect(answer).toMatchObject({ state: 'received' });
  return answer.id;
}

test('a row that waited for a name does not undo what its journal sent after it', async () => {
  const pupil = await s.pupil(fifth);
  expect(await s.send({}, [row(pupil, { subjectId: undefined, subject: 'Matem.', value: '5' })])).toMatchObject({ waiting: 1 });
  expect(await s.send({}, [row(pupil, { value: '7' })])).toMatchObject({ taken: 1 });
  await s.rows(`insert into intake.subject_alias (institution_id, journal_id, name, name_key, subject_id, confirmed_at, confirmed_by) values ($1, $2, 'Matem.', 'matem', $3, now(), 'test')`, [A, s.journalId, maths]);
  expect(await s.t.perform(retryWaiting, { institutionId: A }, system)).toMatchObject({ rows: 1, taken: 1, notTaken: 0 });
  expect(await valueOf(pupil)).toEqual({ value: '7', state: 'confirmed' });
});

test('what a journal sends while its large batch is still worked off stays, whatever the batch says later', async () => {
  const [fixed, other] = [await s.pupil(fifth), await s.pupil(fifth)];
  const large = await upload('large', [row(fixed, { value: '4' })], other);
  expect(await s.send({}, [row(fixed, { value: '9' })])).toMatchObject({ taken: 1 });
  await s.t.runDueJobs();
  expect(await batch(large)).toEqual({ state: 'done', taken: 1, corrected: 0, refused: 0 });
  expect(await valueOf(fixed)).toMatchObject({ value: '9' });
});

test('no batch is begun while another process is at an older one, and only the one that failed is given up', async () => {
  const [pupil, other] = [await s.pupil(fifth), await s.pupil(fifth)];
  const [older, younger] = [await upload('older', [row(pupil, { value: '4' })], other), await upload('younger', [row(pupil, { value: '6' })], other)];
  await s.t.database.transaction(async (tx) => {
    expect((await lockUnfinished(tx, older))?.id).toBe(older);
    expect(await findOldestUnfinished(s.t.database.primary, A)).toBe(older);
    await workBatches.run({ platform: s.t.platform, now: s.t.platform.clock.now() }, { institutionId: A });
    await s.t.perform(giveUpBatch, { batchId: older, code: 'broken' }, system);
  });
  expect([await batch(older), await batch(younger)]).toMatchObject([{ state: 'received' }, { state: 'received' }]);
  await s.t.perform(giveUpBatch, { batchId: older, code: 'broken' }, system);
  await s.t.runDueJobs();
  expect([await batch(older), await batch(younger)]).toMatchObject([{ state: 'failed' }, { state: 'done' }]);
  expect(await valueOf(pupil)).toMatchObject({ value: '6' });
});
