import { runSealing } from '#modules/certificates/seal/run-sealing.js';
import { answerTask } from '../measuring/child.js';
import { peakMemoryMb } from '../measuring/memory.js';
import { ownProcessorMs } from '../measuring/processor-time.js';
import { duration } from '../measuring/timings.js';
import { asWorker } from '../platform/as-worker.js';

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
answerTask<SealingTask>(({ workerUrl, outside, sealings }): Promise<SealingAnswer> =>
  asWorker(
    workerUrl,
    async ({ platform }) => {
      const before = ownProcessorMs();
      const tookMs = await duration(async () => {
        for (const id of sealings) if ((await runSealing(platform, id, A_DAY_MS)) !== 'done') throw new Error('a sealing did not come to its end');
      });
      const after = ownProcessorMs();
      const mainThreadMs = after.mainThread - before.mainThread;
      return { tookMs, mainThreadMs, otherThreadsMs: after.all - before.all - mainThreadMs, peakMb: peakMemoryMb() };
    },
    outside,
  ),
);
