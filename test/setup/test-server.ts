import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { testFolder } from './test-folder.js';

/** Nothing here must survive a crash, so the server need not wait for the disk; its log of changes is kept short. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '512MB' };

/** The PostgreSQL of the tests: kinds of tests that run at the same time share it. */
export async function startTestServer(): Promise<{ superuserUrl: string; stop: () => Promise<void> }> {
  return startEmbeddedPostgres({ dataDir: join(testFolder(), 'postgres'), settings: FAST });
}

/** A database that is a copy of another, and its address. Nobody may be connected to the other meanwhile. */
export async function cloneDatabase(superuserUrl: string, template: string, name: string): Promise<string> {
  await asSuperuser(superuserUrl, (client) => client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`));
  const url = new URL(superuserUrl);
  url.pathname = `/${name}`;
  return url.href;
}

export const dropDatabase = (superuserUrl: string, name: string): Promise<void> =>
  asSuperuser(superuserUrl, (client) => client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`));

/** Drops every database whose name begins so: a template and what was cloned of it. */
export const dropAll = (superuserUrl: string, beginning: string): Promise<void> =>
  asSuperuser(superuserUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [beginning]);
    for (const { datname } of rows) await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  });

async function asSuperuser(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
