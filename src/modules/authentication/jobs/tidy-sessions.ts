import { z } from 'zod';
import { job } from '#platform/jobs/job.js';
import { deleteAttemptsBefore } from '../store/attempts.js';
import { deleteSessionsBefore } from '../store/sessions.js';

const DAY_MS = 86_400_000;
/** Sessions long ended serve nobody; attempts are kept longer, since they tell from which networks an account is known. */
const KEPT_DAYS = { sessions: 90, attempts: 400 };

export const tidySessions = job({
  name: 'access.tidy-sessions',
  input: z.object({}),
  schedule: '40 3 * * *',
  run: ({ platform, now }) =>
    platform.database.transaction(async (tx) => {
      await deleteSessionsBefore(tx, new Date(now.getTime() - KEPT_DAYS.sessions * DAY_MS));
      await deleteAttemptsBefore(tx, new Date(now.getTime() - KEPT_DAYS.attempts * DAY_MS));
    }),
});
