import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { Recording } from './rows.js';

/** What each history keeps besides who recorded it and when. */
const KEPT = {
  membership: 'person_id, institution_id, programme_code, is_main, form, valid_from, valid_to, order_nr, ordered_on, end_reason, end_comment, end_order_nr, end_ordered_on',
  placement: 'membership_id, class_id, person_id, valid_from, valid_to, repeats, year_extended_to',
  exemption: 'person_id, subject_id, basis, valid_from, valid_to',
  teacher_position: 'person_id, institution_id, position_code, workload, valid_from, valid_to',
} as const;
export type History = keyof typeof KEPT;

/**
 * Changes a row and keeps what was believed as a superseded copy that points to it. The row keeps its identity, since marks,
 * placements and documents hang on it.
 * @param change the columns that become different, as `column = value` pieces
 */
export async function changeRow(tx: Write, history: History, id: string, change: readonly Sql[], { recordedAt, recordedBy }: Recording): Promise<void> {
  const table = sql.table(`education.${history}`);
  const kept = sql.raw(KEPT[history]);
  await tx.run(sql`insert into ${table} (${kept}, recorded_at, recorded_by, superseded_at, superseded_by)
    select ${kept}, recorded_at, recorded_by, ${recordedAt}::timestamptz, id from ${table} where id = ${id} and superseded_at is null`);
  await tx.run(sql`update ${table} set ${sql.join([...change, sql`recorded_at = ${recordedAt}`, sql`recorded_by = ${recordedBy}`])} where id = ${id} and superseded_at is null`);
}

/** The same for all rows that a condition on `h` names, in two statements whatever their number. */
export async function changeRows(tx: Write, history: History, which: Sql, change: readonly Sql[], { recordedAt, recordedBy }: Recording): Promise<number> {
  const table = sql.table(`education.${history}`);
  const kept = sql.raw(KEPT[history]);
  await tx.run(sql`insert into ${table} (${kept}, recorded_at, recorded_by, superseded_at, superseded_by)
    select ${kept}, recorded_at, recorded_by, ${recordedAt}::timestamptz, id from ${table} h where h.superseded_at is null and ${which}`);
  return tx.run(sql`update ${table} h set ${sql.join([...change, sql`recorded_at = ${recordedAt}`, sql`recorded_by = ${recordedBy}`])} where h.superseded_at is null and ${which}`);
}

/** Takes a row back: it never was so. It stays readable as what was believed. */
export const withdrawRow = (tx: Write, history: History, id: string, { recordedAt }: Recording): Promise<number> =>
  tx.run(sql`update ${sql.table(`education.${history}`)} set superseded_at = ${recordedAt} where id = ${id} and superseded_at is null`);

export const endsOn = (day: IsoDate | null): Sql => sql`valid_to = ${day}::date`;
