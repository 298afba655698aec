import { z } from 'zod';
import { holdsRoleAt, isGrantLive, isRole, roleTitle } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** Whose groups spoke, through which connection of which municipality. */
interface SuggestedFor {
  readonly userId: string;
  readonly connectionId: string;
  readonly unitId: number;
}

interface GroupsForRole {
  readonly role: string;
  readonly groups: readonly string[];
}

const isTheirs = ({ userId, connectionId }: SuggestedFor): Sql => sql`s.user_id = ${userId} and s.connection_id = ${connectionId}`;

/** A role that groups speak for, unless it is held, stands already or was declined. Tells whether it is new. */
export async function suggestToGive(tx: Write, whose: SuggestedFor, { role, groups }: GroupsForRole, today: IsoDate, now: Date): Promise<boolean> {
  const { userId, unitId, connectionId } = whose;
  await tx.run(sql`update authentication.role_suggestion s set state = 'lapsed', decided_at = ${now}, decided_by = 'directory'
    where ${isTheirs(whose)} and s.role_code = ${role} and s.kind = 'end' and s.state in ('open', 'declined')`);
  const added = await tx.run(sql`insert into authentication.role_suggestion (user_id, role_code, unit_id, connection_id, kind, groups, first_seen_at)
    select ${userId}::uuid, ${role}, ${unitId}::int, ${connectionId}::uuid, 'give', ${[...groups]}::text[], ${now}::timestamptz
    where ${isRole(sql`${role}`)} and not ${holdsRoleAt(sql`${userId}::uuid`, sql`${role}`, sql`${unitId}::int`, today)} on conflict do nothing`);
  return added > 0;
}

/** What groups no longer speak for: what nobody decided lapses, and a right that was given so is suggested to end. */
export async function suggestToEnd(tx: Write, whose: SuggestedFor, rolesSpokenFor: readonly string[], today: IsoDate, now: Date): Promise<void> {
  const left = sql`${isTheirs(whose)} and s.kind = 'give' and s.role_code <> all(${[...rolesSpokenFor]}::text[])`;
  await tx.run(sql`update authentication.role_suggestion s set state = 'lapsed', decided_at = ${now}, decided_by = 'directory' where ${left}
    and (s.state = 'open' or (s.state = 'confirmed' and not ${isGrantLive(sql`s.grant_id`, today)}))`);
  await tx.run(sql`insert into authentication.role_suggestion (user_id, role_code, unit_id, connection_id, kind, groups, first_seen_at, grant_id)
    select s.user_id, s.role_code, s.unit_id, s.connection_id, 'end', s.groups, ${now}, s.grant_id from authentication.role_suggestion s
    where ${left} and s.state = 'confirmed' on conflict do nothing`);
}

const SuggestionRow = z.object({
  id: z.string(),
  kind: z.enum(['give', 'end']),
  userId: z.string(),
  userName: z.string(),
  login: z.string(),
  roleCode: z.string(),
  roleLv: z.string(),
  roleEn: z.string(),
  unitId: z.number(),
  unitName: z.string(),
  connectionTitle: z.string(),
  groups: z.array(z.string()),
  firstSeenAt: z.date(),
  state: z.enum(['open', 'confirmed', 'declined', 'lapsed']),
  decidedAt: z.date().nullable(),
  decidedBy: z.string().nullable(),
  grantId: z.string().nullable(),
});
export type SuggestionRow = z.infer<typeof SuggestionRow>;

const SELECT = sql`select s.id, s.kind, s.user_id, u.name as user_name, u.login, s.role_code, ${roleTitle(sql`s.role_code`, 'lv')} as role_lv, ${roleTitle(sql`s.role_code`, 'en')} as role_en, s.unit_id,
    coalesce((select v.name from territories.unit_version v where v.unit_id = s.unit_id order by v.valid_from desc limit 1), '') as unit_name,
    (select t.title from authentication.connection_setting t where t.connection_id = s.connection_id and t.in_force_at is not null order by t.in_force_at desc, t.id desc limit 1) as connection_title,
    s.groups, s.first_seen_at, s.state, s.decided_at, coalesce((select d.name from access.app_user d where d.id::text = s.decided_by), s.decided_by) as decided_by, s.grant_id
  from authentication.role_suggestion s join access.app_user u on u.id = s.user_id and u.state = 'active'`;

const within = (scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`s.unit_id = any(${[...scope.unitIds]}::int[])`);

/** What waits for a decision within a scope, in one municipality or in all of them. */
export const listOpenSuggestions = (tx: Read, scope: Scope, unitId: number | null, limit: number): Promise<SuggestionRow[]> =>
  tx.all(SuggestionRow, sql`${SELECT} where s.state = 'open' and ${within(scope)} ${unitId === null ? sql`` : sql`and s.unit_id = ${unitId}`} order by s.first_seen_at, s.id limit ${limit}`);

/** What was decided, newest first. */
export const listDecidedSuggestions = (tx: Read, scope: Scope, unitId: number | null, limit: number): Promise<SuggestionRow[]> =>
  tx.all(
    SuggestionRow,
    sql`${SELECT} where s.state in ('confirmed', 'declined') and ${within(scope)} ${unitId === null ? sql`` : sql`and s.unit_id = ${unitId}`} order by s.decided_at desc, s.id limit ${limit}`,
  );

export async function countOpenSuggestions(tx: Read, scope: Scope): Promise<number> {
  return (await tx.first(
    z.object({ n: z.number() }),
    sql`select count(*) as n from authentication.role_suggestion s join access.app_user u on u.id = s.user_id and u.state = 'active' where s.state = 'open' and ${within(scope)}`,
  ))!.n;
}

/** One that waits, held until the transaction ends. */
export const lockOpenSuggestion = (tx: Write, id: string, scope: Scope): Promise<SuggestionRow | undefined> =>
  tx.first(SuggestionRow, sql`${SELECT} where s.id = ${id} and s.state = 'open' and ${within(scope)} for update of s`);

export const decideSuggestion = (tx: Write, id: string, state: 'confirmed' | 'declined', grantId: string | null, by: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.role_suggestion set state = ${state}, grant_id = ${grantId}, decided_at = ${now}, decided_by = ${by} where id = ${id} and state = 'open'`);

/** The suggestion by which a right came, now that the right has ended: whoever joins the group anew is suggested anew. */
export const lapseGivenBy = (tx: Write, grantId: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.role_suggestion set state = 'lapsed', decided_at = ${now} where grant_id = ${grantId} and kind = 'give' and state = 'confirmed'`);
