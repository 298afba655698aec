import { z } from 'zod';
import { type Sql, sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

const FeedEvent = z.object({ id: z.string(), writtenBy: z.string(), name: z.string(), at: z.date(), payload: z.unknown() });
export type FeedEvent = z.infer<typeof FeedEvent>;

/** Where a reader of the feed stands: after this event of this transaction. */
export interface FeedPosition {
  readonly writtenBy: string;
  readonly id: string;
}

const START: FeedPosition = { writtenBy: '0', id: '00000000-0000-0000-0000-000000000000' };

/**
 * The next events after a position, in an order that later commits cannot change: only events of transactions older than
 * every one still running are shown, so a reader who pulls on never misses one (no gaps, no repeats).
 */
export function readFeed(tx: Read, after: FeedPosition | null, names: readonly string[], limit: number): Promise<FeedEvent[]> {
  const { writtenBy, id } = after ?? START;
  const wanted: Sql = names.length > 0 ? sql`e.name = any(${[...names]})` : sql`true`;
  return tx.all(
    FeedEvent,
    sql`select e.id, e.written_by::text, e.name, e.at, e.payload from platform.event e
      where (e.written_by, e.id) > (${writtenBy}::xid8, ${id}::uuid) and e.written_by < pg_snapshot_xmin(pg_current_snapshot()) and ${wanted}
      order by e.written_by, e.id limit ${limit}`,
  );
}
