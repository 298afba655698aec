import { createHash } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { type Database, openDatabase } from '../db/database.js';
import { ownClient } from '../db/own-client.js';
import { type Copied, copyCluster, copyLog } from './copy-cluster.js';
import { copyFile } from './copy-file.js';
import { readFacts } from './facts.js';
import { type Manifest, writeManifest } from './manifest.js';

export interface BackupSettings {
  /** The embedded server, running, with its data directory readable by us. */
  readonly superuserUrl: string;
  readonly dataDirectory: string;
  /** The database whose rows are counted; the whole cluster is copied. */
  readonly database: string;
  /** The secret that an installation made itself and without which what is sealed in its database cannot be opened; left out where there is none. */
  readonly secretFile?: string;
  /** Where the backup comes to stand; must not exist yet. */
  readonly folder: string;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/**
 * Copies a running server by PostgreSQL's low-level backup interface (manual, 25.3.4): the files as they are, and the
 * write-ahead log that makes them whole as of the end of the copying. Work goes on meanwhile. The folder appears under
 * its name when it is whole; it holds all data and the superuser's password, so it is closed to others.
 */
export async function takeBackup({ superuserUrl, dataDirectory, database, secretFile, folder, now, log }: BackupSettings): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(dirname(folder), { recursive: true });
  await rm(unfinished, { recursive: true, force: true });
  const base = join(unfinished, 'base');
  await mkdir(base, { recursive: true, mode: 0o700 });
  const session = ownClient({ connectionString: superuserUrl, application_name: 'vienkopus backup' });
  const counted = openDatabase({ url: withDatabase(superuserUrl, database), maxConnections: 2 });
  await session.connect();
  try {
    const copied: Copied = { folders: [], files: [] };
    log('copying the data');
    // The slot keeps the log of the copying from being recycled; it ends with this session.
    await session.query(`select pg_create_physical_replication_slot($1, true, true)`, [`backup_${process.pid}`]);
    const from = await one<{ wal: string }>(session, `select pg_walfile_name(pg_backup_start('vienkopus', fast => true)) as wal`);
    await copyCluster(dataDirectory, base, copied);
    const before = await readFacts(counted.read);
    const stop = await one<{ label: string; wal: string; version: string }>(
      session,
      `select labelfile as label, pg_walfile_name(lsn) as wal, current_setting('server_version') as version from pg_backup_stop(wait_for_archive => false)`,
    );
    const after = await readFacts(counted.read);
    await copyLog(dataDirectory, base, from.wal, stop.wal, copied);
    await addText(base, 'backup_label', stop.label, copied);
    const password = `${decodeURIComponent(new URL(superuserUrl).password)}\n`;
    await writeFile(join(unfinished, 'password'), password, { mode: 0o600 });
    if (secretFile) await copyFile(secretFile, join(unfinished, SECRET));
    const manifest: Manifest = {
      format: 1,
      takenAt: now.toISOString(),
      serverVersion: stop.version,
      database,
      ...copied,
      tables: [...before.rows].map(([name, rows]) => ({ name, before: rows, after: after.rows.get(name) ?? rows })),
      audit: before.audit,
    };
    await writeManifest(unfinished, manifest);
    await rename(unfinished, folder);
    return manifest;
  } finally {
    await closeAll(session, counted);
  }
}

/** The installation's own secret, by this name in a backup and in a data folder. */
export const SECRET = 'session-secret';

const closeAll = async (session: pg.Client, counted: Database) => {
  await session.end();
  await counted.close();
};

async function one<Row extends pg.QueryResultRow>(session: pg.Client, query: string): Promise<Row> {
  return (await session.query<Row>(query)).rows[0]!;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

async function addText(base: string, path: string, text: string, copied: Copied): Promise<void> {
  await writeFile(join(base, path), text, { mode: 0o600 });
  copied.files.push({ path, size: Buffer.byteLength(text), sha256: createHash('sha256').update(text).digest('hex') });
}
