import { z } from 'zod';
import { type Lang, say, type Text } from '#kernel/text.js';
import { sql } from '../db/sql.js';
import type { Write } from '../db/transaction.js';
import type { Enqueue } from '../jobs/job.js';
import { sendMail } from '../mail/send-mail.js';

/** What one user is told. The words may name people; they stand in the database and in the mail, never in a log line. */
export interface Notice {
  readonly userId: string;
  /** Where it also goes by mail; null when the user has no address. */
  readonly email: string | null;
  /** What it is about, `module.what`, the same for all notices of that kind. */
  readonly kind: string;
  readonly subject: Text;
  readonly body: Text;
  /** A page of the program, beginning with `/`. */
  readonly link?: string;
  /** The language of the mail; in the program a notice is shown in the language of the screen. */
  readonly lang?: Lang;
  /** Telling the same user again under the same key does nothing. */
  readonly onceKey: string;
}

interface NoticeContext {
  readonly tx: Write;
  readonly enqueue: Enqueue;
  readonly now: Date;
}

/** Tells a user something in the caller's transaction: shown in the program, and put on its way by mail. Says whether it was new. */
export async function notify({ tx, enqueue, now }: NoticeContext, notice: Notice): Promise<boolean> {
  const { userId, email, kind, subject, body, link = null, lang = 'lv', onceKey } = notice;
  const told = await tx.first(
    Id,
    sql`insert into platform.notice (user_id, once_key, kind, subject_lv, subject_en, body_lv, body_en, link, told_at)
      values (${userId}, ${onceKey}, ${kind}, ${subject.lv}, ${subject.en}, ${body.lv}, ${body.en}, ${link}, ${now})
      on conflict on constraint notice_is_told_once do nothing returning id`,
  );
  if (!told || !email) return told !== undefined;
  const mail = await tx.first(
    Id,
    sql`insert into platform.outbox_mail (notice_id, to_address, subject, body, queued_at)
      values (${told.id}, ${email}, ${say(subject, lang)}, ${say(body, lang)}, ${now}) returning id`,
  );
  await enqueue(sendMail, { mailId: mail!.id });
  return true;
}

const Id = z.object({ id: z.string() });
