import { z } from 'zod';
import { gradeOfClass, ofScope } from '#modules/education/public.js';
import { joinFoundingUnit } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { monthsOf } from '../domain/periods.js';

const AbsenceRow = z.object({ institutionId: z.string(), unitId: z.number().nullable(), awaited: z.boolean(), without: z.boolean(), nil: z.boolean(), preschool: z.number(), basic: z.number(), secondary: z.number() });
export type AbsenceRow = z.infer<typeof AbsenceRow>;

export interface LongAbsences {
  readonly year: number;
  readonly semester: 'S1' | 'S2';
  /** More than so many lessons without justification; of children aged five and six, days. */
  readonly lessons: number;
  readonly days: number;
  /** The last day of the semester: a child's age then is the age that counts. */
  readonly lastDay: IsoDate;
  /** Whose actual founder is asked for. */
  readonly today: IsoDate;
}

/**
 * By institution, with the municipality that is its actual founder today: pupils with long absences in a semester (its own totals, else those of its months),
 * each once, and whether it was to enter absences, entered nothing, or filed a nil report.
 */
export const countLongAbsences = (tx: Read, { year, semester, lessons, days, lastDay, today }: LongAbsences, scope: Scope): Promise<AbsenceRow[]> =>
  tx.all(
    AbsenceRow,
    sql`with totals as (
        select a.institution_id, a.person_id, min(a.class_id::text)::uuid as class_id,
          coalesce(max(a.unjustified_lessons) filter (where a.period = ${semester}), sum(a.unjustified_lessons) filter (where a.period <> ${semester})) as lessons,
          coalesce(max(a.unjustified_days) filter (where a.period = ${semester}), sum(a.unjustified_days) filter (where a.period <> ${semester})) as days
        from marks.absence a
        where a.year = ${year}::smallint and a.state = 'confirmed' and a.period = any(${[semester, ...monthsOf(semester)]}::text[]) and ${ofScope(sql`a.institution_id`, scope)}
        group by a.institution_id, a.person_id
      ), graded as (
        select t.institution_id, t.person_id, ${gradeOfClass(sql`t.class_id`)} as grade, t.lessons, t.days from totals t
        where t.lessons > ${lessons} or t.days > ${days}
      ), long as (
        select g.institution_id,
          count(*) filter (where g.grade is null and g.days > ${days} and extract(year from age(${lastDay}::date, p.born_on)) between 5 and 6)::int as preschool,
          count(*) filter (where g.grade <= 9 and g.lessons > ${lessons})::int as basic, count(*) filter (where g.grade >= 10 and g.lessons > ${lessons})::int as secondary
        from graded g join persons.person p on p.id = g.person_id group by g.institution_id
      ), entry as (
        select s.institution_id, sum(s.expected) > 0 as awaited, sum(s.received) = 0 as without, sum(s.by_nil) = sum(s.expected) and sum(s.expected) > 0 as nil
        from marks.standing s where s.year = ${year} and s.period = ${semester} and s.record = 'absence' and ${ofScope(sql`s.institution_id`, scope)} group by s.institution_id
      ), school as (
        select institution_id, coalesce(e.awaited, false) as awaited, coalesce(e.awaited and e.without, false) as without, coalesce(e.nil, false) as nil,
          coalesce(l.preschool, 0) as preschool, coalesce(l.basic, 0) as basic, coalesce(l.secondary, 0) as secondary
        from entry e full join long l using (institution_id)
      )
      select s.institution_id, f.unit_id, s.awaited, s.without, s.nil, s.preschool, s.basic, s.secondary from school s ${joinFoundingUnit('f', sql`s.institution_id`, today)}`,
  );
