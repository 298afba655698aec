import { BENCHMARKS } from './benchmarks.js';
import { answerTask } from './measuring/child.js';
import { peakMemoryMb } from './measuring/memory.js';
import type { Report, Result } from './measuring/result.js';
import { duration } from './measuring/timings.js';

/** One benchmark in a process of its own, so that its memory is its own. */
answerTask<string>(async (name): Promise<Report> => {
  const { title, run } = await BENCHMARKS.get(name)!();
  console.log(`\n## ${title}`);
  const results: Result[] = [];
  const took = await duration(async () => results.push(...(await run())));
  return { name, title, seconds: took / 1000, peakMb: peakMemoryMb(), results };
});
