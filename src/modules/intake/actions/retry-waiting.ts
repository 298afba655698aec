import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { lockWaiting, settleAnswers, WaitingPosition, type WaitingRow } from '../store/answers.js';
import { type Counts, findBatch, recountBatch } from '../store/batches.js';
import { workRows } from './work-rows.js';

/** What came of rows that waited. */
export interface Retried {
  readonly batches: number;
  /** Rows looked at again. */
  readonly rows: number;
  /** Rows that are in the register now. */
  readonly taken: number;
  /** Rows that no longer wait and are not in the register: something else is wrong with them. */
  readonly notTaken: number;
  /** After which row to go on, where more wait than one go looks at. */
  readonly next: WaitingPosition | null;
  readonly persons: readonly string[];
}

/** So many rows are looked at in one go, in a second or two. */
const AT_ONCE = 50_000;

/**
 * Looks again at rows of an institution that wait: those that are understood now are taken as if they had come from their journal when they were sent,
 * the others go on waiting. Sending the same batch again then changes nothing.
 */
export async function retryWaitingOf(context: WriteContext, institutionId: string, { concerns = sql`true`, after = null }: { concerns?: Sql; after?: WaitingPosition | null } = {}): Promise<Retried> {
  const waiting = await lockWaiting(context.tx, institutionId, concerns, after, AT_ONCE);
  const byBatch = Map.groupBy(waiting, ({ batchId }) => batchId);
  const persons: string[] = [];
  let taken = 0;
  let notTaken = 0;
  for (const [id, rows] of byBatch) {
    const done = await retryBatch(context, id, rows);
    persons.push(...done.persons);
    const recorded = done.counts.taken + done.counts.corrected + done.counts.unchanged;
    taken += recorded;
    notTaken += done.settled - recorded;
  }
  const last = waiting.length === AT_ONCE ? waiting.at(-1)! : null;
  return { batches: byBatch.size, rows: waiting.length, taken, notTaken, next: last && { batchId: last.batchId, row: last.row }, persons };
}

/** Rows that still wait for the same keep their answers; of the others what is said now is added. */
async function retryBatch({ tx, actor, now, today }: WriteContext, id: string, rows: readonly WaitingRow[]): Promise<{ counts: Counts; settled: number; persons: readonly string[] }> {
  const batch = await findBatch(tx, id);
  const { counts, answers, persons } = await workRows(tx, batch!, rows.map(({ row, sent }) => ({ row, sent })), { now, today });
  const still = new Set(answers.filter(({ state }) => state === 'waiting').map(({ row, code }) => `${row} ${code}`));
  const settled = rows.filter(({ row, code }) => !still.has(`${row} ${code}`));
  await settleAnswers(tx, id, settled, actor.id ?? actor.name, now);
  await recountBatch(tx, id, rows.length, counts);
  return { counts, settled: settled.length, persons };
}

/** Looks again at what waits in an institution, from a position on. */
export const retryWaiting = writeAction({
  name: 'intake.retry-waiting',
  title: { lv: 'Pieņemtas rindas, kas gaidīja saskaņojumu', en: 'Rows taken that waited for a match' },
  permission: JOBS_ALONE,
  input: z.object({ institutionId: z.uuid(), after: WaitingPosition.nullable().default(null) }),
  run: (context, { institutionId, after }) => retryWaitingOf(context, institutionId, { after }),
  audit: ({ input, output: { persons, batches, rows, taken } }) => ({ subjects: persons, facts: { institution: input.institutionId, batches, rows, recorded: taken } }),
});
