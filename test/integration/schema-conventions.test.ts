import { globSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

let t: TestPlatform;
let client: pg.Client;

beforeAll(async () => {
  t = await testPlatform();
  client = new pg.Client({ connectionString: t.ownerUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await t.close();
});

const OURS = `n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss') and n.nspname !~ '^pg_'`;
const names = async (query: string) => (await client.query<{ name: string }>(query)).rows.map((row) => row.name);

test('every table says what it is', async () => {
  expect(await names(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS} and obj_description(c.oid) is null`)).toEqual([]);
});

test('tables and columns are snake_case, tables singular', async () => {
  expect(await names(`select c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and ${OURS} and (c.relname !~ '^[a-z][a-z0-9_]*$' or a.attname !~ '^[a-z][a-z0-9_]*$' or c.relname ~ '[^s]s$' and c.relname !~ 'alias$')`)).toEqual([]);
});

test('every table has a primary key or a named unique constraint', async () => {
  expect(await names(`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${OURS}
      and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u'))`)).toEqual([]);
});

test('instants have a zone, and days are dates', async () => {
  expect(await names(`select c.relname || '.' || a.attname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and ${OURS} and (format_type(a.atttypid, a.atttypmod) = 'timestamp without time zone'
      or (a.attname in ('valid_from', 'valid_to') and a.atttypid <> 'date'::regtype)
      or (a.attname ~ '_at$' and a.atttypid <> 'timestamptz'::regtype))`)).toEqual([]);
});

test('what the program deletes is looked for along an index in every table that refers to it', async () => {
  const deleted = new Set(globSync('src/**/*.ts').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/delete from ([a-z_]+\.[a-z_]+)/g)].map((found) => found[1]!)));
  const { rows } = await client.query<{ name: string; refers: string }>(`select k.conrelid::regclass::text || ' ' || k.conname as name, k.confrelid::regclass::text as refers from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conenforced and not c.relispartition and ${OURS} and not exists (
      select from pg_index i where i.indrelid = k.conrelid and (i.indkey::smallint[])[0:cardinality(k.conkey) - 1] @> k.conkey)`);
  expect(deleted.size).toBeGreaterThan(40);
  expect(rows.filter(({ refers }) => deleted.has(refers)).map(({ name }) => name)).toEqual([]);
});

test('the worker cannot change structure, nor what is append-only', async () => {
  const { rows } = await client.query<{ name: string }>(`select c.oid::regclass::text as name from pg_class c
    join pg_description d on d.objoid = c.oid and d.objsubid = 0 where d.description like '%[append-only]%'
      and (has_table_privilege('vienkopus_worker', c.oid, 'update') or has_table_privilege('vienkopus_worker', c.oid, 'delete'))`);
  expect(rows).toEqual([]);
  expect(await names(`select nspname as name from pg_namespace n where ${OURS} and has_schema_privilege('vienkopus_worker', n.oid, 'create')`)).toEqual([]);
});

test('a table says that it is kept by month or by school year, has a partition open to each side, and is reached by the worker through itself alone', async () => {
  const ours = `from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS}`;
  const parents = await names(`select c.oid::regclass::text as name ${ours} and c.relkind = 'p' order by 1`);
  expect(await names(`select c.oid::regclass::text as name ${ours} and (obj_description(c.oid) like '%[by month]%' or obj_description(c.oid) like '%[by school year]%') order by 1`)).toEqual(parents);
  expect(await names(`select c.oid::regclass::text as name ${ours} and c.relispartition and c.relkind = 'r' and c.relname ~ '_(earlier|later)$' order by 1`)).toEqual(
    parents.flatMap((parent) => [`${parent}_earlier`, `${parent}_later`]),
  );
  expect(await names(`select c.oid::regclass::text as name ${ours} and c.relispartition and c.relkind = 'r'
    and has_table_privilege('vienkopus_worker', c.oid, 'select, insert, update, delete, truncate')`)).toEqual([]);
});

test('what the former secret opens is taken away from tables that are there', async () => {
  await client.query('begin');
  await client.query(readFileSync('db/another-secret.sql', 'utf8'));
  await client.query('rollback');
});
