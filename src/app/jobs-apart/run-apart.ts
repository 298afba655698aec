import { fork } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { setPriority } from 'node:os';
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
const NODE_OPTIONS = ['--enable-source-maps', '--max-semi-space-size=8', '--single-threaded-gc', ...(FROM_SOURCES ? ['--import', 'tsx'] : [])];
const ENVIRONMENT = { MALLOC_ARENA_MAX: '2' };
const BEHIND_OTHERS = 10;

/**
 * Runs heavy jobs each in a process of its own, so that whoever reads meanwhile waits neither for its work nor for its collections of
 * garbage. The launcher begins it where there is one: a process as large as this stands still while it begins another. It ends with
 * the program: whatever it had not finished has not happened, and begins anew.
 */
export const jobsApart =
  (shared: Omit<ApartTask, 'name' | 'data'>): RunApart =>
  async (name, data) => {
    const done = await (process.connected && process.env['JOBS_APART'] === 'launcher' ? askLauncher : runHere)({ ...shared, name, data });
    if (!done) throw new Error(`the process of the job ${name} has not done it`);
  };

function runHere(task: ApartTask): Promise<boolean> {
  const child = fork(PROGRAM, { serialization: 'advanced', execArgv: NODE_OPTIONS, env: { ...process.env, ...ENVIRONMENT } });
  if (child.pid) setPriority(child.pid, BEHIND_OTHERS);
  const notBegun = new Promise<boolean>((resolve) => child.on('error', () => resolve(false)));
  const done = doneBy(child);
  child.send(task);
  return Promise.race([done, notBegun]);
}

let asked = 0;

function askLauncher(task: ApartTask): Promise<boolean> {
  const id = (asked += 1);
  const done = doneBy(process, id);
  process.send!({ id, task });
  return done;
}

/** Its answer, or that nothing is done once it is gone; what it has said is read before it is known to be gone. */
const doneBy = (other: EventEmitter, id?: number): Promise<boolean> =>
  new Promise((resolve) => {
    const settle = (done: boolean) => {
      other.off('message', hear).off('disconnect', gone);
      resolve(done);
    };
    const hear = (said: ApartAnswer & { readonly id?: number }) => {
      if (said.id === id) settle(said.done);
    };
    const gone = () => settle(false);
    other.on('message', hear).on('disconnect', gone);
  });
