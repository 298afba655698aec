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

/** The rows of a history that are believed now and hold on a day. */
export const holdsOn = (alias: string, day: Sql | IsoDate): Sql =>
  sql`(${sql.ref(`${alias}.superseded_at`)} is null and ${lastsOn(alias, day)})`;

/** Whether a row's days cover a day, whatever is believed. */
export const lastsOn = (alias: string, day: Sql | IsoDate): Sql =>
  sql`(${sql.ref(`${alias}.valid_from`)} <= ${asDay(day)} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${asDay(day)}))`;

const asDay = (day: Sql | IsoDate): Sql => (typeof day === 'string' ? sql`${day}::date` : day);

/** Condition that a column names an institution of a scope that `schoolScope` has widened: rights are part of the query. */
export const ofScope = (column: Sql, scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`${column} = any(${[...scope.institutionIds]}::uuid[])`);

/** The school year that a day belongs to: the last one that has begun. */
export const yearOn = (day: IsoDate): Sql => sql`(select max(y.year) from education.school_year y where y.starts_on <= ${day}::date)`;
