import type { Clock } from '#kernel/clock.js';
import type { Platform } from '#platform/actions/perform.js';
import type { Database } from '#platform/db/database.js';
import { type JobQueue, openQueue } from '#platform/jobs/queue.js';
import type { Log } from '#platform/log/log.js';
import { CONSTRAINT_TEXTS, JOBS, SUBSCRIPTIONS } from './modules.js';

/** The platform over an open database: what actions and jobs run on. */
export async function assemblePlatform(
  database: Database,
  workerUrl: string,
  clock: Clock,
  log: Log,
): Promise<{ platform: Platform; queue: JobQueue }> {
  const queue = await openQueue(workerUrl, JOBS, (error) => log.error('job queue', error));
  return {
    queue,
    platform: { database, clock, jobs: queue.send, subscriptions: SUBSCRIPTIONS, constraintTexts: CONSTRAINT_TEXTS },
  };
}
