import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Scope } from '#platform/actions/actor.js';
import { ofScope } from './rows.js';

const TaughtRow = z.object({
  id: z.string(), title: z.string(), grade: z.number().nullable(), kind: z.string(), regNr: z.string(), institution: z.string(), isClassTeacher: z.boolean(),
  subjects: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })),
});
export type TaughtClass = z.infer<typeof TaughtRow>;

export interface Teaching {
  readonly year: number;
  /** Who teaches; null for everyone's classes. */
  readonly personId: string | null;
}

/** Classes of a scope's institutions in a year with what somebody teaches there; of a teacher only those where they teach or are the class teacher. */
export const listTaughtClasses = (tx: Read, scope: Scope, { year, personId }: Teaching, limit: number): Promise<TaughtClass[]> =>
  tx.all(
    TaughtRow,
    sql`select c.id, c.title, c.grade, c.kind, i.reg_nr, i.name as institution, coalesce(c.teacher_id = ${personId}::uuid, false) as is_class_teacher, coalesce(own.subjects, '[]') as subjects
      from education.class c join institutions.institution i on i.id = c.institution_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'nameEn', b.name_en) order by b.name collate platform.latvian) as subjects
        from education.class_subject s join education.subject b on b.id = s.subject_id where s.class_id = c.id and s.teacher_id = ${personId}::uuid
      ) own on true
      where c.year = ${year} and c.closed_at is null and c.kind in ('class', 'special', 'preschool') and ${ofScope(sql`c.institution_id`, scope)}
        and (${personId}::uuid is null or c.teacher_id = ${personId}::uuid or own.subjects is not null)
      order by i.name collate platform.latvian, c.kind <> 'class', c.grade nulls last, c.title collate platform.latvian, c.id limit ${limit}`,
  );

/** Makes somebody the class teacher of the first class of a grade, and the teacher of some subjects in that grade and the next two, which learn them from now on. */
export async function giveClass(tx: Write, { institutionId, year, personId, grade, subjects }: { institutionId: string; year: number; personId: string; grade: number; subjects: readonly string[] }): Promise<void> {
  await tx.run(sql`update education.class set teacher_id = ${personId} where id = (
      select c.id from education.class c where c.institution_id = ${institutionId} and c.year = ${year} and c.grade = ${grade} and c.kind = 'class' order by c.title_key limit 1)`);
  await tx.run(sql`insert into education.class_subject (class_id, subject_id, teacher_id)
    select c.id, b.id, ${personId}::uuid from education.class c join education.subject b on b.name = any(${[...subjects]}::text[]) and b.valid_to is null
    where c.institution_id = ${institutionId} and c.year = ${year} and c.grade between ${grade} and ${grade + 2} and c.kind = 'class'
    on conflict (class_id, subject_id) do update set teacher_id = excluded.teacher_id`);
}
