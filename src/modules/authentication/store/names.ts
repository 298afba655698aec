import { z } from 'zod';
import { same } from '#kernel/text.js';
import { type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Connections of municipalities in the audit log, as their settings in force call them, else the newest. */
export async function nameConnections(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  if (uuids.length === 0) return [];
  const rows = await tx.all(
    z.object({ id: z.string(), title: z.string() }),
    sql`select distinct on (s.connection_id) s.connection_id::text as id, s.title from authentication.connection_setting s
      where s.connection_id = any(${uuids}::uuid[]) order by s.connection_id, s.in_force_at desc nulls last, s.recorded_at desc`,
  );
  return rows.map(({ id, title }) => ({ kind: 'connection', id, name: same(title) }));
}
