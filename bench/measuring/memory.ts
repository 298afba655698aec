import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most memory this process ever held, in MB. Linux hands `maxRSS` on from the process that started this one, so there
 * the high-water mark of the program itself is read.
 */
export const peakMemoryMb = (): number => (existsSync(STATUS) ? peakMemoryMbOf('self') : Math.round(process.resourceUsage().maxRSS / 1024));

/** The most memory that another process ever held, in MB; Linux only. */
export const peakMemoryMbOf = (pid: number | 'self'): number => Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
