import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { RunApart } from '#platform/jobs/job.js';
import type { Config } from '../config.js';

/** What a job's process is given by the program, whose settings and clock it shares. */
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
const PROGRAM = new URL(FROM_SOURCES ? './job-apart.ts' : './job-apart.js', import.meta.url);
/** As the launcher begins one (`bin/setup/jobs-apart.mjs`). */
const NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=8', ...(FROM_SOURCES ? ['--import', 'tsx'] : [])];

/**
 * Runs heavy jobs each in a process of its own, so that whoever reads meanwhile waits neither for its work nor for its collections of
 * garbage. The launcher begins it where there is one: a process as large as this stands still while it begins another. It ends with
 * the program: whatever it had not finished has not happened, and begins anew.
 */
export const jobsApart =
  (shared: Omit<ApartTask, 'name' | 'data'>): RunApart =>
  async (name, data) => {
    const { done } = await (process.send && process.env['JOBS_APART'] === 'launcher' ? askLauncher : runHere)({ ...shared, name, data });
    if (!done) throw new Error(`the process of the job ${name} has not done it`);
  };

async function runHere(task: ApartTask): Promise<ApartAnswer> {
  const child = fork(PROGRAM, { serialization: 'advanced', execArgv: NODE_OPTIONS });
  const answer = new Promise<ApartAnswer>((resolve) => child.once('message', (said) => resolve(said as ApartAnswer)));
  // What it has said is read before this is told; that it has ended may be told sooner.
  const ended = once(child, 'disconnect').then((): ApartAnswer => ({ done: false }));
  child.send(task);
  return Promise.race([answer, ended]);
}

let asked = 0;

function askLauncher(task: ApartTask): Promise<ApartAnswer> {
  const id = (asked += 1);
  return new Promise((resolve) => {
    const hear = (answer: unknown) => {
      const { id: of, done } = answer as ApartAnswer & { readonly id: number };
      if (of !== id) return;
      process.off('message', hear);
      resolve({ done });
    };
    process.on('message', hear);
    process.send!({ id, task });
  });
}
