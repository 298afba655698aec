import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** New codes in place of all a user had. */
export async function replaceRecoveryCodes(tx: Write, userId: string, hashes: readonly string[], now: Date): Promise<void> {
  await tx.run(sql`delete from authentication.recovery_code where user_id = ${userId}`);
  await tx.insert('authentication.recovery_code', hashes.map((codeHash) => ({ userId, codeHash, madeAt: now })));
}

/** Uses one up; false when there is no such code, or it was used. */
export const useRecoveryCode = async (tx: Write, userId: string, codeHash: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update authentication.recovery_code set used_at = ${now} where user_id = ${userId} and code_hash = ${codeHash} and used_at is null`)) === 1;

export const deleteRecoveryCodes = (tx: Write, userId: string): Promise<number> => tx.run(sql`delete from authentication.recovery_code where user_id = ${userId}`);

const CountRow = z.object({ left: z.number(), madeAt: z.date().nullable() });

export async function countRecoveryCodes(tx: Read, userId: string): Promise<z.infer<typeof CountRow>> {
  return (await tx.first(
    CountRow,
    sql`select count(*) filter (where used_at is null) as "left", max(made_at) as made_at from authentication.recovery_code where user_id = ${userId}`,
  ))!;
}
