import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { parseLines } from '../domain/parse-lines.js';
import { deletePart, findNextPart } from '../store/arriving-parts.js';
import { advanceBatch, type Counts, failBatch, lockUnfinished } from '../store/batches.js';
import { countFacts } from './count-facts.js';
import { workRows } from './work-rows.js';

const NONE: Counts = { taken: 0, corrected: 0, unchanged: 0, refused: 0, waiting: 0, warned: 0 };

/**
 * Works off the next piece of a batch. Records, answers, progress and the end of the piece are one transaction: killed
 * anywhere, the next run begins with the same piece or the one after it.
 */
export const workNextPart = writeAction({
  name: 'intake.work-next-part',
  title: { lv: 'Reģistrā ierakstīti e-žurnāla dati', en: 'Data of an e-journal written into the register' },
  permission: JOBS_ALONE,
  input: z.object({ batchId: z.uuid() }),
  async run({ tx, now, today }, { batchId }) {
    const batch = await lockUnfinished(tx, batchId);
    if (!batch) return { batch: null, counts: NONE, persons: [] };
    const part = batch.uploadId ? await findNextPart(tx, batch.uploadId) : undefined;
    if (!part) {
      await advanceBatch(tx, batch.id, batch.nextRow, true, NONE, now);
      return { batch, counts: NONE, persons: [] };
    }
    const rows = parseLines(part.content, part.firstRow);
    const { counts, persons } = await workRows(tx, batch, rows, { now, today });
    await deletePart(tx, batch.uploadId!, part.part);
    await advanceBatch(tx, batch.id, part.firstRow + rows.length, part.isLast, counts, now);
    return { batch, counts, persons };
  },
  audit: ({ output: { batch, counts, persons } }) => ({ subjects: persons, facts: { batch: batch?.id ?? null, institution: batch?.institutionId ?? null, ...countFacts(counts) } }),
});

/** A batch that cannot be worked off at all (its school year is gone) ends with the code of the reason; whoever reads it finds the words. */
export const giveUpBatch = writeAction({
  name: 'intake.give-up-batch',
  title: { lv: 'E-žurnāla datu pakete neizdevās', en: 'Batch of an e-journal failed' },
  permission: JOBS_ALONE,
  input: z.object({ batchId: z.uuid(), code: z.string().regex(/^[A-Za-z0-9-]+$/), facts: z.record(z.string(), z.unknown()).default({}) }),
  async run({ tx, now }, { batchId, ...failure }) {
    const batch = await lockUnfinished(tx, batchId);
    if (batch) await failBatch(tx, batch.id, failure, now);
    return { batch };
  },
  audit: ({ input, output }) => ({ facts: { batch: input.batchId, institution: output.batch?.institutionId ?? null, failure: input.code } }),
});
