import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Database } from '#platform/db/database.js';
import { sql } from '#platform/db/sql.js';

/**
 * Waits until every transaction begun before now has ended, those of other tests on the same server too: feed and seal
 * hold back what they may still precede.
 */
export async function olderTransactionsEnded(database: Database): Promise<void> {
  const Now = z.object({ xid: z.string() });
  const { xid } = (await database.transaction((tx) => tx.first(Now, sql`select pg_current_xact_id()::text as xid`)))!;
  const Ended = z.object({ ended: z.boolean() });
  while (!(await database.primary.first(Ended, sql`select pg_snapshot_xmin(pg_current_snapshot()) > ${xid}::xid8 as ended`))!.ended) await sleep(20);
}
