import { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { ZONE } from '#kernel/clock.js';
import type { Platform } from '../actions/perform.js';
import { listOf, sql } from '../db/sql.js';
import { measureJob } from '../metrics/instruments.js';
import type { Job, JobSender, RunApart } from './job.js';
import { enterWork, type Presence } from './presence.js';

const SCHEMA = 'pgboss';
const EACH_MINUTE = '* * * * *';

/** Creates the queue tables and one queue per job; needs the migrating role. Safe to repeat. */
export async function prepareQueues(migratorUrl: string, jobs: readonly Job[]): Promise<void> {
  const boss = quietBoss({ connectionString: migratorUrl, schema: SCHEMA, supervise: false, schedule: false, max: 2 });
  await boss.start();
  try {
    const known = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const { name, retries = 5, expireMinutes = 15 } of jobs) {
      const options = { retryLimit: retries, retryBackoff: true, expireInSeconds: expireMinutes * 60 };
      if (known.has(name)) await boss.updateQueue(name, options);
      // A table of its own per queue: in the shared one a new queue starts ten times slower until the next ANALYZE.
      else await boss.createQueue(name, { ...options, policy: 'standard', partition: true, notify: true });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}

export interface JobQueue {
  readonly send: JobSender;
  /** Takes up work until `stop`; what is heavy is run apart where that is possible. */
  work(platform: Platform, runApart?: RunApart): Promise<void>;
  /** Runs all jobs that are due now, one after the other, and tells how many; for tests and `bin` commands. */
  runDue(platform: Platform): Promise<number>;
  stop(): Promise<void>;
}

/** Our jobs never wait for other jobs; asking every queue's table for such every five seconds, as is usual, is ten statements a second that take long to plan. */
const FLOWS_ASKED_SECONDS = 86_400;

/**
 * The worker's side of the queue, over the worker's own connection.
 * @param jobs what it can work on; with none it only sends.
 */
export async function openQueue(url: string, jobs: readonly Job[], log: (error: Error) => void): Promise<JobQueue> {
  const works = jobs.length > 0;
  const boss = quietBoss({ connectionString: url, schema: SCHEMA, migrate: false, createSchema: false, reindex: false, max: works ? 4 : 1, useListenNotify: works, supervise: works, schedule: works, flowIntervalSeconds: FLOWS_ASKED_SECONDS });
  // What is still running ten seconds after the stop loses its connection; it begins again at the next start, which is no error.
  let stopped = false;
  const unlessStopped = (error: Error) => {
    if (!stopped) log(error);
  };
  boss.on('error', unlessStopped);
  await boss.start();
  const logged = (error: Error) => {
    unlessStopped(error);
    throw error;
  };
  const runOne = (one: Job, platform: Platform, data: unknown, runApart?: RunApart) =>
    measureJob(one.name, async () => {
      const [context, input] = [{ platform, now: platform.clock.now() }, one.input.parse(data ?? {})];
      await (runApart && (await one.heavy?.(context, input)) ? runApart(one.name, data) : one.run(context, input));
    });

  const letGo = async (one: Job, platform: Platform, data: unknown) => one.whenCutOff?.({ platform, now: platform.clock.now() }, one.input.parse(data ?? {}));
  let presence: Presence | undefined;
  /** What was under way when the last worker died is done again now, not when its time has run out; each time counts as an attempt. */
  const takeUpFromTheDead = async (platform: Platform) => {
    const left = await platform.database.primary.all(LeftRow, sql`select id, name, data from pgboss.job where state = 'active'`);
    for (const { id, name, data } of left) {
      const one = jobs.find((job) => job.name === name);
      if (!one) continue;
      await letGo(one, platform, data).catch(unlessStopped);
      await boss.fail(name, id, { message: 'its worker died' });
    }
    // Nothing was wrong with it that would pass with time.
    await platform.database.autocommit.run(sql`update pgboss.job set start_after = now() where id = any(${listOf(left.map(({ id }) => id), 'uuid')}::uuid[]) and state = 'retry'`);
  };

  return {
    send: async (tx, name, input, { startAfter, once }) => {
      await boss.send(name, input as object, {
        db: { executeSql: (text, values) => tx.raw(text, values ?? []) },
        ...(startAfter && { startAfter }),
        ...(once && { singletonKey: once }),
      });
    },
    async work(platform, runApart) {
      presence = await enterWork(url, () => takeUpFromTheDead(platform));
      for (const one of jobs) {
        const worker: { id?: string } = {};
        worker.id = await boss.work(one.name, { batchSize: 1, pollingIntervalSeconds: 5 }, async ([taken]) => {
          if (!taken) return;
          // What waits behind it is taken at once: otherwise a burst, such as letters to a whole municipality, goes out one in five seconds.
          if (worker.id) boss.notifyWorker(worker.id);
          await runOne(one, platform, taken.data, runApart).catch(logged);
        });
        if (one.schedule) await boss.schedule(one.name, one.schedule, {}, { tz: ZONE });
        // What is due each minute may have been due all the while nothing ran: a reform whose day has come does not wait for the next.
        if (one.schedule === EACH_MINUTE) await boss.send(one.name, {});
      }
    },
    async runDue(platform) {
      let ran = 0;
      for (let before = -1; before !== ran; ) {
        before = ran;
        for (const one of jobs) {
          for (const taken of await boss.fetch(one.name, { batchSize: 100 })) {
            await runOne(one, platform, taken.data);
            await boss.complete(one.name, taken.id);
            ran += 1;
          }
        }
      }
      return ran;
    },
    async stop() {
      stopped = true;
      await boss.stop({ graceful: true, timeout: 10_000 });
      await presence?.leave();
    },
  };
}

const LeftRow = z.object({ id: z.string(), name: z.string(), data: z.unknown() });

function quietBoss(options: ConstructorParameters<typeof PgBoss>[0]) {
  const boss = new PgBoss(options as never);
  boss.on('error', () => undefined);
  return boss;
}
