import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn } from './rows.js';

const CountedClass = z.object({ id: z.string(), title: z.string(), grade: z.number().nullable(), endsOn: Day.nullable(), record: z.enum(['mark', 'outcome']).nullable(), hasPlan: z.boolean() });
export type CountedClass = z.infer<typeof CountedClass>;

/**
 * The classes and preschool groups of an institution and school year, with what their learners are assessed by: the general scale rule of the grade says
 * whether marks or learning outcomes; in a preschool group (no grade) nothing, and absences alone are recorded. Other groups are not counted.
 */
export const listCountedClasses = (tx: Read, institutionId: string, year: number): Promise<CountedClass[]> =>
  tx.all(
    CountedClass,
    sql`select c.id, c.title, c.grade, c.ends_on, case when c.grade is not null then coalesce(r.record, 'mark') end as record,
        exists (select from education.class_subject s where s.class_id = c.id) as has_plan from education.class c
      left join lateral (select r.record from education.scale_rule r where r.superseded_at is null and r.subject_id is null and r.period = 'any'
        and c.year between r.from_year and coalesce(r.to_year, c.year) and c.grade between r.from_grade and r.to_grade limit 1) r on true
      where c.institution_id = ${institutionId} and c.year = ${year} and c.kind in ('class', 'special', 'preschool') and (c.grade is null) = (c.kind = 'preschool')
      order by c.grade nulls last, c.title collate platform.latvian, c.id`,
  );

/** Institutions with classes or preschool groups in a school year, of which completeness is counted, as a query of one column `institution_id`. */
export const institutionsCounted = (year: Sql): Sql => sql`select distinct c.institution_id from education.class c where c.year = ${year} and c.kind in ('class', 'special', 'preschool')`;

/** Institutions with classes in a school year, as a query of one column `institution_id`. */
export const institutionsWithClasses = (year: Sql): Sql => sql`select distinct c.institution_id from education.class c where c.year = ${year} and c.kind in ('class', 'special')`;

/**
 * What the members of classes are expected to have: a query of `class_id, period, record, subject_id, item, person_id, since` where item is the subject, the learning
 * outcome, or 0 for totals of absences. `terms` names a relation `class_id, period, record, day, semester, from_age`: who is in the class on that day, by what
 * it learns in the semester (`first`, `second`, or null for the whole year), without those who are exempt and, where there is an age, who are younger. Other columns of it are joined by class, period and record.
 */
export const expectedRecords = (terms: string): Sql => {
  const members = sql`${sql.table(terms)} t join education.placement l on l.class_id = t.class_id and ${holdsOn('l', sql`t.day`)}`;
  const plan = sql`education.class_subject s on s.class_id = t.class_id and (s.semesters = 'both' or t.semester is null or s.semesters = t.semester)`;
  const isExempt = sql`exists (select from education.exemption x where x.person_id = l.person_id and x.subject_id = s.subject_id and ${holdsOn('x', sql`t.day`)})`;
  return sql`select t.class_id, t.period, t.record, s.subject_id, s.subject_id as item, l.person_id, l.valid_from as since
      from ${members} join ${plan} where t.record = 'mark' and not ${isExempt}
    union all
    select t.class_id, t.period, t.record, s.subject_id, o.id, l.person_id, l.valid_from
      from ${members} join ${plan} join education.class c on c.id = t.class_id
      join education.outcome o on o.subject_id = s.subject_id and c.grade between o.from_grade and o.to_grade
      where t.record = 'outcome' and not ${isExempt}
    union all
    select t.class_id, t.period, t.record, 0, 0, l.person_id, l.valid_from from ${members} where t.record = 'absence' and t.from_age is null
    union all
    select t.class_id, t.period, t.record, 0, 0, l.person_id, greatest(l.valid_from, (p.born_on + make_interval(years => t.from_age))::date)
      from ${members} join persons.person p on p.id = l.person_id where t.record = 'absence' and p.born_on + make_interval(years => t.from_age) <= t.day`;
};

const PlaceRow = z.object({ institutionId: z.string(), year: z.number() });

/** Which institution and school year a class is of. */
export const findClassPlace = (tx: Read, classId: string): Promise<z.infer<typeof PlaceRow> | undefined> =>
  tx.first(PlaceRow, sql`select c.institution_id, c.year from education.class c where c.id = ${classId}`);

/** The grade of a class, as an expression. */
export const gradeOfClass = (classId: Sql): Sql => sql`(select own_class.grade from education.class own_class where own_class.id = ${classId})`;
