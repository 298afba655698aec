import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import type { Aliases } from '../domain/meanings.js';

const SubjectRow = z.object({ nameKey: z.string(), subjectId: z.number() });
const ClassRow = z.object({ titleKey: z.string(), classId: z.string() });

/** What names from a journal mean in an institution: what the school said of this journal goes before what it said of any, and both before what the journal says everywhere. */
export async function readAliases(tx: Read, institutionId: string, year: number, journalId: string | null): Promise<Aliases> {
  const subjects = await tx.all(
    SubjectRow,
    sql`select s.name_key, s.subject_id from intake.subject_alias s
      where s.ended_at is null and (s.institution_id = ${institutionId} or s.institution_id is null) and (s.journal_id is null or s.journal_id = ${journalId}::uuid)
      order by s.institution_id is not null, s.journal_id is not null`,
  );
  const classes = await tx.all(ClassRow, sql`select title_key, class_id from intake.class_alias where institution_id = ${institutionId} and year = ${year} and ended_at is null`);
  return { subjects: new Map(subjects.map((one) => [one.nameKey, one.subjectId])), classes: new Map(classes.map((one) => [one.titleKey, one.classId])) };
}
