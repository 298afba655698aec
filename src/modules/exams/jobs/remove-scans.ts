import { z } from 'zod';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { job } from '#platform/jobs/job.js';
import { removeOutlivedScans } from '../actions/remove-scans.js';

/** Every night. */
export const removeScansNightly = job({
  name: 'exams.remove-scans',
  input: z.object({}),
  schedule: '40 2 * * *',
  async run({ platform }) {
    const actor = systemActor('exams.remove-scans');
    while (!(await perform(platform, removeOutlivedScans, {}, { actor })).isDone);
  },
});
