import { z } from 'zod';
import { inScope } from '#modules/access/public.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CountRow, IdRow, placeName } from './rows.js';

const ParticipantRow = z.object({
  id: z.string(),
  remoteCourseId: z.string(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  place: z.string().nullable(),
  answers: z.array(z.string()),
  state: z.enum(['confirmed', 'waiting', 'withdrawn']),
  delegatedAt: z.date(),
  attended: z.boolean().nullable(),
});
export type ParticipantRow = z.infer<typeof ParticipantRow>;

const SELECT = sql`select p.id, p.remote_course_id, p.user_id, u.name, u.email, ${placeName('p')} as place, p.answers, p.state, p.delegated_at, p.attended
  from training.participation p join access.app_user u on u.id = p.user_id`;
const IN_ORDER = sql`order by p.state, p.delegated_at, p.id`;

/** Everyone sent to a remote course and not withdrawn: first those with a seat, then those who wait, each in their order. */
const standing = (remoteId: string): Sql => sql`p.remote_course_id = ${remoteId} and p.state <> 'withdrawn'`;

export const listParticipants = (tx: Read, remoteId: string): Promise<ParticipantRow[]> => tx.all(ParticipantRow, sql`${SELECT} where ${standing(remoteId)} ${IN_ORDER}`);

export const streamParticipants = (tx: Read, remoteId: string): AsyncIterable<ParticipantRow> => tx.stream(ParticipantRow, sql`${SELECT} where ${standing(remoteId)} ${IN_ORDER}`);

/** Those of a (widened) scope who were sent to a remote course. */
export const listParticipantsIn = (tx: Read, remoteId: string, scope: Scope): Promise<ParticipantRow[]> =>
  tx.all(ParticipantRow, sql`${SELECT} where ${standing(remoteId)} and ${inScope('p', scope)} ${IN_ORDER}`);

const OwnRow = z.object({
  id: z.string(),
  remoteCourseId: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  startsAt: z.date(),
  begun: z.boolean(),
  state: z.enum(['confirmed', 'waiting']),
  cancelled: z.boolean(),
  attended: z.boolean().nullable(),
});
/** A remote course one is sent to oneself. */
export type OwnParticipationRow = z.infer<typeof OwnRow>;

const ownOf = (userId: string, now: Date): Sql => sql`select p.id, p.remote_course_id, c.title_lv, c.title_en, c.starts_at, c.starts_at <= ${now} as begun, p.state, c.cancelled_at is not null as cancelled, p.attended
  from training.participation p join training.remote_course c on c.id = p.remote_course_id where p.user_id = ${userId} and p.state <> 'withdrawn'`;

/** Remote courses a user is sent to, the latest first. */
export const listParticipationsOf = (tx: Read, userId: string, now: Date): Promise<OwnParticipationRow[]> =>
  tx.all(OwnRow, sql`${ownOf(userId, now)} order by c.starts_at desc, p.id limit 100`);

/** How a user stands with one remote course; undefined for whoever is not sent to it. */
export const findOwnParticipation = (tx: Read, remoteId: string, userId: string, now: Date): Promise<OwnParticipationRow | undefined> =>
  tx.first(OwnRow, sql`${ownOf(userId, now)} and p.remote_course_id = ${remoteId}`);

const CandidateRow = z.object({ id: z.string(), name: z.string(), login: z.string(), place: z.string().nullable() });
export type CandidateRow = z.infer<typeof CandidateRow>;

/** Active users of a (widened) scope who are not yet sent to the course, by name. */
export const listCandidates = (tx: Read, remoteId: string, words: string, scope: Scope, limit: number): Promise<CandidateRow[]> =>
  tx.all(
    CandidateRow,
    sql`select u.id, u.name, u.login, ${placeName('u')} as place from access.app_user u
      where ${inScope('u', scope)} and u.state = 'active' and ${words ? sql`u.name_key like '%' || platform.search_key(${words}) || '%'` : sql`true`}
        and not exists (select from training.participation p where ${standing(remoteId)} and p.user_id = u.id)
      order by u.name_key, u.id limit ${limit}`,
  );

const UserRow = z.object({ id: z.string(), email: z.string(), unitId: z.number().nullable(), institutionId: z.string().nullable() });

/** An active user of a (widened) scope with where they work. */
export const findCandidate = (tx: Read, userId: string, scope: Scope): Promise<z.infer<typeof UserRow> | undefined> =>
  tx.first(UserRow, sql`select u.id, u.email, u.unit_id, u.institution_id from access.app_user u where u.id = ${userId} and u.state = 'active' and ${inScope('u', scope)}`);

export async function countSeatsTaken(tx: Read, remoteId: string): Promise<number> {
  return (await tx.first(CountRow, sql`select count(*) as n from training.participation p where p.remote_course_id = ${remoteId} and p.state = 'confirmed'`))!.n;
}

/** How many were ever sent: while there is one, the questions stay as they are. */
export async function countSent(tx: Read, remoteId: string): Promise<number> {
  return (await tx.first(CountRow, sql`select count(*) as n from training.participation p where p.remote_course_id = ${remoteId}`))!.n;
}

export interface NewParticipation {
  readonly remoteCourseId: string;
  readonly userId: string;
  readonly unitId: number | null;
  readonly institutionId: string | null;
  readonly answers: readonly string[];
  readonly state: 'confirmed' | 'waiting';
}

export async function insertParticipation(tx: Write, sent: NewParticipation, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    IdRow,
    sql`insert into training.participation (remote_course_id, user_id, unit_id, institution_id, answers, state, delegated_at, delegated_by)
      values (${sent.remoteCourseId}, ${sent.userId}, ${sent.unitId}, ${sent.institutionId}, ${[...sent.answers]}::text[], ${sent.state}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

/** A participation of a user of a (widened) scope, or one's own. */
export const findParticipation = (tx: Read, id: string, scope: Scope, ownId: string): Promise<ParticipantRow | undefined> =>
  tx.first(ParticipantRow, sql`${SELECT} where p.id = ${id} and (${inScope('p', scope)} or p.user_id = ${ownId})`);

const SenderRow = z.object({ id: z.string(), email: z.string(), sent: z.number() });

/** Active users who sent somebody that still stands, with how many each: to a remote course, or one participation. */
export const listSenders = (tx: Read, of: { readonly remoteId: string } | { readonly participationId: string }): Promise<z.infer<typeof SenderRow>[]> =>
  tx.all(
    SenderRow,
    sql`select u.id, u.email, count(*) as sent from training.participation p join access.app_user u on u.id::text = p.delegated_by and u.state = 'active'
      where ${'remoteId' in of ? standing(of.remoteId) : sql`p.id = ${of.participationId}`} group by u.id, u.email`,
  );

export const withdrawParticipation = (tx: Write, id: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update training.participation set state = 'withdrawn', withdrawn_at = ${now}, withdrawn_by = ${by} where id = ${id} and state <> 'withdrawn' and attended is null`);

/** Gives free seats to those who have waited longest; tells whom. Whoever calls holds the lock of the course. */
export const giveFreeSeats = (tx: Write, remoteId: string): Promise<{ userId: string; email: string; id: string }[]> =>
  tx.all(
    z.object({ id: z.string(), userId: z.string(), email: z.string() }),
    sql`with next as (
        select p.id from training.participation p join access.app_user a on a.id = p.user_id and a.state = 'active' where p.remote_course_id = ${remoteId} and p.state = 'waiting' order by p.delegated_at, p.id
        limit greatest(0, (select c.seats - (select count(*) from training.participation s where s.remote_course_id = c.id and s.state = 'confirmed') from training.remote_course c where c.id = ${remoteId})))
      update training.participation p set state = 'confirmed' from next, access.app_user u where p.id = next.id and u.id = p.user_id returning p.id, p.user_id, u.email`,
  );

/** Marks one participant with a seat as having come or not; tells whether that changed anything. */
export const markAttendance = async (tx: Write, remoteId: string, id: string, attended: boolean, by: string, now: Date): Promise<boolean> =>
  (await tx.run(sql`update training.participation set attended = ${attended}, marked_at = ${now}, marked_by = ${by}
    where id = ${id} and remote_course_id = ${remoteId} and state = 'confirmed' and attended is distinct from ${attended}`)) > 0;
