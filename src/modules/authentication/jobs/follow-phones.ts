import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { listPhonesLeft, notePhoneLeft } from '../actions/phones-left.js';
import { openProviders } from '../actions/providers.js';

/** Every minute: whose phone was asked learns what came of it, even if the browser that asked never came back. */
export const followPhones = job({
  name: 'authentication.follow-phones',
  input: z.object({}),
  schedule: '* * * * *',
  async run({ platform }) {
    const as = { actor: systemActor('authentication.follow-phones') };
    const left = await perform(platform, listPhonesLeft, {}, as);
    if (left.length === 0) return;
    const { smartId, now } = await perform(platform, openProviders, {}, as);
    for (const { id, purpose, state, asked, userId } of left) {
      const outcome = await smartId?.finish(state, null, now);
      // What cannot be had now is asked for again in a minute; what was confirmed opened nothing, and that it was asked is written down.
      if (outcome?.kind !== 'refused' || outcome.reason === 'unreachable') continue;
      await perform(platform, notePhoneLeft, { id, purpose, refusal: outcome.reason, whose: outcome.whose ?? null, asked, userId }, as);
    }
  },
});
