import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux's clock ticks there are so many in a second, on every processor that it runs on here. */
const TICKS = 100;

/** Processor time in microseconds of a process and of all that it has started, those that have ended too; undefined where there is no `/proc`. */
export function processorTimeOf(pid: number): number | undefined {
  const all = new Map(processes().map((one) => [one.pid, one]));
  const first = all.get(pid);
  if (!first) return undefined;
  const children = [...all.values()].filter(({ parent }) => parent === pid);
  return ((first.own + first.ended + children.reduce((sum, one) => sum + one.own + one.ended, 0)) * 1_000_000) / TICKS;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** Ticks of its own, and of children that it has seen ending. */
  readonly own: number;
  readonly ended: number;
}

function processes(): Process[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []));
  } catch {
    return [];
  }
}

/** The fields after the name, which may hold anything: state, parent … and from the twelfth on user, system, and both of ended children. */
function readProcess(pid: number): Process[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ').map(Number);
    return [{ pid, parent: fields[1]!, own: fields[11]! + fields[12]!, ended: fields[13]! + fields[14]! }];
  } catch {
    return [];
  }
}
