import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const JoiningRow = z.object({
  id: z.string(),
  at: z.date(),
  fromLogin: z.string(),
  rights: z.number(),
  passkeys: z.number(),
  identities: z.number(),
  addressPrefix: z.string(),
  device: z.string(),
});
/** An account that was closed and whose rights, passkeys and linked identities went over into another. */
export type JoiningRow = z.infer<typeof JoiningRow>;

export interface NewJoining extends Omit<JoiningRow, 'id' | 'addressPrefix' | 'device'> {
  readonly userId: string;
  readonly fromUserId: string;
}

/** @param sessionId in which it was confirmed: where and on what it was begun is told */
export const insertJoining = (tx: Write, { userId, fromUserId, fromLogin, rights, passkeys, identities, at }: NewJoining, sessionId: string): Promise<number> =>
  tx.run(sql`insert into authentication.joining (user_id, from_user_id, from_login, rights, passkeys, identities, at, address_prefix, device)
    select ${userId}, ${fromUserId}, ${fromLogin}, ${rights}, ${passkeys}, ${identities}, ${at}, s.address_prefix, s.device from authentication.session s where s.id = ${sessionId}`);

export const listJoiningsInto = (tx: Read, userId: string): Promise<JoiningRow[]> =>
  tx.all(JoiningRow, sql`select j.id, j.at, j.from_login, j.rights, j.passkeys, j.identities, j.address_prefix, j.device from authentication.joining j where j.user_id = ${userId} order by j.at desc, j.id`);
