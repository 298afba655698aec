import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, placeName } from './rows.js';
import { keepBefore } from './users.js';

const TitleRow = z.object({ lv: z.string(), en: z.string() });
const HeldRow = z.object({ id: z.string(), unitId: z.number(), userId: z.string(), userName: z.string(), role: TitleRow, requestId: z.string().nullable() });
export type HeldRow = z.infer<typeof HeldRow>;

const ROLE = sql`jsonb_build_object('lv', r.title_lv, 'en', r.title_en) as role`;

/** Grants that, without the reform, would hold on its day or begin later. */
const goesOn = (day: IsoDate): Sql => sql`(g.valid_to is null or g.valid_to > greatest(g.valid_from, ${day}::date))`;

export const listGrantsOnUnits = (tx: Read, unitIds: readonly number[], day: IsoDate): Promise<HeldRow[]> => tx.all(HeldRow, grantsOnUnits(unitIds, goesOn(day)));

export const streamGrantsOnUnits = (tx: Read, unitIds: readonly number[], day: IsoDate): AsyncIterable<HeldRow> => tx.stream(HeldRow, grantsOnUnits(unitIds, goesOn(day)));

/** The grants on these bodies that a reform has ended. */
export const streamEndedGrants = (tx: Read, unitIds: readonly number[], reformId: string): AsyncIterable<HeldRow> => tx.stream(HeldRow, grantsOnUnits(unitIds, sql`g.ended_by_reform = ${reformId}`));

const grantsOnUnits = (unitIds: readonly number[], which: Sql): Sql => sql`
  select g.id, g.unit_id, u.id as user_id, u.name as user_name, ${ROLE}, g.request_id
  from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code
  where g.unit_id = any(${[...unitIds]}::int[]) and ${which} order by g.unit_id, g.id`;

/** Ends the grants on these bodies from the day on. */
export const endGrantsOnUnits = (tx: Write, unitIds: readonly number[], day: IsoDate, end: { reason: string; reformId: string; by: string }, now: Date): Promise<number> =>
  tx.run(sql`update access.role_grant g set valid_to = greatest(g.valid_from, ${day}::date), ended_at = ${now}, ended_by = ${end.by},
        ended_reason = ${end.reason}, ended_by_reform = ${end.reformId}
      where g.unit_id = any(${[...unitIds]}::int[]) and ${goesOn(day)}`);

const HeldAtInstitution = z.object({ id: z.string(), institutionId: z.string(), userId: z.string(), userName: z.string(), role: TitleRow });
export type HeldAtInstitution = z.infer<typeof HeldAtInstitution>;

/** The grants that hang on each of these institutions on a day. */
export const streamGrantsOnInstitutions = (tx: Read, institutionIds: readonly string[], day: IsoDate): AsyncIterable<HeldAtInstitution> =>
  tx.stream(
    HeldAtInstitution,
    sql`select g.id, g.institution_id, u.id as user_id, u.name as user_name, ${ROLE}
      from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code
      where g.institution_id = any(${[...institutionIds]}::uuid[]) and ${goesOn(day)} order by g.id`,
  );

const TouchedRow = z.object({ id: z.string(), name: z.string(), unitId: z.number().nullable(), institutionId: z.string().nullable(), employer: z.string().nullable() });
export type TouchedRow = z.infer<typeof TouchedRow>;

/** Users who work for one of these bodies or institutions, and those named; with whom they work for. */
export const streamUsersTouched = (tx: Read, unitIds: readonly number[], institutionIds: readonly string[], userIds: readonly string[]): AsyncIterable<TouchedRow> =>
  tx.stream(
    TouchedRow,
    sql`select u.id, u.name, u.unit_id, u.institution_id, ${placeName('u')} as employer from access.app_user u
      where u.unit_id = any(${[...unitIds]}::int[]) or u.institution_id = any(${[...institutionIds]}::uuid[]) or u.id = any(${[...userIds]}::uuid[]) order by u.id`,
  );

/** Users of a body work for another from a day on, where they worked before is kept; `moves` pairs the bodies. */
export async function moveUsers(tx: Write, moves: readonly { from: number; to: number }[], day: IsoDate, now: Date): Promise<number> {
  await keepBefore(tx, sql`u.unit_id = any(${moves.map(({ from }) => from)}::int[])`, day, now);
  return tx.run(sql`update access.app_user u set unit_id = m."to" from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m("from" integer, "to" integer) where u.unit_id = m."from"`);
}

/** One user of a body that a reform divided works for another from its day on, where they worked before is kept; 0 where they work for none of these any more. */
export async function moveUser(tx: Write, userId: string, from: readonly number[], to: number, day: IsoDate, now: Date): Promise<number> {
  const which = sql`u.id = ${userId} and u.unit_id = any(${[...from]}::int[])`;
  await keepBefore(tx, which, day, now);
  return tx.run(sql`update access.app_user u set unit_id = ${to} where ${which}`);
}

const PreparedRow = z.object({ id: z.string(), userId: z.string(), userName: z.string(), role: TitleRow, comingAtvk: z.string(), heldAlready: z.boolean() });
export type PreparedRow = z.infer<typeof PreparedRow>;

/**
 * Approved requests for units that this reform brings, one for each user, role and unit. `heldAlready` where the unit is a
 * body that goes on and the user holds the role there in that time anyway.
 * @param bodies the coming units' bodies as far as they exist.
 */
export const listPrepared = (tx: Read, reformId: string, day: IsoDate, bodies: readonly { atvk: string; unitId: number | null }[]): Promise<PreparedRow[]> =>
  tx.all(PreparedRow, sql`select id, user_id, user_name, role, coming_atvk, held_already from (${prepared(reformId, day, bodies)}) p order by coming_atvk, id`);

const prepared = (reformId: string, day: IsoDate, bodies: readonly { atvk: string; unitId: number | null }[]): Sql => sql`
  select distinct on (q.user_id, q.role_code, q.coming_atvk) q.id, q.user_id, u.name as user_name, q.role_code, ${ROLE}, q.coming_atvk, b."unitId" as body,
    greatest(q.wanted_from, ${day}::date) as starts, q.wanted_to, q.basis, q.basis_file_id,
    exists (select from access.role_grant g where g.user_id = q.user_id and g.role_code = q.role_code and g.unit_id = b."unitId"
      and daterange(g.valid_from, g.valid_to) && daterange(greatest(q.wanted_from, ${day}::date), q.wanted_to)) as held_already
  from access.right_request q
  join access.app_user u on u.id = q.user_id
  join access.role r on r.code = q.role_code
  join jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as b(atvk text, "unitId" integer) on b.atvk = q.coming_atvk
  where q.reform_id = ${reformId} and q.state = 'approved' and not q.started_grant and u.state = 'active' and (q.wanted_to is null or q.wanted_to > ${day})
  order by q.user_id, q.role_code, q.coming_atvk, q.id`;

/** Turns prepared requests into grants on their bodies, now that these exist; tells which requests started. */
export async function startPrepared(tx: Write, reformId: string, day: IsoDate, bodies: readonly { atvk: string; unitId: number | null }[], by: string, now: Date): Promise<Set<string>> {
  const rows = await tx.all(
    z.object({ id: z.string() }),
    sql`with prepared as (${prepared(reformId, day, bodies)}), started as (
        insert into access.role_grant (user_id, role_code, unit_id, valid_from, valid_to, granted_to, basis, basis_file_id, request_id, confirmed_on, recorded_at, recorded_by)
        select user_id, role_code, body, starts, wanted_to, wanted_to, basis, basis_file_id, id, starts, ${now}::timestamptz, ${by} from prepared where not held_already
        returning request_id
      )
      update access.right_request q set started_grant = true from started where q.id = started.request_id returning q.id`,
  );
  return new Set(rows.map((row) => row.id));
}

const OpenRow = z.object({ id: z.string(), userId: z.string(), userName: z.string(), role: TitleRow, unitId: z.number().nullable(), comingAtvk: z.string().nullable(), place: z.string().nullable() });
export type OpenRow = z.infer<typeof OpenRow>;

/** Undecided requests for a body that ends, or for a unit that this reform brings. */
export const listOpenRequests = (tx: Read, reformId: string, ceasing: readonly number[]): Promise<OpenRow[]> =>
  tx.all(
    OpenRow,
    sql`select q.id, u.id as user_id, u.name as user_name, ${ROLE}, q.unit_id, q.coming_atvk, ${placeName('q')} as place
      from access.right_request q join access.app_user u on u.id = q.user_id join access.role r on r.code = q.role_code
      where q.state = 'submitted' and (q.unit_id = any(${[...ceasing]}::int[]) or q.reform_id = ${reformId}) order by q.id`,
  );

const ToTellRow = z.object({ userId: z.string(), name: z.string(), email: z.string(), unitId: z.number(), units: z.array(z.string()) });
export type UserToTell = z.infer<typeof ToTellRow>;

/** Active users with a mail address who work for some of these bodies or hold a grant there on a day, with their names. */
export const listUsersToTell = (tx: Read, unitIds: readonly number[], day: IsoDate): Promise<UserToTell[]> =>
  tx.all(
    ToTellRow,
    sql`select u.id as user_id, u.name, u.email, min(at.unit_id) as unit_id, array_agg(distinct ${placeName('at')}) as units from (
        select id as user_id, unit_id, null::uuid as institution_id from access.app_user where unit_id = any(${[...unitIds]}::int[])
        union all
        select g.user_id, g.unit_id, null from access.role_grant g where g.unit_id = any(${[...unitIds]}::int[]) and ${goesOn(day)}
      ) at join access.app_user u on u.id = at.user_id
      where u.state = 'active' and u.email <> '' group by u.id order by u.id`,
  );

const SilentRow = z.object({ userId: z.string(), userName: z.string(), login: z.string(), titles: z.array(z.object({ lv: z.string(), en: z.string() })), unitId: z.number(), unit: z.string().nullable() });
export type SilentRow = z.infer<typeof SilentRow>;
/** What tells one of them from the others. */
export type SilentPlace = Pick<SilentRow, 'userId' | 'unitId'>;

/** Who holds rights on bodies that a reform ends and has not asked for any at the units it brings, by name; after a user and body already shown. */
export const listSilent = (tx: Read, reformId: string, unitIds: readonly number[], day: IsoDate, after: SilentPlace | null, limit: number): Promise<SilentRow[]> =>
  tx.all(
    SilentRow,
    sql`select u.id as user_id, u.name as user_name, u.login, jsonb_agg(distinct jsonb_build_object('lv', r.title_lv, 'en', r.title_en)) as titles, g.unit_id, ${placeName('g')} as unit
      from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code
      where g.unit_id = any(${[...unitIds]}::int[]) and ${goesOn(day)} and u.state = 'active'
        and not exists (select from access.right_request q where q.user_id = u.id and q.reform_id = ${reformId} and q.state in ('submitted', 'approved'))
        ${after ? sql`and (u.name collate platform.latvian, u.id, g.unit_id) > (select a.name collate platform.latvian, a.id, ${after.unitId}::int from access.app_user a where a.id = ${after.userId})` : sql``}
      group by u.id, g.unit_id, g.institution_id order by u.name collate platform.latvian, u.id, g.unit_id limit ${limit}`,
  );

export const listUserMatters = (tx: Read, ids: readonly string[]): Promise<{ id: string; login: string }[]> =>
  tx.all(z.object({ id: z.string(), login: z.string() }), sql`select u.id, u.login from access.app_user u where u.id = any(${[...ids]}::uuid[])`);

const RequestMatterRow = z.object({ id: z.string(), login: z.string(), wantedFrom: Day });

export const listRequestMatters = (tx: Read, ids: readonly string[]): Promise<z.infer<typeof RequestMatterRow>[]> =>
  tx.all(RequestMatterRow, sql`select q.id, u.login, q.wanted_from from access.right_request q join access.app_user u on u.id = q.user_id where q.id = any(${[...ids]}::uuid[])`);

const TraceRow = z.object({ key: z.string(), what: z.enum(['recorded', 'ended', 'decided']), at: z.date() });

/** What was done last, between two moments, to grants, requests or users. */
export const listTraces = (tx: Read, table: 'role_grant' | 'right_request' | 'app_user', keys: readonly string[], from: Date, to: Date): Promise<z.infer<typeof TraceRow>[]> => {
  const [later, word] = { role_grant: [sql`t.ended_at`, 'ended'], right_request: [sql`t.decided_at`, 'decided'], app_user: [sql`null::timestamptz`, 'recorded'] }[table] as [Sql, string];
  return tx.all(
    TraceRow,
    sql`select t.id as key, case when ${later} >= ${from} and ${later} < ${to} then ${word} else 'recorded' end as what, case when ${later} >= ${from} and ${later} < ${to} then ${later} else t.recorded_at end as at
      from ${sql.table(`access.${table}`)} t where t.id = any(${[...keys]}::uuid[])
        and (${later} >= ${from} and ${later} < ${to} or t.recorded_at >= ${from} and t.recorded_at < ${to})`,
  );
};
