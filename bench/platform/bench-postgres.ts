import { fileURLToPath } from 'node:url';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';

/** Everything a benchmark leaves behind. */
export const BENCH_DATA = fileURLToPath(new URL('../../var/bench', import.meta.url));

/** The benchmarks' own server, as safe as the real one (it waits for the disk); joins the one already running. */
export const startBenchPostgres = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ dataDir: BENCH_DATA });
