import { z } from 'zod';
import { enqueuer, job } from '../jobs/job.js';
import { makeReport, MOST_ATTEMPTS, SILENCE_MS } from './make-report.js';
import { putBackAbandoned } from './report-request.js';
import { expireFiles } from './report-run.js';
import { FAILED } from './texts.js';

/** Every minute: requests whose run was killed are put on their way again. A request taken up twice is made once. */
export const resumeReports = job({
  name: 'platform.resume-reports',
  input: z.object({}),
  schedule: '* * * * *',
  retries: 0,
  run: ({ platform: { database, jobs }, now }) =>
    database.transaction(async (tx) => {
      const enqueue = enqueuer(tx, jobs);
      const abandoned = await putBackAbandoned(tx, new Date(now.getTime() - SILENCE_MS), MOST_ATTEMPTS, FAILED);
      for (const { id } of abandoned) await enqueue(makeReport, { requestId: id });
    }),
});

/** Every night: files whose days are over are thrown away; the request stays in its owner's list. */
export const expireReports = job({
  name: 'platform.expire-reports',
  input: z.object({}),
  schedule: '20 3 * * *',
  run: async ({ platform, now }) => void (await platform.database.transaction((tx) => expireFiles(tx, now))),
});
