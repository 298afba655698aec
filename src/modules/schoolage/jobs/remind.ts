import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { remindOfInquiries } from '../actions/remind.js';

/** Each morning: whose inquiries are due soon or overdue is told, once. */
export const remind = job({
  name: 'schoolage.remind',
  input: z.object({}),
  schedule: '15 7 * * *',
  run: async ({ platform }) => void (await perform(platform, remindOfInquiries, {}, { actor: systemActor('schoolage.remind') })),
});
