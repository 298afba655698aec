import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Whether any institution has handed in the protocol of an event. */
export const hasProtocols = async (tx: Read, eventId: string): Promise<boolean> =>
  (await tx.first(
    z.object({ found: z.boolean() }),
    sql`select exists (select from exams.protocol p join exams.sitting g on g.id = p.sitting_id where g.event_id = ${eventId} and p.state <> 'returned') as found`,
  ))!.found;
