import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { ActorRow, rightsOf } from './actor.js';

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly awaitsCode: boolean;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  readonly device: string;
  readonly addressPrefix: string;
}

export const insertSession = (tx: Write, session: NewSession, now: Date): Promise<void> =>
  tx.insert('access.session', { ...session, createdAt: now, lastUsedAt: now });

const isAlive = (now: Date) => sql`s.ended_at is null and s.expires_at > ${now} and s.last_used_at + make_interval(mins => s.idle_minutes) > ${now}`;

const SignedInRow = ActorRow.extend({ lastUsedAt: z.date() });

/** Who is signed in by a session, with what they may today, in one query; nobody when it ended, idled out, or waits for its code. */
export const findSignedIn = (tx: Read, id: string, now: Date, today: IsoDate): Promise<z.infer<typeof SignedInRow> | undefined> =>
  tx.first(
    SignedInRow,
    sql`select u.id as user_id, u.person_id, u.name, s.last_used_at, ${rightsOf(sql`u.id`, today)} as rights
      from access.session s join access.app_user u on u.id = s.user_id
      where s.id = ${id} and not s.awaits_code and ${isAlive(now)} and u.state = 'active'`,
  );

export const touchSession = (tx: Write, id: string, now: Date): Promise<number> =>
  tx.run(sql`update access.session set last_used_at = ${now} where id = ${id} and ended_at is null`);

const AwaitingRow = z.object({
  userId: z.string(),
  login: z.string(),
  codeSecret: z.instanceof(Buffer),
  codeLastStep: z.number().nullable(),
});

/** The half-finished sign-in that waits for its code, its user locked so that one code is taken once. */
export const lockAwaiting = (tx: Write, id: string, now: Date): Promise<z.infer<typeof AwaitingRow> | undefined> =>
  tx.first(
    AwaitingRow,
    sql`select u.id as user_id, u.login, u.code_secret, u.code_last_step from access.session s join access.app_user u on u.id = s.user_id
      where s.id = ${id} and s.awaits_code and ${isAlive(now)} and u.state = 'active' and u.code_confirmed_at is not null for update of u`,
  );

const SessionRow = z.object({ id: z.string(), createdAt: z.date(), lastUsedAt: z.date(), expiresAt: z.date(), device: z.string(), addressPrefix: z.string() });
export type SessionRow = z.infer<typeof SessionRow>;

export const listSessionsOf = (tx: Read, userId: string, now: Date): Promise<SessionRow[]> =>
  tx.all(
    SessionRow,
    sql`select s.id, s.created_at, s.last_used_at, s.expires_at, s.device, s.address_prefix from access.session s
      where s.user_id = ${userId} and not s.awaits_code and ${isAlive(now)} order by s.last_used_at desc, s.id`,
  );

export type EndedWhy = 'signed-out' | 'revoked' | 'password-changed' | 'code-enrolled' | 'user-suspended' | 'finished';

/** Ends one session of a user, or all but one, or all; tells how many. */
export const endSessions = (tx: Write, userId: string, which: { only?: string; except?: string | null }, why: EndedWhy, now: Date): Promise<number> =>
  tx.run(sql`update access.session set ended_at = ${now}, ended_why = ${why} where user_id = ${userId} and ended_at is null
    ${which.only ? sql`and id = ${which.only}` : sql``} ${which.except ? sql`and id <> ${which.except}` : sql``}`);

/** Takes away sessions long past their end. */
export const deleteSessionsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from access.session where expires_at < ${day}`);
