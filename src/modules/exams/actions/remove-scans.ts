import { z } from 'zod';
import { writeAction } from '#platform/actions/action.js';
import { JOBS_ALONE } from '#platform/actions/permission.js';
import { examNumbersOn } from '../store/exam-parameters.js';
import { listOutlived, removeScans } from '../store/scans.js';

/** So many scans are deleted in one transaction. */
const CHUNK = 100;

/** Deletes some of the scans whose keeping is over; the job comes again until none is left. */
export const removeOutlivedScans = writeAction({
  name: 'exams.remove-scans',
  title: { lv: 'Dzēsti pārbaudījuma darbu skenējumi, kuru glabāšana beigusies', en: 'Scans of works deleted whose keeping is over' },
  permission: JOBS_ALONE,
  input: z.object({}),
  async run({ tx, today, now }) {
    const months = (await examNumbersOn(tx, today))['scan-keeping-months'];
    const found = await listOutlived(tx, { months, today, limit: CHUNK });
    await removeScans(tx, found.map(({ id }) => id), now);
    return { removed: found.length, isDone: found.length < CHUNK, persons: [...new Set(found.map(({ personId }) => personId))] };
  },
  audit: ({ output }) => ({ subjects: output.persons, facts: { found: output.removed } }),
});
