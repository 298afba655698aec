import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const StepRow = z.object({ id: z.string(), what: z.enum(['prepared', 'cancelled']), reason: z.string(), takenAt: z.date(), takenBy: z.string() });
export type StepRow = z.infer<typeof StepRow>;

/** What people did with a reform, newest first. */
export const listSteps = (tx: Read, reformId: string): Promise<StepRow[]> =>
  tx.all(StepRow, sql`select id, what, reason, taken_at, taken_by from reforms.step where reform_id = ${reformId} order by taken_at desc, id desc`);

export const insertStep = (tx: Write, reformId: string, what: StepRow['what'], reason: string, takenBy: string, takenAt: Date): Promise<void> =>
  tx.insert('reforms.step', { reformId, what, reason, takenBy, takenAt });
