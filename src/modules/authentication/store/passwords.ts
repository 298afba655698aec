import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { isTechnical } from './technical-users.js';

const PasswordRow = z.object({ userId: z.string(), hash: z.string().nullable(), madeUp: z.boolean() });

/** The password of a login; only active users that are people have a way in. */
export const findPasswordOf = (tx: Read, login: string): Promise<z.infer<typeof PasswordRow> | undefined> =>
  tx.first(
    PasswordRow,
    sql`select u.id as user_id, p.hash, u.made_up from access.app_user u left join authentication.password p on p.user_id = u.id
      where u.login = lower(${login}) and u.state = 'active' and not ${isTechnical}`,
  );

export const findPasswordHash = async (tx: Read, userId: string): Promise<string | undefined> =>
  (await tx.first(z.object({ hash: z.string() }), sql`select hash from authentication.password where user_id = ${userId}`))?.hash;

export const setPassword = (tx: Write, userId: string, hash: string, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.password (user_id, hash, changed_at) values (${userId}, ${hash}, ${now})
    on conflict (user_id) do update set hash = excluded.hash, changed_at = excluded.changed_at`);

/** Gives every made-up user without a password this one. */
export const setMadeUpPasswords = (tx: Write, hash: string): Promise<number> =>
  tx.run(sql`insert into authentication.password (user_id, hash) select id, ${hash} from access.app_user where made_up on conflict do nothing`);

export const insertPasswordLink = (tx: Write, link: { tokenHash: string; userId: string; expiresAt: Date }, now: Date): Promise<void> =>
  tx.insert('authentication.password_link', { ...link, createdAt: now });

/** The user of a link that may still be used. */
export const findPasswordLink = (tx: Read, tokenHash: string, now: Date): Promise<{ userId: string; login: string } | undefined> =>
  tx.first(
    z.object({ userId: z.string(), login: z.string() }),
    sql`select l.user_id, u.login from authentication.password_link l join access.app_user u on u.id = l.user_id
      where l.token_hash = ${tokenHash} and l.used_at is null and l.expires_at > ${now} and u.state = 'active' and not ${isTechnical}`,
  );

/** Uses up a link and every other one of the same user; false when it was already used. */
export const usePasswordLink = async (tx: Write, tokenHash: string, userId: string, now: Date): Promise<boolean> => {
  const used = await tx.run(sql`update authentication.password_link set used_at = ${now} where token_hash = ${tokenHash} and used_at is null`);
  await tx.run(sql`update authentication.password_link set used_at = ${now} where user_id = ${userId} and used_at is null`);
  return used === 1;
};

/** Links that were sent are good no longer; tells how many could still have been used. */
export const voidPasswordLinks = (tx: Write, userId: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.password_link set used_at = ${now} where user_id = ${userId} and used_at is null and expires_at > ${now}`);
