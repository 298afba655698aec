import { z } from 'zod';
import { entryWithdrawn, nameChanged } from '#modules/persons/events.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { type JobContext, job } from '#platform/jobs/job.js';
import { followNames } from '../actions/follow-names.js';

/** A person whose name changes, or changes back, is called so in their confirmed account too. */
export const followNamesAtOnce = [nameChanged, entryWithdrawn].map((to) =>
  subscribe({
    subscriber: `access.follow-names-${to.name}`,
    to,
    async handle({ platform }, { personId }) {
      await follow(platform, personId);
    },
  }),
);

/** Names recorded for days to come, and of those whose protection has ended. */
export const followNamesDaily = job({ name: 'access.follow-names', input: z.object({}), schedule: '10 0 * * *', run: ({ platform }: JobContext) => follow(platform, null) });

async function follow(platform: Platform, personId: string | null): Promise<void> {
  await perform(platform, followNames, { personId }, { actor: systemActor('access.follow-names') });
}
