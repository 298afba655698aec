import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { RunApart } from '#platform/jobs/job.js';
import type { Config } from '../config.js';

/** What a job's thread is given by the program, whose settings and clock it shares. */
export interface ApartTask {
  readonly config: Config;
  readonly secret: string;
  readonly workerUrl: string;
  readonly name: string;
  readonly data: unknown;
}

/** What it says at its end; what went wrong is in the log. */
export interface ApartAnswer {
  readonly done: boolean;
}

const FROM_SOURCES = import.meta.url.endsWith('.ts');
const SCRIPT = new URL(FROM_SOURCES ? './job-thread.ts' : './job-thread.js', import.meta.url);
/** A job leaves little behind: without limits its thread would hold twice as much before it collects. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 };

/**
 * Runs heavy jobs each in a thread of its own with a heap of its own, so that whoever reads meanwhile waits neither for its work nor
 * for its collections of garbage. A process would do too, but beginning one stops a large program for as long as its map of memory takes to copy (40 ms).
 */
export const jobsApart =
  (shared: Omit<ApartTask, 'name' | 'data'>): RunApart =>
  async (name, data) => {
    const thread = new Worker(SCRIPT, { workerData: { ...shared, name, data } satisfies ApartTask, resourceLimits: LIMITS, ...(FROM_SOURCES ? { execArgv: ['--import', 'tsx'] } : {}) });
    const [{ done }] = (await Promise.race([once(thread, 'message'), once(thread, 'exit').then(() => [{ done: false }])])) as [ApartAnswer];
    if (!done) throw new Error(`the thread of the job ${name} has not done it`);
  };
