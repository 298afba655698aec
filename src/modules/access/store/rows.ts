import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { institutionNameOn } from '#modules/institutions/public.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });

/** Rows that hold on a day. */
export const holdsOn = (alias: string, day: IsoDate | Sql): Sql =>
  sql`(${sql.ref(`${alias}.valid_from`)} <= ${day} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day}))`;

/** The latest edition's name of a municipality and the present name of an institution, for the row `alias`; null means the country. */
export const placeName = (alias: string): Sql => sql`coalesce(
  (select v.name from territories.unit_version v where v.unit_id = ${sql.ref(`${alias}.unit_id`)} order by v.valid_from desc limit 1),
  (select i.name from institutions.institution i where i.id = ${sql.ref(`${alias}.institution_id`)}))`;

/** What they were called on a day, or last before it; in a body or an institution that came later, its first or present name. */
export const placeNameOn = (alias: string, day: IsoDate): Sql => sql`coalesce(
  (select v.name from territories.unit_version v where v.unit_id = ${sql.ref(`${alias}.unit_id`)}
    order by v.valid_from <= ${day}::date desc, case when v.valid_from <= ${day}::date then v.valid_from end desc, v.valid_from limit 1),
  ${institutionNameOn(sql.ref(`${alias}.institution_id`), day)},
  (select i.name from institutions.institution i where i.id = ${sql.ref(`${alias}.institution_id`)}))`;
