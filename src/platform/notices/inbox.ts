import { z } from 'zod';
import { every, sql } from '../db/sql.js';
import type { Read, Write } from '../db/transaction.js';

export const InboxNotice = z.object({
  id: z.string(),
  kind: z.string(),
  subjectLv: z.string(),
  subjectEn: z.string(),
  bodyLv: z.string(),
  bodyEn: z.string(),
  link: z.string().nullable(),
  toldAt: z.date(),
  readAt: z.date().nullable(),
  mailState: z.enum(['queued', 'sent', 'failed', 'kept']).nullable(),
});
export type InboxNotice = z.infer<typeof InboxNotice>;

/** A user's notices, newest first, with what became of their mail; `before` is the id of the last one already shown. */
export const listNotices = (tx: Read, userId: string, before: string | null, limit: number): Promise<InboxNotice[]> =>
  tx.all(
    InboxNotice,
    sql`select n.id, n.kind, n.subject_lv, n.subject_en, n.body_lv, n.body_en, n.link, n.told_at, n.read_at, m.state as mail_state
      from platform.notice n left join platform.outbox_mail m on m.notice_id = n.id
      where ${every([sql`n.user_id = ${userId}`, ...(before ? [sql`n.id < ${before}`] : [])])}
      order by n.id desc limit ${limit}`,
  );

export const countUnread = async (tx: Read, userId: string): Promise<number> =>
  (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from platform.notice where user_id = ${userId} and read_at is null`))!.n;

/** Marks a user's own notices as read: one, or all that are there when `id` is null. Tells how many it were. */
export const markRead = (tx: Write, userId: string, id: string | null, now: Date): Promise<number> =>
  tx.run(sql`update platform.notice set read_at = ${now}
    where ${every([sql`user_id = ${userId}`, sql`read_at is null`, ...(id ? [sql`id = ${id}`] : [])])}`);
