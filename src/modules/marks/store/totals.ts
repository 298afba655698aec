import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const TotalsRow = z.object({ personId: z.string(), period: z.string(), justifiedLessons: z.number(), unjustifiedLessons: z.number() });

/** Absences of these people in an institution and year, for judging whole batches. */
export const listTotalsOf = (tx: Read, institutionId: string, year: number, persons: readonly string[]): Promise<z.infer<typeof TotalsRow>[]> =>
  tx.all(
    TotalsRow,
    sql`select r.person_id, r.period, r.justified_lessons, r.unjustified_lessons from marks.absence r
      where r.year = ${year}::smallint and r.institution_id = ${institutionId} and r.person_id = any(${[...persons]}::uuid[]) and r.state = 'confirmed'`,
  );
