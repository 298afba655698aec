import { systemClock } from '#kernel/clock.js';
import { installation } from '#platform/actions/installation.js';
import { openDatabase } from '#platform/db/database.js';
import { type Log, openLog } from '#platform/log/log.js';
import { mailOf } from '../mail-of.js';
import { JOBS } from '../modules.js';
import { assemblePlatform } from '../platform.js';
import type { ApartAnswer, ApartTask } from './run-apart.js';

/** One job in a process of its own, begun by the program or its launcher; it ends with its job, or with whoever began it. */
process.once('message', (task) => void answer(task as ApartTask));
process.once('disconnect', () => process.exit());

async function answer(task: ApartTask): Promise<void> {
  const log = openLog();
  const done = await run(task, log).then(() => true, (error: unknown) => {
    // Logged here, where it is known what of an error may be told: a database's words may quote a row.
    log.error('job apart', error, { job: task.name });
    return false;
  });
  process.send!({ done } satisfies ApartAnswer, () => process.disconnect());
}

async function run({ config, secret, workerUrl, name, data }: ApartTask, log: Log): Promise<void> {
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
