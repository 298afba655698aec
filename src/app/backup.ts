import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '#kernel/clock.js';
import { SECRET, takeBackup } from '#platform/backup/backup.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { placeFor } from '#platform/postgres/place.js';
import { DATABASE_NAME, embeddedConfig, runCommand } from './command.js';

/** `npm run backup [folder]`: copies the embedded database, running or not; by default into `backups/` of the data folder. */
await runCommand(async (tell) => {
  const config = embeddedConfig();
  const now = systemClock().now();
  const folder = resolve(process.argv[2] ?? join(config.dataDir, 'backups', now.toISOString().replace(/[:.]/g, '-')));
  if (!existsSync((await placeFor(config.dataDir)).cluster)) throw new Error(`There is no database in ${config.dataDir} yet: nothing to back up.`);
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell });
  try {
    const { superuserUrl, dataDirectory } = server;
    const { files, tables, audit } = await takeBackup({ superuserUrl, dataDirectory, database: DATABASE_NAME, secretFile: join(config.dataDir, SECRET), folder, now, log: tell });
    const rows = tables.reduce((sum, table) => sum + table.after, 0);
    tell(`backed up to ${folder}: ${files.length} files, ${rows} rows in ${tables.length} tables, audit log sealed up to entry ${audit.seq}`);
    tell('Keep a copy on another machine, closed to others: it holds all data.');
  } finally {
    await server.stop();
  }
});
