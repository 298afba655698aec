import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { isNowhere, type Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { holdsOn } from './rows.js';

const editionOf = (today: IsoDate): Sql => sql`(select max(edition) from territories.lineage where edition <= ${today})`;

/**
 * Whether person `p` lives, as of today's map, in the municipalities of a scope. Someone whose place a reform left
 * undecided (a split unit, the parish unknown) lives in none of them, and is seen by those with rights everywhere.
 */
export const livesIn = (scope: Scope, today: IsoDate): Sql =>
  scope.everywhere
    ? sql`true`
    : sql`exists (
        select from territories.lineage l join territories.unit_version v on v.atvk = l.target_atvk
        where l.edition = ${editionOf(today)} and l.atvk = p.home_atvk and v.unit_id = any(${scope.unitIds}::int[])
          and l.part = coalesce((select n.part from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part = p.home_part), ''))`;

export const isProtected = (today: IsoDate): Sql =>
  sql`exists (select from persons.protection x where x.person_id = p.id and ${holdsOn('x', today)})`;

/** Whether protection lets person `p` be seen: protected people only where the actor holds the separate right. */
export const protectionAllows = (separateRight: Scope, today: IsoDate): Sql => {
  if (separateRight.everywhere) return sql`true`;
  if (isNowhere(separateRight)) return sql`not ${isProtected(today)}`;
  return sql`(not ${isProtected(today)} or ${livesIn(separateRight, today)})`;
};

/** A unit code that people's homes bear, with the one part of it that is meant, or all of it except some parts. */
const HomePlace = z.object({ atvk: z.string(), part: z.string(), exceptParts: z.array(z.string()) });
export type HomePlace = z.infer<typeof HomePlace>;

/** The codes and parts, of any edition, that lie in a scope's municipalities today: `livesIn` turned around, for reading by index. */
export const listHomePlaces = (tx: Read, scope: Scope, today: IsoDate): Promise<HomePlace[]> => placesIn(tx, editionOf(today), sql`v.unit_id = any(${scope.unitIds}::int[])`);

/** The same of one unit of an edition of the map. */
export const listPlacesOfUnit = (tx: Read, atvk: string, edition: IsoDate): Promise<HomePlace[]> => placesIn(tx, sql`${edition}::date`, sql`v.atvk = ${atvk}`);

const placesIn = (tx: Read, edition: Sql, target: Sql): Promise<HomePlace[]> =>
  tx.all(
    HomePlace,
    sql`select l.atvk, l.part,
        case when l.part = '' then array(select n.part from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part <> '') else '{}' end as except_parts
      from territories.lineage l join territories.unit_version v on v.atvk = l.target_atvk
      where l.edition = ${edition} and ${target}`,
  );

/** A place as a row of `place (atvk, part, except_parts)`. */
export const placeRow = ({ atvk, part, exceptParts }: HomePlace): Sql => sql`(${atvk}::text, ${part}::text, ${exceptParts}::text[])`;

/** Condition that person `p`'s home is the row `place`. */
export const HOME_IS_PLACE: Sql = isPlace(sql`p.home_atvk`, sql`p.home_part`);

/** Condition that a code and a part are those of the row `place`. */
export function isPlace(atvk: Sql, part: Sql): Sql {
  return sql`${atvk} = place.atvk and (place.part = '' or ${part} = place.part) and ${part} <> all(place.except_parts)`;
}
