import pg from 'pg';
import { readConfig, workerUrlOf } from '#app/config.js';
import { loadReferenceData } from '#app/data/reference-data.js';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import { assemblePlatform } from '#app/platform.js';
import { systemClock } from '#kernel/clock.js';
import { installation } from '#platform/actions/installation.js';
import type { Platform } from '#platform/actions/perform.js';
import { type Database, openDatabase } from '#platform/db/database.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import { SILENT } from '#platform/log/log.js';
import { postgresProcessorMs } from '../measuring/processor-time.js';
import { startBenchPostgres } from './bench-postgres.js';

export const BENCH_CONFIG = readConfig({ REQUESTS_PER_MINUTE: '1000000000' });

/** The platform as it really runs, on a database of its own. */
export interface BenchPlatform {
  readonly platform: Platform;
  readonly database: Database;
  readonly workerUrl: string;
  /** The owner of everything: for loading in bulk. */
  readonly ownerUrl: string;
  /** Statements of the owner of everything: preparing what is to be measured. */
  asOwner(statements: string): Promise<void>;
  /** What PostgreSQL has taken of the processor so far, in milliseconds. */
  postgresMs(): number;
  /** Runs the background jobs that are due. */
  runDueJobs(): Promise<number>;
}

/** @param begin what the registers hold before the work; the territories' reference data when absent. */
export async function withBenchPlatform<R>(name: string, work: (bench: BenchPlatform) => Promise<R>, begin = loadReferenceData): Promise<R> {
  const postgres = await startBenchPostgres();
  const ownerUrl = await freshDatabase(postgres.superuserUrl, `bench_${name}`);
  await bringUpToDate(ownerUrl, () => undefined);
  const { url: workerUrl } = workerUrlOf(ownerUrl, WORKER_ROLE);
  const database = openDatabase({ url: workerUrl });
  const clock = systemClock();
  await begin(database, clock.now());
  const { platform, queue } = await assemblePlatform(database, workerUrl, clock, installation(BENCH_CONFIG, 'the secret of the benchmarks'), SILENT);
  try {
    return await work({
      platform,
      database,
      workerUrl,
      ownerUrl,
      asOwner: (statements) => runStatements(ownerUrl, statements),
      postgresMs: () => postgresProcessorMs(postgres.dataDirectory),
      runDueJobs: () => queue.runDue(platform),
    });
  } finally {
    await queue.stop();
    await database.close();
    await runStatements(postgres.superuserUrl, `drop database bench_${name} with (force)`);
    await postgres.stop();
  }
}

async function freshDatabase(superuserUrl: string, name: string): Promise<string> {
  await runStatements(superuserUrl, `drop database if exists ${name} with (force)`);
  return ensureDatabase(superuserUrl, name);
}

async function runStatements(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
