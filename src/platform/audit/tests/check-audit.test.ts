import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { olderTransactionsEnded } from '#test/older-transactions.js';
import { checkAudit } from '../check-audit.js';
import { readFacts } from '../../backup/facts.js';
import { sealAudit } from '../seal-audit.js';

let t: TestPlatform;
beforeAll(async () => {
  t = await testPlatform();
  await t.database.transaction((tx) =>
    tx.run(sql`insert into audit.entry (at, actor_kind, action, outcome, reason) select now(), 'system', 'test.write', 'done', 'Ādaži ' || n from generate_series(1, 100) n`),
  );
  await olderTransactionsEnded(t.database);
  await sealAudit(t.database);
});
afterAll(() => t.close());

const known = async () => (await readFacts(t.database.read)).audit;

test('an untouched chain holds, and still holds the link that was its end', async () => {
  const end = await known();
  expect(end.seq).toBeGreaterThanOrEqual(100);
  await checkAudit(t.database.read, end);
});

test('a chain made anew, a shorter one and a changed entry are noticed', async () => {
  const end = await known();
  await expect(checkAudit(t.database.read, { ...end, hash: 'f'.repeat(64) })).rejects.toThrow(`broken at entry ${end.seq}`);
  await expect(checkAudit(t.database.read, { seq: end.seq + 1, hash: '' })).rejects.toThrow(`it had ${end.seq + 1} entries before`);
  const owner = new pg.Client({ connectionString: t.ownerUrl });
  await owner.connect();
  await owner.query(`update audit.entry set reason = 'changed' where id = (select entry_id from audit.link where seq = $1)`, [end.seq - 50]);
  await owner.end();
  await expect(checkAudit(t.database.read, end)).rejects.toThrow(`broken at entry ${end.seq - 50}`);
});
