import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { workBatches } from '../jobs/work-batches.js';
import { deleteForsakenParts, hasForsakenParts } from '../store/arriving-parts.js';
import { listForsaken } from '../store/batches.js';

const MINUTE = 60_000;
/** A piece takes seconds; a batch that nobody touched for so long has lost its worker. */
const FORSAKEN_AFTER = MINUTE;
/** An upload that has become no batch for so long has broken off. */
const BROKEN_OFF_AFTER = 24 * 60 * MINUTE;

/** Whether anything was forsaken: asked every minute, and nearly always no. */
export const isAnythingForsaken = async (tx: Read, now: Date): Promise<boolean> =>
  (await listForsaken(tx, before(now, FORSAKEN_AFTER))).length > 0 || (await hasForsakenParts(tx, before(now, BROKEN_OFF_AFTER)));

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** Gives batches whose worker was killed to another, and throws away what became of uploads that broke off. */
export const takeUpForsaken = writeAction({
  name: 'intake.take-up-forsaken',
  title: { lv: 'Turpinātas pārtrauktas datu paketes', en: 'Interrupted batches taken up' },
  permission: JOBS_ALONE,
  input: z.object({}),
  async run({ tx, now, enqueue }) {
    const institutions = await listForsaken(tx, before(now, FORSAKEN_AFTER));
    for (const institutionId of institutions) await enqueue(workBatches, { institutionId }, { once: institutionId });
    return { institutions: institutions.length, pieces: await deleteForsakenParts(tx, before(now, BROKEN_OFF_AFTER)) };
  },
  audit: ({ output }) => ({ facts: output }),
});
