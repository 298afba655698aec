import { z } from 'zod';
import { type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const NameRow = z.object({ id: z.string(), lv: z.string(), en: z.string() });

/** E-journals by their name, and batches by their institution and when they came. */
export async function nameIntake(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  if (uuids.length === 0) return [];
  const rows = await tx.all(
    NameRow,
    sql`select j.id::text, j.name as lv, j.name as en from intake.journal j where j.id = any(${uuids}::uuid[])
      union all select b.id::text, i.name || ', ' || to_char(b.received_at at time zone 'Europe/Riga', 'DD.MM.YYYY. HH24:MI'), i.name || ', ' || to_char(b.received_at at time zone 'Europe/Riga', 'DD.MM.YYYY. HH24:MI')
        from intake.batch b join institutions.institution i on i.id = b.institution_id where b.id = any(${uuids}::uuid[])`,
  );
  return rows.map(({ id, lv, en }) => ({ kind: 'intake', id, name: { lv, en } }));
}
