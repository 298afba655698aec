import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { forgetRelease, listOldReleases } from '../actions/forget-packets.js';

const ACTOR = systemActor('portal.forget-packets');

/** Every night: requests for packets whose instant is long past go, each release in a transaction of its own. */
export const forgetPackets = job({
  name: 'portal.forget-packets',
  input: z.object({}),
  schedule: '10 3 * * *',
  async run({ platform }) {
    for (const id of await perform(platform, listOldReleases, {}, { actor: ACTOR })) await perform(platform, forgetRelease, { id }, { actor: ACTOR });
  },
});
