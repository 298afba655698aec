import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { endSessionsOfClosed } from '../actions/handovers.js';
import { listIdentitiesOfClosed } from '../store/handovers.js';

/** Every minute: a reform closes connections in its own transaction, and what was begun by them ends right after it. */
export const closeWithConnection = job({
  name: 'authentication.close-with-connection',
  input: z.object({}),
  schedule: '* * * * *',
  async run({ platform }) {
    if ((await listIdentitiesOfClosed(platform.database.primary)).length === 0) return;
    await perform(platform, endSessionsOfClosed, {}, { actor: systemActor('authentication.close-with-connection') });
  },
});
