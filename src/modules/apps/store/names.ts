import { z } from 'zod';
import { type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Programs in the audit log by their titles of today, also those that are closed. */
export async function nameClients(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  if (uuids.length === 0) return [];
  const rows = await tx.all(z.object({ id: z.string(), lv: z.string(), en: z.string() }), sql`select c.id::text, c.title_lv as lv, c.title_en as en from apps.client c where c.id = any(${uuids}::uuid[])`);
  return rows.map(({ id, lv, en }) => ({ kind: 'client', id, name: { lv, en } }));
}
