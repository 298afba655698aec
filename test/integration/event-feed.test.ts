import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FeedPosition, readFeed } from '#platform/events/feed.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { olderTransactionsEnded } from '#test/older-transactions.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

const say = (client: pg.Client, name: string) => client.query(`insert into platform.event (name, at, payload) values ($1, now(), '{}')`, [name]);
const namesAfter = async (position: FeedPosition | null) => (await readFeed(t.database.read, position, [], 100)).map((event) => event.name);

test('an event of a slow transaction is never skipped: the feed waits for it', async () => {
  const [slow, quick] = [new pg.Client({ connectionString: t.ownerUrl }), new pg.Client({ connectionString: t.ownerUrl })];
  await Promise.all([slow.connect(), quick.connect()]);
  await slow.query('begin');
  await say(slow, 'test.first');
  await say(quick, 'test.second');
  expect(await namesAfter(null)).not.toContain('test.second');
  await slow.query('commit');
  await olderTransactionsEnded(t.database);
  const all = await readFeed(t.database.read, null, ['test.first', 'test.second'], 100);
  expect(all.map((event) => event.name)).toEqual(['test.first', 'test.second']);
  expect(await namesAfter(all[0]!)).toEqual(['test.second']);
  await Promise.all([slow.end(), quick.end()]);
});

test('transactions are ordered as numbers, not as words: 9 before 10', async () => {
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  for (const xid of ['100', '9', '10']) await owner.query(`insert into platform.event (written_by, name, at, payload) values ($1, 'test.xid', now(), '{}')`, [xid]);
  await owner.end();
  const order = async (position: FeedPosition | null) => (await readFeed(t.database.read, position, ['test.xid'], 100)).map((event) => event.writtenBy);
  expect(await order(null)).toEqual(['9', '10', '100']);
  const [first] = await readFeed(t.database.read, null, ['test.xid'], 1);
  expect(await order(first!)).toEqual(['10', '100']);
});
