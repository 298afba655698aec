import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);

/** Every row of a history has its identity and its days. */
export const HistoryRow = z.object({ id: z.string(), validFrom: Day, validTo: Day.nullable() });

/** The rows of a history that are believed now and hold on a day. */
export const holdsOn = (alias: string, day: Sql): Sql =>
  sql`${sql.ref(`${alias}.superseded_at`)} is null and ${sql.ref(`${alias}.valid_from`)} <= ${day}
    and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day})`;

/** A closed institution is shown as it was on its last day: the day asked for, or the eve of closing. Needs `i`. */
export const shownDay = (on: IsoDate): Sql => sql`least(${on}::date, i.closed_on - 1)`;

export const editionOn = (day: IsoDate): Sql => sql`(select max(e.edition) from territories.lineage e where e.edition <= ${day}::date)`;

/** Condition of a join: `l` is where the place of row `alias` lies in an edition of the map. */
export const liesIn = (alias: string, edition: Sql): Sql => {
  const [atvk, part] = [sql.ref(`${alias}.atvk`), sql.ref(`${alias}.part`)];
  return sql`l.edition = ${edition} and l.atvk = ${atvk} and l.part = coalesce(
    (select n.part from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part = ${part}), '')`;
};

/** Whether row `l` of the lineage speaks of the part that row `alias` names: of that very part, or of the unit where it is not singled out. */
export const isOfPart = (alias: string): Sql => {
  const part = sql.ref(`${alias}.part`);
  return sql`(l.part = ${part} or (l.part = '' and not exists (
    select from territories.lineage n where n.edition = l.edition and n.atvk = l.atvk and n.part = ${part})))`;
};

/** The name that a body bore on a day, or the last one before; where it begins later, its first. */
export const unitNameOn = (unitId: Sql, day: Sql): Sql =>
  sql`(select v.name from territories.unit_version v where v.unit_id = ${unitId}
    order by v.valid_from <= ${day} desc, case when v.valid_from <= ${day} then v.valid_from end desc, v.valid_from limit 1)`;
