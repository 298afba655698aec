import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parentOf } from '../measuring/processor-time.js';
import { BENCH_SECRET } from './as-worker.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NPM_START = ['bin/run.mjs', 'start'];
const PROGRAM = 'dist/main.js';

export interface ShippedProgram {
  readonly pid: number;
  /** Where it serves; null of a worker. */
  readonly address: string | null;
}

/**
 * The program as it is shipped: what `npm start` builds and starts, with the settings of Node that it gives; its files are in a folder that goes with it.
 * @param settings as the environment names them
 */
export async function whileProgramRuns<R>(settings: Readonly<Record<string, string>>, work: (program: ShippedProgram) => Promise<R>): Promise<R> {
  const folder = await mkdtemp(join(tmpdir(), 'vienkopus-bench-'));
  const env = { ...process.env, NODE_ENV: 'development', DATA: 'none', DATA_DIR: folder, PORT: '0', REQUESTS_PER_MINUTE: '1000000', SESSION_SECRET: BENCH_SECRET, ...settings };
  const launcher = spawn(process.execPath, NPM_START, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(launcher, 'exit');
  try {
    const address = await addressOf(launcher);
    return await Promise.race([work({ pid: programOf(launcher), address }), ended.then(() => Promise.reject(new Error('the program has ended before its work')))]);
  } finally {
    launcher.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

/** What it says when it has begun: that it works in the background, or where it serves. */
async function addressOf({ stdout }: ChildProcess): Promise<string | null> {
  for await (const line of createInterface({ input: stdout! })) {
    const [begun, address] = /^Vienkopus(?:: (http\S+)| works)/.exec(line) ?? [];
    if (!begun) continue;
    stdout!.resume();
    return address ?? null;
  }
  throw new Error('the program did not start');
}

/** The launcher passes signals on to a process of its own: that one is measured. */
function programOf({ pid: launcher }: ChildProcess): number {
  const found = readdirSync('/proc').find((pid) => /^\d+$/.test(pid) && parentOf(Number(pid)) === launcher && isProgram(pid));
  if (found === undefined) throw new Error('the program is not among the processes');
  return Number(found);
}

const isProgram = (pid: string): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(PROGRAM);
