import { z } from 'zod';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, placeName } from './rows.js';

const LostRow = z.object({ id: z.string(), roleCode: z.string(), roleLv: z.string(), roleEn: z.string(), unitId: z.number(), place: z.string(), day: Day, reformId: z.string(), asked: z.boolean() });
export type LostRow = z.infer<typeof LostRow>;

/** Whoever has not asked for a right within a year after a reform does without it. */
const TOLD_DAYS = 366;

/**
 * The rights that a reform has taken from a user within a year and that came back nowhere since; `asked` where a request of the same role
 * waits for a decision.
 */
export const listLostByReform = (tx: Read, userId: string, today: IsoDate): Promise<LostRow[]> =>
  tx.all(LostRow, sql`select g.id, g.role_code, r.title_lv as role_lv, r.title_en as role_en, g.unit_id, ${placeName('g')} as place, g.valid_to as day, g.ended_by_reform as reform_id,
      exists (select from access.right_request q where q.user_id = g.user_id and q.role_code = g.role_code and q.state = 'submitted') as asked
    from access.role_grant g join access.role r on r.code = g.role_code
    where g.user_id = ${userId} and g.ended_by_reform is not null and g.unit_id is not null and g.valid_to > g.valid_from
      and g.valid_to <= ${today} and g.valid_to > ${addDays(today, -TOLD_DAYS)}
      and not exists (select from access.role_grant o where o.user_id = g.user_id and o.role_code = g.role_code and o.valid_from >= g.valid_to)
    order by g.valid_to desc, role_lv, g.id limit 5`);
