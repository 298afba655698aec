import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { absent } from './account.js';

/** A live server of a cluster: its main process and its port. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The live server of a cluster, by its postmaster.pid file. A file left by a killed server is removed when its number
 * now belongs to another process or to a zombie, since PostgreSQL would take either for a live server and refuse.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(absent))?.split('\n') ?? [];
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !processIsAlive(pid)) return undefined;
  if (await servesCluster(pid, cluster)) return { pid, port };
  await rm(file, { force: true });
  return undefined;
}

/** Stops a server: open transactions are rolled back, what is committed is written out. Resolves when it is gone. */
export async function stopPostmaster({ pid }: Postmaster, cluster: string, seconds = 120): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await sleep(10)) {
    if (!processIsAlive(pid) || !(await servesCluster(pid, cluster))) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) did not stop within ${seconds} seconds; it keeps running.`);
}

/** Whether a process number is in use; one we may not signal is in use too. */
export function processIsAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process runs (a zombie does not) and is the server of this cluster: `launch` starts it with `-D`. */
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== 'linux') {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'stat=,args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
    return !stdout.startsWith('Z') && stdout.includes(`-D ${cluster}`);
  }
  try {
    const state = /\) (\w) /.exec(await readFile(`/proc/${pid}/stat`, 'utf8'))?.[1];
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0');
    return state !== 'Z' && state !== 'X' && words[words.indexOf('-D') + 1] === cluster;
  } catch {
    return false;
  }
}
