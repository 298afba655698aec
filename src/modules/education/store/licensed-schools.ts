import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const LicensedRow = z.object({ id: z.string(), regNr: z.string(), stages: z.array(z.string()), toGrade: z.number() });
export type LicensedSchool = z.infer<typeof LicensedRow>;

/** Institutions licensed on a day for full-time preschool, basic or secondary education, and the highest grade they teach (0 for preschools). */
export const listLicensedSchools = (tx: Read, day: IsoDate): Promise<LicensedSchool[]> =>
  tx.all(
    LicensedRow,
    sql`select i.id, i.reg_nr, array_agg(distinct p.stage) as stages, coalesce(max(p.to_grade), 0)::int as to_grade
      from education.licence l join education.programme p on p.code = l.programme_code join institutions.institution i on i.id = l.institution_id
      where l.superseded_at is null and p.stage in ('preschool', 'basic', 'secondary') and p.form = 'full-time' and l.valid_from <= ${day}::date and (l.valid_to is null or l.valid_to > ${day}::date + 400)
        and (i.closed_on is null or i.closed_on > ${day}::date + 400)
      group by i.id order by i.reg_nr`,
  );
