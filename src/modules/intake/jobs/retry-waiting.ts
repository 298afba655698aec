import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { retryWaiting } from '../actions/retry-waiting.js';
import { WaitingPosition } from '../store/answers.js';

/** Looks again at everything that waits in an institution, from a position on, in goes of some seconds: a name means something now that meant nothing. */
export const retryWaitingRows = job({
  name: 'intake.retry-waiting',
  input: z.object({ institutionId: z.string(), after: WaitingPosition.nullable().default(null) }),
  expireMinutes: 60,
  async run({ platform }, { institutionId, after }) {
    const occasion = { actor: systemActor('intake.retry-waiting') };
    let { next } = await perform(platform, retryWaiting, { institutionId, after }, occasion);
    while (next) ({ next } = await perform(platform, retryWaiting, { institutionId, after: next }, occasion));
  },
});
