import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const NationalDayRow = z.object({ id: z.string(), secondFactorFrom: Day, basis: z.string(), recordedAt: z.date(), recordedBy: z.string(), supersededAt: z.date().nullable() });
export type NationalDayRow = z.infer<typeof NationalDayRow>;

/** From which day everybody in the country needs two factors. There always is one: the first comes with the migrations. */
export const getNationalDay = async (tx: Read): Promise<IsoDate> =>
  (await tx.first(z.object({ secondFactorFrom: Day }), sql`select second_factor_from from authentication.national_day where superseded_at is null`))!.secondFactorFrom;

/** Every day that was ever set, the one in force first, with the names of who set it. */
export const listNationalDays = (tx: Read): Promise<NationalDayRow[]> =>
  tx.all(
    NationalDayRow,
    sql`select n.id, n.second_factor_from, n.basis, n.recorded_at, coalesce((select u.name from access.app_user u where u.id::text = n.recorded_by), n.recorded_by) as recorded_by, n.superseded_at
      from authentication.national_day n order by n.superseded_at desc nulls first, n.id desc`,
  );

/** A day in place of the one in force, which stays readable. */
export async function replaceNationalDay(tx: Write, { secondFactorFrom, basis }: Pick<NationalDayRow, 'secondFactorFrom' | 'basis'>, by: string, now: Date): Promise<void> {
  await tx.run(sql`update authentication.national_day set superseded_at = ${now} where superseded_at is null`);
  await tx.run(sql`insert into authentication.national_day (second_factor_from, basis, recorded_at, recorded_by) values (${secondFactorFrom}, ${basis}, ${now}, ${by})`);
}
