import { z } from 'zod';
import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { ListOrder } from '#kernel/list-order.js';
import type { Scope } from '#platform/actions/actor.js';
import { inKeyOrder, type Keyset, standsAfter } from '#platform/db/keyset.js';
import { isPersonProtected } from '#modules/persons/public.js';
import { sharedWrite, sharing } from '#platform/db/sharing.js';
import { every, type Sql, listOf, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { holdsOn, IdRow, placeNameOn } from './rows.js';
import { inScope } from './scope.js';

const UserRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['active', 'suspended']),
  stateReason: z.string(),
  unitId: z.number().nullable(),
  institutionId: z.string().nullable(),
  organisation: z.string().nullable(),
  lastSignIn: z.date().nullable(),
  hasPerson: z.boolean(),
  personProven: z.boolean(),
  /** Into another account of the same person: it stays closed. */
  joined: z.boolean(),
});
export type UserRow = z.infer<typeof UserRow>;

/**
 * Whether user `u` is a resident who is protected: whoever looks after users may not learn the name from their account. Names of people
 * who work somewhere are known there.
 */
export const isHidden = (today: IsoDate): Sql => sql`(u.unit_id is null and u.institution_id is null and u.person_id is not null and ${isPersonProtected(sql`u.person_id`, today)})`;

export const shownName = (today: IsoDate): Sql => sql`case when ${isHidden(today)} then u.login else u.name end`;

const columnsOn = (day: IsoDate, name: Sql = sql`u.name`): Sql => sql`u.id, u.login, ${name} as name, u.email, u.state, u.state_reason, u.unit_id, u.institution_id, ${placeNameOn('u', day)} as organisation, u.last_sign_in_at as last_sign_in, u.has_person, u.person_proven, u.joined_into is not null as joined`;

/** Users as they are today, or as they were on an earlier day, those who had been recorded or had held a right by then: what changed since is kept in `user_before`, from the change on that ended it. */
const usersOn = (day: IsoDate, today: IsoDate): Sql =>
  day >= today
    ? sql`(select *, person_id is not null as has_person from access.app_user)`
    : sql`(select n.id, n.login, coalesce(b.name, n.name) as name, case when b.name is null or b.name = n.name then n.name_key else platform.search_key(b.name) end as name_key, coalesce(b.email, n.email) as email, n.last_sign_in_at, n.person_id, n.person_id is not null as has_person, n.person_proven, n.joined_into, coalesce(b.state, n.state) as state, coalesce(b.state_reason, n.state_reason) as state_reason,
        case when b.user_id is null then n.unit_id else b.unit_id end as unit_id, case when b.user_id is null then n.institution_id else b.institution_id end as institution_id
      from access.app_user n left join lateral (select * from access.user_before c where c.user_id = n.id and c.until > ${day} order by c.until limit 1) b on true
      where n.recorded_at < ${instantInRiga(addDays(day, 1))} or exists (select from access.role_grant g where g.user_id = n.id and g.valid_from <= ${day}))`;

export interface UserSearch {
  /** Part of a name, or the beginning of a login. */
  readonly words: string;
  readonly state: 'active' | 'suspended' | null;
  /** The day as of which users are listed; not after today. */
  readonly day: IsoDate;
  readonly today: IsoDate;
  readonly order: ListOrder<UsersSortedBy>;
}

/** The columns that the list can stand in order of. */
export const USERS_SORTED_BY = ['name', 'login', 'organisation', 'state', 'last'] as const;
type UsersSortedBy = (typeof USERS_SORTED_BY)[number];

const SORT_KEYS: Readonly<Record<UsersSortedBy, (day: IsoDate) => readonly Sql[]>> = {
  name: () => [],
  login: () => [sql`u.login`],
  organisation: (day) => [sql`coalesce(${placeNameOn('u', day)}, '') collate platform.latvian`],
  state: () => [sql`u.state`],
  last: () => [sql`coalesce(u.last_sign_in_at, '-infinity')`],
};

const keysetOf = ({ order, day }: Pick<UserSearch, 'order' | 'day'>): Keyset => ({ keys: [...SORT_KEYS[order.by](day), sql`u.name collate platform.latvian`, sql`u.id`], descending: order.descending });

/** Who may be seen is decided by where they work today. */
const seenBy = ({ day, today }: Pick<UserSearch, 'day' | 'today'>, scope: Scope): Sql => (day >= today || scope.everywhere ? inScope('u', scope) : sql`u.id in (select w.id from access.app_user w where ${inScope('w', scope)})`);

const wanted = ({ words, state, ...of }: UserSearch, scope: Scope): Sql[] => [
  seenBy(of, scope),
  sql`not ${isHidden(of.today)}`,
  ...(words ? [sql`(u.name_key like '%' || platform.search_key(${words}) || '%' or starts_with(u.login, lower(${words})))`] : []),
  ...(state ? [sql`u.state = ${state}`] : []),
];

const selectUsers = ({ day, today }: Pick<UserSearch, 'day' | 'today'>, conditions: readonly Sql[], more: Sql = sql``): Sql => sql`select ${columnsOn(day)}${more} from ${usersOn(day, today)} u where ${every(conditions)}`;

/** One page of them after a user already shown, and how many there are in all. */
export async function listUsers(tx: Read, search: UserSearch, scope: Scope, after: string | null, limit: number): Promise<{ readonly rows: UserRow[]; readonly total: number }> {
  const conditions = wanted(search, scope);
  const keyset = keysetOf(search);
  const place = after ? [standsAfter(keyset, sql`from ${usersOn(search.day, search.today)} u where u.id = ${after} and ${seenBy(search, scope)}`)] : [];
  const counted = sql`, (select count(*)::int from ${usersOn(search.day, search.today)} u where ${every(conditions)}) as total`;
  const rows = await tx.all(
    UserRow.extend({ total: z.number() }),
    sql`${selectUsers(search, [...conditions, ...place], counted)} order by ${inKeyOrder(keyset)} limit ${limit}`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** All that `listUsers` would show, row by row, for an export. */
export const streamUsers = (tx: Read, search: UserSearch, scope: Scope): AsyncIterable<UserRow> => tx.stream(UserRow, sql`${selectUsers(search, wanted(search, scope))} order by ${inKeyOrder(keysetOf(search))}`);

/** One user within a scope, a protected resident by the login alone; undefined when there is none, or it works elsewhere. */
export const findUser = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<UserRow | undefined> =>
  tx.first(UserRow, sql`select ${columnsOn(today, shownName(today))} from ${usersOn(today, today)} u where ${every([sql`u.id = ${id}`, inScope('u', scope)])}`);

/** Remembers when a user last signed in, for the lists of those who look after users. */
export const markSignedIn = (tx: Write, userId: string, now: Date): Promise<void> => markAll(tx, { userId, now });

const markAll = sharedWrite((tx, signedIn: readonly { readonly userId: string; readonly now: Date }[]) =>
  tx.run(sql`update access.app_user u set last_sign_in_at = s.now from unnest(${listOf(signedIn.map(({ userId }) => userId), 'uuid')}, ${listOf(signedIn.map(({ now }) => now), 'timestamptz')}) as s(user_id, now) where u.id = s.user_id`),
);

/** The person whose account it is, once named. */
export const findPersonOf = async (tx: Read, userId: string): Promise<string | null> =>
  (await tx.first(z.object({ personId: z.string().nullable() }), sql`select person_id from access.app_user where id = ${userId}`))?.personId ?? null;

export const setPerson = (tx: Write, userId: string, personId: string): Promise<number> => tx.run(sql`update access.app_user set person_id = ${personId} where id = ${userId} and person_id is null`);

/** The account was proven to be its person's. */
export const setPersonProven = (tx: Write, userId: string): Promise<number> => tx.run(sql`update access.app_user set person_proven = true where id = ${userId} and person_id is not null and not person_proven`);

/** Whether two accounts are one person's, as far as is known; also where only an administrator has said so. */
export const areOnePerson = async (tx: Read, one: string, other: string): Promise<boolean> =>
  one === other || (await tx.first(IdRow, sql`select a.id from access.app_user a join access.app_user b on b.person_id = a.person_id where a.id = ${one} and b.id = ${other}`)) !== undefined;

/** A user by login, wherever they work: for giving a right to someone named. */
export const findUserByLogin = (tx: Read, login: string): Promise<{ id: string } | undefined> =>
  tx.first(IdRow, sql`select id from access.app_user where login = lower(${login}) and state = 'active'`);

export interface NewUser {
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly unitId: number | null;
  readonly institutionId: string | null;
}

export async function insertUser(tx: Write, user: NewUser, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into access.app_user (login, name, email, unit_id, institution_id, recorded_at, recorded_by)
      values (${user.login}, ${user.name}, ${user.email}, ${user.unitId}, ${user.institutionId}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

/** From today on; what was before is kept. */
export async function setUserState(tx: Write, id: string, state: 'active' | 'suspended', reason: string, today: IsoDate, now: Date): Promise<number> {
  await keepBefore(tx, sql`u.id = ${id} and u.state <> ${state}`, today, now);
  return tx.run(sql`update access.app_user set state = ${state}, state_reason = ${reason} where id = ${id} and state <> ${state}`);
}

export const setJoinedInto = (tx: Write, id: string, into: string): Promise<number> => tx.run(sql`update access.app_user set joined_into = ${into} where id = ${id}`);

/** Keeps what is of some users until a day, before it changes; of several changes on one day what was before the first. */
export const keepBefore = (tx: Write, which: Sql, until: IsoDate, now: Date): Promise<number> =>
  tx.run(sql`insert into access.user_before (user_id, until, state, state_reason, unit_id, institution_id, name, email, recorded_at)
    select u.id, ${until}::date, u.state, u.state_reason, u.unit_id, u.institution_id, u.name, u.email, ${now} from access.app_user u where ${which} on conflict do nothing`);

const OwnPlaceRow = z.object({ unitId: z.number().nullable(), regNr: z.string().nullable() });
/** Where a user works: a municipality, an institution by its number, or neither. */
export type OwnPlace = z.infer<typeof OwnPlaceRow>;

export const findOwnPlace = (tx: Read, userId: string): Promise<OwnPlace | undefined> =>
  tx.first(OwnPlaceRow, sql`select u.unit_id, i.reg_nr from access.app_user u left join institutions.institution i on i.id = u.institution_id where u.id = ${userId}`);

/** How a user is called, and by what they sign in. */
export const getNameAndLogin = async (tx: Read, userId: string): Promise<{ name: string; login: string }> =>
  (await tx.first(z.object({ name: z.string(), login: z.string() }), sql`select name, login from access.app_user where id = ${userId}`))!;

/** A user who is a person of the register and works for nobody here, or null where there was one already; the login is only a handle, since no password goes with it. */
export const insertResident = (tx: Write, { id, name }: { readonly id: string; readonly name: string }, now: Date): Promise<string | null> => insertResidents(tx, { id, name, now });

const ResidentRow = IdRow.extend({ personId: z.string() });

const insertResidents = sharing(async (tx: Write, people: readonly { readonly id: string; readonly name: string; readonly now: Date }[]) => {
  const made = await tx.all(
    ResidentRow,
    sql`insert into access.app_user (login, name, person_id, person_proven, recorded_at, recorded_by)
      select 'iedzivotajs-' || left(md5(p.id::text), 12), p.name, p.id, true, p.now, 'first sign-in'
      from unnest(${listOf(people.map(({ id }) => id), 'uuid')}, ${listOf(people.map(({ name }) => name), 'text')}, ${listOf(people.map(({ now }) => now), 'timestamptz')}) as p(id, name, now)
      on conflict (login) do nothing returning id, person_id`,
  );
  const users = new Map(made.map(({ id, personId }) => [personId, id]));
  return people.map(({ id }) => {
    const user = users.get(id) ?? null;
    // Of two who come as the same person one has the account made.
    users.delete(id);
    return user;
  });
});

/** Whether a user works for an institution or municipality, or once held a right, and holds none today. */
export const worksWithoutRights = async (tx: Read, userId: string, today: IsoDate): Promise<boolean> =>
  (await tx.first(IdRow, sql`select u.id from access.app_user u where u.id = ${userId}
    and (u.unit_id is not null or u.institution_id is not null or exists (select from access.role_grant g where g.user_id = u.id))
    and not exists (select from access.role_grant g where g.user_id = u.id and ${holdsOn('g', today)})`)) !== undefined;
