import { BENCHMARKS } from './benchmarks.js';
import { answerTask } from './measuring/child.js';
import { peakMemoryMb } from './measuring/memory.js';
import type { Report } from './measuring/result.js';
import { duration } from './measuring/timings.js';

/** One benchmark in a process of its own, so that its memory is its own. */
answerTask<string>(async (name): Promise<Report> => {
  const { title, run } = BENCHMARKS.find((one) => one.name === name)!;
  const results: Report['results'][number][] = [];
  const took = await duration(async () => results.push(...(await run())));
  return { name, title, seconds: took / 1000, peakMb: peakMemoryMb(), results };
});
