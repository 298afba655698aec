import { existsSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemClock } from '#kernel/clock.js';
import type { ChainEnd } from '#platform/audit/check-audit.js';
import { exportAudit } from '#platform/audit/export-audit.js';
import { openDatabase } from '#platform/db/database.js';
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { placeFor } from '#platform/postgres/place.js';
import { DATABASE_NAME, runCommand } from './command.js';
import { readConfig } from './config.js';

/**
 * `npm run export-audit [file]`: writes the sealed audit log as lines that `bin/audit-verify.mjs` checks, of the embedded database
 * (running or not) or of `DATABASE_URL`; by default into the data folder. A file that is there already is never overwritten.
 */
await runCommand(async (tell) => {
  const config = readConfig(process.env);
  const file = resolve(process.argv[2] ?? join(config.dataDir, `audit-${systemClock().now().toISOString().replace(/[:.]/g, '-')}.tsv`));
  if (!config.DATABASE_URL && !existsSync((await placeFor(config.dataDir)).cluster)) throw new Error(`There is no database in ${config.dataDir} yet: nothing to export.`);
  const target = await newFile(file);
  const server = config.DATABASE_URL ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, log: tell });
  try {
    const database = openDatabase({ url: config.DATABASE_URL ?? new URL(`/${DATABASE_NAME}`, server!.superuserUrl).href, checkRows: false });
    let end: ChainEnd = { seq: 0, hash: '' };
    try {
      await pipeline(Readable.from(exportAudit(database.read, (last) => void (end = last))), target.createWriteStream());
    } finally {
      await database.close();
    }
    tell(`exported the audit log to ${file}: ${end.seq === 0 ? 'nothing is sealed yet' : `up to entry ${end.seq}`}`);
    tell(`Check it, on any machine with Node: node bin/audit-verify.mjs ${file}${end.hash && ` --expect ${end.hash}`}`);
    if (end.hash) tell('Note the number and the hash where nobody can change them: only by them does one see that entries are missing at the end.');
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await server?.stop();
  }
});

async function newFile(file: string) {
  const why: Readonly<Record<string, string>> = {
    EEXIST: `${file} is there already, and no export is ever overwritten: name another file.`,
    ENOENT: `${file}: there is no such folder; make it, or name another file.`,
    EISDIR: `${file} is a folder: name a file.`,
  };
  return open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new Error(why[error.code ?? ''] ?? `${file} cannot be written (${error.code ?? error.message}): name another file.`, { cause: error });
  });
}
