import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const OfferRow = z.object({ id: z.string(), what: z.enum(['connection', 'policy']), toUnitId: z.number() });

/** What a reform offered to these bodies from the body that it ended. */
export const listOffersTo = (tx: Read, reformId: string, fromUnitId: number, unitIds: readonly number[]): Promise<z.infer<typeof OfferRow>[]> =>
  tx.all(
    OfferRow,
    sql`select h.id, 'connection' as what, h.to_unit_id from authentication.connection_handover h
      where h.reform_id = ${reformId} and h.from_unit_id = ${fromUnitId} and h.to_unit_id = any(${[...unitIds]}::int[])
      union all
      select h.id, 'policy', h.to_unit_id from authentication.policy_handover h
      where h.reform_id = ${reformId} and h.from_unit_id = ${fromUnitId} and h.to_unit_id = any(${[...unitIds]}::int[])
      order by 2, 1`,
  );
