import { z } from 'zod';
import { Refusal } from '#kernel/errors.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { giveUpBatch, workNextPart } from '../actions/work-next-part.js';
import { findOldestUnfinished } from '../store/batches.js';

/**
 * Works off the batches of an institution piece by piece, in the order in which they came, until nothing is left or another process is at it. A
 * refusal is about the batch (its year is gone) and ends it; anything else is a fault of ours, and the job is tried again.
 */
export const workBatches = job({
  name: 'intake.work-batches',
  input: z.object({ institutionId: z.string() }),
  expireMinutes: 120,
  async run({ platform }, { institutionId }) {
    const occasion = { actor: systemActor('intake.work-batches') };
    const oldest = () => findOldestUnfinished(platform.database.primary, institutionId);
    for (let batchId = await oldest(); batchId; batchId = await oldest()) {
      try {
        const { batch } = await perform(platform, workNextPart, { batchId }, occasion);
        if (!batch) return;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await perform(platform, giveUpBatch, { batchId, code: error.code, facts: error.facts }, occasion);
      }
    }
  },
});
