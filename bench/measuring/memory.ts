import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most memory this process ever held, in MB. Linux hands `maxRSS` on from the process that started this one, so there
 * the high-water mark of the program itself is read.
 */
export const peakMemoryMb = (): number => (existsSync(STATUS) ? peakMemoryMbOf('self') : Math.round(process.resourceUsage().maxRSS / 1024));

/** The most memory that another process ever held, in MB; Linux only. */
export const peakMemoryMbOf = (pid: number | 'self'): number => Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);

/** What these processes hold in memory together now, in MB; what they share (Node itself) is counted once. Linux only; of a process that has ended nothing. */
export const memoryMbOf = (pids: readonly number[]): number => Math.round(pids.reduce((sum, pid) => sum + sharedOutKbOf(pid), 0) / 1024);

function sharedOutKbOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
