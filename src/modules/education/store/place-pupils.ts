import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { joinPupilAssessed, joinPupilPresent } from './ask.js';
import { Day, holdsOn } from './rows.js';

/** One question of many: where a pupil learnt when a period was assessed, and what holds there for a subject. */
export interface WantedPlace {
  /** The caller's number; the answer names it. */
  readonly row: number;
  readonly personId: string;
  readonly period: string;
  readonly subjectId: number | null;
}

const PlaceRow = z.object({
  row: z.number(), membershipId: z.string().nullable(), classId: z.string().nullable(), grade: z.number().nullable(), day: Day.nullable(),
  isExempt: z.boolean(), needsLanguage: z.boolean(), isLicensed: z.boolean(),
});
export type FoundPlace = z.infer<typeof PlaceRow>;

/**
 * As `findPupilPlace`, of any number of pupils of one institution and year in one statement.
 * @param present whether being there at any time of the period is enough, as absences need
 */
export const placePupils = (tx: Read, institutionId: string, year: number, present: boolean, wanted: readonly WantedPlace[]): Promise<FoundPlace[]> => {
  const of = { personId: sql`g.person_id`, institutionId: sql`${institutionId}::uuid`, year: sql`${year}::smallint`, period: sql`g.period` };
  return tx.all(
    PlaceRow,
    sql`select g.row, place.membership_id, place.class_id, place.grade, place.day, coalesce(s.needs_language, false) as needs_language,
        exists (select from education.exemption x where x.person_id = g.person_id and x.subject_id = g.subject_id and ${holdsOn('x', sql`place.day`)}) as is_exempt,
        exists (select from education.licence v where v.institution_id = ${institutionId}::uuid and v.programme_code = place.programme_code and ${holdsOn('v', sql`place.day`)}) as is_licensed
      from unnest(${wanted.map(({ row }) => row)}::int[], ${wanted.map(({ personId }) => personId)}::uuid[], ${wanted.map(({ period }) => period)}::text[], ${wanted.map(({ subjectId }) => subjectId)}::int[])
        g (row, person_id, period, subject_id)
      ${present ? joinPupilPresent('place', of) : joinPupilAssessed('place', of)}
      left join education.subject s on s.id = g.subject_id`,
  );
};
