import type { Benchmark } from './measuring/result.js';

/** All benchmarks by name, in the order in which they run; each is loaded only into its own process. */
export const BENCHMARKS: ReadonlyMap<string, () => Promise<Benchmark>> = new Map([
  ['http', async () => (await import('./http.bench.js')).http],
  ['territories', async () => (await import('./territories.bench.js')).territories],
  ['audit', async () => (await import('./audit.bench.js')).audit],
  ['export', async () => (await import('./export.bench.js')).exporting],
  ['looks', async () => (await import('./looks.bench.js')).looks],
  ['sign-in', async () => (await import('./sign-in.bench.js')).signIn],
  ['intake', async () => (await import('./intake.bench.js')).intake],
  ['completeness', async () => (await import('./completeness.bench.js')).completeness],
  ['status', async () => (await import('./status.bench.js')).status],
  ['report', async () => (await import('./report.bench.js')).report],
  ['sealing', async () => (await import('./sealing.bench.js')).sealing],
  ['season', async () => (await import('./season.bench.js')).season],
  ['results-morning', async () => (await import('./results-morning.bench.js')).resultsMorning],
  ['archive', async () => (await import('./archive.bench.js')).archive],
  ['nation', async () => (await import('./nation.bench.js')).nation],
]);
