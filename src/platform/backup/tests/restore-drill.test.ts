import { appendFile, chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringUpToDate, ensureDatabase } from '#app/open-database.js';
import { fixedClock } from '#kernel/clock.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANONYMOUS } from '#platform/actions/actor.js';
import { perform, type Occasion, type Platform } from '#platform/actions/perform.js';
import { ANYONE } from '#platform/actions/permission.js';
import { sealAudit } from '#platform/audit/seal-audit.js';
import { openDatabase } from '#platform/db/database.js';
import { sql } from '#platform/db/sql.js';
import { comesAfter } from '#platform/db/standby.js';
import { createServer } from '#platform/http/server.js';
import { SILENT } from '#platform/log/log.js';
import { addHealth } from '#platform/metrics/add-health.js';
import type { Read } from '#platform/db/transaction.js';
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
  await writeFile(join(root, 'live/session-secret'), 'the secret of the drill');
  const database = openDatabase({ url });
  await sealAudit(database);
  await database.close();

  backup = join(root, 'backup');
  const writing = { on: true };
  const writer = (async () => {
    while (writing.on) await writeEntries(50);
  })();
  manifest = await takeBackup({ superuserUrl: server.superuserUrl, dataDirectory: server.dataDirectory, database: 'vienkopus', secretFile: join(root, 'live/session-secret'), folder: backup, now: new Date('2026-11-21T08:00:00Z'), log: silent });
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
  expect(await readFile(join(dataDir, 'session-secret'), 'utf8'), 'without it nothing sealed can be opened').toBe('the secret of the drill');
  const restored = await startEmbeddedPostgres({ dataDir });
  const database = openDatabase({ url: await ensureDatabase(restored.superuserUrl, 'vienkopus') });
  const { rows } = await database.pool.query<{ n: number }>('select count(*) as n from audit.entry');
  expect(rows[0]!.n).toBeGreaterThanOrEqual(rowsOf('audit.entry')!.before);
  expect(rows[0]!.n).toBeLessThanOrEqual(rowsOf('audit.entry')!.after);
  await sealAudit(database);
  await database.close();
  await restored.stop();
});

/** A server that follows the first one, from the same backup; its answers are as old as it is told. */
async function startStandby() {
  const dataDir = join(root, 'standby');
  await mkdir(join(dataDir, 'postgres'), { recursive: true, mode: 0o755 });
  await cp(join(backup, 'base'), join(dataDir, 'postgres/data'), { recursive: true });
  await cp(join(backup, 'password'), join(dataDir, 'postgres/password'));
  await writeFile(join(dataDir, 'postgres/data/standby.signal'), '');
  const { username, password, port } = new URL(server.superuserUrl);
  return startEmbeddedPostgres({ dataDir, settings: { primary_conninfo: `host=127.0.0.1 port=${port} user=${username} password=${password}` } });
}

const entries = async (tx: Read) => (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from audit.entry`))!.n;

const countEntries = readAction({
  name: 'drill.count-entries', title: { lv: 'Saskaitīti ieraksti', en: 'Entries counted' }, permission: ANYONE, input: z.object({}), audit: NOT_PERSONAL,
  run: async ({ tx }) => entries(tx),
});

test('a standby is read from and waited for, and a program says whether it is there and follows', async () => {
  const standby = await startStandby();
  const database = openDatabase({ url, readUrl: await ensureDatabase(standby.superuserUrl, 'vienkopus') });
  const control = new pg.Client({ connectionString: standby.superuserUrl });
  await control.connect();
  const app = await createServer({
    log: SILENT, identify: async () => null, errorPage: async (_, refusal) => refusal?.text.en ?? 'fault', proveAgain: (to) => to, formTargets: [], trustedProxies: 0, secure: false, requestsPerMinute: 1000, version: 'test',
  });
  app.get('/entries', () => entries(database.read));
  const platform = { database, clock: fixedClock('2026-11-21T10:00:00+02:00') } as Platform;
  addHealth(app, platform, 'db');
  const ready = async () => (await app.inject('/ready')).json<{ status: string; checks: { standby: string } }>();

  expect(await comesAfter(database)).toBe(true);
  expect(await ready()).toMatchObject({ status: 'ok', checks: { database: 'ok', standby: 'ok' } });
  const before = await entries(database.read);

  await control.query('select pg_wal_replay_pause()');
  await writeEntries(7);
  expect([await entries(database.read), await entries(database.primary)]).toEqual([before, before + 7]);
  expect(await comesAfter(database, 0.2), 'it stands still').toBe(false);
  const seen = (occasion: Omit<Occasion, 'actor'>) => perform(platform, countEntries, {}, { actor: ANONYMOUS, ...occasion });
  expect([await seen({}), await seen({ justChanged: true })], 'whoever has just changed something sees it').toEqual([before, before + 7]);
  await control.query('select pg_wal_replay_resume()');
  expect(await comesAfter(database)).toBe(true);
  expect(await entries(database.read)).toBe(before + 7);

  await control.end();
  await standby.stop();
  expect(await ready()).toMatchObject({ status: 'not-ready', checks: { database: 'ok', standby: 'unreachable' } });
  const away = await app.inject({ url: '/entries', headers: { accept: 'text/html' } });
  expect([away.statusCode, away.headers['retry-after'], away.body]).toEqual([503, '10', expect.stringContaining('The database cannot be reached just now')]);
  await app.close();
  await database.close();
}, 60_000);

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
