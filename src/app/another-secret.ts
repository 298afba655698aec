import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownClient } from '#platform/db/own-client.js';
import { WORKER_ROLE } from '#platform/db/migrator.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { placeFor } from '#platform/postgres/place.js';
import { DATABASE_NAME, runCommand } from './command.js';
import { readConfig } from './config.js';
import { DB_FOLDER } from './open-database.js';

const SURE = 'take-away';

/** `npm run another-secret take-away`: takes away what the former secret alone opens, so that the program starts with another (docs/guides/backup.md). */
await runCommand(async (tell) => {
  const config = readConfig(process.env);
  if (process.argv[2] !== SURE) throw new Error(`This takes away one-time codes, recovery codes, links to Smart-ID and the others, and signs everybody out. Read “Another secret” in docs/guides/backup.md, take a backup, then: npm run another-secret ${SURE}`);
  if (!config.DATABASE_URL && !existsSync((await placeFor(config.dataDir)).cluster)) throw new Error(`There is no database in ${config.dataDir} yet: nothing is sealed.`);
  const server = config.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell });
  const client = ownClient({ connectionString: config.DATABASE_URL ?? new URL(`/${DATABASE_NAME}`, server!.superuserUrl).href });
  try {
    await client.connect();
    const { rowCount } = await client.query('select from pg_stat_activity where usename = $1 and datname = current_database()', [WORKER_ROLE]);
    if (rowCount) throw new Error('The program is running on this database: stop all of its processes first.');
    await client.query(`begin; ${await readFile(join(DB_FOLDER, 'another-secret.sql'), 'utf8')} commit`);
    tell('What the former secret opened is taken away: start the program with the new one, and go on as the guide says.');
  } finally {
    await client.end();
    await server?.stop();
  }
});
