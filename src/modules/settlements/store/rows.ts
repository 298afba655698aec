import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';

export const Day = z.string().transform((words) => words as IsoDate);
export const IdRow = z.object({ id: z.string() });

/** Of which municipalities somebody settles: those of today, and those that became part of them whole. */
export interface Parties {
  readonly everywhere: boolean;
  readonly unitIds: readonly number[];
}

/** Condition that a column names one of the parties. */
export const isParty = (column: Sql, { everywhere, unitIds }: Parties): Sql => (everywhere ? sql`true` : sql`coalesce(${column} = any(${[...unitIds]}::int[]), false)`);

/** The name that a municipality bore on a day, or the last one before; where it begins later, its first. */
export const unitNameOn = (unitId: Sql, day: Sql): Sql =>
  sql`(select v.name from territories.unit_version v where v.unit_id = ${unitId}
    order by v.valid_from <= ${day} desc, case when v.valid_from <= ${day} then v.valid_from end desc, v.valid_from limit 1)`;

/** Who writes, and when. */
export interface Recording {
  readonly at: Date;
  readonly by: string;
}
