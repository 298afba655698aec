import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { isAnythingForsaken, takeUpForsaken } from '../actions/take-up-forsaken.js';

/** Every minute: batches go on whose worker was killed in the middle. */
export const takeUpForsakenBatches = job({
  name: 'intake.take-up-forsaken',
  input: z.object({}),
  schedule: '* * * * *',
  async run({ platform, now }) {
    if (await isAnythingForsaken(platform.database.primary, now)) await perform(platform, takeUpForsaken, {}, { actor: systemActor('intake.take-up-forsaken') });
  },
});
