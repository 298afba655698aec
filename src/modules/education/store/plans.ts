import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { holdsOn } from './rows.js';

/** The class or group of the year before whose plan of subjects another one can begin with. */
const PlanSource = z.object({ id: z.string(), title: z.string(), year: z.number() });
export type PlanSource = z.infer<typeof PlanSource>;

/**
 * Beside each class `n` that learns nothing yet the one `f` of the year before that it follows in what is learnt: a group the group of its title, a class
 * one of its own grade and programme, that of its title before others. What another programme learns is not taken for its plan.
 */
const withSource = sql`education.class n cross join lateral (
    select c.id, c.title, c.year from education.class c
    where c.institution_id = n.institution_id and c.year = n.year - 1 and c.kind = n.kind and c.programme_code = n.programme_code and c.grade is not distinct from n.grade
      and (c.title_key = n.title_key or n.grade is not null) and exists (select from education.class_subject p where p.class_id = c.id)
    order by c.title_key <> n.title_key, c.title_key limit 1
  ) f`;
const learnsNothing = sql`not exists (select from education.class_subject p where p.class_id = n.id)`;

export const findPlanSource = (tx: Read, classId: string): Promise<PlanSource | undefined> =>
  tx.first(PlanSource, sql`select f.id, f.title, f.year from ${withSource} where n.id = ${classId} and ${learnsNothing}`);

/** Gives a class that learns nothing yet the plan of the year before. @returns how many subjects it learns by it */
export const takePlan = async (tx: Write, classId: string): Promise<number> => (await takePlans(tx, sql`n.id = ${classId}`)).length;

/** The same for all classes and groups of an institution and year, after their pupils are in them. @returns the classes that have a plan by it */
export const takePlansOfYear = async (tx: Write, institutionId: string, year: number): Promise<string[]> =>
  [...new Set((await takePlans(tx, sql`n.institution_id = ${institutionId} and n.year = ${year}`)).map(({ classId }) => classId))];

/** A teacher stays with the pupils they taught the subject to, or with the group, while they hold a position on the year's first day; who else teaches is for the school to say. */
const takePlans = (tx: Write, where: Sql): Promise<{ classId: string }[]> =>
  tx.all(
    z.object({ classId: z.string() }),
    sql`insert into education.class_subject (class_id, subject_id, course_id, semesters, teacher_id)
      select n.id, s.subject_id, s.course_id, s.semesters, x.person_id
      from ${withSource} join education.school_year y on y.year = n.year
      join education.class_subject s on s.class_id = f.id join education.subject b on b.id = s.subject_id and (b.valid_to is null or b.valid_to > y.starts_on)
      left join lateral (
        select k.id from education.placement l join education.placement h on h.membership_id = l.membership_id and h.superseded_at is null
        join education.class k on k.id = h.class_id and k.year = n.year - 1 and k.kind = n.kind
        where l.class_id = n.id and l.superseded_at is null group by k.id order by count(*) desc, k.id limit 1
      ) o on n.grade is not null
      left join education.class_subject t on t.class_id = case when n.grade is null then f.id else o.id end and t.subject_id = s.subject_id
      left join lateral (select distinct p.person_id from education.teacher_position p where p.person_id = t.teacher_id and p.institution_id = n.institution_id and ${holdsOn('p', sql`y.starts_on`)}) x on true
      where ${where} and ${learnsNothing}
      returning class_id`,
  );

const Planless = z.object({ id: z.string(), title: z.string() });
export type Planless = z.infer<typeof Planless>;

/** Classes of a year, not groups, that learn nothing yet: no marks are expected of them. */
export const listPlanless = (tx: Read, institutionId: string, year: number): Promise<Planless[]> =>
  tx.all(
    Planless,
    sql`select n.id, n.title from education.class n where n.institution_id = ${institutionId} and n.year = ${year} and n.kind in ('class', 'special') and n.closed_at is null and ${learnsNothing}
      order by n.grade, n.title collate platform.latvian, n.id`,
  );
