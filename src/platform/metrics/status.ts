import { z } from 'zod';
import { sql } from '../db/sql.js';
import type { Read } from '../db/transaction.js';

export const Status = z.object({
  databaseNow: z.date(),
  serverVersion: z.string(),
  jobsWaiting: z.number(),
  mailWaiting: z.number(),
  reportsWaiting: z.number(),
  unsealedEntries: z.number(),
  /** When something was last done or looked at. */
  lastEntryAt: z.date().nullable(),
});
export type Status = z.infer<typeof Status>;

/** How things stand, in numbers that tell nothing about anybody. */
export const readStatus = async (tx: Read): Promise<Status> =>
  (await tx.first(
    Status,
    sql`select clock_timestamp() as database_now, current_setting('server_version') as server_version,
      (select count(*) from pgboss.job where state < 'active' and start_after <= now()) as jobs_waiting,
      (select count(*) from platform.outbox_mail where state = 'queued') as mail_waiting,
      (select count(*) from platform.report_request where state in ('waiting', 'running')) as reports_waiting,
      (select count(*) from audit.entry e where (e.written_by, e.id) >
        (coalesce((select x.written_by from audit.link l join audit.entry x on x.id = l.entry_id order by l.seq desc limit 1), '0'::xid8),
         coalesce((select l.entry_id from audit.link l order by l.seq desc limit 1), '00000000-0000-0000-0000-000000000000'))) as unsealed_entries,
      (select max(at) from audit.entry) as last_entry_at`,
  ))!;
