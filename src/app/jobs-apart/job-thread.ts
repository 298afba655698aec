import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { systemClock } from '#kernel/clock.js';
import { installation } from '#platform/actions/installation.js';
import { openDatabase } from '#platform/db/database.js';
import { openLog } from '#platform/log/log.js';
import { mailOf } from '../mail-of.js';
import { JOBS } from '../modules.js';
import { assemblePlatform } from '../platform.js';
import type { ApartAnswer, ApartTask } from './run-apart.js';

/** Those who wait for a page come first; on Linux this is of the thread alone, elsewhere it would be of the whole program. */
const BEHIND_OTHERS = 10;
if (process.platform === 'linux') setPriority(BEHIND_OTHERS);

/** One job in a thread of its own, begun by `run-apart.ts`. */
const task = workerData as ApartTask;
const log = openLog();
const done = await run(task).then(() => true, (error: unknown) => {
  // Logged here, where it is known what of an error may be told: a database's words may quote a row.
  log.error('job apart', error, { job: task.name });
  return false;
});
parentPort!.postMessage({ done } satisfies ApartAnswer);

async function run({ config, secret, workerUrl, name, data }: ApartTask): Promise<void> {
  const job = JOBS.find((one) => one.name === name);
  if (!job) throw new Error('no such job');
  const database = openDatabase({ url: workerUrl });
  try {
    const { platform, queue } = await assemblePlatform(database, workerUrl, systemClock(config.clockShiftMs), installation(config, secret), log, mailOf(config), []);
    try {
      await job.run({ platform, now: platform.clock.now() }, job.input.parse(data ?? {}));
    } finally {
      await queue.stop();
    }
  } finally {
    await database.close();
  }
}
