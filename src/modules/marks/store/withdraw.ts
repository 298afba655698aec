import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { RecordKind } from '../domain/record.js';
import { sourceOf, wholly } from './came-from.js';
import { SHAPES } from './record-shapes.js';
import { isOwn, lockMarksOf, type Taking } from './take.js';

/** A record by what makes it one. */
export interface RecordKey {
  readonly row: number;
  readonly personId: string;
  /** The subject, the outcome, or 0 for an absence. */
  readonly item: number;
  readonly period: string;
  readonly reason?: string | undefined;
}

const Withdrawn = z.object({ withdrawn: z.number(), rows: z.array(z.number()) });

/**
 * Takes records back: they keep their values and their place, are `withdrawn`, and what they were goes to `record_before` with the reason.
 * A journal takes back only what it sent, a file what files brought, a person everything. Answers the rows that met a record; the others had none that may be taken back.
 */
export async function withdrawRecords(tx: Write, kind: RecordKind, keys: readonly RecordKey[], taking: Omit<Taking, 'state' | 'seenAt' | 'overrule'>): Promise<{ withdrawn: number; rows: readonly number[] }> {
  if (keys.length === 0) return { withdrawn: 0, rows: [] };
  const { table, item } = SHAPES[kind];
  await lockMarksOf(tx, taking);
  const found = await tx.first(
    Withdrawn,
    sql`with incoming as materialized (select * from unnest(${keys.map(({ row }) => row)}::int[], ${keys.map(({ personId }) => personId)}::uuid[], ${keys.map((key) => key.item)}::int[],
        ${keys.map(({ period }) => period)}::text[], ${keys.map(({ reason }) => reason ?? null)}::text[]) as i (row, person_id, item, period, reason)),
      written as (
        update ${sql.table(table)} as r set state = 'withdrawn', ${sql.join(sourceOf(taking, null).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
        from incoming i where r.year = ${taking.year}::smallint and r.institution_id = ${taking.institutionId}::uuid and r.person_id = i.person_id and ${item('r')} = i.item and r.period = i.period
          and r.state <> 'withdrawn' and ${mayTakeBack(taking)}
        returning i.row, i.item, i.reason, r.person_id, r.period, to_jsonb(old) as was),
      kept as (
        insert into marks.record_before (kind, year, institution_id, person_id, item, period, was, reason, order_nr, superseded_at, superseded_by)
        select ${kind}, ${taking.year}::smallint, ${taking.institutionId}::uuid, person_id, item, period, ${wholly(sql`written.was`)}, coalesce(reason, ${taking.reason}), ${taking.orderNr ?? ''}, ${taking.at}::timestamptz, ${taking.by}
        from written),
      touched as (
        insert into marks.standing_to_count (institution_id, year, touched_at) select ${taking.institutionId}::uuid, ${taking.year}::smallint, ${taking.at}::timestamptz where exists (select from written)
        on conflict (institution_id, year) do update set touched_at = excluded.touched_at)
      select count(*)::int as withdrawn, coalesce(array_agg(row), '{}') as rows from written`,
  );
  return found ?? { withdrawn: 0, rows: [] };
}

const mayTakeBack = (taking: Pick<Taking, 'channel' | 'journalId'>): Sql => (taking.channel === 'manual' && !taking.journalId ? sql`true` : isOwn(taking));
