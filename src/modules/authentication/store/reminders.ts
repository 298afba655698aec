import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const ReminderRow = z.object({ id: z.string(), at: z.date(), sent: z.number() });
export type ReminderRow = z.infer<typeof ReminderRow>;

/** When people of a municipality were reminded, newest first. */
export const listReminders = (tx: Read, unitId: number | null, limit = 50): Promise<ReminderRow[]> =>
  tx.all(ReminderRow, sql`select id, at, sent from authentication.reminder where unit_id is not distinct from ${unitId}::int order by at desc, id desc limit ${limit}`);

export const insertReminder = (tx: Write, reminder: { readonly unitId: number | null; readonly sent: number; readonly byUser: string }, now: Date): Promise<void> =>
  tx.insert('authentication.reminder', { ...reminder, at: now });
