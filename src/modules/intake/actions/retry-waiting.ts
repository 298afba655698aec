import { z } from 'zod';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { lockWaiting, settleAnswers, type WaitingRow } from '../store/answers.js';
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
  /** Whether more wait than one go looks at; asking again goes on. */
  readonly more: boolean;
  readonly persons: readonly string[];
}

/** So many rows are looked at in one go, in a second or two. */
const AT_ONCE = 50_000;

/**
 * Looks again at the rows of an institution that wait for a name, now that one has been confirmed: those it concerns are taken as if they had come
 * just now from their journal, the others go on waiting. Sending the same batch again then changes nothing.
 */
export async function retryWaitingOf(context: WriteContext, institutionId: string): Promise<Retried> {
  const waiting = await lockWaiting(context.tx, institutionId, AT_ONCE);
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
  return { batches: byBatch.size, rows: waiting.length, taken, notTaken, more: waiting.length === AT_ONCE, persons };
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

/** Looks again at everything that waits in an institution. */
export const retryWaiting = writeAction({
  name: 'intake.retry-waiting',
  title: { lv: 'Pieņemtas rindas, kas gaidīja saskaņojumu', en: 'Rows taken that waited for a match' },
  permission: JOBS_ALONE,
  input: z.object({ institutionId: z.uuid() }),
  run: (context, { institutionId }) => retryWaitingOf(context, institutionId),
  audit: ({ input, output: { persons, batches, rows, taken } }) => ({ subjects: persons, facts: { institution: input.institutionId, batches, rows, recorded: taken } }),
});
