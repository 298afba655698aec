import { z } from 'zod';
import { systemClock } from '#kernel/clock.js';
import { job } from '#platform/jobs/job.js';
import { deleteEndedArtifacts, deletePollsBefore } from '../store/artifacts.js';
import { deleteNoticesBefore } from '../store/logout-notices.js';
import { deleteTicketsBefore } from '../store/tickets.js';

const DAY_MS = 86_400_000;
const NOTICES_KEPT_DAYS = 90;

/** Takes away what has ended. A replayed token is known as such only while it is kept, and that is until its own end. */
export const tidyArtifacts = job({
  name: 'apps.tidy-artifacts',
  input: z.object({}),
  schedule: '20 * * * *',
  run: ({ platform, now }) =>
    platform.database.transaction(async (tx) => {
      const real = systemClock().now();
      await deleteEndedArtifacts(tx, real);
      await deletePollsBefore(tx, new Date(real.getTime() - DAY_MS));
      await deleteTicketsBefore(tx, new Date(now.getTime() - DAY_MS));
      await deleteNoticesBefore(tx, new Date(now.getTime() - NOTICES_KEPT_DAYS * DAY_MS));
    }),
});
