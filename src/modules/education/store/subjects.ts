import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { every, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { nameKey } from '../domain/names.js';
import type { CourseLevel } from '../domain/subject-files.js';
import { Day, type Recording } from './rows.js';

const SubjectRow = z.object({
  id: z.number(), name: z.string(), nameEn: z.string(), area: z.string(), isLanguage: z.boolean(), validFrom: Day, validTo: Day.nullable(), source: z.string(), courses: z.number(),
});
export type SubjectRow = z.infer<typeof SubjectRow>;
const SUBJECT = sql`s.id, s.name, s.name_en, s.area, s.is_language, s.valid_from, s.valid_to, s.source, (select count(*) from education.course c where c.subject_id = s.id)::int as courses`;

export interface SubjectSearch {
  /** Each must be part of the name in either language, of a course's name, or be the identifier. */
  readonly words: readonly string[];
  /** Only those that hold on the day; all when null. */
  readonly on: IsoDate | null;
}

/** One page in Latvian order, and how many there are in all; `after` is the identifier of the last one shown. */
export async function searchSubjects(tx: Read, { words, on }: SubjectSearch, after: number | null, limit: number): Promise<{ total: number; rows: SubjectRow[] }> {
  const matching = every([
    ...words.map((word) => {
      const key = `%${nameKey(word)}%`;
      return sql`(s.name_key like ${key} or s.id::text = ${word} or platform.search_key(s.name_en) like ${key}
        or exists (select from education.course c where c.subject_id = s.id and platform.search_key(c.name) like ${key}))`;
    }),
    ...(on ? [sql`s.valid_from <= ${on}::date and (s.valid_to is null or s.valid_to > ${on}::date)`] : []),
  ]);
  const rows = await tx.all(
    SubjectRow.extend({ total: z.number() }),
    sql`with found as materialized (select ${SUBJECT} from education.subject s where ${matching})
      select f.*, (select count(*) from found)::int as total from found f
      ${after === null ? sql`` : sql`where (f.name collate platform.latvian, f.id) > (select l.name collate platform.latvian, l.id from education.subject l where l.id = ${after})`}
      order by f.name collate platform.latvian, f.id limit ${limit}`,
  );
  return { total: rows[0]?.total ?? 0, rows };
}

/** All subjects that hold on a day, in Latvian order. */
export const listSubjectsOn = (tx: Read, day: IsoDate): Promise<SubjectRow[]> =>
  tx.all(SubjectRow, sql`select ${SUBJECT} from education.subject s where s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to > ${day}::date) order by s.name collate platform.latvian, s.id`);

export const listAllSubjects = (tx: Read): Promise<SubjectRow[]> => tx.all(SubjectRow, sql`select ${SUBJECT} from education.subject s order by s.id`);

export const findSubject = (tx: Read, id: number): Promise<SubjectRow | undefined> => tx.first(SubjectRow, sql`select ${SUBJECT} from education.subject s where s.id = ${id}`);

/** Subjects of a day whose name is the same but for case, diacritics and punctuation; several where the classifier has several. */
export const listSubjectsNamed = (tx: Read, name: string, day: IsoDate): Promise<SubjectRow[]> =>
  tx.all(SubjectRow, sql`select ${SUBJECT} from education.subject s where s.name_key = ${nameKey(name)} and s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to > ${day}::date) order by s.id`);

const CourseRow = z.object({
  id: z.number(), subjectId: z.number(), name: z.string(), kind: z.string(), level: z.enum(['general', 'optimal', 'highest', 'none']), authorship: z.enum(['standard', 'own']),
  validFrom: Day, validTo: Day.nullable(), source: z.string(),
});
export type CourseRow = z.infer<typeof CourseRow>;

/** Courses of one subject, or of all. */
export const listCourses = (tx: Read, subjectId: number | null): Promise<CourseRow[]> =>
  tx.all(
    CourseRow,
    sql`select id, subject_id, name, kind, level, authorship, valid_from, valid_to, source from education.course
      where ${subjectId === null ? sql`true` : sql`subject_id = ${subjectId}`} order by name collate platform.latvian, id`,
  );

const BeforeRow = z.object({ name: z.string(), area: z.string(), validFrom: Day, validTo: Day.nullable(), source: z.string(), supersededAt: z.date() });
export type SubjectBefore = z.infer<typeof BeforeRow>;
export const listSubjectBefore = (tx: Read, subjectId: number): Promise<SubjectBefore[]> =>
  tx.all(BeforeRow, sql`select name, area, valid_from, valid_to, source, superseded_at from education.subject_before where subject_id = ${subjectId} order by superseded_at desc`);

export interface NewSubject {
  readonly id: number;
  readonly name: string;
  readonly area: string;
}

const subjectsJson = (subjects: readonly NewSubject[]) => sql`jsonb_to_recordset(${JSON.stringify(subjects.map((one) => ({ ...one, key: nameKey(one.name) })))}::jsonb) as row(id integer, name text, area text, key text)`;

/** The source tells neither English names nor which subjects are languages: the one comes from a namesake, the other from the word in the name. */
export const insertSubjects = (tx: Write, subjects: readonly NewSubject[], from: IsoDate, source: string): Promise<number> =>
  tx.run(sql`insert into education.subject (id, name, name_en, name_key, area, is_language, valid_from, source)
    select id, name, coalesce((select m.name_en from education.subject m where m.name_key = row.key limit 1), name), key, area, key like '%valoda%', ${from}::date, ${source} from ${subjectsJson(subjects)}`);

const keepBefore = (ids: readonly number[], { recordedAt, recordedBy }: Recording) => sql`insert into education.subject_before (subject_id, name, area, valid_from, valid_to, source, superseded_at, superseded_by)
  select id, name, area, valid_from, valid_to, source, ${recordedAt}::timestamptz, ${recordedBy} from education.subject where id = any(${[...ids]}::int[])`;

/** Gives subjects the names and areas of the source, and lets them hold again; what they were stays. */
export async function changeSubjects(tx: Write, subjects: readonly NewSubject[], source: string, recording: Recording): Promise<void> {
  await tx.run(keepBefore(subjects.map(({ id }) => id), recording));
  await tx.run(sql`update education.subject s set name = row.name, name_key = row.key, area = row.area, valid_to = null, source = ${source} from ${subjectsJson(subjects)} where s.id = row.id`);
}

/** Subjects that the source no longer has hold until the day; one that began only then never held, and is ended the day after. */
export async function endSubjects(tx: Write, ids: readonly number[], day: IsoDate, recording: Recording): Promise<void> {
  await tx.run(keepBefore(ids, recording));
  await tx.run(sql`update education.subject set valid_to = greatest(${day}::date, valid_from + 1) where id = any(${[...ids]}::int[]) and valid_to is null`);
}

export interface NewCourse {
  readonly subjectId: number;
  readonly name: string;
  readonly kind: string;
  readonly level: CourseLevel;
  readonly authorship: 'standard' | 'own';
}

/** Adds courses, and gives those that are there the facts of the source. */
export const putCourses = (tx: Write, courses: readonly NewCourse[], from: IsoDate, source: string): Promise<number> =>
  tx.run(sql`insert into education.course (subject_id, name, kind, level, authorship, valid_from, source)
    select "subjectId", name, kind, level, authorship, ${from}::date, ${source}
    from jsonb_to_recordset(${JSON.stringify(courses)}::jsonb) as row("subjectId" integer, name text, kind text, level text, authorship text)
    on conflict on constraint one_course_of_a_name_in_a_subject do update set kind = excluded.kind, level = excluded.level, authorship = excluded.authorship, valid_to = null, source = excluded.source`);

export const endCourses = (tx: Write, ids: readonly number[], day: IsoDate): Promise<number> =>
  tx.run(sql`update education.course set valid_to = greatest(${day}::date, valid_from + 1) where id = any(${[...ids]}::int[]) and valid_to is null`);
