import type { Clock } from '#kernel/clock.js';
import type { Installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { logOfLooks } from '#platform/audit/log-of-looks.js';
import type { Database } from '#platform/db/database.js';
import { type JobQueue, openQueue } from '#platform/jobs/queue.js';
import type { Log } from '#platform/log/log.js';
import type { Job } from '#platform/jobs/job.js';
import type { MailServer } from '#platform/mail/mail-server.js';
import { CONSTRAINT_TEXTS, CONTRIBUTIONS, JOBS, SUBSCRIPTIONS } from './modules.js';

/** The platform over an open database: what actions and jobs run on. */
export async function assemblePlatform(
  database: Database,
  workerUrl: string,
  clock: Clock,
  installation: Installation,
  log: Log,
  mail: MailServer | null = null,
  jobs: readonly Job[] = JOBS,
): Promise<{ platform: Platform; queue: JobQueue }> {
  const queue = await openQueue(workerUrl, jobs, (error) => log.error('job queue', error));
  return {
    queue,
    platform: {
      database,
      logLook: logOfLooks(database.autocommit),
      clock,
      installation,
      mail,
      jobs: queue.send,
      subscriptions: SUBSCRIPTIONS,
      constraintTexts: CONSTRAINT_TEXTS,
      contributions: CONTRIBUTIONS,
    },
  };
}
