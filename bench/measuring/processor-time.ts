import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Linux counts in hundredths of a second. */
const TICK_MS = 10;

interface Used {
  readonly parent: number;
  readonly ms: number;
  /** Of children that have ended. */
  readonly childrenMs: number;
}

function usedBy(path: string): Used | undefined {
  try {
    const words = readFileSync(path, 'utf8');
    const fields = words.slice(words.lastIndexOf(')') + 2).split(' ').map(Number);
    return { parent: fields[1]!, ms: (fields[11]! + fields[12]!) * TICK_MS, childrenMs: (fields[13]! + fields[14]!) * TICK_MS };
  } catch {
    return undefined;
  }
}

/** How much of the processor a process has used so far, in milliseconds; NaN where there is no `/proc` (not Linux). */
export const processorMsOf = (pid: number): number => usedBy(`/proc/${pid}/stat`)?.ms ?? Number.NaN;

/** Which process started it; undefined when there is none such. */
export const parentOf = (pid: number): number | undefined => usedBy(`/proc/${pid}/stat`)?.parent;

/** The processes that a process has started and that still run. */
export const childrenOf = (parent: number): number[] =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => parentOf(pid) === parent);

/** How much of the processor a process has used so far, and how much of that its main thread. */
export const mainThreadAndAllMsOf = (pid: number): { readonly all: number; readonly mainThread: number } => ({ all: processorMsOf(pid), mainThread: usedBy(`/proc/${pid}/task/${pid}/stat`)?.ms ?? Number.NaN });

/** PostgreSQL with all its processes, those that have ended too. */
export function postgresProcessorMs(dataDirectory: string): number {
  const postmaster = Number(readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const own = usedBy(`/proc/${postmaster}/stat`);
  if (!own) return Number.NaN;
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map((pid) => usedBy(`/proc/${pid}/stat`));
  return own.ms + own.childrenMs + running.reduce((sum, one) => sum + (one?.parent === postmaster ? one.ms : 0), 0);
}
