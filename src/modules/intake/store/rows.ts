import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });

/** The name of the user who did something, else what stands there (a job, a migration). */
export const nameOfUser = (column: Sql): Sql => sql`coalesce((select u.name from access.app_user u where u.id::text = ${column}), ${column})`;

/** Whether a confirmation covers a day. */
export const coversDay = (alias: string, day: IsoDate): Sql =>
  sql`(${sql.ref(`${alias}.valid_from`)} <= ${day}::date and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(`${alias}.valid_to`)} > ${day}::date))`;
