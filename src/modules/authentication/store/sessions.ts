import { z } from 'zod';
import { ActorRow, provenPerson, rightsOf } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { fixed } from '#platform/db/fixed.js';
import { sharedWrite, sharing } from '#platform/db/sharing.js';
import { asList, listOf, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { FACTORS } from '../domain/factors.js';
import { LEVELS, type Level } from '../domain/proof.js';
import { provesItsPerson } from './outside-identities.js';

/** What stands between a sign-in and the program: nothing, a second factor, or a factor that is still to be added. */
export type Awaits = 'nothing' | 'second-factor' | 'enrolment';

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly awaits: Awaits;
  readonly level: Level;
  readonly amr: readonly string[];
  readonly outsideIdentityId: string | null;
  /** The networks outside of which one factor is not enough, as long as it is the only one. */
  readonly onlyWithin: readonly string[] | null;
  /** Until when risky actions ask for no new proof. */
  readonly freshUntil: Date;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  readonly device: string;
  readonly addressPrefix: string;
}

const insertSessions = sharedWrite((tx, sessions: readonly (NewSession & { readonly now: Date })[]) =>
  tx.run(sql`insert into authentication.session (id, user_id, awaits, level, amr, outside_identity_id, only_within, fresh_until, idle_minutes, expires_at, device, address_prefix, proven_at, created_at, last_used_at)
    select s.id, s."userId", s.awaits, s.level, s.amr, s."outsideIdentityId", s."onlyWithin"::cidr[], s."freshUntil", s."idleMinutes", s."expiresAt", s.device, s."addressPrefix", s.now, s.now, s.now
    from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as s(id text, "userId" uuid, awaits text, level text, amr text[], "outsideIdentityId" uuid, "onlyWithin" text[], "freshUntil" timestamptz, "idleMinutes" int,
      "expiresAt" timestamptz, device text, "addressPrefix" text, now timestamptz)`),
);

export const insertSession = (tx: Write, session: NewSession, now: Date): Promise<void> => insertSessions(tx, { ...session, now });

const isAlive = (now: Date | Sql) => sql`s.ended_at is null and s.expires_at > ${now} and s.last_used_at + make_interval(mins => s.idle_minutes) > ${now}`;

const SignedInRow = ActorRow.extend({
  sessionId: z.string(),
  lastUsedAt: z.date(),
  idleMinutes: z.number(),
  expiresAt: z.date(),
  awaits: z.enum(['nothing', 'enrolment']),
  level: z.enum(LEVELS),
  amr: z.array(z.string()),
  provenAt: z.date(),
  freshUntil: z.date(),
  outsideIdentityId: z.string().nullable(),
  /** Outside of these networks the session opens nothing; null: it is good everywhere. */
  onlyWithin: z.array(z.string()).nullable(),
  /** Which directory is to be asked about whom, and when it last called them active; null for every other session. */
  directoryIssuer: z.string().nullable(),
  directorySubject: z.instanceof(Buffer).nullable(),
  directoryActiveAt: z.date().nullable(),
});
export type SignedInRow = z.infer<typeof SignedInRow>;

/** Whose own data is shown: of an account that only an administrator has named as somebody's, in sessions that this person's own identity has opened. */
const personOf = sql`coalesce(${provenPerson}, case when ${provesItsPerson(sql`s.outside_identity_id`)} then u.person_id end)`;

/** Who is signed in by these sessions, with what they may today (nothing, unless `withRights`), in one query; nobody by one that ended, idled out, or waits for a second factor. */
export const listSignedIn = (tx: Read, ids: readonly string[], now: Date, today: IsoDate, withRights: boolean): Promise<SignedInRow[]> =>
  tx.all(SignedInRow, (withRights ? signedInWithRights : signedInAlone)([...ids], now, today));

const signedIn = (withRights: boolean) =>
  fixed(
    3,
    (ids, now, today) => sql`select s.id as session_id, u.id as user_id, ${personOf} as person_id, u.name, s.last_used_at, s.idle_minutes, s.expires_at, s.awaits, s.level, s.amr, s.proven_at, s.fresh_until, s.outside_identity_id, case s.level when 'low' then s.only_within::text[] end as only_within, ${withRights ? rightsOf(sql`u.id`, today) : sql`'[]'::jsonb`} as rights,
        o.issuer as directory_issuer, o.subject as directory_subject, greatest(o.directory_active_at, o.last_used_at) as directory_active_at
      from authentication.session s join access.app_user u on u.id = s.user_id
      left join authentication.outside_identity o on o.id = s.outside_identity_id and o.method = 'active-directory'
      where s.id = any(${asList(ids, 'text')}::text[]) and s.awaits <> 'second-factor' and ${isAlive(now)} and u.state = 'active'`,
  );

const signedInWithRights = signedIn(true);
const signedInAlone = signedIn(false);

export const touchSession = (tx: Write, id: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.session set last_used_at = ${now} where id = ${id} and ended_at is null`);

/** A session whose user has just proven one more factor: worth more, fully open, and its proof is new. */
export const raiseSession = (tx: Write, id: string, level: Level, amr: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update authentication.session set awaits = case when exists (select from authentication.reconfirmation w where w.user_id = session.user_id and w.closed_at is null) then awaits else 'nothing' end, raised_at = case level when 'low' then ${now} else raised_at end, level = case level when 'low' then ${level} else level end,
    amr = array(select distinct unnest(amr || ${[...amr]}::text[])) where id = ${id} and ended_at is null`);

const HalfRow = z.object({
  id: z.string(),
  userId: z.string(),
  login: z.string(),
  level: z.enum(LEVELS),
  amr: z.array(z.string()),
  outsideIdentityId: z.string().nullable(),
});
export type HalfSession = z.infer<typeof HalfRow>;

/** The half-finished sign-in that waits for its second factor. */
export const findHalfSession = (tx: Read, id: string, now: Date): Promise<HalfSession | undefined> =>
  tx.first(
    HalfRow,
    sql`select s.id, s.user_id, u.login, s.level, s.amr, s.outside_identity_id from authentication.session s join access.app_user u on u.id = s.user_id
      where s.id = ${id} and s.awaits = 'second-factor' and ${isAlive(now)} and u.state = 'active'`,
  );

const OwnSessionRow = z.object({ awaits: z.enum(['nothing', 'second-factor', 'enrolment']), provenAt: z.date(), level: z.enum(LEVELS), amr: z.array(z.string()), outsideIdentityId: z.string().nullable(), onlyWithin: z.array(z.string()).nullable() });

/** How sure one of a user's own sessions is. */
export const findOwnSession = (tx: Read, userId: string, id: string): Promise<z.infer<typeof OwnSessionRow> | undefined> =>
  tx.first(OwnSessionRow, sql`select s.awaits, s.proven_at, s.level, s.amr, s.outside_identity_id, s.only_within::text[] as only_within from authentication.session s where s.id = ${id} and s.user_id = ${userId} and s.ended_at is null`);

const SessionRow = z.object({
  id: z.string(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
  expiresAt: z.date(),
  device: z.string(),
  addressPrefix: z.string(),
  level: z.enum(LEVELS),
});
export type SessionRow = z.infer<typeof SessionRow>;

export const listSessionsOf = (tx: Read, userId: string, now: Date): Promise<SessionRow[]> =>
  tx.all(
    SessionRow,
    sql`select s.id, s.created_at, s.last_used_at, s.expires_at, s.device, s.address_prefix, s.level from authentication.session s
      where s.user_id = ${userId} and s.awaits <> 'second-factor' and ${isAlive(now)} order by s.last_used_at desc, s.id`,
  );

const endOf = sql`least(s.expires_at, s.last_used_at + make_interval(mins => s.idle_minutes))`;

/** Sessions of a user that ended since then, but that nobody put an end to: they ran out, or another took their place by a new proof. */
export const listEarlierSessions = (tx: Read, userId: string, since: Date, now: Date): Promise<{ id: string }[]> =>
  tx.all(
    z.object({ id: z.string() }),
    sql`select s.id from authentication.session s where s.user_id = ${userId} and s.awaits = 'nothing'
      and (s.ended_why = 'proven-anew' and s.ended_at > ${since} or s.ended_at is null and ${endOf} > ${since} and ${endOf} <= ${now})`,
  );

export type EndedWhy = 'signed-out' | 'revoked' | 'password-changed' | 'factor-changed' | 'user-suspended' | 'finished' | 'proven-anew' | 'directory' | 'policy' | 'too-many' | 'reset';

/** Which sessions of a user: one, all but one, those begun by an outside identity; without any of it all. */
export interface WhichSessions {
  readonly only?: string;
  readonly except?: string | null;
  readonly identity?: string;
}

/** Ends sessions of a user; gives their ids. */
export const endSessions = async (tx: Write, userId: string, which: WhichSessions, why: EndedWhy, now: Date): Promise<string[]> =>
  (
    await tx.all(
      z.object({ id: z.string() }),
      sql`update authentication.session set ended_at = ${now}, ended_why = ${why} where user_id = ${userId} and ended_at is null
        ${which.only ? sql`and id = ${which.only}` : sql``} ${which.except ? sql`and id <> ${which.except}` : sql``}
        ${which.identity ? sql`and outside_identity_id = ${which.identity}` : sql``} returning id`,
    )
  ).map((row) => row.id);

/** Ends the sessions of a user that were not used for longest, so that no more than `most` are open; gives their ids. */
export const endBeyond = (tx: Write, userId: string, most: number, now: Date): Promise<string[]> => endOldest(tx, { userId, most, now });

const EndedRow = z.object({ id: z.string(), userId: z.string() });

const endOldest = sharing(async (tx: Write, asked: readonly { readonly userId: string; readonly most: number; readonly now: Date }[]) => {
  const ended = await tx.all(
    EndedRow,
    sql`update authentication.session o set ended_at = beyond.now, ended_why = ${'too-many' satisfies EndedWhy}
      from (select distinct on (own.id) own.id, a.now
        from unnest(${listOf(asked.map(({ userId }) => userId), 'uuid')}, ${listOf(asked.map(({ most }) => most), 'int')}, ${listOf(asked.map(({ now }) => now), 'timestamptz')}) as a(user_id, most, now)
        cross join lateral (select s.id from authentication.session s where s.user_id = a.user_id and ${isAlive(sql`a.now`)} order by s.last_used_at desc, s.created_at desc, s.id offset a.most) own) beyond
      where o.id = beyond.id returning o.id, o.user_id`,
  );
  const left = Map.groupBy(ended, ({ userId }) => userId);
  return asked.map(({ userId }) => {
    const ids = (left.get(userId) ?? []).map(({ id }) => id);
    left.delete(userId);
    return ids;
  });
});

/** Takes away sessions long past their end. */
export const deleteSessionsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from authentication.session where expires_at < ${day}`);

const SignInRow = z.object({ id: z.string(), createdAt: z.date(), device: z.string(), addressPrefix: z.string(), level: z.enum(LEVELS), amr: z.array(z.string()), awaits: z.enum(['nothing', 'second-factor', 'enrolment']), method: z.enum(FACTORS).nullable(), issuer: z.string().nullable(), raisedAt: z.date().nullable(), endedAt: z.date().nullable(), endedWhy: z.string() });
export type SignInRow = z.infer<typeof SignInRow>;

/** The latest sign-ins of a user, also those long over. */
export const listSignInsOf = (tx: Read, userId: string, now: Date, limit: number): Promise<SignInRow[]> => listOfKind(tx, userId, now, sql`s.awaits <> 'second-factor'`, limit);

/** The latest times when a first factor was right and the second step was not finished. */
export const listUnfinishedOf = (tx: Read, userId: string, now: Date, limit: number): Promise<SignInRow[]> => listOfKind(tx, userId, now, sql`s.awaits = 'second-factor' and s.ended_why is distinct from ${'finished' satisfies EndedWhy}`, limit);

/** A session that nobody ended is over all the same once it was unused for too long, or has reached its end. */
const listOfKind = (tx: Read, userId: string, now: Date, which: Sql, limit: number): Promise<SignInRow[]> =>
  tx.all(
    SignInRow,
    sql`select s.id, s.created_at, s.device, s.address_prefix, s.level, s.amr, s.awaits, s.raised_at, coalesce(s.ended_at, case when ran_out <= ${now} then ran_out end) as ended_at,
        case when s.ended_at is null and ran_out <= ${now} then 'ran-out' else s.ended_why end as ended_why,
        o.method, o.issuer
      from authentication.session s left join authentication.outside_identity o on o.id = s.outside_identity_id cross join lateral (select ${endOf} as ran_out) e
      where s.user_id = ${userId} and ${which} order by s.created_at desc, s.id limit ${limit}`,
  );
