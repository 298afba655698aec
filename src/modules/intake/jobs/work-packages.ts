import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { workOnPackage } from '../actions/oneroster/work-on-package.js';

/** Checks a OneRoster package, and sends it on where that was decided; each step is a transaction of its own. */
export const workPackages = job({
  name: 'intake.work-oneroster-packages',
  input: z.object({ packageId: z.uuid() }),
  expireMinutes: 60,
  async run({ platform }, { packageId }) {
    const occasion = { actor: systemActor('intake.work-oneroster-packages') };
    while ((await perform(platform, workOnPackage, { packageId }, occasion)).more);
  },
});
