import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const NilRow = z.object({ period: z.string(), reportedAt: z.date(), reportedBy: z.string() });
export type NilReport = z.infer<typeof NilRow>;

export interface NilKey {
  readonly institutionId: string;
  readonly year: number;
  readonly period: string;
}

/** For which periods an institution said that nobody was absent without justification. */
export const listNilReports = (tx: Read, institutionId: string, year: number): Promise<NilReport[]> =>
  tx.all(NilRow, sql`select n.period, n.reported_at, n.reported_by from marks.nil_report n where n.institution_id = ${institutionId} and n.year = ${year} order by n.period`);

export const insertNilReport = (tx: Write, { institutionId, year, period }: NilKey, at: Date, by: string): Promise<number> =>
  tx.run(sql`insert into marks.nil_report (year, institution_id, period, reported_at, reported_by) values (${year}, ${institutionId}, ${period}, ${at}, ${by}) on conflict do nothing`);

export const deleteNilReport = (tx: Write, { institutionId, year, period }: NilKey): Promise<number> =>
  tx.run(sql`delete from marks.nil_report where institution_id = ${institutionId} and year = ${year} and period = ${period}`);

const CountRow = z.object({ period: z.string(), pupils: z.number() });

/** How many learners have unjustified absences in periods, those in the months that make a period up among them. @param parts each period with what counts towards it */
export const countUnjustified = async (tx: Read, { institutionId, year }: Pick<NilKey, 'institutionId' | 'year'>, parts: ReadonlyMap<string, readonly string[]>): Promise<Map<string, number>> => {
  const pairs = [...parts].flatMap(([period, own]) => own.map((part) => ({ period, part })));
  const rows = await tx.all(
    CountRow,
    sql`select w.period, count(distinct r.person_id)::int as pupils from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as w(period text, part text)
      join marks.absence r on r.year = ${year} and r.institution_id = ${institutionId} and r.period = w.part and r.state = 'confirmed' and (r.unjustified_lessons > 0 or r.unjustified_days > 0)
      group by w.period`,
  );
  return new Map(rows.map(({ period, pupils }) => [period, pupils]));
};
