import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { PARAMETER_NAMES, type ParameterName } from '../domain/completeness-parameters.js';

const Day = z.string().transform((words) => words as IsoDate);
const ParameterRow = z.object({ id: z.string(), name: z.enum(PARAMETER_NAMES), numbers: z.array(z.number()), validFrom: Day, validTo: Day.nullable(), basis: z.string(), verified: z.boolean() });
export type ParameterRow = z.infer<typeof ParameterRow>;

/** All that are believed, the latest first. */
export const listParameters = (tx: Read): Promise<ParameterRow[]> =>
  tx.all(ParameterRow, sql`select p.id, p.name, p.numbers, p.valid_from, p.valid_to, p.basis, p.verified from marks.parameter p where p.superseded_at is null order by p.name, p.valid_from desc`);

/** The numbers that hold on a day; empty for what has none. */
export async function numbersOn(tx: Read, day: IsoDate): Promise<Readonly<Record<ParameterName, readonly number[]>>> {
  const rows = (await listParameters(tx)).filter((row) => row.validFrom <= day && (row.validTo === null || row.validTo > day));
  return Object.fromEntries(PARAMETER_NAMES.map((name) => [name, rows.find((row) => row.name === name)?.numbers ?? []])) as unknown as Record<ParameterName, readonly number[]>;
}

/** Puts numbers in place from a day on, for good: what was to hold from then is superseded, what held before ends with that day. */
export async function putParameter(tx: Write, row: Pick<ParameterRow, 'name' | 'numbers' | 'validFrom' | 'basis' | 'verified'>, at: Date, by: string): Promise<void> {
  const { name, numbers, validFrom, basis, verified } = row;
  const before = await tx.all(
    ParameterRow,
    sql`update marks.parameter p set superseded_at = ${at} where p.name = ${name} and p.superseded_at is null and (p.valid_to is null or p.valid_to > ${validFrom}::date)
      returning p.id, p.name, p.numbers, p.valid_from, p.valid_to, p.basis, p.verified`,
  );
  const written = { recordedAt: at, recordedBy: by };
  const kept = before.filter((one) => one.validFrom < validFrom).map(({ id: _, ...one }) => ({ ...one, validTo: validFrom, ...written }));
  await tx.insert('marks.parameter', [...kept, { name, numbers, validFrom, basis, verified, ...written }]);
  await tx.run(sql`update marks.parameter p set superseded_by = n.id from marks.parameter n
    where p.id = any(${before.map(({ id }) => id)}::uuid[]) and n.name = ${name} and n.valid_from = ${validFrom}::date and n.superseded_at is null`);
}
