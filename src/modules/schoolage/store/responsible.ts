import { z } from 'zod';
import { holdsPermissionAt } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Recording } from './rows.js';

const ResponsibleRow = z.object({ unitId: z.number(), userId: z.string(), name: z.string(), email: z.string(), isAble: z.boolean() });
/** `isAble`: an active user who still holds the right there; nobody else counts as responsible. */
export type ResponsibleRow = z.infer<typeof ResponsibleRow>;

/** Who is responsible for which municipality. */
export const listResponsible = (tx: Read, permission: string, today: IsoDate): Promise<ResponsibleRow[]> =>
  tx.all(
    ResponsibleRow,
    sql`select r.unit_id, r.user_id, u.name, u.email, ${holdsPermissionAt(sql`r.user_id`, permission, sql`r.unit_id`, today)} as is_able
      from schoolage.responsible r join access.app_user u on u.id = r.user_id where r.superseded_at is null order by r.unit_id`,
  );

/** Makes a user responsible for a municipality in place of whoever was. */
export async function appoint(tx: Write, unitId: number, userId: string, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`update schoolage.responsible set superseded_at = ${recordedAt} where unit_id = ${unitId} and superseded_at is null`);
  await tx.run(sql`insert into schoolage.responsible (unit_id, user_id, recorded_at, recorded_by) values (${unitId}, ${userId}, ${recordedAt}, ${recordedBy})`);
}
