import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { UNIT_KINDS, type UnitVersion } from '../domain/unit.js';

const Day = z.string().transform((words) => words as IsoDate);
const UnitRow: z.ZodType<UnitVersion, unknown> = z.object({
  atvk: z.string(),
  unitId: z.number(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  iso: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
});

const COLUMNS = sql`v.atvk, v.unit_id, v.name, v.kind, v.iso, v.valid_from, v.valid_to`;
const BY_NAME = sql`v.name collate platform.latvian, v.atvk`;

/** The municipalities of a day, in Latvian order of their names. */
export const listUnitsOn = (tx: Read, day: IsoDate): Promise<UnitVersion[]> =>
  tx.all(UnitRow, sql`select ${COLUMNS} from territories.unit_version v where daterange(v.valid_from, v.valid_to) @> ${day}::date order by ${BY_NAME}`);

export const findUnit = (tx: Read, atvk: string): Promise<UnitVersion | undefined> =>
  tx.first(UnitRow, sql`select ${COLUMNS} from territories.unit_version v where v.atvk = ${atvk}`);

/**
 * The version of a municipality (known by a code of any of its versions) that held on a day; for a day before the first map,
 * the version of that map. Undefined where the municipality did not exist then.
 */
export const findUnitMeant = (tx: Read, atvk: string, day: IsoDate): Promise<UnitVersion | undefined> =>
  tx.first(
    UnitRow,
    sql`select ${COLUMNS} from territories.unit_version named join territories.unit_version v on v.unit_id = named.unit_id
      where named.atvk = ${atvk} and daterange(v.valid_from, v.valid_to) @> greatest(${day}::date, (select min(valid_from) from territories.unit_version))`,
  );

/** Every version of every municipality since 2009, in Latvian order of their names. */
export const listAllUnits = (tx: Read): Promise<UnitVersion[]> =>
  tx.all(UnitRow, sql`select ${COLUMNS} from territories.unit_version v order by v.name collate platform.latvian, v.valid_from, v.atvk`);

/** Every version of the body that bears, or bore, this code, and the units with the other codes. */
export const listUnitsAround = (tx: Read, atvk: string, others: readonly string[]): Promise<UnitVersion[]> =>
  tx.all(
    UnitRow,
    sql`select ${COLUMNS} from territories.unit_version v
      where v.unit_id = (select named.unit_id from territories.unit_version named where named.atvk = ${atvk}) or v.atvk = any(${[...others]}::text[])
      order by v.valid_from, ${BY_NAME}`,
  );

/**
 * The municipalities (bodies) of a day that have become part of these bodies of today whole, through any number of reforms.
 * One that was split is not among them: data cannot tell which of its successors may look at it.
 */
export const listWhollySucceeded = async (tx: Read, unitIds: readonly number[], day: IsoDate, today: IsoDate): Promise<number[]> =>
  (await tx.all(
    z.object({ unitId: z.number() }),
    sql`select v.unit_id from territories.unit_version v
      join territories.lineage l on l.atvk = v.atvk and l.part = '' and l.edition = (select max(e.edition) from territories.lineage e where e.edition <= ${today}::date)
      join territories.unit_version own on own.atvk = l.target_atvk
      where daterange(v.valid_from, v.valid_to) @> ${day}::date and own.unit_id = any(${[...unitIds]}::int[]) order by 1`,
  )).map((row) => row.unitId);

const PlacedUnit = z.object({ unitId: z.number(), name: z.string(), onMap: z.string().nullable() });

/**
 * The municipalities (bodies) of a day, each with what it is called on an edition of the map: itself where the body is there, else the unit in
 * which it lies whole. Null: it was divided or came from several, and data cannot tell.
 */
export const listUnitsPlaced = (tx: Read, day: IsoDate, edition: IsoDate): Promise<z.infer<typeof PlacedUnit>[]> =>
  tx.all(
    PlacedUnit,
    sql`select v.unit_id, v.name, coalesce(own.name, other.name) as on_map from territories.unit_version v
      left join territories.unit_version own on own.unit_id = v.unit_id and daterange(own.valid_from, own.valid_to) @> ${edition}::date
      left join territories.lineage l on l.edition = ${edition}::date and l.atvk = v.atvk and l.part = ''
      left join territories.unit_version other on other.atvk = l.target_atvk
      where daterange(v.valid_from, v.valid_to) @> ${day}::date order by ${BY_NAME}`,
  );

/** The versions of one body, oldest first. */
export const listVersions = (tx: Read, unitId: number): Promise<UnitVersion[]> =>
  tx.all(UnitRow, sql`select ${COLUMNS} from territories.unit_version v where v.unit_id = ${unitId} order by v.valid_from`);

/** The days on which an edition of the map begins, oldest first. */
export const listEditions = async (tx: Read): Promise<IsoDate[]> =>
  (await tx.all(z.object({ day: Day }), sql`select distinct valid_from as day from territories.unit_version order by 1`)).map((row) => row.day);

/** Those of any day: whoever settles what was before a reform settles it for all that became part of them whole. Not the bodies themselves. */
export const listEverSucceeded = async (tx: Read, unitIds: readonly number[], today: IsoDate): Promise<number[]> =>
  (await tx.all(
    z.object({ unitId: z.number() }),
    sql`select v.unit_id from territories.unit_version v
      join territories.lineage l on l.atvk = v.atvk and l.part = '' and l.edition = (select max(e.edition) from territories.lineage e where e.edition <= ${today}::date)
      join territories.unit_version own on own.atvk = l.target_atvk
      where own.unit_id = any(${[...unitIds]}::int[]) group by v.unit_id
      having not exists (select from territories.unit_version still where still.unit_id = v.unit_id and daterange(still.valid_from, still.valid_to) @> ${today}::date) order by 1`,
  )).map((row) => row.unitId);
