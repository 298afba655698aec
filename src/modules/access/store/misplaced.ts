import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { placeName } from './rows.js';

const FoundRow = z.object({ id: z.string(), label: z.string(), unit: z.string() });
type Found = z.infer<typeof FoundRow>;
const FoundGrant = FoundRow.extend({ role: z.object({ lv: z.string(), en: z.string() }) });

/** Which of these users work for one of these bodies now. */
export const listUsersAt = (tx: Read, ids: readonly string[], unitIds: readonly number[]): Promise<Found[]> =>
  tx.all(
    FoundRow,
    sql`select u.id, u.name as label, ${nameOfBody} as unit from access.app_user u
      where u.id = any(${[...ids]}::uuid[]) and u.unit_id = any(${[...unitIds]}::int[]) order by u.name collate platform.latvian, u.id`,
  );

/** The latest edition's name of the body a user works for. */
const nameOfBody = sql`(select v.name from territories.unit_version v where v.unit_id = u.unit_id order by v.valid_from desc limit 1)`;

/** Rights that a reform began at one of these bodies for who had held some at the body that it ended, as far as they have not ended. */
export const listGrantsAtWrong = (tx: Read, reformId: string, endedUnitId: number, unitIds: readonly number[]): Promise<z.infer<typeof FoundGrant>[]> =>
  tx.all(
    FoundGrant,
    sql`select g.id, u.name as label, jsonb_build_object('lv', r.title_lv, 'en', r.title_en) as role, ${placeName('g')} as unit
      from access.role_grant g
      join access.right_request q on q.id = g.request_id and q.reform_id = ${reformId}
      join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code
      where g.unit_id = any(${[...unitIds]}::int[]) and g.ended_at is null
        and exists (select from access.role_grant o where o.user_id = g.user_id and o.unit_id = ${endedUnitId} and o.ended_by_reform = ${reformId})
      order by u.name collate platform.latvian, g.id`,
  );
