import { z } from 'zod';
import { job } from '#platform/jobs/job.js';
import { deleteAttemptsBefore } from '../store/attempts.js';
import { deletePendingProofsBefore } from '../store/pending-proofs.js';
import { deleteSignInEventsBefore } from '../store/sign-in-events.js';
import { deleteSessionsBefore } from '../store/sessions.js';

const DAY_MS = 86_400_000;
/** What is long over serves nobody; attempts are kept longer, since they tell from which networks an account is known. */
const KEPT_DAYS = { sessions: 90, proofs: 7, attempts: 400, events: 400 };

export const tidySessions = job({
  name: 'authentication.tidy-sessions',
  input: z.object({}),
  schedule: '40 3 * * *',
  run: ({ platform, now }) =>
    platform.database.transaction(async (tx) => {
      const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
      await deleteSessionsBefore(tx, before(KEPT_DAYS.sessions));
      await deletePendingProofsBefore(tx, before(KEPT_DAYS.proofs));
      await deleteAttemptsBefore(tx, before(KEPT_DAYS.attempts));
      await deleteSignInEventsBefore(tx, before(KEPT_DAYS.events));
    }),
});
