import { z } from 'zod';
import { membershipBegun, membershipCorrected, transferDone } from '#modules/education/events.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import type { Write } from '#platform/db/transaction.js';
import { subscribe, type Subscription } from '#platform/events/event.js';
import { job, type JobContext } from '#platform/jobs/job.js';
import { closeInquiries } from '../actions/close-settled.js';
import { isLookedFor } from '../store/changes.js';

const close = ({ platform }: Pick<JobContext, 'platform'>, membershipId: string | null): Promise<unknown> =>
  perform(platform, closeInquiries, { membershipId }, { actor: systemActor('schoolage.close-inquiries') });

async function closeFor(context: JobContext & { readonly tx: Write }, membershipId: string): Promise<void> {
  if (await isLookedFor(context.tx, membershipId)) await close(context, membershipId);
}

/** Whoever is enrolled is looked for no longer. A membership that begins later counts on its day, by the job. */
export const closeEnrolled: readonly Subscription[] = [
  subscribe({ subscriber: 'schoolage.close-enrolled', to: membershipBegun, handle: (context, { membershipId }) => closeFor(context, membershipId) }),
  subscribe({ subscriber: 'schoolage.close-corrected', to: membershipCorrected, handle: (context, { membershipId }) => closeFor(context, membershipId) }),
  subscribe({ subscriber: 'schoolage.close-transferred', to: transferDone, handle: (context, { toMembershipId }) => closeFor(context, toMembershipId) }),
];

/** Each morning: what the day has settled. */
export const closeSettledInquiries = job({
  name: 'schoolage.close-settled',
  input: z.object({}),
  schedule: '20 0 * * *',
  run: async (context) => void (await close(context, null)),
});
