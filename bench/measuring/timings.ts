/** Quantiles of durations in milliseconds. */
export interface Timings {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function timingsOf(durations: readonly number[]): Timings {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export const median = (values: readonly number[]): number => timingsOf(values).p50;

/** How long the work takes, in milliseconds. */
export async function duration(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Does `work` by `writers` at the same time for some seconds, and tells how often it was done and how long each took. */
export async function repeatFor(seconds: number, writers: number, work: () => Promise<unknown>): Promise<{ perSecond: number; timings: Timings }> {
  const durations: number[] = [];
  const begun = performance.now();
  const until = begun + seconds * 1000;
  const repeat = async () => {
    while (performance.now() < until) durations.push(await duration(work));
  };
  await Promise.all(Array.from({ length: writers }, repeat));
  return { perSecond: (durations.length * 1000) / (performance.now() - begun), timings: timingsOf(durations) };
}
