import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ClassKind } from '../domain/class-kinds.js';
import { Day, holdsOn, IdRow, ofScope, type Recording } from './rows.js';

const ClassRow = z.object({
  id: z.string(),
  year: z.number(),
  institutionId: z.string(),
  regNr: z.string(),
  institution: z.string(),
  kind: z.string().transform((kind) => kind as ClassKind),
  grade: z.number().nullable(),
  title: z.string(),
  programmeCode: z.string(),
  programmeLv: z.string(),
  programmeEn: z.string(),
  language: z.string(),
  shift: z.number(),
  endsOn: Day.nullable(),
  closedAt: z.date().nullable(),
  teacherId: z.string().nullable(),
  teacher: z.string().nullable(),
  pupils: z.number(),
  /** Whether it is known what the class learns. */
  hasPlan: z.boolean(),
});
export type ClassRow = z.infer<typeof ClassRow>;

const AS_READ = sql`c.kind <> 'class', c.grade nulls last, c.title collate platform.latvian, c.id`;

/** Classes with today's name of the class teacher and how many pupils they have on a day. */
const select = (day: IsoDate, today: IsoDate, where: Sql, order: Sql = AS_READ): Sql => sql`
  select c.id, c.year, c.institution_id, i.reg_nr, i.name as institution, c.kind, c.grade, c.title, c.programme_code, g.name_lv as programme_lv, g.name_en as programme_en,
    c.language, c.shift, c.ends_on, c.closed_at, c.teacher_id, t.given || ' ' || t.family as teacher,
    (select count(*) from education.placement p where p.class_id = c.id and ${holdsOn('p', day)})::int as pupils,
    exists (select from education.class_subject s where s.class_id = c.id) as has_plan
  from education.class c
  join institutions.institution i on i.id = c.institution_id
  join education.programme g on g.code = c.programme_code
  ${joinName('t', sql`c.teacher_id`, today)}
  where ${where}
  order by ${order}`;

export const listClasses = (tx: Read, institutionId: string, year: number, day: IsoDate, today: IsoDate): Promise<ClassRow[]> =>
  tx.all(ClassRow, select(day, today, sql`c.institution_id = ${institutionId} and c.year = ${year}`));

export const findClass = (tx: Read, id: string, scope: Scope, day: IsoDate, today: IsoDate): Promise<ClassRow | undefined> =>
  tx.first(ClassRow, select(day, today, sql`c.id = ${id} and ${ofScope(sql`c.institution_id`, scope)}`));

export interface ClassSearch {
  readonly regNr: string | null;
  readonly year: number;
  readonly kind: ClassKind | null;
  readonly grade: number | null;
  /** On which their pupils are counted. */
  readonly day: IsoDate;
}
export type ClassPosition = readonly [regNr: string, id: string];

/** Classes of all institutions of a scope, for programs: in the order of registration numbers and identities, which no renaming moves. */
export const searchClasses = (tx: Read, scope: Scope, { regNr, year, kind, grade, day }: ClassSearch, after: ClassPosition | null, today: IsoDate, limit: number): Promise<ClassRow[]> =>
  tx.all(
    ClassRow,
    select(
      day, today,
      every([
        sql`c.year = ${year}`, ofScope(sql`c.institution_id`, scope), ...(regNr ? [sql`i.reg_nr = ${regNr}`] : []), ...(kind ? [sql`c.kind = ${kind}`] : []), ...(grade ? [sql`c.grade = ${grade}`] : []),
        ...(after ? [sql`(i.reg_nr, c.id) > (${after[0]}, ${after[1]}::uuid)`] : []),
      ]),
      sql`i.reg_nr, c.id limit ${limit}`,
    ),
  );

export interface ClassFacts {
  readonly kind: ClassKind;
  readonly grade: number | null;
  readonly title: string;
  readonly titleKey: string;
  readonly programmeCode: string;
  readonly teacherId: string | null;
  readonly language: string;
  readonly shift: number;
  readonly endsOn: IsoDate | null;
}

export async function insertClass(tx: Write, institutionId: string, year: number, facts: ClassFacts, { recordedAt, recordedBy }: Recording): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into education.class (year, institution_id, kind, grade, title, title_key, programme_code, teacher_id, language, shift, ends_on, recorded_at, recorded_by)
      values (${year}, ${institutionId}, ${facts.kind}, ${facts.grade}, ${facts.title}, ${facts.titleKey}, ${facts.programmeCode}, ${facts.teacherId}, ${facts.language}, ${facts.shift},
        ${facts.endsOn}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  return row!.id;
}

export const updateClass = (tx: Write, id: string, facts: ClassFacts): Promise<number> =>
  tx.run(sql`update education.class set kind = ${facts.kind}, grade = ${facts.grade}, title = ${facts.title}, title_key = ${facts.titleKey}, programme_code = ${facts.programmeCode},
      teacher_id = ${facts.teacherId}, language = ${facts.language}, shift = ${facts.shift}, ends_on = ${facts.endsOn} where id = ${id}`);

/** Groups (not classes, which the year-end moves on) of the year before that this year has not yet. Safe to repeat. */
export const copyGroups = (tx: Write, institutionId: string, year: number, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into education.class (year, institution_id, place_id, kind, grade, title, title_key, programme_code, teacher_id, language, shift, recorded_at, recorded_by)
    select ${year}, c.institution_id, c.place_id, c.kind, c.grade, c.title, c.title_key, c.programme_code, c.teacher_id, c.language, c.shift, ${recordedAt}::timestamptz, ${recordedBy}
    from education.class c where c.institution_id = ${institutionId} and c.year = ${year - 1} and c.kind not in ('class', 'special')
    on conflict on constraint one_class_of_a_title_in_a_year do nothing`);

const PlanRow = z.object({
  subjectId: z.number(), subject: z.string(), subjectEn: z.string(), course: z.string().nullable(), courseId: z.number().nullable(),
  semesters: z.enum(['both', 'first', 'second']), teacherId: z.string().nullable(), teacher: z.string().nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** What a class learns in the year, and who teaches it. */
export const listPlan = (tx: Read, classId: string, today: IsoDate): Promise<PlanRow[]> =>
  tx.all(
    PlanRow,
    sql`select s.subject_id, b.name as subject, b.name_en as subject_en, k.name as course, s.course_id, s.semesters, s.teacher_id, t.given || ' ' || t.family as teacher
      from education.class_subject s join education.subject b on b.id = s.subject_id left join education.course k on k.id = s.course_id
      ${joinName('t', sql`s.teacher_id`, today)} where s.class_id = ${classId} order by b.name collate platform.latvian, b.id`,
  );

export interface PlanLine {
  readonly subjectId: number;
  readonly semesters: string;
  readonly teacherId: string | null;
}

export const putPlanLine = (tx: Write, classId: string, { subjectId, semesters, teacherId }: PlanLine): Promise<number> =>
  tx.run(sql`insert into education.class_subject (class_id, subject_id, semesters, teacher_id) values (${classId}, ${subjectId}, ${semesters}, ${teacherId})
    on conflict (class_id, subject_id) do update set semesters = excluded.semesters, teacher_id = excluded.teacher_id`);

export const removePlanLine = (tx: Write, classId: string, subjectId: number): Promise<number> =>
  tx.run(sql`delete from education.class_subject where class_id = ${classId} and subject_id = ${subjectId}`);
