import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day, holdsOn, lastsOn } from './rows.js';

/**
 * Parts of other modules' queries that speak of who learns where; what a membership is stays written here. `alias` names the joined row.
 * Each joins by an index, so that a batch of any size is one statement.
 */

/** Joins the membership that a person had in an institution on a day, the main one first: `alias.id`, `is_main`, `programme_code`, `form`, `valid_from`, `valid_to`. */
export const joinMembershipOn = (alias: string, personId: Sql, institutionId: Sql, day: Sql): Sql => sql`left join lateral (
    select m.id, m.is_main, m.programme_code, m.form, m.valid_from, m.valid_to from education.membership m
    where m.person_id = ${personId} and m.institution_id = ${institutionId} and ${holdsOn('m', day)} order by m.is_main desc, m.valid_from limit 1
  ) ${sql.ref(alias)} on true`;

/** Joins the class of a membership on a day (not a group): `alias.class_id`, `title`, `title_key`, `grade`, `year`. */
export const joinClassOn = (alias: string, membershipId: Sql, day: Sql): Sql => sql`left join lateral (
    select c.id as class_id, c.title, c.title_key, c.grade, c.year from education.placement l join education.class c on c.id = l.class_id
    where l.membership_id = ${membershipId} and ${holdsOn('l', day)} order by c.kind not in ('class', 'special'), l.valid_from limit 1
  ) ${sql.ref(alias)} on true`;

/** Whose records of which period are asked for; each is an expression of the query. */
export interface OfPeriod {
  readonly personId: Sql;
  readonly institutionId: Sql;
  readonly year: Sql;
  /** S1, S2, YEAR, EXAM, POST, FINAL; for absences also M01 to M12. */
  readonly period: Sql;
  /** Day of the decision; null where the period's last day counts. */
  readonly decidedOn?: Sql;
}

/**
 * Joins where a person learnt in an institution when a period was assessed: on the day of the decision, else on the period's last day,
 * which for all but S1 is the last school day of the class they were in. One row or nulls: `alias.membership_id`, `class_id`, `title`,
 * `title_key`, `grade`, `programme_code`, `day`. Classes go before groups.
 */
export const joinPupilAssessed = (alias: string, { personId, institutionId, year, period, decidedOn = sql`null::date` }: OfPeriod): Sql => sql`left join lateral (
    select l.membership_id, c.id as class_id, c.title, c.title_key, c.grade, m.programme_code, its.day
    from education.placement l join education.class c on c.id = l.class_id join education.membership m on m.id = l.membership_id and m.superseded_at is null
    join education.school_year y on y.year = c.year left join education.year_end e on e.year = c.year and e.grade = c.grade
    cross join lateral (select coalesce(${decidedOn}, case ${period} when 'S1' then y.first_semester_ends_on else coalesce(c.ends_on, e.ends_on) end) as day) its
    where l.person_id = ${personId} and c.institution_id = ${institutionId} and c.year = ${year} and ${holdsOn('l', sql`its.day`)}
    order by c.kind not in ('class', 'special'), m.is_main desc, l.valid_from desc limit 1
  ) ${sql.ref(alias)} on true`;

/**
 * Joins where a person learnt in an institution at any time of a period, the last place of it: what absences need, since who left within
 * a month was absent in it too. Columns as of `joinPupilAssessed`; `day` is the period's last day.
 */
export const joinPupilPresent = (alias: string, { personId, institutionId, year, period }: OfPeriod): Sql => sql`left join lateral (
    select l.membership_id, c.id as class_id, c.title, c.title_key, c.grade, m.programme_code, span.last_day as day
    from education.placement l join education.class c on c.id = l.class_id join education.membership m on m.id = l.membership_id and m.superseded_at is null
    join education.school_year y on y.year = c.year left join education.year_end e on e.year = c.year and e.grade = c.grade
    cross join lateral (select case when ${period} like 'M%' then make_date(c.year + (substr(${period}, 2)::int < 9)::int, substr(${period}, 2)::int, 1) end as month) its
    cross join lateral (select
        case when its.month is not null then its.month when ${period} = 'S2' then y.second_semester_starts_on else y.starts_on end as first_day,
        case when its.month is not null then (its.month + interval '1 month' - interval '1 day')::date when ${period} = 'S1' then y.first_semester_ends_on
          else coalesce(c.ends_on, e.ends_on, make_date(c.year + 1, 8, 31)) end as last_day) span
    where l.person_id = ${personId} and c.institution_id = ${institutionId} and c.year = ${year} and l.superseded_at is null
      and l.valid_from <= span.last_day and (l.valid_to is null or l.valid_to > span.first_day)
    order by c.kind not in ('class', 'special'), m.is_main desc, l.valid_from desc limit 1
  ) ${sql.ref(alias)} on true`;

const NearRow = z.object({ id: z.string(), validFrom: Day, validTo: Day.nullable(), class: z.string().nullable() });
export type NearMembership = z.infer<typeof NearRow>;

/** A person's memberships in an institution nearest to a day, for saying why none holds on it. */
export const listNearestMemberships = (tx: Read, personId: string, institutionId: string, day: IsoDate, limit = 2): Promise<NearMembership[]> =>
  tx.all(
    NearRow,
    sql`select m.id, m.valid_from, m.valid_to, (select c.title from education.placement l join education.class c on c.id = l.class_id
        where l.membership_id = m.id and l.superseded_at is null order by l.valid_from desc limit 1) as class
      from education.membership m where m.person_id = ${personId} and m.institution_id = ${institutionId} and m.superseded_at is null
      order by case when ${lastsOn('m', day)} then 0 when m.valid_from > ${day}::date then m.valid_from - ${day}::date else ${day}::date - m.valid_to end, m.valid_from limit ${limit}`,
  );
