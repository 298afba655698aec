import { z } from 'zod';
import { entryAnnulled, factTakenBack, resultChanged } from '#modules/exams/public.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import type { EventKind, Subscription } from '#platform/events/event.js';
import { subscribe } from '#platform/events/event.js';
import { enqueuer, job } from '#platform/jobs/job.js';
import { followResult } from '../actions/follow-result.js';

/** One entry at a time: a fault with one holds up no other. */
export const followResults = job({
  name: 'certificates.follow-result',
  input: z.object({ entryId: z.uuid() }),
  run: async ({ platform }, input) => void (await perform(platform, followResult, input, { actor: systemActor('certificates.follow-result') })),
});

const follows = <P extends { entryId: string }>(to: EventKind<P>): Subscription =>
  subscribe({ subscriber: `certificates.${to.name}`, to, handle: ({ tx, platform }, { entryId }) => enqueuer(tx, platform.jobs)(followResults, { entryId }) });

export const followingResults: readonly Subscription[] = [follows(resultChanged), follows(entryAnnulled), follows(factTakenBack)];
