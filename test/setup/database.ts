import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReferenceData } from '#app/data/reference-data.js';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import { openDatabase } from '#platform/db/database.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    superuserUrl: string;
    template: string;
  }
}

/** Nothing here must survive a crash, so the server need not wait for the disk. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** One server for all test files, and one migrated database with the reference data that each file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = fileURLToPath(new URL('../../var/test-postgres', import.meta.url));
  const embedded = await startEmbeddedPostgres({ dataDir, settings: FAST });
  const template = `template_${process.pid}_${project.name}`;
  const url = await ensureDatabase(embedded.superuserUrl, template);
  await bringUpToDate(url, () => undefined);
  const database = openDatabase({ url, checkRows: true });
  await loadReferenceData(database, new Date());
  await database.close();
  project.provide('superuserUrl', embedded.superuserUrl);
  project.provide('template', template);
  return async () => {
    await dropAll(embedded.superuserUrl, template);
    await embedded.stop();
  };
}

async function dropAll(superuserUrl: string, template: string) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like $1`, [`${template}%`]);
  for (const { datname } of rows) await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  await client.end();
}
