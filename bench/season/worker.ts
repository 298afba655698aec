import { assemblePlatform } from '#app/platform.js';
import { systemClock } from '#kernel/clock.js';
import { runSealing } from '#modules/certificates/seal/run-sealing.js';
import { installation } from '#platform/actions/installation.js';
import { openDatabase } from '#platform/db/database.js';
import { SILENT } from '#platform/log/log.js';
import { answerTask } from '../measuring/child.js';
import { peakMemoryMb } from '../measuring/memory.js';
import { ownProcessorMs } from '../measuring/processor-time.js';
import { duration } from '../measuring/timings.js';
import { BENCH_CONFIG } from '../platform/bench-platform.js';

export interface SealingTask {
  readonly workerUrl: string;
  /** The settings of the seal, as the environment names them. */
  readonly outside: Readonly<Record<string, string>>;
  readonly sealings: readonly string[];
}

export interface SealingAnswer {
  readonly tookMs: number;
  readonly mainThreadMs: number;
  readonly otherThreadsMs: number;
  readonly peakMb: number;
}

const A_DAY_MS = 86_400_000;

/** Sealings from beginning to end in a process of its own, as a worker has it. */
answerTask<SealingTask>(async ({ workerUrl, outside, sealings }): Promise<SealingAnswer> => {
  const database = openDatabase({ url: workerUrl });
  const { platform, queue } = await assemblePlatform(database, workerUrl, systemClock(), installation({ ...BENCH_CONFIG, outside }, 'the secret of the benchmarks'), SILENT);
  const before = ownProcessorMs();
  const tookMs = await duration(async () => {
    for (const id of sealings) if ((await runSealing(platform, id, A_DAY_MS)) !== 'done') throw new Error('a sealing did not come to its end');
  });
  const after = ownProcessorMs();
  await queue.stop();
  await database.close();
  const mainThreadMs = after.mainThread - before.mainThread;
  return { tookMs, mainThreadMs, otherThreadsMs: after.all - before.all - mainThreadMs, peakMb: peakMemoryMb() };
});
