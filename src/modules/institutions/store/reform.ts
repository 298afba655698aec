import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, holdsOn, liesIn, shownDay, unitNameOn } from './rows.js';

/** The edition of the map on the eve of a reform, whether the new one has been drawn already or not. */
export const eveEdition = (effective: IsoDate): Sql => sql`(select max(e.edition) from territories.lineage e where e.edition < ${effective}::date)`;

const FoundedRow = z.object({
  institutionId: z.string(),
  institution: z.string(),
  unitId: z.number(),
  unit: z.string(),
  /** The part of the founder's own territory in which the institution lies; null when unknown or elsewhere. */
  part: z.string().nullable(),
});
export type FoundedRow = z.infer<typeof FoundedRow>;

const MovedRow = FoundedRow.extend({ nowUnitId: z.number(), now: z.string() });

/** Where each institution lies on the eve: the body, and the part of it where known. */
const placeOnEve = (effective: IsoDate): Sql => sql`
  select distinct on (a.institution_id) a.institution_id, v.unit_id, nullif(a.part, '') as part
  from institutions.address a
  join territories.lineage l on ${liesIn('a', eveEdition(effective))}
  join territories.unit_version v on v.atvk = l.target_atvk
  where ${holdsOnEve('a', effective)}
  order by a.institution_id, a.kind = 'actual' desc`;

/** Institutions whose actual founder, on the eve and still on the day, is one of these bodies, with the name on the eve; of one institution, or of all. */
export const listFounded = (tx: Read, unitIds: readonly number[], effective: IsoDate, institutionId: string | null = null): Promise<FoundedRow[]> =>
  tx.all(
    FoundedRow,
    sql`with place as (${placeOnEve(effective)})
      select ${founded(effective)}
      from institutions.founder f
      join institutions.name n on n.institution_id = f.institution_id and ${holdsOnEve('n', effective)}
      left join place on place.institution_id = f.institution_id
      where ${concerned(unitIds, effective)} and (${institutionId}::uuid is null or f.institution_id = ${institutionId})
      order by n.name collate platform.latvian, f.institution_id`,
  );

/** Of these institutions those whose founder changed on the day, with the one before and the one since. */
export const listMoved = (tx: Read, institutionIds: readonly string[], effective: IsoDate): Promise<z.infer<typeof MovedRow>[]> =>
  tx.all(
    MovedRow,
    sql`with place as (${placeOnEve(effective)})
      select ${founded(effective)}, since.unit_id as now_unit_id, ${unitNameOn(sql`since.unit_id`, sql`${effective}::date`)} as now
      from institutions.founder f
      join institutions.founder since on since.institution_id = f.institution_id and since.role = 'actual' and since.valid_from = ${effective} and since.superseded_at is null and since.unit_id is not null
      join institutions.name n on n.institution_id = f.institution_id and ${holdsOnEve('n', effective)}
      left join place on place.institution_id = f.institution_id
      where f.institution_id = any(${[...institutionIds]}::uuid[]) and f.role = 'actual' and f.superseded_at is null and f.valid_to = ${effective} and f.unit_id is not null
      order by n.name collate platform.latvian, f.institution_id`,
  );

const founded = (effective: IsoDate): Sql => sql`f.institution_id, n.name as institution, f.unit_id, ${unitNameOn(sql`f.unit_id`, eve(effective))} as unit,
  case when place.unit_id = f.unit_id then place.part end as part`;

export const eve = (effective: IsoDate): Sql => sql`(${effective}::date - 1)`;
const holdsOnEve = (alias: string, effective: IsoDate): Sql => holdsOn(alias, eve(effective));

/** Rows that begin before the day and reach beyond its eve. A row that begins on the day was made for it already. */
const concerned = (unitIds: readonly number[], effective: IsoDate): Sql => sql`
  f.role = 'actual' and f.unit_id = any(${unitIds}::int[]) and f.superseded_at is null
  and f.valid_from < ${effective} and (f.valid_to is null or f.valid_to > ${effective})`;

const HandedRow = z.object({
  institutionId: z.string(),
  institution: z.string(),
  unitId: z.number(),
  unit: z.string(),
  /** Whether another row of the founder begins on the day. */
  moved: z.boolean(),
  /** Its founder on the day, by the name of that day; null where that body is no more. */
  founder: z.string().nullable(),
});
export type HandedRow = z.infer<typeof HandedRow>;

/** The same institutions once the reform was applied, with who their founder is on the day as it stands in the register. */
export const listHanded = (tx: Read, unitIds: readonly number[], effective: IsoDate, recordedBy: string, now: Date): Promise<HandedRow[]> =>
  tx.all(
    HandedRow,
    sql`select f.institution_id, n.name as institution, f.unit_id, ${unitNameOn(sql`f.unit_id`, eve(effective))} as unit, d.id is distinct from f.id as moved, v.name as founder
      from institutions.founder f
      join institutions.name n on n.institution_id = f.institution_id and ${holdsOnEve('n', effective)}
      left join institutions.founder d on d.institution_id = f.institution_id and d.role = 'actual' and ${holdsOn('d', sql`${effective}::date`)}
      left join territories.unit_version v on v.unit_id = d.unit_id and v.valid_from <= ${effective} and (v.valid_to is null or v.valid_to > ${effective})
      where f.role = 'actual' and f.unit_id = any(${unitIds}::int[]) and f.superseded_at is null and f.valid_from < ${effective}
        and (f.valid_to is null or f.valid_to > ${effective} or (f.valid_to = ${effective} and f.recorded_at = ${now} and f.recorded_by = ${recordedBy}))
      order by n.name collate platform.latvian, f.institution_id`,
  );

const PlaceRow = z.object({ id: z.string(), institution: z.string(), street: z.string(), part: z.string(), unitId: z.number(), unit: z.string() });
export type PlaceInReform = z.infer<typeof PlaceRow>;

/** Addresses or delivery places that hold on the day and lie in one of these bodies on the eve. */
export const listPlaces = (tx: Read, table: PlaceTable, unitIds: readonly number[], effective: IsoDate): Promise<PlaceInReform[]> =>
  tx.all(PlaceRow, places(table, unitIds, effective, sql``, sql``));

const ReadPlaceRow = PlaceRow.extend({ nowUnitId: z.number().nullable(), nowUnit: z.string().nullable() });
export type ReadPlace = z.infer<typeof ReadPlaceRow>;

/** The same with the body in which each is read to lie on the new map; null where the map cannot tell. */
export const listPlacesRead = (tx: Read, table: PlaceTable, unitIds: readonly number[], effective: IsoDate): Promise<ReadPlace[]> =>
  tx.all(
    ReadPlaceRow,
    places(
      table,
      unitIds,
      effective,
      sql`, t.unit_id as now_unit_id, t.name as now_unit`,
      sql`left join lateral (select l.target_atvk from territories.lineage l where ${liesIn('a', sql`${effective}::date`)}) later on true
        left join territories.unit_version t on t.atvk = later.target_atvk`,
    ),
  );

type PlaceTable = 'address' | 'delivery_place';

const places = (table: PlaceTable, unitIds: readonly number[], effective: IsoDate, columns: Sql, joins: Sql): Sql => sql`
      select a.id, n.name as institution, a.street, a.part, v.unit_id, v.name as unit ${columns}
      from ${sql.table(`institutions.${table}`)} a
      join institutions.institution i on i.id = a.institution_id and (i.closed_on is null or i.closed_on > ${effective})
      join institutions.name n on n.institution_id = i.id and ${holdsOn('n', shownDay(effective))}
      join territories.lineage l on ${liesIn('a', eveEdition(effective))}
      join territories.unit_version v on v.atvk = l.target_atvk ${joins}
      where v.unit_id = any(${unitIds}::int[]) and a.superseded_at is null
        and a.valid_from < ${effective} and (a.valid_to is null or a.valid_to > ${effective})
      order by n.name collate platform.latvian, a.id`;

/** The rows that a person may have to decide about. */
export type MatterKind = 'institution' | 'founder' | 'address' | 'delivery_place';

const MatterRow = z.object({ key: z.string(), regNr: z.string(), since: Day.nullable() });

/** The institution of each row, and since when a founder recorded ahead, an address or a delivery place is there. */
export const listMatters = (tx: Read, kind: MatterKind, keys: readonly string[]): Promise<z.infer<typeof MatterRow>[]> =>
  tx.all(
    MatterRow,
    kind === 'institution'
      ? sql`select i.id as key, i.reg_nr, null::date as since from institutions.institution i where i.id = any(${keys}::uuid[])`
      : sql`select a.id as key, i.reg_nr, a.valid_from as since from ${sql.table(`institutions.${kind}`)} a
          join institutions.institution i on i.id = a.institution_id where a.id = any(${keys}::uuid[])`,
  );

export interface FounderMove {
  readonly institutionId: string;
  readonly unitId: number;
}

/**
 * Hands institutions over to the successors of their founders: the old row ends on the day, another begins and lasts as long
 * as the old one would have. The row as it was believed before stays.
 */
export const moveFounders = (tx: Write, moves: readonly FounderMove[], effective: IsoDate, basis: string, recordedBy: string, now: Date): Promise<number> =>
  tx.run(sql`
    with move as (
      select * from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("institutionId" uuid, "unitId" integer)
    ), old as (
      update institutions.founder f set superseded_at = ${now}, superseded_by = uuidv7()
      from move where move."institutionId" = f.institution_id and f.role = 'actual' and f.superseded_at is null
        and f.valid_from < ${effective} and (f.valid_to is null or f.valid_to > ${effective})
      returning f.*, move."unitId" as successor_id
    )
    insert into institutions.founder (id, institution_id, role, founder_type, unit_id, reason, basis, valid_from, valid_to, recorded_at, recorded_by)
    select superseded_by, institution_id, role, founder_type, unit_id, reason, basis, valid_from, ${effective}::date, ${now}::timestamptz, ${recordedBy} from old
    union all
    select uuidv7(), institution_id, role, founder_type, successor_id, 'territorial reform', ${basis}, ${effective}::date, valid_to, ${now}::timestamptz, ${recordedBy} from old`);
