import { z } from 'zod';
import type { Scope } from '#platform/actions/actor.js';
import { sharedWrite, sharing } from '#platform/db/sharing.js';
import { every, type Sql, listOf, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { IdRow, placeName } from './rows.js';
import { inScope } from './scope.js';

const UserRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  nameKey: z.string(),
  email: z.string(),
  state: z.enum(['active', 'suspended']),
  stateReason: z.string(),
  organisation: z.string().nullable(),
  lastSignIn: z.date().nullable(),
  hasPerson: z.boolean(),
});
export type UserRow = z.infer<typeof UserRow>;

const COLUMNS = sql`u.id, u.login, u.name, u.name_key, u.email, u.state, u.state_reason, ${placeName('u')} as organisation, u.last_sign_in_at as last_sign_in, u.person_id is not null as has_person`;

export interface UserSearch {
  /** Part of a name, or the beginning of a login. */
  readonly words: string;
  readonly state: 'active' | 'suspended' | null;
}

/** Name key and id of the last row already shown. */
export type UserPosition = readonly [nameKey: string, id: string];

const wanted = ({ words, state }: UserSearch, scope: Scope): Sql[] => [
  inScope('u', scope),
  ...(words ? [sql`(u.name_key like '%' || platform.search_key(${words}) || '%' or starts_with(u.login, lower(${words})))`] : []),
  ...(state ? [sql`u.state = ${state}`] : []),
];

const selectUsers = (conditions: readonly Sql[]): Sql => sql`select ${COLUMNS} from access.app_user u where ${every(conditions)} order by u.name_key, u.id`;

export const listUsers = (tx: Read, search: UserSearch, scope: Scope, after: UserPosition | null, limit: number): Promise<UserRow[]> =>
  tx.all(UserRow, sql`${selectUsers([...wanted(search, scope), ...(after ? [sql`(u.name_key, u.id) > (${after[0]}, ${after[1]}::uuid)`] : [])])} limit ${limit}`);

/** All that `listUsers` would show, row by row, for an export. */
export const streamUsers = (tx: Read, search: UserSearch, scope: Scope): AsyncIterable<UserRow> => tx.stream(UserRow, selectUsers(wanted(search, scope)));

export async function countUsers(tx: Read, search: UserSearch, scope: Scope): Promise<number> {
  return (await tx.first(z.object({ n: z.number() }), sql`select count(*) as n from access.app_user u where ${every(wanted(search, scope))}`))!.n;
}

/** One user within a scope; undefined when there is none, or it works elsewhere. */
export const findUser = (tx: Read, id: string, scope: Scope): Promise<UserRow | undefined> =>
  tx.first(UserRow, selectUsers([sql`u.id = ${id}`, inScope('u', scope)]));

/** Remembers when a user last signed in, for the lists of those who look after users. */
export const markSignedIn = (tx: Write, userId: string, now: Date): Promise<void> => markAll(tx, { userId, now });

const markAll = sharedWrite((tx, signedIn: readonly { readonly userId: string; readonly now: Date }[]) =>
  tx.run(sql`update access.app_user u set last_sign_in_at = s.now from unnest(${listOf(signedIn.map(({ userId }) => userId), 'uuid')}, ${listOf(signedIn.map(({ now }) => now), 'timestamptz')}) as s(user_id, now) where u.id = s.user_id`),
);

/** The person whose account it is, once named. */
export const findPersonOf = async (tx: Read, userId: string): Promise<string | null> =>
  (await tx.first(z.object({ personId: z.string().nullable() }), sql`select person_id from access.app_user where id = ${userId}`))?.personId ?? null;

export const setPerson = (tx: Write, userId: string, personId: string): Promise<number> => tx.run(sql`update access.app_user set person_id = ${personId} where id = ${userId} and person_id is null`);

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

export const setUserState = (tx: Write, id: string, state: 'active' | 'suspended', reason: string): Promise<number> =>
  tx.run(sql`update access.app_user set state = ${state}, state_reason = ${reason} where id = ${id} and state <> ${state}`);

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
    sql`insert into access.app_user (login, name, person_id, recorded_at, recorded_by)
      select 'iedzivotajs-' || left(md5(p.id::text), 12), p.name, p.id, p.now, 'first sign-in'
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
