import { http } from './http.bench.js';
import type { Benchmark } from './measuring/result.js';
import { territories } from './territories.bench.js';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [http, territories];
