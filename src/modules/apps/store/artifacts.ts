import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export const ArtifactRow = z.object({
  payload: z.record(z.string(), z.unknown()),
  /** What must be handed out again and is not what it was looked up by, encrypted; null where there is nothing such. */
  secret: z.instanceof(Buffer).nullable(),
  consumedAt: z.date().nullable(),
});
export type ArtifactRow = z.infer<typeof ArtifactRow>;

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

/** Marks it as used and gives it back; nothing where it was used before. Of two at the same moment the second waits for the first. */
const useUp = ({ model, idHash, at, until }: Used): Sql =>
  until
    ? sql`insert into apps.artifact (model, id_hash, payload, consumed_at, expires_at) values (${model}, ${idHash}, '{}', ${at}, ${until})
        on conflict (model, id_hash) do nothing returning id_hash`
    : sql`update apps.artifact set consumed_at = ${at} where model = ${model} and id_hash = ${idHash} and consumed_at is null returning id_hash`;

/** Tells how many were marked: none where it was used before. */
export const markUsed = (tx: Write, used: Used): Promise<number> => tx.run(useUp(used));

const valuesOf = (one: NewArtifact): Sql =>
  sql`(${one.model}::text, ${one.idHash}::text, ${JSON.stringify(one.payload)}::jsonb, ${one.secret}::bytea, ${one.clientId}::text, ${one.accountId}::text,
    ${one.grantId}::text, ${one.sessionUid}::text, ${one.sessionId}::text, ${one.userCodeHash}::text, ${one.expiresAt}::timestamptz)`;

/**
 * Saves these, all or none, in one statement; tells how many. With `used` they are saved only if it had not been used up
 * before, and it is from now on: of two who come at the same moment with one code the second gets nothing (0).
 */
export const saveArtifacts = (tx: Write, all: readonly NewArtifact[], used?: Used): Promise<number> =>
  tx.run(sql`
    ${used ? sql`with used as (${useUp(used)})` : sql``}
    insert into apps.artifact (model, id_hash, payload, secret, client_id, account_id, grant_id, session_uid, session_id, user_code_hash, expires_at)
    select * from (values ${sql.join(all.map(valuesOf))}) as issued ${used ? sql`where exists (select from used)` : sql``}
    on conflict (model, id_hash) do update set payload = excluded.payload, secret = excluded.secret, account_id = excluded.account_id,
      grant_id = excluded.grant_id, session_uid = excluded.session_uid, session_id = excluded.session_id, user_code_hash = excluded.user_code_hash,
      expires_at = excluded.expires_at`);

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

/** The session of ours under these was replaced by a newer one of the same browser. */
export const moveSessions = (tx: Write, sessionIds: readonly string[], replacedBy: string): Promise<number> =>
  tx.run(sql`update apps.artifact set session_id = ${replacedBy} where model = 'Session' and session_id = any(${[...sessionIds]})`);

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
export const deleteGrants = (tx: Write, grants: readonly { readonly id: string; readonly idHash: string }[]): Promise<number> =>
  tx.run(sql`delete from apps.artifact where grant_id = any(${grants.map(({ id }) => id)}) or (model = 'Grant' and id_hash = any(${grants.map(({ idHash }) => idHash)}))`);
