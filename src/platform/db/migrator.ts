import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { oneAtATime } from './one-at-a-time.js';
import { ownClient } from './own-client.js';

export const WORKER_ROLE = 'vienkopus_worker';

export interface MigrationSettings {
  /** Connection of the migrating role: owner of everything, used for nothing else. */
  url: string;
  /** The folder `db/` with `migrations/` and `views/`. */
  folder: string;
  workerPassword: string;
  /** Work of the migrating role between the files and the worker's rights, such as the job queue's own tables. */
  prepare?: () => Promise<void>;
  log?: (line: string) => void;
}

/**
 * Brings the database to the newest shape: numbered files once, forward only, checksummed, each in its own transaction;
 * views whenever their text changed; the worker's rights every time. One process at a time (advisory lock).
 * Killed at any moment, the next run goes on from the last whole file.
 */
export const migrate = (settings: MigrationSettings): Promise<void> => oneAtATime(settings.url, MIGRATING, () => migrateAlone(settings));

/** Any number that nothing else locks. */
const MIGRATING = 7_420_001;

async function migrateAlone({ url, folder, workerPassword, prepare, log = () => undefined }: MigrationSettings): Promise<void> {
  const client = ownClient({ connectionString: url, application_name: 'vienkopus-migrator' });
  await client.connect();
  try {
    await client.query(BOOKKEEPING);
    await ensureWorker(client, workerPassword);
    for (const file of await numberedFiles(join(folder, 'migrations'))) await applyOnce(client, file, log);
    for (const file of await viewFiles(join(folder, 'views'))) await applyWhenChanged(client, file, log);
    await prepare?.();
    await client.query(WORKER_RIGHTS);
  } finally {
    await client.end();
  }
}

const BOOKKEEPING = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now()
  );
  comment on table platform.migration is 'Which files of db/ have been applied, with their checksums';`;

interface SqlFile {
  name: string;
  text: string;
  checksum: string;
}

async function numberedFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
  if (twice) throw new Error(`two migrations have the number ${twice}`);
  return Promise.all(names.map((name) => readSqlFile(join(folder, name), name)));
}

async function viewFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map((name) => readSqlFile(join(folder, name), `views/${name}`)));
}

async function readSqlFile(path: string, name: string): Promise<SqlFile> {
  const text = await readFile(path, 'utf8');
  return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
}

async function applyOnce(client: pg.Client, file: SqlFile, log: (line: string) => void) {
  const known = await checksumOf(client, file.name);
  if (known === file.checksum) return;
  if (known) throw new Error(`migration ${file.name} was changed after it had been applied; write a new one instead`);
  await apply(client, file);
  log(`migrated ${file.name}`);
}

async function applyWhenChanged(client: pg.Client, file: SqlFile, log: (line: string) => void) {
  if ((await checksumOf(client, file.name)) === file.checksum) return;
  await apply(client, file);
  log(`applied ${file.name}`);
}

const checksumOf = async (client: pg.Client, name: string): Promise<string | undefined> =>
  (await client.query<{ checksum: string }>('select checksum from platform.migration where name = $1', [name])).rows[0]?.checksum;

async function apply(client: pg.Client, file: SqlFile) {
  await client.query('begin');
  try {
    await client.query(file.text);
    await client.query(
      `insert into platform.migration (name, checksum) values ($1, $2)
       on conflict (name) do update set checksum = excluded.checksum, applied_at = now()`,
      [file.name, file.checksum],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${file.name}: ${(error as Error).message}`, { cause: error });
  }
}

/** The role's row was changed, or the role made, between our looking and our doing: XX000 (concurrent update), 23505, 42710. */
const AT_THE_SAME_MOMENT: ReadonlySet<string> = new Set(['XX000', '23505', '42710']);

const NEEDS_CREATEROLE = `DATABASE_URL: the owner of the database may not make or change the program’s working role. As a superuser of that server: alter role <owner> createrole; where the role is there already, also: grant ${WORKER_ROLE} to <owner> with admin option`;

/** A role belongs to the whole server, so that another database's migrator may be at it at the same moment. */
async function ensureWorker(client: pg.Client, password: string) {
  for (let tries = 1; ; tries += 1) {
    try {
      await client.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${WORKER_ROLE}') then create role ${WORKER_ROLE} login; end if; end $$`);
      await client.query(`alter role ${WORKER_ROLE} login password ${pg.escapeLiteral(password)}`);
      return;
    } catch (error) {
      if ((error as pg.DatabaseError).code === '42501') throw new Error(NEEDS_CREATEROLE, { cause: error });
      if (!AT_THE_SAME_MOMENT.has((error as pg.DatabaseError).code ?? '') || tries === 20) throw error;
      await sleep(50);
    }
  }
}

/** The worker may read and write rows, but not change structure; what is append-only it may only read and add to, and a
 * partition it reaches only through its table. */
const WORKER_RIGHTS = `do $$
  declare part record;
  begin
    for part in select nspname from pg_namespace
        where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') loop
      execute format('grant usage on schema %I to ${WORKER_ROLE}', part.nspname);
      execute format('grant select, insert, update, delete on all tables in schema %I to ${WORKER_ROLE}', part.nspname);
      execute format('grant usage, select on all sequences in schema %I to ${WORKER_ROLE}', part.nspname);
      execute format('grant execute on all functions in schema %I to ${WORKER_ROLE}', part.nspname);
    end loop;
    for part in select c.oid::regclass as name from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
        where c.relkind in ('r', 'p') and d.description like '%[append-only]%' loop
      execute format('revoke update, delete, truncate on %s from ${WORKER_ROLE}', part.name);
    end loop;
    for part in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relispartition and n.nspname <> 'pgboss' loop
      execute format('revoke all on %s from ${WORKER_ROLE}', part.name);
    end loop;
    revoke insert, update, delete on platform.migration from ${WORKER_ROLE};
  end $$`;
