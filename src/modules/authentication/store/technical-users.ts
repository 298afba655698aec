import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** Whether a user of the query (`u`) is one that a machine acts as. */
export const isTechnical: Sql = sql`exists (select from authentication.technical_user t where t.user_id = u.id)`;

/** From now on a machine acts as this user: nobody signs in as them any more, and nobody waits for them to. Bears repetition. */
export const markTechnicalUser = (tx: Write, userId: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.technical_user (user_id, marked_at, marked_by) values (${userId}, ${now}, ${by}) on conflict do nothing`);

export const isTechnicalUser = async (tx: Read, userId: string): Promise<boolean> =>
  (await tx.first(z.object({ technical: z.boolean() }), sql`select ${isTechnical} as technical from access.app_user u where u.id = ${userId}`))?.technical ?? false;
