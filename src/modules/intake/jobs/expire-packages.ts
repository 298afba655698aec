import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { expirePackages } from '../actions/oneroster/expire-packages.js';

/** Every night: archives of packages that nobody confirmed in time are thrown away. */
export const expireForgottenPackages = job({
  name: 'intake.expire-packages',
  input: z.object({}),
  schedule: '20 2 * * *',
  run: async ({ platform }) => void (await perform(platform, expirePackages, {}, { actor: systemActor('intake.expire-packages') })),
});
