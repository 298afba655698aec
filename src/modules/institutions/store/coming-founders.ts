import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { eve, eveEdition } from './reform.js';
import { Day, holdsOn, liesIn, unitNameOn } from './rows.js';

const ComingRow = z.object({
  id: z.string(),
  institutionId: z.string(),
  institution: z.string(),
  begins: Day,
  unitId: z.number(),
  unit: z.string(),
  /** The part of the founder's own territory in which the institution will lie; null when unknown or elsewhere. */
  part: z.string().nullable(),
  /** Whose it is by what is believed now, if that body exists on the reform's day; null where the row was put right since, or the body is no more. */
  nowUnitId: z.number().nullable(),
  now: z.string().nullable(),
});
export type ComingFounder = z.infer<typeof ComingRow>;

/** Founders recorded ahead: rows that begin on a reform's day or later and name one of these bodies. */
export const listComingFounders = (tx: Read, unitIds: readonly number[], effective: IsoDate): Promise<ComingFounder[]> =>
  tx.all(ComingRow, coming(effective, sql`f.unit_id = any(${[...unitIds]}::int[]) and f.superseded_at is null and f.valid_from >= ${effective}`));

/** The same rows, known from before, with whose they are since. */
export const listComingFoundersSince = (tx: Read, ids: readonly string[], effective: IsoDate): Promise<ComingFounder[]> =>
  tx.all(ComingRow, coming(effective, sql`f.id = any(${[...ids]}::uuid[])`));

const coming = (effective: IsoDate, which: Sql): Sql => sql`
  select f.id, f.institution_id, i.name as institution, f.valid_from as begins, f.unit_id, ${unitNameOn(sql`f.unit_id`, eve(effective))} as unit,
    case when place.unit_id = f.unit_id then place.part end as part, v.unit_id as now_unit_id, v.name as now
  from institutions.founder f
  join institutions.institution i on i.id = f.institution_id
  left join institutions.founder since on since.id = coalesce(f.superseded_by, f.id) and since.superseded_at is null
  left join territories.unit_version v on v.unit_id = since.unit_id and v.valid_from <= ${effective} and (v.valid_to is null or v.valid_to > ${effective})
  left join lateral (
    select at.unit_id, nullif(a.part, '') as part from institutions.address a
    join territories.lineage l on ${liesIn('a', eveEdition(effective))}
    join territories.unit_version at on at.atvk = l.target_atvk
    where a.institution_id = f.institution_id and ${holdsOn('a', sql`f.valid_from`)} order by a.kind = 'actual' desc limit 1
  ) place on true
  where ${which} order by i.name collate platform.latvian, f.id`;

/** Names the successor in rows recorded ahead, with the law beside the basis they had; the rows as they were believed before stay. */
export const moveComingFounders = (tx: Write, moves: readonly { readonly id: string; readonly unitId: number }[], basis: string, recordedBy: string, now: Date): Promise<number> =>
  tx.run(sql`
    with move as (
      select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id uuid, "unitId" integer)
    ), old as (
      update institutions.founder f set superseded_at = ${now}, superseded_by = uuidv7() from move where f.id = move.id and f.superseded_at is null
      returning f.*, move."unitId" as successor_id
    )
    insert into institutions.founder (id, institution_id, role, founder_type, unit_id, reason, basis, valid_from, valid_to, recorded_at, recorded_by)
    select superseded_by, institution_id, role, founder_type, successor_id, reason, concat_ws('; ', nullif(basis, ''), ${basis}::text), valid_from, valid_to, ${now}::timestamptz, ${recordedBy} from old`);
