import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export async function insertBreakGlassUse(tx: Write, userId: string, addressPrefix: string, now: Date): Promise<string> {
  const row = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into authentication.break_glass_use (user_id, at, is_test, address_prefix) values (${userId}, ${now}, false, ${addressPrefix}) returning id`,
  );
  return row!.id;
}

const SealedRow = z.object({ userId: z.string(), login: z.string(), name: z.string(), sealedAt: z.date(), reason: z.string(), testedAt: z.date().nullable(), passkeys: z.number() });
export type SealedRow = z.infer<typeof SealedRow>;

export const listSealed = (tx: Read): Promise<SealedRow[]> =>
  tx.all(
    SealedRow,
    sql`select b.user_id, u.login, u.name, b.sealed_at, b.reason, b.tested_at,
        (select count(*) from authentication.passkey k where k.user_id = b.user_id and k.removed_at is null) as passkeys
      from authentication.break_glass b join access.app_user u on u.id = b.user_id order by u.login`,
  );

export const findSealed = (tx: Read, userId: string): Promise<{ login: string } | undefined> =>
  tx.first(z.object({ login: z.string() }), sql`select u.login from authentication.break_glass b join access.app_user u on u.id = b.user_id where b.user_id = ${userId}`);

export const insertSealed = (tx: Write, userId: string, reason: string, by: string, now: Date): Promise<void> =>
  tx.insert('authentication.break_glass', { userId, sealedAt: now, sealedBy: by, reason });

export const deleteSealed = (tx: Write, userId: string): Promise<number> => tx.run(sql`delete from authentication.break_glass where user_id = ${userId}`);

const UseRow = z.object({ id: z.string(), userId: z.string(), login: z.string(), at: z.date(), isTest: z.boolean(), addressPrefix: z.string(), reportedAt: z.date().nullable(), report: z.string() });
export type UseRow = z.infer<typeof UseRow>;

export const listUses = (tx: Read, limit: number): Promise<UseRow[]> =>
  tx.all(
    UseRow,
    sql`select b.id, b.user_id, u.login, b.at, b.is_test, b.address_prefix, b.reported_at, b.report
      from authentication.break_glass_use b join access.app_user u on u.id = b.user_id order by b.at desc, b.id desc limit ${limit}`,
  );

/** Says what a use was for; a test counts as the account's quarterly test. Gives whose it was; nothing when it was already reported. */
export async function reportUse(tx: Write, id: string, report: { isTest: boolean; words: string }, by: string, now: Date): Promise<string | undefined> {
  const done = await tx.first(
    z.object({ login: z.string() }),
    sql`update authentication.break_glass_use b set reported_at = ${now}, reported_by = ${by}, report = ${report.words}, is_test = ${report.isTest}
      from access.app_user u where b.id = ${id} and b.reported_at is null and u.id = b.user_id returning u.login`,
  );
  if (done && report.isTest) await tx.run(sql`update authentication.break_glass b set tested_at = u.at from authentication.break_glass_use u where u.id = ${id} and b.user_id = u.user_id`);
  return done?.login;
}
