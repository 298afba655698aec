import type { Timings } from './timings.js';

/** One number of ours, and what it should be held against, measured in the same run. */
export interface Result {
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  /** A limit (the same work with less between) or a peer (another program for it), in the same unit. */
  readonly beside?: { readonly name: string; readonly value: number };
  /** How long single operations took, in milliseconds. */
  readonly timings?: Timings;
  readonly goal?: Goal;
  /** Peak memory in MB of a process that did this alone, apart from the benchmark's. */
  readonly peakMb?: number;
}

export interface Goal {
  readonly of: 'ours' | 'p95' | 'ratio' | 'peakMb';
  readonly atMost?: number;
  readonly atLeast?: number;
}

export interface Benchmark {
  readonly title: string;
  run(): Promise<Result[]>;
}

/** What a benchmark's process hands back; `peakMb` is Node's memory alone, PostgreSQL has its own processes. */
export interface Report {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  readonly peakMb: number;
  readonly results: readonly Result[];
}

export const ratioOf = ({ ours, beside }: Result): number | undefined => (beside ? ours / beside.value : undefined);

/** Whether the goal was reached; undefined where none is set. */
export function reached(result: Result): boolean | undefined {
  if (!result.goal) return undefined;
  const { of, atMost = Infinity, atLeast = -Infinity } = result.goal;
  const value = { ours: result.ours, p95: result.timings?.p95, ratio: ratioOf(result), peakMb: result.peakMb }[of];
  return value !== undefined && value <= atMost && value >= atLeast;
}
