import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const SentRow = z.object({ journal: z.string().nullable(), receivedAt: z.date(), doneAt: z.date().nullable() });
export type SentBatch = z.infer<typeof SentRow>;

/** By which journal and when batches were sent, and when the last row of each was answered. */
export const listSentBatches = (tx: Read, ids: readonly string[]): Promise<SentBatch[]> =>
  tx.all(SentRow, sql`select j.name as journal, b.received_at, b.done_at from intake.batch b left join intake.journal j on j.id = b.journal_id where b.id = any(${[...ids]}::uuid[]) order by b.received_at, b.id`);

const WaitRow = z.object({ code: z.string(), name: z.string(), receivedAt: z.date(), settledAt: z.date(), settledBy: z.string(), bySchool: z.boolean() });
export type EndedWait = z.infer<typeof WaitRow>;

/** For which names an e-journal's record had to wait in batches, and when each was matched: by the school where its own match was confirmed in the same moment. */
export const listEndedWaits = (tx: Read, ids: readonly string[], sourceRecord: string): Promise<EndedWait[]> =>
  tx.all(
    WaitRow,
    sql`select a.code, w.name, b.received_at, a.settled_at, a.settled_by,
        exists (select from intake.subject_alias s where s.institution_id = b.institution_id and s.confirmed_at = a.settled_at)
          or exists (select from intake.class_alias c where c.institution_id = b.institution_id and c.confirmed_at = a.settled_at) as by_school
      from intake.answer a join intake.batch b on b.id = a.batch_id
      cross join lateral (select case a.code when 'VI-101' then a.sent->>'subject' else a.sent->>'class' end as name) w
      where a.batch_id = any(${[...ids]}::uuid[]) and a.state = 'settled' and a.code in ('VI-101', 'VI-102') and a.sent->>'record' = ${sourceRecord} and w.name <> ''
      order by a.settled_at, a.batch_id, a.row, a.code`,
  );
