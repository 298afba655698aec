import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { listLooksAt } from '#platform/audit/read-audit.js';
import { checkAudit } from '#platform/audit/check-audit.js';
import { sealAudit } from '#platform/audit/seal-audit.js';
import { readFacts } from '#platform/backup/facts.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { olderTransactionsEnded } from '#test/older-transactions.js';

const PERSON = '00000000-0000-7000-8000-00000000abcd';

let t: TestPlatform;
let owner: pg.Client;
beforeAll(async () => {
  t = await testPlatform();
  owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await t.close();
});

const inWords = async (query: string, values: unknown[] = []) => (await owner.query<{ word: string }>(query, values)).rows.map((row) => row.word);
const query = (text: string) => t.database.pool.query(text);

/** An entry about a person that was written `months` from now, by both clocks; the partitions its two rows came to lie in. */
async function writeIn(months: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `with moment as (select platform.month_start(now(), $1::int) + interval '9 days' as at), written as (
       insert into audit.entry (id, at, actor_kind, action, outcome, subjects)
       select uuidv7(at - clock_timestamp()), at, 'system', 'test.look', 'done', array[$2::uuid] from moment returning id, at)
     insert into audit.about (person_id, at, entry_id) select $2, at, id from written returning entry_id as id`,
    [months, PERSON],
  );
  return placesOf(rows[0]!.id);
}
const placesOf = (id: string) =>
  inWords(`select tableoid::regclass::text as word from audit.entry where id = $1 union all select tableoid::regclass::text from audit.about where entry_id = $1`, [id]);
const monthNamed = async (months: number) => (await inWords(`select to_char(platform.month_start(now(), $1::int) at time zone 'Europe/Riga', 'YYYY_MM') as word`, [months]))[0]!;

test('what is written lies in its month; before the first and after the last made one is a place too', async () => {
  for (const months of [0, 1, 2]) {
    const month = await monthNamed(months);
    expect(await writeIn(months)).toEqual([`audit.entry_${month}`, `audit.about_${month}`]);
  }
  expect(await writeIn(-30)).toEqual(['audit.entry_earlier', 'audit.about_earlier']);
  expect(await writeIn(4)).toEqual(['audit.entry_later', 'audit.about_later']);
});

test('rows that were there before their month move into it when it is made, and no others', async () => {
  await writeIn(5);
  for (const table of ['audit.entry', 'audit.about']) {
    const count = async () => (await inWords(`select count(*) as word from ${table}`))[0];
    const before = await count();
    await owner.query(`select platform.make_months($1, platform.month_start(now(), -30), platform.month_start(now(), 4))`, [table]);
    expect(await count()).toBe(before);
    expect(await inWords(`select distinct tableoid::regclass::text as word from ${table} where at > platform.month_start(now(), 4) order by 1`)).toEqual([
      `${table}_${await monthNamed(4)}`,
      `${table}_later`,
    ]);
    expect(await inWords(`select tableoid::regclass::text as word from ${table} where at < platform.month_start(now(), -20)`)).toEqual([`${table}_${await monthNamed(-30)}`]);
    expect(await inWords(`select platform.make_months($1, platform.month_start(now(), -30), platform.month_start(now(), 4)) as word`, [table])).toEqual([0]);
  }
});

test('the nightly job needs no right to change structure, and makes only tables kept by month', async () => {
  await owner.query(`drop table audit.about_later, audit.about_${await monthNamed(4)}, audit.about_${await monthNamed(3)}, audit.about_${await monthNamed(2)}`);
  await owner.query(`create table audit.about_later partition of audit.about for values from (platform.month_start(now(), 2)) to (maxvalue)`);
  await query(`select platform.make_coming_months('audit.about')`);
  expect(await writeIn(2)).toContain(`audit.about_${await monthNamed(2)}`);
  await expect(query(`select platform.make_coming_months('audit.link')`)).rejects.toThrow('audit.link is not kept by month');
  await expect(query(`select platform.make_months('audit.about', now(), now() + interval '9 years')`)).rejects.toThrow('permission denied');
});

test('the worker adds through the table, and can neither read nor take anything away from a month', async () => {
  const month = await monthNamed(0);
  await query(`insert into audit.entry (at, actor_kind, action, outcome) values (now(), 'system', 'test.worker', 'done')`);
  for (const part of [`audit.entry_${month}`, `audit.about_${month}`, 'audit.entry_later', 'audit.about_later']) {
    for (const statement of [`delete from ${part}`, `truncate ${part}`, `drop table ${part}`, `select from ${part}`]) {
      await expect(query(statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  }
});

test('an entry is looked up by its id in one month, and looks at a person are read newest month first', async () => {
  const plan = async (text: string) => (await owner.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`)).rows.map((row) => row['QUERY PLAN']).join('\n');
  const [id] = await inWords(`select id as word from audit.entry where action = 'test.worker'`);
  const lookUp = await plan(`select * from audit.entry where id = '${id}'`);
  expect(lookUp.match(/ on entry_\w+/g)).toEqual([` on entry_${await monthNamed(0)}`]);
  await owner.query('set enable_seqscan = off');
  const looks = await plan(`select entry_id from audit.about where person_id = '${PERSON}' order by at desc, entry_id desc limit 5`);
  await owner.query('reset enable_seqscan');
  expect(looks).toMatch(/^Limit\n\s+->\s+Append/);
  expect(looks).not.toMatch(/Sort|Merge/);
  expect(looks.match(/ on about_\w+/)![0]).toBe(' on about_later');
  const query = { personId: PERSON, from: null, through: null, after: null, limit: 50 };
  const seen = (await listLooksAt(t.database.read, query)).map((look) => look.at.getTime());
  expect(seen).toEqual(seen.toSorted((a, b) => b - a));
  expect(seen.length).toBeGreaterThan(3);
});

test('a month can be archived: the rest of the chain still checks, its time can still be written, a missing entry is still noticed', async () => {
  await olderTransactionsEnded(t.database);
  await sealAudit(t.database);
  const { audit } = await readFacts(t.database.read);
  for (const table of ['audit.about', 'audit.entry']) await owner.query(`select platform.detach_oldest_month($1)`, [table]);
  expect(await inWords(`select count(*) as word from audit.entry where at < platform.month_start(now(), -20)`)).toEqual(['0']);
  expect(await inWords(`select count(*) as word from audit.entry_${await monthNamed(-30)}`)).toEqual(['1']);
  await checkAudit(t.database.read, audit);
  expect(await writeIn(-30)).toEqual(['audit.entry_earlier', 'audit.about_earlier']);
  await owner.query(`delete from audit.entry where action = 'test.worker'`);
  await expect(checkAudit(t.database.read, audit)).rejects.toThrow('The audit log is broken');
  const sealed = z.object({ links: z.number() });
  expect(await t.database.read.first(sealed, sql`select count(*) as links from audit.link`)).toEqual({ links: audit.seq });
});
