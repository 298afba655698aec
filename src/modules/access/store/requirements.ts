import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { columnsOfPlace, type Place } from '../domain/place.js';
import { Day, holdsOn, IdRow, placeName } from './rows.js';
import { inScope } from './scope.js';

/**
 * The requirements `q` that speak of grant `g`: of its role, at its place; of a municipality also at the institutions it founds that day.
 * The places that can be meant are worked out once for a grant and looked up in an index.
 */
const speakingOf = (day: Sql): Sql => sql`unnest(array['country', g.place_key, 'unit ' || institutions.founding_unit_on(g.institution_id, ${day})]) meant(place_key)
  join access.role_requirement q on q.role_code = g.role_code and q.place_key = meant.place_key`;

/** The same from the side of many requirements: the grants that each speaks of, every kind of place along an index of its own. */
const grantsOf = (day: Sql): Sql => sql`lateral (
    select e.* from access.role_grant e where q.everywhere and e.role_code = q.role_code
    union all select e.* from access.role_grant e where e.unit_id = q.unit_id and e.role_code = q.role_code
    union all select e.* from access.role_grant e where e.institution_id = q.institution_id and e.role_code = q.role_code
    union all select e.* from access.role_grant e where e.institution_id = any(array(select institutions.founded_by_unit_on(q.unit_id, ${day}))) and e.role_code = q.role_code
  ) g`;

/** Asked for one value and not by `exists`, which the planner may answer by reading everything that anybody ever met. */
const metOn = (day: Sql): Sql => sql`coalesce((select true from access.requirement_met m where m.user_id = g.user_id and m.key = q.key
  and m.withdrawn_at is null and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to > ${day}) limit 1), false)`;

const aDay = (day: IsoDate | Sql): Sql => sql`${day}::date`;

/** Grant `g` waits: its role asks for something at its place that its user has not met. Such a grant gives no permission. One lookup for each grant. */
export const waitsOn = (day: IsoDate | Sql): Sql =>
  sql`coalesce((select true from ${speakingOf(aDay(day))} where ${holdsOn('q', day)} and not ${metOn(aDay(day))} limit 1), false)`;

export interface NewRequirement {
  /** What has to be met; the same at every place where the same is asked for (`course:<id>`). */
  readonly key: string;
  readonly roleCode: string;
  readonly place: Place;
  readonly titleLv: string;
  readonly titleEn: string;
  /** The page of the program where it can be met. */
  readonly link: string;
  readonly validFrom: IsoDate;
  readonly basis: string;
}

/** A role asks for something at a place from a day on. */
export async function insertRequirement(tx: Write, { place, ...asked }: NewRequirement, by: string, now: Date): Promise<string> {
  const { everywhere, unitId, institutionId } = columnsOfPlace(place);
  const row = await tx.first(
    IdRow,
    sql`insert into access.role_requirement (key, role_code, everywhere, unit_id, institution_id, title_lv, title_en, link, valid_from, basis, recorded_at, recorded_by)
      values (${asked.key}, ${asked.roleCode}, ${everywhere}, ${unitId}, ${institutionId}, ${asked.titleLv}, ${asked.titleEn}, ${asked.link}, ${asked.validFrom},
        ${asked.basis}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

/** Ends a requirement within a (widened) scope from a day on; tells whether there was one to end. */
export const endRequirement = async (tx: Write, id: string, scope: Scope, day: IsoDate, by: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update access.role_requirement q set valid_to = greatest(q.valid_from, ${day}::date), ended_at = ${now}, ended_by = ${by}
    where q.id = ${id} and ${inScope('q', scope)} and (q.valid_to is null or q.valid_to > ${day})`)) > 0;

/** Somebody has met what has the key, from a day until another. */
export async function recordMet(tx: Write, met: { userId: string; key: string; from: IsoDate; to: IsoDate | null; basis: string }, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into access.requirement_met (user_id, key, valid_from, valid_to, basis, recorded_at, recorded_by)
      values (${met.userId}, ${met.key}, ${met.from}, ${met.to}, ${met.basis}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

/** What was recorded as met in error counts no more from now on. */
export const withdrawMet = (tx: Write, id: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update access.requirement_met set withdrawn_at = ${now}, withdrawn_by = ${by} where id = ${id} and withdrawn_at is null`);

/** Everyone a requirement concerns from a day on: active users with such a grant, and whether they have met it by then. */
const concerned = (today: IsoDate): Sql => sql`access.role_requirement q
  cross join lateral (select greatest(q.valid_from, ${today}::date) as day) d
  join ${grantsOf(sql`d.day`)} on g.valid_to is null or g.valid_to > d.day
  join access.app_user u on u.id = g.user_id and u.state = 'active'`;

const RequirementRow = z.object({
  id: z.string(),
  key: z.string(),
  roleCode: z.string(),
  roleLv: z.string(),
  roleEn: z.string(),
  place: z.string().nullable(),
  titleLv: z.string(),
  titleEn: z.string(),
  link: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  basis: z.string(),
  /** The ceased municipality that asked it first; null when nobody did. */
  inheritedFrom: z.string().nullable(),
  /** How many users it concerns, and how many of them have not met it yet. */
  concerned: z.number(),
  unmet: z.number(),
});
export type RequirementRow = z.infer<typeof RequirementRow>;

const REQUIREMENT = sql`q.id, q.key, q.role_code, r.title_lv as role_lv, r.title_en as role_en, ${placeName('q')} as place, q.title_lv, q.title_en, q.link, q.valid_from, q.valid_to, q.basis,
  (select v.name from access.role_requirement e join territories.unit_version v on v.unit_id = e.unit_id where e.id = q.inherited_from order by v.valid_from desc limit 1) as inherited_from`;

/** Requirements that hold or are to come, within a (widened) scope. */
export const listRequirements = (tx: Read, scope: Scope, today: IsoDate): Promise<RequirementRow[]> =>
  tx.all(
    RequirementRow,
    sql`with counted as (
        select q.id, count(distinct u.id) as concerned, count(distinct u.id) filter (where not ${metOn(sql`d.day`)}) as unmet from ${concerned(today)} where ${inScope('q', scope)} group by q.id)
      select ${REQUIREMENT}, coalesce(c.concerned, 0) as concerned, coalesce(c.unmet, 0) as unmet
      from access.role_requirement q join access.role r on r.code = q.role_code left join counted c on c.id = q.id
      where ${inScope('q', scope)} and (q.valid_to is null or q.valid_to > ${today}) order by q.valid_from desc, q.id limit 500`,
  );

/**
 * Users who have not met what their role asks for, or will ask for, as a table expression to join with what only the asking
 * module knows: `requirement_id, user_id, name, name_key, login, email, unit_id, institution_id, role_lv, role_en, place, key, title_lv, title_en, link, valid_from`.
 */
export const unmetOf = (today: IsoDate): Sql => sql`(select distinct on (q.id, u.id) q.id as requirement_id, u.id as user_id, u.name, u.name_key, u.login, u.email,
    u.unit_id, u.institution_id, r.title_lv as role_lv, r.title_en as role_en, ${placeName('g')} as place, q.key, q.title_lv, q.title_en, q.link, q.valid_from
  from ${concerned(today)} join access.role r on r.code = q.role_code
  where (q.valid_to is null or q.valid_to > ${today}) and not ${metOn(sql`d.day`)} order by q.id, u.id, g.id)`;

const OwnRow = z.object({
  requirementId: z.string(),
  grantId: z.string(),
  key: z.string(),
  roleLv: z.string(),
  roleEn: z.string(),
  place: z.string().nullable(),
  titleLv: z.string(),
  titleEn: z.string(),
  link: z.string(),
  validFrom: Day,
  /** Met on the day from which it is asked for, or today. */
  met: z.boolean(),
});
export type OwnRequirementRow = z.infer<typeof OwnRow>;

/** What the rights of one user ask for, or will: one row for each right and requirement. */
export const listOwnRequirements = (tx: Read, userId: string, today: IsoDate): Promise<OwnRequirementRow[]> =>
  tx.all(
    OwnRow,
    sql`select q.id as requirement_id, g.id as grant_id, q.key, r.title_lv as role_lv, r.title_en as role_en, ${placeName('g')} as place, q.title_lv, q.title_en, q.link, q.valid_from, ${metOn(sql`d.day`)} as met
      from access.role_grant g cross join ${speakingOf(aDay(today))}
      cross join lateral (select greatest(q.valid_from, ${today}::date) as day) d join access.role r on r.code = q.role_code
      where g.user_id = ${userId} and (g.valid_to is null or g.valid_to > d.day) and (q.valid_to is null or q.valid_to > ${today}) order by q.valid_from, q.id, g.id`,
  );

const CountRow = z.object({ concerned: z.number(), unmet: z.number() });

/** How many users a requirement would concern, and how many of them have not met it: asked before it is made. */
export async function countWouldConcern(tx: Read, asked: Pick<NewRequirement, 'key' | 'roleCode' | 'place' | 'validFrom'>): Promise<z.infer<typeof CountRow>> {
  const { everywhere, unitId, institutionId } = columnsOfPlace(asked.place);
  const day = aDay(asked.validFrom);
  return (await tx.first(
    CountRow,
    sql`select count(distinct u.id) as concerned, count(distinct u.id) filter (where not ${metOn(day)}) as unmet
      from (select ${asked.key}::text as key, ${asked.roleCode}::text as role_code, ${everywhere}::boolean as everywhere, ${unitId}::integer as unit_id, ${institutionId}::uuid as institution_id) q
      join ${grantsOf(day)} on g.valid_to is null or g.valid_to > ${day}
      join access.app_user u on u.id = g.user_id and u.state = 'active'`,
  ))!;
}

/** Whether anything that holds or is to come asks for the key anywhere. */
export const isRequired = async (tx: Read, key: string, today: IsoDate): Promise<boolean> =>
  (await tx.first(IdRow, sql`select id from access.role_requirement where key = ${key} and (valid_to is null or valid_to > ${today}) limit 1`)) !== undefined;
