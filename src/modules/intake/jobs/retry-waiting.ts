import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { retryWaiting } from '../actions/retry-waiting.js';

/** Looks again at what waits in an institution, for which an e-journal has said meanwhile what a name means everywhere. */
export const retryWaitingRows = job({
  name: 'intake.retry-waiting',
  input: z.object({ institutionId: z.string() }),
  expireMinutes: 60,
  run: async ({ platform }, { institutionId }) => void (await perform(platform, retryWaiting, { institutionId }, { actor: systemActor('intake.retry-waiting') })),
});
