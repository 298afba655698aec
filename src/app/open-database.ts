import { join } from 'node:path';
import pg from 'pg';
import { type Database, openDatabase } from '#platform/db/database.js';
import { migrate, WORKER_ROLE } from '#platform/db/migrator.js';
import { ownClient } from '#platform/db/own-client.js';
import { comesAfter } from '#platform/db/standby.js';
import { PROJECT_FOLDER } from '#platform/files/project-folder.js';
import { prepareQueues } from '#platform/jobs/queue.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { type Config, workerUrlOf } from './config.js';
import { JOBS } from './modules.js';

/** Migrations, published views and reference data. */
export const DB_FOLDER = join(PROJECT_FOLDER, 'db');

export interface OpenedDatabase {
  readonly database: Database;
  /** Connection of the working role. */
  readonly workerUrl: string;
  /** Connection of the migrating role, for what changes structure or loads in bulk. */
  readonly migratorUrl: string;
  close(): Promise<void>;
}

/** Starts the embedded PostgreSQL (or takes the given one), brings it to the newest shape and connects as the worker. */
export async function openPlatformDatabase(config: Config, log: (line: string) => void, ending?: AbortSignal): Promise<OpenedDatabase> {
  const embedded = config.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log });
  // The statement under way fails when its server ends, and the start with it.
  ending?.addEventListener('abort', () => void embedded?.stop());
  try {
    ending?.throwIfAborted();
    const migratorUrl = config.DATABASE_URL ?? (await ensureDatabase(embedded!.superuserUrl, 'vienkopus'));
    if (config.DATABASE_URL) await refuseUnreachable('DATABASE_URL', config.DATABASE_URL);
    await bringUpToDate(migratorUrl, log);
    const { url: workerUrl } = workerUrlOf(migratorUrl, WORKER_ROLE);
    const readUrl = config.DATABASE_READ_URL && standbyUrl(config.DATABASE_READ_URL, workerUrl);
    if (readUrl) await refuseUnreachable('DATABASE_READ_URL', readUrl);
    const database = openDatabase({ url: workerUrl, readUrl, checkRows: !config.production && config.NODE_ENV === 'test' });
    if (!(await comesAfter(database))) {
      await database.close();
      throw new Error(FAR_BEHIND);
    }
    return {
      database,
      workerUrl,
      migratorUrl,
      async close() {
        await database.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

const FAR_BEHIND = 'DATABASE_READ_URL: what was written on the server of DATABASE_URL has not come there within a minute. See that it is a standby that follows this very server, or take the setting away';

/** Migrations, job queues and the worker's rights. */
export async function bringUpToDate(migratorUrl: string, log: (line: string) => void): Promise<void> {
  await refuseOldServer(migratorUrl);
  const { password } = workerUrlOf(migratorUrl, WORKER_ROLE);
  await migrate({ url: migratorUrl, folder: DB_FOLDER, workerPassword: password, prepare: () => prepareQueues(migratorUrl, JOBS), log });
}

/** Creates a database of that name where it is missing and gives its address. */
export async function ensureDatabase(superuserUrl: string, name: string): Promise<string> {
  await withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`).catch(unlessJustMade);
  });
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Another start was quicker: 42P04 when its database stands, 23505 when both were at it. */
function unlessJustMade(error: unknown) {
  if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error;
}

/** A standby has the roles and passwords of the server that it follows: of its own address only the place counts. */
function standbyUrl(named: string, workerUrl: string): string {
  const url = new URL(named);
  ({ username: url.username, password: url.password } = new URL(workerUrl));
  return url.href;
}

/** The driver tells only that a connection was refused, not which setting names the server. */
async function refuseUnreachable(name: 'DATABASE_URL' | 'DATABASE_READ_URL', url: string) {
  await withClient(url, () => Promise.resolve()).catch((error: unknown) => {
    throw new Error(`${name}: the database cannot be reached (${error instanceof Error ? error.message : String(error)})`, { cause: error });
  });
}

async function refuseOldServer(url: string) {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ version: number }>(`select current_setting('server_version_num')::int as version`);
    if (rows[0]!.version < 180_000) throw new Error('DATABASE_URL: PostgreSQL 18 or newer is needed (periods without overlaps, uuidv7)');
  });
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>) {
  const client = ownClient({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
