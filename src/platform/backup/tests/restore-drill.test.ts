import { appendFile, chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import { sealAudit } from '#platform/audit/seal-audit.js';
import { openDatabase } from '#platform/db/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/postgres/embedded-postgres.js';
import { takeBackup } from '../backup.js';
import type { Manifest } from '../manifest.js';
import { restoreBackup } from '../restore.js';

const silent = () => undefined;
let root: string;
let server: EmbeddedPostgres;
let url: string;
let backup: string;
let manifest: Manifest;

/** An installation at work: entries are written all the while the backup is taken. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'restore-drill-'));
  await chmod(root, 0o755);
  server = await startEmbeddedPostgres({ dataDir: join(root, 'live') });
  url = await ensureDatabase(server.superuserUrl, 'vienkopus');
  await bringUpToDate(url, silent);
  await writeEntries(20_000);
  const database = openDatabase({ url });
  await sealAudit(database);
  await database.close();

  backup = join(root, 'backup');
  const writing = { on: true };
  const writer = (async () => {
    while (writing.on) await writeEntries(50);
  })();
  manifest = await takeBackup({ superuserUrl: server.superuserUrl, dataDirectory: server.dataDirectory, database: 'vienkopus', folder: backup, now: new Date('2026-11-21T08:00:00Z'), log: silent });
  writing.on = false;
  await writer;
});

afterAll(async () => {
  await server.stop();
  await rm(root, { recursive: true });
});

async function writeEntries(count: number) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`insert into audit.entry (at, actor_kind, action, outcome) select now(), 'system', 'drill.write', 'done' from generate_series(1, $1)`, [count]);
  await client.end();
}

const rowsOf = (name: string) => manifest.tables.find((table) => table.name === name);

test('a backup names every file and table, and where the audit chain stood', async () => {
  expect(manifest.files.map((file) => file.path)).toEqual(expect.arrayContaining(['backup_label', 'global/pg_control', 'PG_VERSION']));
  expect(manifest.files.some((file) => file.path.startsWith('pg_wal/'))).toBe(true);
  expect(rowsOf('audit.link')).toEqual({ name: 'audit.link', before: 20_000, after: 20_000 });
  expect(rowsOf('audit.entry')!.before).toBeGreaterThan(20_000);
  expect(manifest.audit).toMatchObject({ seq: 20_000 });
  expect(await readdir(root)).not.toContain('backup.unfinished');
});

test('what was written up to the end of the backup is there after the restore', async () => {
  const dataDir = join(root, 'restored');
  await restoreBackup({ folder: backup, dataDir, log: silent });
  const restored = await startEmbeddedPostgres({ dataDir });
  const database = openDatabase({ url: await ensureDatabase(restored.superuserUrl, 'vienkopus') });
  const { rows } = await database.pool.query<{ n: number }>('select count(*) as n from audit.entry');
  expect(rows[0]!.n).toBeGreaterThanOrEqual(rowsOf('audit.entry')!.before);
  expect(rows[0]!.n).toBeLessThanOrEqual(rowsOf('audit.entry')!.after);
  await sealAudit(database);
  await database.close();
  await restored.stop();
});

test('nothing is restored over a database', async () => {
  await expect(restoreBackup({ folder: backup, dataDir: join(root, 'live'), log: silent })).rejects.toThrow(/There is a database in .* already/);
});

test('a damaged or missing file is named, and no database is left behind', async () => {
  const victim = manifest.files.find((file) => file.path.startsWith('base/') && file.size > 8192)!.path;
  await appendFile(join(backup, 'base', victim), 'x');
  const dataDir = join(root, 'damaged');
  await expect(restoreBackup({ folder: backup, dataDir, log: silent })).rejects.toThrow(`the file ${victim} does not fit its checksum`);
  await rm(join(backup, 'base', victim));
  await expect(restoreBackup({ folder: backup, dataDir, log: silent })).rejects.toThrow(`the file ${victim} is missing`);
  expect(await readdir(dataDir)).toEqual([]);
});

test('a changed manifest and a folder that is no backup are refused', async () => {
  await writeFile(join(backup, 'manifest.json'), '{}');
  await expect(restoreBackup({ folder: backup, dataDir: join(root, 'other'), log: silent })).rejects.toThrow(/manifest.json does not fit its checksum/);
  await expect(restoreBackup({ folder: root, dataDir: join(root, 'other'), log: silent })).rejects.toThrow(/is not a backup/);
});
