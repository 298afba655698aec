import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const CredentialRow = z.object({
  userId: z.string(),
  login: z.string(),
  passwordHash: z.string().nullable(),
  usesCode: z.boolean(),
  madeUp: z.boolean(),
});

/** How a login is proven; only active users have a way in. */
export const findCredentials = (tx: Read, login: string): Promise<z.infer<typeof CredentialRow> | undefined> =>
  tx.first(
    CredentialRow,
    sql`select id as user_id, login, password_hash, code_confirmed_at is not null as uses_code, made_up from access.app_user where login = lower(${login}) and state = 'active'`,
  );

const OwnRow = z.object({
  login: z.string(),
  email: z.string(),
  passwordHash: z.string().nullable(),
  codeSecret: z.instanceof(Buffer).nullable(),
  codeConfirmedAt: z.date().nullable(),
  codeLastStep: z.number().nullable(),
});

export async function getOwnCredentials(tx: Read, userId: string): Promise<z.infer<typeof OwnRow>> {
  const found = await tx.first(OwnRow, sql`select login, email, password_hash, code_secret, code_confirmed_at, code_last_step from access.app_user where id = ${userId}`);
  return found!;
}

export const setPassword = (tx: Write, userId: string, hash: string, now: Date): Promise<number> =>
  tx.run(sql`update access.app_user set password_hash = ${hash}, password_changed_at = ${now} where id = ${userId}`);

/** A secret that waits to be confirmed by a first code; one already confirmed is not replaced. */
export const proposeCodeSecret = (tx: Write, userId: string, secret: Buffer): Promise<number> =>
  tx.run(sql`update access.app_user set code_secret = ${secret}, code_last_step = null where id = ${userId} and code_confirmed_at is null`);

export const confirmCodeSecret = (tx: Write, userId: string, step: number, now: Date): Promise<number> =>
  tx.run(sql`update access.app_user set code_confirmed_at = ${now}, code_last_step = ${step} where id = ${userId} and code_confirmed_at is null`);

/** Marks a code's step as used; false when it, or a later one, already was. */
export const useCodeStep = async (tx: Write, userId: string, step: number): Promise<boolean> =>
  (await tx.run(sql`update access.app_user set code_last_step = ${step} where id = ${userId} and coalesce(code_last_step, 0) < ${step}`)) === 1;

/** Takes the second factor away, after an administrator has made sure who asks. */
export const clearCode = (tx: Write, userId: string): Promise<number> =>
  tx.run(sql`update access.app_user set code_secret = null, code_confirmed_at = null, code_last_step = null where id = ${userId}`);

export const insertPasswordLink = (tx: Write, link: { tokenHash: string; userId: string; expiresAt: Date }, now: Date): Promise<void> =>
  tx.insert('access.password_link', { ...link, createdAt: now });

/** The user of a link that may still be used. */
export const findPasswordLink = (tx: Read, tokenHash: string, now: Date): Promise<{ userId: string; login: string } | undefined> =>
  tx.first(
    z.object({ userId: z.string(), login: z.string() }),
    sql`select l.user_id, u.login from access.password_link l join access.app_user u on u.id = l.user_id
      where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${now} and u.state = 'active'`,
  );

/** Uses up a link and every other one of the same user; false when it was already used. */
export const usePasswordLink = async (tx: Write, tokenHash: string, userId: string, now: Date): Promise<boolean> => {
  const used = await tx.run(sql`update access.password_link set used_at = ${now} where token_hash = ${tokenHash} and used_at is null`);
  await tx.run(sql`update access.password_link set used_at = ${now} where user_id = ${userId} and used_at is null`);
  return used === 1;
};
