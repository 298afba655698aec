import { readConfig } from '#app/config.js';
import { assemblePlatform } from '#app/platform.js';
import { systemClock } from '#kernel/clock.js';
import { type Installation, installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { type Database, openDatabase } from '#platform/db/database.js';
import type { JobQueue } from '#platform/jobs/queue.js';
import { SILENT } from '#platform/log/log.js';

export const BENCH_CONFIG = readConfig({ REQUESTS_PER_MINUTE: '1000000' });

/** What programs of one database share. */
export const BENCH_SECRET = 'the secret of all the benchmarks';

export interface BenchWorker {
  readonly platform: Platform;
  readonly database: Database;
  readonly queue: JobQueue;
}

/**
 * The program as it really runs, on a database that stands.
 * @param outside settings of outside services, as the environment names them.
 * @param begin what is to be in the database before the program is put together.
 */
export async function asWorker<R>(workerUrl: string, work: (worker: BenchWorker) => Promise<R>, outside: Installation['outside'] = BENCH_CONFIG.outside, begin?: (database: Database, now: Date) => Promise<unknown>): Promise<R> {
  const database = openDatabase({ url: workerUrl });
  const clock = systemClock();
  await begin?.(database, clock.now());
  const { platform, queue } = await assemblePlatform(database, workerUrl, clock, installation({ ...BENCH_CONFIG, outside }, BENCH_SECRET), SILENT);
  try {
    return await work({ platform, database, queue });
  } finally {
    await queue.stop();
    await database.close();
  }
}
