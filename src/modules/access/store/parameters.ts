import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { PARAMETER_NAMES, type ParameterName, type Parameters, withinRange } from '../domain/parameters.js';
import { Day, holdsOn } from './rows.js';

const ParameterRow = z.object({ name: z.enum(PARAMETER_NAMES as [ParameterName, ...ParameterName[]]), value: z.number(), basis: z.string(), validFrom: Day, validTo: Day.nullable(), recordedBy: z.string() });
export type ParameterRow = z.infer<typeof ParameterRow>;

const COLUMNS = sql`p.name, p.value, p.basis, p.valid_from, p.valid_to, p.recorded_by`;

/** The limits that hold on a day, each within its range. */
export async function getParameters(tx: Read, day: IsoDate): Promise<Parameters> {
  const rows = await tx.all(ParameterRow, sql`select ${COLUMNS} from access.parameter p where ${holdsOn('p', day)}`);
  return Object.fromEntries(rows.map(({ name, value }) => [name, withinRange(name, value)])) as Parameters;
}

/** Every value that ever held or will hold, by name, newest first. */
export const listParameters = (tx: Read): Promise<ParameterRow[]> =>
  tx.all(ParameterRow, sql`select ${COLUMNS} from access.parameter p order by p.name, p.valid_from desc`);

/** A new value from a day on; what held until then ends that day, and what was planned for later is taken back. */
export async function setParameter(tx: Write, change: { name: ParameterName; value: number; basis: string; validFrom: IsoDate }, by: string, now: Date): Promise<void> {
  await tx.run(sql`delete from access.parameter where name = ${change.name} and valid_from >= ${change.validFrom}`);
  await tx.run(sql`update access.parameter set valid_to = ${change.validFrom} where name = ${change.name} and (valid_to is null or valid_to > ${change.validFrom})`);
  await tx.insert('access.parameter', { ...change, recordedAt: now, recordedBy: by });
}
