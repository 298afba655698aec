import { z } from 'zod';
import type { Trace } from '#modules/territories/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { withinScope } from './changes.js';

const Side = z.object({ unitId: z.number(), before: z.string(), after: z.string().nullable(), effect: z.enum(['changes', 'ends', 'continues', 'starts', 'needs-person']), count: z.number() });

export const DifferenceRow = z.object({
  participant: z.string(),
  kind: z.string(),
  key: z.string(),
  label: z.string(),
  role: z.object({ lv: z.string(), en: z.string() }).nullable(),
  place: z.string().nullable(),
  /** Null where the rehearsal did not have the row. */
  foreseen: Side.nullable(),
  /** Null where nothing happened to it. */
  happened: Side.nullable(),
  traced: z.enum(['recorded', 'ended', 'corrected', 'decided']).nullable(),
  tracedAt: z.date().nullable(),
});
export type DifferenceRow = z.infer<typeof DifferenceRow>;

const side = (set: Sql): Sql => sql`(select c.participant, c.kind, c.key, c.unit_id, c.label, c.role, c.place,
  jsonb_build_object('unitId', c.unit_id, 'before', c.before, 'after', c.after, 'effect', c.effect, 'count', c.count) as side from reforms.change c where ${set})`;

/** Compares what happened with a rehearsal, row by row, and keeps every row that differs; tells how many. Names are not compared: they are only shown. */
export const insertDifferences = (tx: Write, reformId: string, rehearsalId: string): Promise<number> =>
  tx.run(sql`
    insert into reforms.difference (reform_id, participant, kind, key, unit_id, label, role, place, foreseen, happened)
    select ${reformId}::uuid, participant, kind, key, coalesce(h.unit_id, f.unit_id), coalesce(h.label, f.label), coalesce(h.role, f.role), coalesce(h.place, f.place), f.side, h.side
    from ${side(sql`c.reform_id = ${reformId} and c.rehearsal_id = ${rehearsalId}`)} f
    full join ${side(sql`c.reform_id = ${reformId} and c.rehearsal_id is null`)} h using (participant, kind, key)
    where f.side is distinct from h.side`);

const KindRow = z.object({ participant: z.string(), kind: z.string(), keys: z.array(z.string()) });

/** The rows that differ, by register and kind. */
export const listDifferingKeys = (tx: Read, reformId: string): Promise<z.infer<typeof KindRow>[]> =>
  tx.all(KindRow, sql`select d.participant, d.kind, array_agg(d.key order by d.key) as keys from reforms.difference d where d.reform_id = ${reformId} group by 1, 2 order by 1, 2`);

/** Keeps what their register did to rows that differ. */
export const noteTraces = (tx: Write, reformId: string, participant: string, kind: string, traces: ReadonlyMap<string, Trace>): Promise<number> =>
  tx.run(sql`
    update reforms.difference d set traced = t.what, traced_at = t.at
    from jsonb_to_recordset(${JSON.stringify([...traces].map(([key, { what, at }]) => ({ key, what, at })))}::jsonb) as t(key text, what text, at timestamptz)
    where d.reform_id = ${reformId} and d.participant = ${participant} and d.kind = ${kind} and d.key = t.key`);

export interface DifferenceFilter {
  readonly participant?: string | undefined;
  readonly kind?: string | undefined;
}

const COLUMNS = sql`d.participant, d.kind, d.key, d.label, d.role, d.place, d.foreseen, d.happened, d.traced, d.traced_at`;
const LABEL = sql`d.label collate platform.latvian`;

const matching = (scope: Scope, reformId: string, { participant, kind }: DifferenceFilter): Sql => sql`
  d.reform_id = ${reformId} and ${withinScope('d', scope)}
  and (${participant ?? null}::text is null or d.participant = ${participant ?? null}) and (${kind ?? null}::text is null or d.kind = ${kind ?? null})`;

export const listDifferences = (tx: Read, scope: Scope, reformId: string, filter: DifferenceFilter, after: readonly string[] | null, limit: number): Promise<DifferenceRow[]> =>
  tx.all(
    DifferenceRow,
    sql`select ${COLUMNS} from reforms.difference d where ${matching(scope, reformId, filter)}
      and ${after ? sql`(d.participant, d.kind, ${LABEL}, d.key) > (${sql.join([...after])})` : sql`true`}
      order by d.participant, d.kind, ${LABEL}, d.key limit ${limit}`,
  );

export const streamDifferences = (tx: Read, scope: Scope, reformId: string, filter: DifferenceFilter): AsyncIterable<DifferenceRow> =>
  tx.stream(DifferenceRow, sql`select ${COLUMNS} from reforms.difference d where ${matching(scope, reformId, filter)} order by d.participant, d.kind, ${LABEL}, d.key`);
