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

const StatusRow = z.object({ isLearner: z.boolean(), level: z.string().nullable(), form: z.string().nullable(), validTo: Day.nullable() });
export type PupilStatus = z.infer<typeof StatusRow>;

/**
 * Whether a person learns on a day: the stage of their main programme (else of another), its form, and the first day on which it no
 * longer holds as far as is known. One indexed query, for the status check that other systems ask most.
 */
export const pupilStatus = async (tx: Read, personId: string, day: IsoDate): Promise<PupilStatus> =>
  (await tx.first(
    StatusRow,
    sql`select true as is_learner, g.stage as level, m.form, m.valid_to from education.membership m join education.programme g on g.code = m.programme_code
      where m.person_id = ${personId} and ${holdsOn('m', day)} order by m.is_main desc, m.valid_from limit 1`,
  )) ?? { isLearner: false, level: null, form: null, validTo: null };
