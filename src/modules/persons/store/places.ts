import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Parishes and towns of a unit that a reform parted, by which a resident's unit is decided; none where it was not parted. */
export const listDecidingParts = async (tx: Read, atvk: string): Promise<string[]> =>
  (await tx.all(z.object({ part: z.string() }), sql`select distinct part from territories.lineage where atvk = ${atvk} and part <> '' order by part`)).map((row) => row.part);

/** The municipality (body) in which a place of any edition lies on a day; undefined where that is not decided. */
export const findBodyOf = async (tx: Read, atvk: string, part: string, day: IsoDate): Promise<number | undefined> =>
  (await tx.first(
    z.object({ unitId: z.number() }),
    sql`select v.unit_id from territories.lineage l join territories.unit_version v on v.atvk = l.target_atvk
      where l.edition = (select max(edition) from territories.lineage where edition <= ${day}) and l.atvk = ${atvk} and l.part in (${part}, '')
      order by l.part desc limit 1`,
  ))?.unitId;

/** The name of the unit of an edition in which a place of any edition lies; null where that is not decided. */
export const findUnitOnMap = async (tx: Read, { atvk, part }: { readonly atvk: string; readonly part: string }, edition: IsoDate): Promise<string | null> =>
  (await tx.first(
    z.object({ name: z.string().nullable() }),
    sql`select v.name from territories.lineage l left join territories.unit_version v on v.atvk = l.target_atvk
      where l.edition = ${edition}::date and l.atvk = ${atvk} and l.part in (${part}, '') order by l.part desc limit 1`,
  ))?.name ?? null;
