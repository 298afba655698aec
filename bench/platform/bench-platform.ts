import pg from 'pg';
import { workerUrlOf } from '#app/config.js';
import { loadReferenceData } from '#app/data/reference-data.js';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import type { Platform } from '#platform/actions/perform.js';
import type { Database } from '#platform/db/database.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import { postgresProcessorMs } from '../measuring/processor-time.js';
import { asWorker } from './as-worker.js';
import { startBenchPostgres } from './bench-postgres.js';

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
  const given = { workerUrl, ownerUrl, asOwner: (statements: string) => runStatements(ownerUrl, statements), postgresMs: () => postgresProcessorMs(postgres.dataDirectory) };
  try {
    return await asWorker(workerUrl, ({ platform, database, queue }) => work({ ...given, platform, database, runDueJobs: () => queue.runDue(platform) }), undefined, begin);
  } finally {
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
