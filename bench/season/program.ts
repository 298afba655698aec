import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parentOf } from '../measuring/processor-time.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPM_START = ['bin/run.mjs', 'start'];
const PROGRAM = 'dist/main.js';
/** What it says when it has begun to look for jobs. */
const WORKS = 'MODE=worker';

/**
 * The program as it is shipped, as a worker: what `npm start` builds and starts, with the settings of Node that it gives.
 * @param settings as the environment names them
 * @param work is told the program's process
 */
export async function whileProgramWorks<R>(settings: Readonly<Record<string, string>>, work: (pid: number) => Promise<R>): Promise<R> {
  const env = { ...process.env, NODE_ENV: 'development', MODE: 'worker', DATA: 'none', ...settings };
  const launcher = spawn(process.execPath, NPM_START, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(launcher, 'exit');
  try {
    await begun(launcher);
    return await Promise.race([work(programOf(launcher)), ended.then(() => Promise.reject(new Error('the program has ended before its work')))]);
  } finally {
    launcher.kill('SIGTERM');
    await ended;
  }
}

async function begun({ stdout }: ChildProcess): Promise<void> {
  for await (const line of createInterface({ input: stdout! })) if (line.includes(WORKS)) return void stdout!.resume();
  throw new Error('the program did not start');
}

/** The launcher passes signals on to a process of its own: that one is measured. */
function programOf({ pid: launcher }: ChildProcess): number {
  const found = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && parentOf(Number(pid)) === launcher && isProgram(pid));
  if (found === undefined) throw new Error('the program is not among the processes');
  return Number(found);
}

const isProgram = (pid: string): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(PROGRAM);
