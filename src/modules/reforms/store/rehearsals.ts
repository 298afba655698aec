import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
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
  /** Of the rows kept; equal to that of an application that did exactly this. */
  fingerprint: z.string().nullable(),
});
export type RehearsalRow = z.infer<typeof RehearsalRow>;

const COLUMNS = sql`id, reform_id, asked_by, asked_at, state, step, started_at, finished_at, changes, fingerprint`;

export async function insertRehearsal(tx: Write, reformId: string, by: string, now: Date): Promise<string> {
  const row = await tx.first(z.object({ id: z.string() }), sql`insert into reforms.rehearsal (reform_id, asked_by, asked_at) values (${reformId}, ${by}, ${now}) returning id`);
  return row!.id;
}

export const findRehearsal = (tx: Read, id: string): Promise<RehearsalRow | undefined> =>
  tx.first(RehearsalRow, sql`select ${COLUMNS} from reforms.rehearsal where id = ${id}`);

/** The one that what happens is compared with. */
export const findLastRehearsal = (tx: Read, reformId: string): Promise<RehearsalRow | undefined> =>
  tx.first(RehearsalRow, sql`select ${COLUMNS} from reforms.rehearsal where reform_id = ${reformId} and state = 'done' order by asked_at desc, id desc limit 1`);

export const listRehearsals = (tx: Read, reformId: string): Promise<RehearsalRow[]> =>
  tx.all(RehearsalRow, sql`select ${COLUMNS} from reforms.rehearsal where reform_id = ${reformId} order by asked_at desc limit 20`);

/** Starts (or, after a kill, starts again) a rehearsal: what an earlier attempt wrote is gone. */
export async function beginRehearsal(tx: Write, id: string, now: Date): Promise<void> {
  await tx.run(sql`delete from reforms.change where rehearsal_id = ${id}`);
  await tx.run(sql`update reforms.rehearsal set state = 'running', started_at = ${now} where id = ${id}`);
}

export const noteStep = (tx: Write, id: string, step: string): Promise<number> => tx.run(sql`update reforms.rehearsal set step = ${step} where id = ${id}`);

export const finishRehearsal = (tx: Write, id: string, changes: number, now: Date): Promise<number> =>
  tx.run(sql`update reforms.rehearsal set state = 'done', step = null, finished_at = ${now}, changes = ${changes}, fingerprint = ${fingerprint(sql`c.rehearsal_id = ${id}`)} where id = ${id}`);

/** SHA-256 over rows in one order: what they say of whom, but not the names by which they are shown. */
const fingerprint = (which: Sql): Sql => sql`(
  select encode(sha256(convert_to(coalesce(string_agg(jsonb_build_array(c.participant, c.kind, c.key, c.unit_id, c.before, c.after, c.effect, c.count)::text, E'\n'
    order by c.participant collate "C", c.kind collate "C", c.key collate "C"), ''), 'UTF8')), 'hex')
  from reforms.change c where ${which})`;

export const failRehearsal = (tx: Write, id: string, now: Date): Promise<number> =>
  tx.run(sql`update reforms.rehearsal set state = 'failed', finished_at = ${now} where id = ${id}`);

const ApplicationRow = z.object({
  appliedAt: z.date(),
  appliedBy: z.string(),
  foreseen: z.number(),
  happened: z.number(),
  difference: z.number(),
  /** The rehearsal that it was compared with; null where the reform had not been rehearsed. */
  rehearsalId: z.string().nullable(),
  rehearsedAt: z.date().nullable(),
  rehearsedBy: z.string().nullable(),
  fingerprint: z.string().nullable(),
});
export type ApplicationRow = z.infer<typeof ApplicationRow>;

export const findApplication = (tx: Read, reformId: string): Promise<ApplicationRow | undefined> =>
  tx.first(
    ApplicationRow,
    sql`select a.applied_at, a.applied_by, a.foreseen, a.happened, a.difference, a.rehearsal_id, r.started_at as rehearsed_at, r.asked_by as rehearsed_by, a.fingerprint
      from reforms.application a left join reforms.rehearsal r on r.id = a.rehearsal_id where a.reform_id = ${reformId}`,
  );

export type NewApplication = Pick<ApplicationRow, 'appliedAt' | 'appliedBy' | 'foreseen' | 'happened' | 'difference' | 'rehearsalId'>;

export const insertApplication = (tx: Write, reformId: string, { appliedAt, appliedBy, foreseen, happened, difference, rehearsalId }: NewApplication): Promise<number> =>
  tx.run(sql`insert into reforms.application (reform_id, applied_at, applied_by, foreseen, happened, difference, rehearsal_id, fingerprint)
    values (${reformId}, ${appliedAt}, ${appliedBy}, ${foreseen}, ${happened}, ${difference}, ${rehearsalId}, ${fingerprint(sql`c.reform_id = ${reformId} and c.rehearsal_id is null`)})`);
