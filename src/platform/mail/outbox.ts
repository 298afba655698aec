import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

export const OutboxMail = z.object({
  id: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  body: z.string(),
  state: z.enum(['queued', 'sent', 'failed', 'kept']),
  attempts: z.number(),
  queuedAt: z.date(),
  failure: z.string().nullable(),
});
export type OutboxMail = z.infer<typeof OutboxMail>;

/** The mail of the installation, newest first, for the development page; `before` is the id of the last one already shown. */
export const listMail = (tx: Read, before: string | null, limit: number): Promise<OutboxMail[]> =>
  tx.all(
    OutboxMail,
    sql`select id, to_address, subject, body, state, attempts, queued_at, failure from platform.outbox_mail
      where ${before ? sql`id < ${before}` : sql`true`} order by id desc limit ${limit}`,
  );
