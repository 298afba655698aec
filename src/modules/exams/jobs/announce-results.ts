import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { announcePublication } from '../actions/publish-results.js';
import { listToAnnounce } from '../store/publish.js';

/** Every minute: tells once of results whose instant has come. They are seen from that instant on, whether or not this runs. */
export const announceResults = job({
  name: 'exams.announce-results',
  input: z.object({}),
  schedule: '* * * * *',
  expireMinutes: 5,
  async run({ platform, now }) {
    for (const id of await listToAnnounce(platform.database.primary, now)) await perform(platform, announcePublication, { id }, { actor: systemActor('exams.announce-results') });
  },
});
