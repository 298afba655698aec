import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export interface NewLogoutNotice {
  readonly clientId: string;
  readonly sessionUid: string;
  readonly sid: string;
  readonly subject: string;
}

/** The id of a notice to send; undefined where the program has been told, or is being told, of this session. */
export const insertLogoutNotice = async (tx: Write, { clientId, sessionUid, sid, subject }: NewLogoutNotice, now: Date): Promise<string | undefined> =>
  (
    await tx.first(
      z.object({ id: z.string() }),
      sql`insert into apps.logout_notice (client_id, session_uid, sid, subject, made_at) values (${clientId}, ${sessionUid}, ${sid}, ${subject}, ${now})
        on conflict on constraint a_program_is_told_once_of_a_session do nothing returning id`,
    )
  )?.id;

const PendingRow = z.object({ clientId: z.string(), sid: z.string(), subject: z.string() });
export type PendingNotice = z.infer<typeof PendingRow>;

/** A notice not yet delivered, marked as tried. */
export const tryNotice = (tx: Write, id: string, now: Date): Promise<PendingNotice | undefined> =>
  tx.first(PendingRow, sql`update apps.logout_notice set attempts = attempts + 1, tried_at = ${now} where id = ${id} and delivered_at is null returning client_id, sid, subject`);

export const settleNotice = (tx: Write, id: string, outcome: { deliveredAt: Date } | { failure: string }): Promise<number> =>
  'failure' in outcome
    ? tx.run(sql`update apps.logout_notice set failure = ${outcome.failure} where id = ${id}`)
    : tx.run(sql`update apps.logout_notice set delivered_at = ${outcome.deliveredAt}, failure = null where id = ${id}`);

const NoticeRow = z.object({ id: z.string(), madeAt: z.date(), attempts: z.number(), deliveredAt: z.date().nullable(), failure: z.string().nullable() });
export type LogoutNoticeRow = z.infer<typeof NoticeRow>;

/** The last notices of a program, newest first, for those who look after it. */
export const listNotices = (tx: Read, clientId: string, limit: number): Promise<LogoutNoticeRow[]> =>
  tx.all(NoticeRow, sql`select id, made_at, attempts, delivered_at, failure from apps.logout_notice where client_id = ${clientId} order by made_at desc, id desc limit ${limit}`);

export const deleteNoticesBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from apps.logout_notice where made_at < ${day}`);
