import { existsSync, readFileSync } from 'node:fs';

const STATUS = '/proc/self/status';

/**
 * The most memory this process ever held, in MB. Linux hands `maxRSS` on from the process that started this one, so there
 * the high-water mark of the program itself is read.
 */
export function peakMemoryMb(): number {
  const kilobytes = existsSync(STATUS) ? Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(STATUS, 'utf8'))?.[1]) : process.resourceUsage().maxRSS;
  return Math.round(kilobytes / 1024);
}
