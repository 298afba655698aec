import { z } from 'zod';
import { joinFoundingUnit, joinKind } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, holdsOn, ofScope, yearOn } from './rows.js';

const GradeCounts = z.object({ institutionId: z.string(), regNr: z.string(), name: z.string(), kindLv: z.string().nullable(), kindEn: z.string().nullable(), unitId: z.number().nullable(), grades: z.array(z.number()) });
export type GradeCounts = z.infer<typeof GradeCounts>;

/** Learners by grade 1 to 12 of each institution of a scope on a day: each person once in an institution and grade, in its classes (not groups). */
export const countByGrade = (tx: Read, day: IsoDate, scope: Scope): Promise<GradeCounts[]> =>
  tx.all(
    GradeCounts,
    sql`with counted as (
        select c.institution_id, c.grade, count(distinct l.person_id)::int as n from education.class c join education.placement l on l.class_id = c.id and ${holdsOn('l', day)}
        where c.year = ${yearOn(day)} and c.kind in ('class', 'special') and ${ofScope(sql`c.institution_id`, scope)} group by c.institution_id, c.grade
      )
      select i.id as institution_id, i.reg_nr, i.name, k.kind_lv, k.kind_en, f.unit_id, s.grades
      from (select institution_id, array(select coalesce(max(n.n), 0)::int from generate_series(1, 12) g left join counted n on n.grade = g and n.institution_id = o.institution_id group by g order by g) as grades
        from (select distinct institution_id from counted) o) s
      join institutions.institution i on i.id = s.institution_id ${joinKind('k', sql`i.id`, day)} ${joinFoundingUnit('f', sql`i.id`, day)}
      order by i.name collate platform.latvian, i.reg_nr`,
  );

/**
 * Keeps how many children aged five and six are in preschool programmes on a day, by institution, for good. Whoever is five has had the fifth birthday
 * and not the sixth. A day that has been taken stays as it is. @returns how many institutions were written
 */
export const takePreschoolSnapshot = (tx: Write, day: IsoDate, takenAt: Date): Promise<number> =>
  tx.run(sql`insert into education.preschool_snapshot (day, institution_id, unit_id, aged_five, aged_six, taken_at)
    select ${day}::date, s.institution_id, f.unit_id, s.five, s.six, ${takenAt}::timestamptz
    from (
      select m.institution_id, count(distinct m.person_id) filter (where a.age = 5)::int as five, count(distinct m.person_id) filter (where a.age = 6)::int as six
      from education.membership m join education.programme g on g.code = m.programme_code and g.stage = 'preschool' join persons.person p on p.id = m.person_id
      cross join lateral (select extract(year from age(${day}::date, p.born_on))::int as age) a where ${holdsOn('m', day)} group by m.institution_id
    ) s ${joinFoundingUnit('f', sql`s.institution_id`, day)}
    where not exists (select from education.preschool_snapshot t where t.day = ${day}::date) on conflict do nothing`);

/** Days of which there is a snapshot, the latest first. */
export const listSnapshotDays = async (tx: Read): Promise<IsoDate[]> =>
  (await tx.all(z.object({ day: Day }), sql`select distinct day from education.preschool_snapshot order by day desc`)).map((row) => row.day);

const SnapshotRow = z.object({
  institutionId: z.string(), regNr: z.string(), name: z.string(), kindLv: z.string().nullable(), kindEn: z.string().nullable(), unitId: z.number().nullable(), agedFive: z.number(), agedSix: z.number(), takenAt: z.date(),
});
export type SnapshotRow = z.infer<typeof SnapshotRow>;

/** A snapshot, cut to a scope: numbers and municipality as they were then; kind as of that day. */
export const listSnapshot = (tx: Read, day: IsoDate, scope: Scope): Promise<SnapshotRow[]> =>
  tx.all(
    SnapshotRow,
    sql`select i.id as institution_id, i.reg_nr, i.name, k.kind_lv, k.kind_en, s.unit_id, s.aged_five, s.aged_six, s.taken_at
      from education.preschool_snapshot s join institutions.institution i on i.id = s.institution_id ${joinKind('k', sql`i.id`, day)}
      where s.day = ${day}::date and ${ofScope(sql`s.institution_id`, scope)} order by i.name collate platform.latvian, i.reg_nr`,
  );
