import type { Benchmark, Result } from './measuring/result.js';
import { loadNationBefore2021, RESIDENTS } from './nation/load-nation.js';
import { reformWhileOthersRead } from './nation/reform.js';
import { search } from './nation/search.js';
import { duration } from './measuring/timings.js';
import { type BenchPlatform, withBenchPlatform } from './platform/bench-platform.js';

export const nation: Benchmark = {
  title: `At national size: 2,700 institutions, 15,000 users, 30,000 grants, ${RESIDENTS.toLocaleString('en')} residents`,
  run: () => withBenchPlatform('nation', measureNation, async () => undefined),
};

async function measureNation(bench: BenchPlatform): Promise<Result[]> {
  let reformId = '';
  const took = await duration(async () => (reformId = await loadNationBefore2021(bench)));
  await bench.asOwner('vacuum analyze');
  return [{ what: 'loading', ours: took / 1000, unit: 's' }, ...(await reformWhileOthersRead(bench, reformId)), ...(await search(bench))];
}
