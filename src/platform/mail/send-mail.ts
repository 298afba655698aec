import { z } from 'zod';
import { sql } from '../db/sql.js';
import { job } from '../jobs/job.js';
import { MailRefused } from './mail-server.js';

/** With waits that double from one second, the last try is about a day after the first. */
const MOST_ATTEMPTS = 17;

const Mail = z.object({ toAddress: z.string(), subject: z.string(), body: z.string(), attempts: z.number() });

/**
 * Sends one mail of the outbox. Killed between the server's "250 OK" and our mark it is sent again with the same
 * Message-ID, by which mail programs recognise the repeat: at least once, never lost.
 */
export const sendMail = job({
  name: 'platform.send-mail',
  input: z.object({ mailId: z.uuid() }),
  retries: MOST_ATTEMPTS - 1,
  expireMinutes: 5,
  async run({ platform: { database, mail: send, clock } }, { mailId }) {
    const change = (set: ReturnType<typeof sql>) =>
      database.transaction((tx) => tx.run(sql`update platform.outbox_mail set ${set} where id = ${mailId} and state = 'queued'`));
    if (!send) return void (await change(sql`state = 'kept'`));

    const taken = await database.transaction((tx) =>
      tx.first(
        Mail,
        sql`update platform.outbox_mail set attempts = attempts + 1, tried_at = ${clock.now()}
          where id = ${mailId} and state = 'queued' returning to_address, subject, body, attempts`,
      ),
    );
    if (!taken) return;
    try {
      await send({ id: mailId, to: taken.toAddress, subject: taken.subject, text: taken.body });
    } catch (error) {
      if (!(error instanceof MailRefused)) throw error;
      const final = error.permanent || taken.attempts >= MOST_ATTEMPTS;
      await change(sql`failure = ${error.message}, state = ${final ? 'failed' : 'queued'}`);
      if (final) return;
      throw error;
    }
    await change(sql`state = 'sent', sent_at = ${clock.now()}, failure = null`);
  },
});
