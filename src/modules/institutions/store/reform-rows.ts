import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { KEPT, type Recording } from './changes.js';

const TraceRow = z.object({ key: z.string(), what: z.enum(['recorded', 'corrected']), at: z.date() });
export type TraceRow = z.infer<typeof TraceRow>;

/** The last thing recorded about these institutions' actual founders, or about these very rows of places, between two moments. */
export const listTraces = (tx: Read, table: 'institution' | 'founder' | 'address' | 'delivery_place', keys: readonly string[], from: Date, to: Date): Promise<TraceRow[]> =>
  tx.all(
    TraceRow,
    table === 'institution'
      ? sql`select distinct on (key) key, what, at from (
            select f.institution_id as key, 'recorded' as what, f.recorded_at as at from institutions.founder f where f.institution_id = any(${keys}::uuid[]) and f.role = 'actual'
            union all select f.institution_id, 'corrected', f.superseded_at from institutions.founder f where f.institution_id = any(${keys}::uuid[]) and f.role = 'actual'
          ) t where at >= ${from} and at < ${to} order by key, at desc, what desc`
      : sql`select a.id as key, case when a.superseded_at < ${to} then 'corrected' else 'recorded' end as what, case when a.superseded_at < ${to} then a.superseded_at else a.recorded_at end as at
          from ${sql.table(`institutions.${table}`)} a where a.id = any(${keys}::uuid[]) and (a.recorded_at >= ${from} and a.recorded_at < ${to} or a.superseded_at >= ${from} and a.superseded_at < ${to})`,
  );

const PlaceOf = z.object({ institutionId: z.string() });

/** The row as it was, or the one with other days that took its place, says the same of where it is. */
const saysTheSame = (later: Sql, earlier: Sql): Sql => sql`(${later}.atvk = ${earlier}.atvk and ${later}.part = ${earlier}.part)`;

/** Names the parish or town of a place; the row as it was believed before stays. Undefined where it was put right meanwhile. */
export const namePart = (tx: Write, table: 'address' | 'delivery_place', id: string, part: string, { recordedAt, recordedBy }: Recording): Promise<z.infer<typeof PlaceOf> | undefined> => {
  const columns = KEPT[table].split(', ');
  const name = sql.table(`institutions.${table}`);
  return tx.first(
    PlaceOf,
    sql`with old as (
        update ${name} p set superseded_at = ${recordedAt}, superseded_by = uuidv7() from ${name} meant
        where meant.id = ${id} and p.id in (meant.id, meant.superseded_by) and p.superseded_at is null and ${saysTheSame(sql`p`, sql`meant`)} returning p.*
      )
      insert into ${name} (id, ${sql.raw(KEPT[table])}, valid_from, valid_to, recorded_at, recorded_by)
      select superseded_by, ${sql.join(columns.map((column) => (column === 'part' ? sql`${part}` : sql.ref(column))))}, valid_from, valid_to, ${recordedAt}::timestamptz, ${recordedBy} from old
      returning institution_id`,
  );
};

const PutRight = z.object({ kind: z.enum(['founder', 'address', 'delivery_place']), id: z.string() });

/** The founders, addresses and delivery places of an institution that another row says otherwise, or that were taken back, each with its table. */
export const listPutRight = (tx: Read, institutionId: string): Promise<z.infer<typeof PutRight>[]> =>
  tx.all(
    PutRight,
    sql`${putRight('founder', institutionId, sql`b.unit_id = a.unit_id`)}
      union all ${putRight('address', institutionId, saysTheSame(sql`b`, sql`a`))} union all ${putRight('delivery_place', institutionId, saysTheSame(sql`b`, sql`a`))}`,
  );

const putRight = (table: z.infer<typeof PutRight>['kind'], institutionId: string, theSame: Sql): Sql => sql`
  select ${table} as kind, a.id from ${sql.table(`institutions.${table}`)} a where a.institution_id = ${institutionId} and a.superseded_at is not null
    and not exists (select from ${sql.table(`institutions.${table}`)} b where b.id = a.superseded_by and ${theSame})`;
