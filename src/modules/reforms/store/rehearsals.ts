import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export const RehearsalRow = z.object({
  id: z.string(),
  reformId: z.string(),
  askedBy: z.string(),
  askedAt: z.date(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  step: z.string().nullable(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  changes: z.number().nullable(),
});
export type RehearsalRow = z.infer<typeof RehearsalRow>;

const COLUMNS = sql`id, reform_id, asked_by, asked_at, state, step, started_at, finished_at, changes`;

export async function insertRehearsal(tx: Write, reformId: string, by: string, now: Date): Promise<string> {
  const row = await tx.first(z.object({ id: z.string() }), sql`insert into reforms.rehearsal (reform_id, asked_by, asked_at) values (${reformId}, ${by}, ${now}) returning id`);
  return row!.id;
}

export const findRehearsal = (tx: Read, id: string): Promise<RehearsalRow | undefined> =>
  tx.first(RehearsalRow, sql`select ${COLUMNS} from reforms.rehearsal where id = ${id}`);

export const listRehearsals = (tx: Read, reformId: string): Promise<RehearsalRow[]> =>
  tx.all(RehearsalRow, sql`select ${COLUMNS} from reforms.rehearsal where reform_id = ${reformId} order by asked_at desc limit 20`);

/** Starts (or, after a kill, starts again) a rehearsal: what an earlier attempt wrote is gone. */
export async function beginRehearsal(tx: Write, id: string, now: Date): Promise<void> {
  await tx.run(sql`delete from reforms.change where rehearsal_id = ${id}`);
  await tx.run(sql`update reforms.rehearsal set state = 'running', started_at = ${now} where id = ${id}`);
}

export const noteStep = (tx: Write, id: string, step: string): Promise<number> => tx.run(sql`update reforms.rehearsal set step = ${step} where id = ${id}`);

export const finishRehearsal = (tx: Write, id: string, changes: number, now: Date): Promise<number> =>
  tx.run(sql`update reforms.rehearsal set state = 'done', step = null, finished_at = ${now}, changes = ${changes} where id = ${id}`);

export const failRehearsal = (tx: Write, id: string, now: Date): Promise<number> =>
  tx.run(sql`update reforms.rehearsal set state = 'failed', finished_at = ${now} where id = ${id}`);

export const ApplicationRow = z.object({ appliedAt: z.date(), appliedBy: z.string(), foreseen: z.number(), happened: z.number(), difference: z.number() });
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const findApplication = (tx: Read, reformId: string): Promise<ApplicationRow | undefined> =>
  tx.first(ApplicationRow, sql`select applied_at, applied_by, foreseen, happened, difference from reforms.application where reform_id = ${reformId}`);

export const insertApplication = (tx: Write, reformId: string, row: ApplicationRow): Promise<void> => tx.insert('reforms.application', { reformId, ...row });
