import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const StepRow = z.object({ id: z.string(), what: z.enum(['prepared', 'cancelled']), reason: z.string(), takenAt: z.date(), takenBy: z.string() });
export type StepRow = z.infer<typeof StepRow>;

/** What people did with a reform, newest first. */
export const listSteps = (tx: Read, reformId: string): Promise<StepRow[]> =>
  tx.all(StepRow, sql`select id, what, reason, taken_at, taken_by from reforms.step where reform_id = ${reformId} order by taken_at desc, id desc`);

/** @param by who took it, as it is shown, and whom to tell what becomes of it; null for programs */
export const insertStep = (tx: Write, reformId: string, what: StepRow['what'], reason: string, by: { readonly name: string; readonly userId: string | null }, takenAt: Date): Promise<void> =>
  tx.insert('reforms.step', { reformId, what, reason, takenBy: by.name, takenById: by.userId ?? '', takenAt });

/** The user who prepared a reform; undefined where none is known. */
export const findPreparer = async (tx: Read, reformId: string): Promise<string | undefined> =>
  (await tx.first(z.object({ userId: z.string() }), sql`select taken_by_id as user_id from reforms.step where reform_id = ${reformId} and what = 'prepared' and taken_by_id <> '' order by taken_at desc limit 1`))?.userId;
