import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const CountRow = z.object({ classId: z.string(), period: z.string(), records: z.number() });
export type ClassCount = z.infer<typeof CountRow>;

/** How many marks, outcomes and pupils with absences each class of an institution has, by period; absences under `ABSENCE`. */
export const countByClass = (tx: Read, institutionId: string, year: number): Promise<ClassCount[]> =>
  tx.all(
    CountRow,
    sql`with own as (
        select r.class_id, r.period, count(*) as records from marks.mark r where r.year = ${year} and r.institution_id = ${institutionId} and r.state = 'confirmed' group by 1, 2
        union all
        select r.class_id, r.period, count(*) from marks.outcome_mark r where r.year = ${year} and r.institution_id = ${institutionId} and r.state = 'confirmed' group by 1, 2
        union all
        select r.class_id, 'ABSENCE', count(distinct r.person_id) from marks.absence r where r.year = ${year} and r.institution_id = ${institutionId} and r.state = 'confirmed' group by 1
      ) select class_id, period, sum(records)::int as records from own where class_id is not null group by 1, 2`,
  );
