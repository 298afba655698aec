import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });

/** Who writes, and when: kept with every row. */
export interface Recording {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

const editionOn = (day: IsoDate | Sql): Sql => sql`(select max(edition) from territories.lineage where edition <= ${typeof day === 'string' ? sql`${day}::date` : day})`;

/**
 * The municipality in which the declared place of a row (`atvk`, `part`) lies on the map of a day, as `alias.unit_id`, `alias.name` and `alias.atvk`. A reform that
 * passes a place on passes on what stands there, and changes no row; null where a split cannot be decided without the parish.
 */
export const joinUnit = (alias: string, row: string, day: IsoDate | Sql): Sql => sql`left join lateral (
    select own_unit.unit_id, own_unit.name, own_unit.atvk from territories.lineage own_place left join territories.unit_version own_unit on own_unit.atvk = own_place.target_atvk
    where own_place.edition = ${editionOn(day)} and own_place.atvk = ${sql.ref(`${row}.atvk`)} and own_place.part in (${sql.ref(`${row}.part`)}, '')
    order by own_place.part desc limit 1) ${sql.ref(alias)} on true`;

/** Condition that the municipality of `joinUnit` lies in a scope: rights are part of the query. */
export const ofUnits = (alias: string, scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`${sql.ref(`${alias}.unit_id`)} = any(${[...scope.unitIds]}::int[])`);

/** The name of the user who did something, else what stands there (a job, the loader of made-up data). */
export const nameOfUser = (column: Sql): Sql => sql`coalesce((select own_user.name from access.app_user own_user where own_user.id::text = ${column}), ${column})`;
