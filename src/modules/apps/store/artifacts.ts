import { z } from 'zod';
import { listOf, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export const ArtifactRow = z.object({
  payload: z.record(z.string(), z.unknown()),
  /** What must be handed out again and is not what it was looked up by, encrypted; null where there is nothing such. */
  secret: z.instanceof(Buffer).nullable(),
  consumedAt: z.date().nullable(),
});
export type ArtifactRow = z.infer<typeof ArtifactRow>;

export const artifactKey = (model: string, idHash: string): string => `${model} ${idHash}`;

export interface NewArtifact {
  readonly model: string;
  readonly idHash: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly secret: Buffer | null;
  readonly clientId: string | null;
  readonly accountId: string | null;
  readonly grantId: string | null;
  readonly sessionUid: string | null;
  /** The session of ours that a session of the provider stands on. */
  readonly sessionId: string | null;
  readonly userCodeHash: string | null;
  readonly expiresAt: Date;
}

/** One of what was issued, used up at a moment. */
export interface Used {
  readonly model: string;
  readonly idHash: string;
  readonly at: Date;
  /** Where nothing was kept of it until now: until when the mark of its use is. */
  readonly until?: Date;
}

/** What is saved together or not at all; with `used` only if that was not used up before, and it is from now on. */
export interface Issued {
  readonly all: readonly NewArtifact[];
  readonly used?: Used | undefined;
}

const SAVED_COLUMNS = [['model', 'text'], ['idHash', 'text'], ['payload', 'jsonb'], ['secret', 'bytea'], ['clientId', 'text'], ['accountId', 'text'], ['grantId', 'text'], ['sessionUid', 'text'], ['sessionId', 'text'], ['userCodeHash', 'text'], ['expiresAt', 'timestamptz']] as const;

/**
 * Saves what several requests issue at one moment, in one statement; tells of each whether it was saved. Of two who come with
 * one code the second waits for the first and gets nothing. Among `issued` nothing may be saved or used up twice.
 */
export async function saveIssued(tx: Write, issued: readonly Issued[]): Promise<boolean[]> {
  const uses = issued.flatMap(({ used }) => used ?? []);
  const rows = issued.flatMap(({ all, used }) => all.map((one) => ({ one, used })));
  const valueOf = (one: NewArtifact, name: keyof NewArtifact) => (name === 'payload' ? JSON.stringify(one.payload) : one[name]);
  const marked = await tx.all(
    z.object({ model: z.string(), idHash: z.string() }),
    sql`with asked as (
        select * from unnest(${listOf(uses.map(({ model }) => model), 'text')}, ${listOf(uses.map(({ idHash }) => idHash), 'text')}, ${listOf(uses.map(({ at }) => at), 'timestamptz')},
          ${listOf(uses.map(({ until }) => until ?? null), 'timestamptz')}) as a(model, id_hash, at, until)
      ), used_now as (
        insert into apps.artifact (model, id_hash, payload, consumed_at, expires_at)
        select a.model, a.id_hash, '{}', a.at, a.until from asked a where a.until is not null
        on conflict (model, id_hash) do nothing returning model, id_hash
      ), used_up as (
        update apps.artifact t set consumed_at = a.at from asked a
        where a.until is null and t.model = a.model and t.id_hash = a.id_hash and t.consumed_at is null returning t.model, t.id_hash
      ), used as (
        select model, id_hash from used_now union all select model, id_hash from used_up
      ), saved as (
        insert into apps.artifact (model, id_hash, payload, secret, client_id, account_id, grant_id, session_uid, session_id, user_code_hash, expires_at)
        select i.model, i.id_hash, i.payload, i.secret, i.client_id, i.account_id, i.grant_id, i.session_uid, i.session_id, i.user_code_hash, i.expires_at
        from unnest(${listOf(rows.map(({ used }) => used?.model ?? null), 'text')}, ${listOf(rows.map(({ used }) => used?.idHash ?? null), 'text')},
            ${sql.join(SAVED_COLUMNS.map(([name, type]) => listOf(rows.map(({ one }) => valueOf(one, name)), type)))})
          as i(used_model, used_hash, model, id_hash, payload, secret, client_id, account_id, grant_id, session_uid, session_id, user_code_hash, expires_at)
        where i.used_hash is null or (i.used_model, i.used_hash) in (select model, id_hash from used)
        on conflict (model, id_hash) do update set payload = excluded.payload, secret = excluded.secret, account_id = excluded.account_id, grant_id = excluded.grant_id,
          session_uid = excluded.session_uid, session_id = excluded.session_id, user_code_hash = excluded.user_code_hash, expires_at = excluded.expires_at
      )
      select model, id_hash from used`,
  );
  return issued.map(({ used }) => !used || marked.some(({ model, idHash }) => model === used.model && idHash === used.idHash));
}

const COLUMNS = sql`payload, secret, consumed_at`;

export const findArtifact = (tx: Read, model: string, idHash: string): Promise<ArtifactRow | undefined> =>
  tx.first(ArtifactRow, sql`select ${COLUMNS} from apps.artifact where model = ${model} and id_hash = ${idHash}`);

export const findSessionByUid = (tx: Read, uid: string): Promise<ArtifactRow | undefined> =>
  tx.first(ArtifactRow, sql`select ${COLUMNS} from apps.artifact where session_uid = ${uid}`);

export const findByUserCode = (tx: Read, userCodeHash: string): Promise<ArtifactRow | undefined> =>
  tx.first(ArtifactRow, sql`select ${COLUMNS} from apps.artifact where user_code_hash = ${userCodeHash}`);

export const deleteArtifact = (tx: Write, model: string, idHash: string): Promise<number> =>
  tx.run(sql`delete from apps.artifact where model = ${model} and id_hash = ${idHash}`);

export const deleteOfGrant = (tx: Write, model: string, grantId: string): Promise<number> =>
  tx.run(sql`delete from apps.artifact where model = ${model} and grant_id = ${grantId}`);

/** Everything issued for a user (but what their other sessions stand on), to all programs or to one. */
export const deleteOfAccount = (tx: Write, accountId: string, clientId: string | null = null): Promise<number> =>
  tx.run(sql`delete from apps.artifact where account_id = ${accountId} and model <> 'Session' ${clientId ? sql`and client_id = ${clientId}` : sql``}`);

export const deleteOfClient = (tx: Write, clientId: string): Promise<number> => tx.run(sql`delete from apps.artifact where client_id = ${clientId}`);

export const deleteEndedArtifacts = (tx: Write, now: Date): Promise<number> => tx.run(sql`delete from apps.artifact where expires_at < ${now}`);

interface GrantKey {
  readonly id: string;
  readonly idHash: string;
}

/** What was issued for a user until a moment (seconds of the provider's time), but for these grants and what hangs on them. */
export const deleteGivenBefore = (tx: Write, accountId: string, until: number, but: readonly GrantKey[]): Promise<number> =>
  tx.run(sql`delete from apps.artifact where account_id = ${accountId} and model <> 'Session' and coalesce((payload->>'iat')::numeric, 0) <= ${until}
    and coalesce(grant_id <> all(${but.map(({ id }) => id)}), true) and not (model = 'Grant' and id_hash = any(${but.map(({ idHash }) => idHash)}))`);

const SessionRow = z.object({ idHash: z.string(), accountId: z.string(), sessionUid: z.string(), authorizations: z.record(z.string(), z.object({ sid: z.string().optional(), grantId: z.string().optional(), persistsLogout: z.boolean().optional() })) });
export type ProviderSession = z.infer<typeof SessionRow>;

const SESSION_COLUMNS = sql`id_hash, account_id, session_uid, coalesce(payload->'authorizations', '{}'::jsonb) as authorizations`;

/** Takes away the provider's sessions of a user that stand on these sessions of ours, and tells what was entered through them. */
export const takeSessionsOn = (tx: Write, userId: string, sessionIds: readonly string[]): Promise<ProviderSession[]> =>
  tx.all(SessionRow, sql`delete from apps.artifact where model = 'Session' and account_id = ${userId}
    and session_id = any(${[...sessionIds]}) returning ${SESSION_COLUMNS}`);

/** The same whatever they stand on. */
export const takeSessionsOf = (tx: Write, userId: string): Promise<ProviderSession[]> =>
  tx.all(SessionRow, sql`delete from apps.artifact where model = 'Session' and account_id = ${userId} returning ${SESSION_COLUMNS}`);

/** The provider's sessions of a user, and what was entered through them. */
export const listSessionsOf = (tx: Read, userId: string): Promise<ProviderSession[]> => tx.all(SessionRow, sql`select ${SESSION_COLUMNS} from apps.artifact where model = 'Session' and account_id = ${userId}`);

/** The session of ours under these was replaced by a newer one of the same browser. */
export const moveSessions = (tx: Write, sessionIds: readonly string[], replacedBy: string): Promise<number> =>
  tx.run(sql`update apps.artifact set session_id = ${replacedBy} where model = 'Session' and session_id = any(${[...sessionIds]})`);

/** Where a grant's payload names the identity in a directory by which it was given. */
export const DIRECTORY_OF_GRANT = 'directoryIdentityId';

const InDirectoryRow = z.object({ userId: z.string(), identityId: z.string() });

/** Who entered programs by an identity in a directory, while those may still believe them to be in. */
export const listInProgramsByDirectory = (tx: Read, now: Date): Promise<z.infer<typeof InDirectoryRow>[]> =>
  tx.all(
    InDirectoryRow,
    sql`select distinct g.account_id as user_id, g.payload->>'directoryIdentityId' as identity_id from apps.artifact g
      where g.model = 'Grant' and g.payload ? 'directoryIdentityId' and g.expires_at > ${now}
        and exists (select from apps.artifact s where s.model = 'Session' and s.account_id = g.account_id and s.expires_at > ${now})
      order by identity_id`,
  );

const PollRow = z.object({ tooSoon: z.boolean() });

/** Remembers that a device asked, and tells whether it asked too soon; then it must wait longer from now on. */
export async function recordPoll(tx: Write, idHash: string, now: Date, interval: number): Promise<boolean> {
  const row = await tx.first(
    PollRow,
    sql`with before as (select polled_at, interval_seconds from apps.device_poll where id_hash = ${idHash})
      insert into apps.device_poll as p (id_hash, polled_at, interval_seconds) values (${idHash}, ${now}, ${interval})
      on conflict (id_hash) do update set polled_at = excluded.polled_at,
        interval_seconds = p.interval_seconds + case when p.polled_at + make_interval(secs => p.interval_seconds) > excluded.polled_at then ${interval}::int else 0 end
      returning coalesce((select b.polled_at + make_interval(secs => b.interval_seconds) > ${now} from before b), false) as too_soon`,
  );
  return row!.tooSoon;
}

export const deletePollsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from apps.device_poll where polled_at < ${day}`);

/** These grants, and all that hangs on them. */
export const deleteGrants = (tx: Write, grants: readonly GrantKey[]): Promise<number> =>
  tx.run(sql`delete from apps.artifact where grant_id = any(${grants.map(({ id }) => id)}) or (model = 'Grant' and id_hash = any(${grants.map(({ idHash }) => idHash)}))`);
