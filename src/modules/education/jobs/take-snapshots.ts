import { z } from 'zod';
import { dayInRiga } from '#kernel/clock.js';
import { job } from '#platform/jobs/job.js';
import { takePreschoolSnapshot } from '../store/report-counts.js';

/** On the first of each month: how many children aged five and six are in preschool programmes, kept as it is. A day that has been taken is not taken again. */
export const takeSnapshots = job({
  name: 'education.take-snapshots',
  input: z.object({}),
  schedule: '10 0 1 * *',
  run: async ({ platform, now }) => void (await platform.database.transaction((tx) => takePreschoolSnapshot(tx, dayInRiga(now), now))),
});
