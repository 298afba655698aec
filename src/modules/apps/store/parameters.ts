import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { PARAMETER_NAMES, type ParameterName, type Parameters } from '../domain/parameters.js';

const Day = z.string().transform((words) => words as IsoDate);
const ParameterRow = z.object({ name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]), value: z.number(), basis: z.string(), validFrom: Day, validTo: Day.nullable() });
export type ParameterRow = z.infer<typeof ParameterRow>;

/** Every value that ever held or will hold, by name, newest first. */
export const listParameters = (tx: Read): Promise<ParameterRow[]> =>
  tx.all(ParameterRow, sql`select name, value, basis, valid_from, valid_to from apps.parameter order by name, valid_from desc`);

/** What holds on a day. */
export async function getParameters(tx: Read, day: IsoDate): Promise<Parameters> {
  const rows = await tx.all(z.object({ name: z.string(), value: z.number() }), sql`select name, value from apps.parameter where valid_from <= ${day} and (valid_to is null or valid_to > ${day})`);
  return Object.fromEntries(rows.map(({ name, value }) => [name, value])) as Parameters;
}

/** A new value from a day on; what held until then ends that day, and what was planned for later is taken back. */
export async function setParameter(tx: Write, change: { name: ParameterName; value: number; basis: string; validFrom: IsoDate }, by: string, now: Date): Promise<void> {
  await tx.run(sql`delete from apps.parameter where name = ${change.name} and valid_from >= ${change.validFrom}`);
  await tx.run(sql`update apps.parameter set valid_to = ${change.validFrom} where name = ${change.name} and (valid_to is null or valid_to > ${change.validFrom})`);
  await tx.insert('apps.parameter', { ...change, recordedAt: now, recordedBy: by });
}
