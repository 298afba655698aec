import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { subscribe } from '#platform/events/event.js';
import { job } from '#platform/jobs/job.js';
import { watchFit as watch } from '../actions/watch-fit.js';
import { reformApplied, reformCancelled, reformPrepared, successionCorrected } from '../events.js';

const look = async (platform: Platform): Promise<void> => {
  await perform(platform, watch, {}, { actor: systemActor('reforms.watch-fit') });
};

/** Whatever changes the map, or what is prepared for it, may keep a prepared reform from taking place. */
export const watchingFit = [
  subscribe({ subscriber: 'reforms.watch-fit-at-preparing', to: reformPrepared, handle: ({ platform }) => look(platform) }),
  subscribe({ subscriber: 'reforms.watch-fit-at-cancelling', to: reformCancelled, handle: ({ platform }) => look(platform) }),
  subscribe({ subscriber: 'reforms.watch-fit-at-applying', to: reformApplied, handle: ({ platform }) => look(platform) }),
  subscribe({ subscriber: 'reforms.watch-fit-at-correcting', to: successionCorrected, handle: ({ platform }) => look(platform) }),
];

/** Once a day too: a newer program may know rules that were not looked at when a reform was prepared. */
export const watchFit = job({ name: 'reforms.watch-fit', input: z.object({}), schedule: '20 5 * * *', run: ({ platform }) => look(platform) });
