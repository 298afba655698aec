import { z } from 'zod';
import { sharedFirst } from '#platform/db/sharing.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const EndRow = z.object({
  id: z.string(),
  unitId: z.number().nullable(),
  kind: z.enum(['ended', 'held', 'reopening-asked', 'reopened']),
  at: z.date(),
  reopenedUntil: z.date().nullable(),
  hours: z.number().nullable(),
  lockedOut: z.number().nullable(),
  reason: z.string(),
  byUser: z.string(),
});
export type PasswordEndRow = z.infer<typeof EndRow>;

/** What became of passwords in a municipality, newest first. */
export const listPasswordEnds = (tx: Read, unitId: number | null, limit = 50): Promise<PasswordEndRow[]> =>
  tx.all(
    EndRow,
    sql`select id, unit_id, kind, at, reopened_until, hours, locked_out, reason, by_user from authentication.password_end
      where unit_id is not distinct from ${unitId}::int order by at desc, id desc limit ${limit}`,
  );

/** Of the events of one municipality: whether passwords have ended, and were not opened again since for a time that still runs. */
export const isEnded = (now: Sql): Sql => sql`coalesce(max(at) filter (where kind = 'ended') > coalesce(max(at) filter (where kind = 'reopened' and reopened_until > ${now}), '-infinity'), false)`;

/** Municipalities where passwords have ended and are not open again at this moment. */
export const listEndedUnits = async (tx: Read, now: Date): Promise<(number | null)[]> =>
  (await tx.all(z.object({ unitId: z.number().nullable() }), sql`select unit_id from authentication.password_end group by unit_id having ${isEnded(sql`${now}::timestamptz`)}`)).map((row) => row.unitId);

export const havePasswordsEnded = async (tx: Read, unitId: number | null, now: Date): Promise<boolean> => (await passwordsEnded(tx, unitId, now))!.ended;

const passwordsEnded = sharedFirst(
  z.object({ ended: z.boolean() }),
  ['int', 'timestamptz'],
  (unitId, now) => sql`select ${isEnded(now)} as ended from authentication.password_end where unit_id is not distinct from ${unitId}`,
);

export const insertPasswordEnd = (tx: Write, end: Omit<PasswordEndRow, 'id'>): Promise<void> => tx.insert('authentication.password_end', { ...end });
