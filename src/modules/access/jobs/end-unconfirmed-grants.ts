import { z } from 'zod';
import { type JobContext, job } from '#platform/jobs/job.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { endUnconfirmedGrants } from '../actions/end-unconfirmed-grants.js';

export const endUnconfirmedGrantsDaily = job({
  name: 'access.end-unconfirmed-grants',
  input: z.object({}),
  schedule: '20 0 * * *',
  run: async ({ platform }: JobContext) => void (await perform(platform, endUnconfirmedGrants, {}, { actor: systemActor('access.end-unconfirmed-grants') })),
});
