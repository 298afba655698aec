import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Write } from '../db/transaction.js';
import type { Enqueue } from '../jobs/job.js';
import { sendMail } from './send-mail.js';

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** Puts a letter to someone who is no user of ours on its way, in the caller's transaction. Users are told by `notify`. */
export async function postMail({ tx, enqueue, now }: { readonly tx: Write; readonly enqueue: Enqueue; readonly now: Date }, { to, subject, body }: Letter): Promise<void> {
  const mail = await tx.first(z.object({ id: z.string() }), sql`insert into platform.outbox_mail (to_address, subject, body, queued_at) values (${to}, ${subject}, ${body}, ${now}) returning id`);
  await enqueue(sendMail, { mailId: mail!.id });
}
