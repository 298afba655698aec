import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

export const AccountRow = z.object({ id: z.string(), name: z.string(), email: z.string() });
/** What programs may learn of a user. */
export type AccountRow = z.infer<typeof AccountRow>;

/** An active user. */
export const findAccountOf = (tx: Read, userId: string): Promise<AccountRow | undefined> =>
  tx.first(AccountRow, sql`select id, name, email from access.app_user where id = ${userId}::uuid and state = 'active'`);

const TechnicalRow = z.object({ usedByPeople: z.boolean() });

/** Whether a user stands for a person: has signed in, or is someone of the register. */
export async function isUsedByPeople(tx: Read, userId: string): Promise<boolean> {
  const row = await tx.first(TechnicalRow, sql`select last_sign_in_at is not null or person_id is not null as used_by_people from access.app_user where id = ${userId}`);
  return row?.usedByPeople ?? true;
}
