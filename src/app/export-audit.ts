import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '#kernel/clock.js';
import { exportAudit } from '#platform/audit/export-audit.js';
import { openDatabase } from '#platform/db/database.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { DATABASE_NAME, runCommand } from './command.js';
import { readConfig } from './config.js';

/**
 * `npm run export-audit [file]`: writes the sealed audit log as lines that `bin/audit-verify.mjs` checks, of the embedded database
 * (running or not) or of `DATABASE_URL`; by default into the data folder. A file that is there already is never overwritten.
 */
await runCommand(async (tell) => {
  const config = readConfig(process.env);
  const file = resolve(process.argv[2] ?? join(config.dataDir, `audit-${systemClock().now().toISOString().replace(/[:.]/g, '-')}.tsv`));
  const server = config.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell });
  try {
    const database = openDatabase({ url: config.DATABASE_URL ?? new URL(`/${DATABASE_NAME}`, server!.superuserUrl).href, checkRows: false });
    try {
      await pipeline(Readable.from(exportAudit(database.read)), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    } finally {
      await database.close();
    }
    tell(`exported the audit log to ${file}`);
    tell(`Check it, on any machine with Node: node bin/audit-verify.mjs ${file}`);
  } finally {
    await server?.stop();
  }
});
