import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

export const CONNECTION_KINDS = ['active-directory', 'openid'] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

const ConnectionRow = z.object({
  id: z.string(),
  unitId: z.number(),
  kind: z.enum(CONNECTION_KINDS),
  /** Changes with every change of the settings. */
  settingId: z.string(),
  title: z.string(),
  issuer: z.string(),
  /** Without what is secret. */
  settings: z.unknown(),
  /** Sealed; null once the settings are no longer in force. */
  secrets: z.instanceof(Buffer).nullable(),
  recordedAt: z.date(),
  recordedBy: z.string(),
  /** When trying these very settings last went well. */
  workedAt: z.date().nullable(),
  /** From when people meet it at sign-in; null while it is a draft. */
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
});
export type ConnectionRow = z.infer<typeof ConnectionRow>;

const COLUMNS = sql`c.id, c.unit_id, c.kind, s.id as setting_id, s.title, s.issuer, s.settings, s.secrets, s.recorded_at, s.recorded_by, s.worked_at, c.opened_at, c.closed_at`;
/** The settings `s` by which people sign in now; for drafts, those that will be tried. */
export const IN_FORCE = sql`s.superseded_at is null and s.in_force_at is not null`;
const NOT_CLOSED = sql`from authentication.connection c join authentication.connection_setting s on s.connection_id = c.id and ${IN_FORCE} where c.closed_at is null`;
const OPEN = sql`${NOT_CLOSED} and c.opened_at is not null`;

/** What people may sign in by now, of every municipality. */
export const listOpenConnections = (tx: Read): Promise<ConnectionRow[]> => tx.all(ConnectionRow, sql`select ${COLUMNS} ${OPEN} order by c.unit_id, s.title collate platform.latvian, c.id`);

export const findOpenConnection = (tx: Read, id: string): Promise<ConnectionRow | undefined> => tx.first(ConnectionRow, sql`select ${COLUMNS} ${OPEN} and c.id = ${id}`);

/** The same, with drafts that nobody signs in by yet: for those who set it up. */
export const findConnection = (tx: Read, id: string): Promise<ConnectionRow | undefined> => tx.first(ConnectionRow, sql`select ${COLUMNS} ${NOT_CLOSED} and c.id = ${id}`);

/** A connection in use with the new settings that wait to take the place of those in force, where there are any. */
export const findWaiting = (tx: Read, id: string): Promise<ConnectionRow | undefined> =>
  tx.first(
    ConnectionRow,
    sql`select ${COLUMNS} from authentication.connection c join authentication.connection_setting s on s.connection_id = c.id and s.superseded_at is null and s.in_force_at is null
      where c.closed_at is null and c.id = ${id}`,
  );

/** All that a municipality ever had, those in use first, each with the latest settings that were in force. */
export const listConnectionsOf = (tx: Read, unitId: number): Promise<ConnectionRow[]> =>
  tx.all(
    ConnectionRow,
    sql`select ${COLUMNS} from authentication.connection c
      join lateral (select * from authentication.connection_setting v where v.connection_id = c.id and v.in_force_at is not null order by v.in_force_at desc, v.id desc limit 1) s on true
      where c.unit_id = ${unitId} order by c.closed_at nulls first, s.title collate platform.latvian, c.id`,
  );

const VersionRow = z.object({ id: z.string(), title: z.string(), settings: z.unknown(), recordedAt: z.date(), recordedBy: z.string(), inForceAt: z.date().nullable(), supersededAt: z.date().nullable() });
export type VersionRow = z.infer<typeof VersionRow>;

/** How a connection was ever set up, newest first, with the names of who did it. */
export const listVersionsOf = (tx: Read, connectionId: string): Promise<VersionRow[]> =>
  tx.all(
    VersionRow,
    sql`select v.id, v.title, v.settings, v.recorded_at, coalesce((select u.name from access.app_user u where u.id::text = v.recorded_by), v.recorded_by) as recorded_by, v.in_force_at, v.superseded_at
      from authentication.connection_setting v where v.connection_id = ${connectionId} order by v.recorded_at desc, v.id desc`,
  );

export interface NewSettings {
  readonly title: string;
  readonly issuer: string;
  readonly settings: unknown;
  readonly secrets: Buffer;
}

/** The id is given, since the issuer of a directory's proofs names it. */
export async function insertConnection(tx: Write, { id, unitId, kind }: { readonly id: string; readonly unitId: number; readonly kind: ConnectionKind }, settings: NewSettings, by: string, now: Date): Promise<void> {
  await tx.run(sql`insert into authentication.connection (id, unit_id, kind, recorded_at, recorded_by) values (${id}, ${unitId}, ${kind}, ${now}, ${by})`);
  await insertSettings(tx, id, settings, by, now, now);
}

/** New settings in place of those in force and of any that wait; the earlier ones lose their secrets. */
export async function replaceSettings(tx: Write, connectionId: string, settings: NewSettings, by: string, now: Date, workedAt: Date | null = null): Promise<void> {
  await supersede(tx, connectionId, now);
  await insertSettings(tx, connectionId, settings, by, now, now, workedAt);
}

/** New settings that wait beside those in force, in place of others that waited. */
export async function holdSettings(tx: Write, connectionId: string, settings: NewSettings, by: string, now: Date): Promise<void> {
  await giveUpWaiting(tx, connectionId, now);
  await insertSettings(tx, connectionId, settings, by, now, null);
}

/** Gives up what waits; it stays readable without its secrets. Tells whether something waited. */
export const giveUpWaiting = async (tx: Write, connectionId: string, now: Date): Promise<boolean> => (await supersede(tx, connectionId, now, sql`in_force_at is null`)) > 0;

/** What waited is in force from now on. */
export async function putInForce(tx: Write, { id, settingId }: Pick<ConnectionRow, 'id' | 'settingId'>, now: Date): Promise<void> {
  await supersede(tx, id, now, sql`in_force_at is not null`);
  await tx.run(sql`update authentication.connection_setting set in_force_at = ${now} where id = ${settingId} and superseded_at is null`);
}

/** Remembers that trying these settings went well, if they are still in force or waiting. */
export const markWorking = (tx: Write, settingId: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.connection_setting set worked_at = ${now} where id = ${settingId} and superseded_at is null`);

/** From now on people are offered it at sign-in. */
export const openConnection = (tx: Write, id: string, by: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.connection set opened_at = ${now}, opened_by = ${by} where id = ${id} and closed_at is null and opened_at is null`);

/** Ends a connection; tells whether it was open. */
export async function closeConnection(tx: Write, id: string, by: string, now: Date): Promise<boolean> {
  const closed = await tx.run(sql`update authentication.connection set closed_at = ${now}, closed_by = ${by} where id = ${id} and closed_at is null`);
  await supersede(tx, id, now);
  return closed > 0;
}

const supersede = (tx: Write, connectionId: string, now: Date, which: Sql = sql`true`): Promise<number> =>
  tx.run(sql`update authentication.connection_setting set superseded_at = ${now}, secrets = null where connection_id = ${connectionId} and superseded_at is null and ${which}`);

const insertSettings = (tx: Write, connectionId: string, { title, issuer, settings, secrets }: NewSettings, by: string, now: Date, inForceAt: Date | null, workedAt: Date | null = null): Promise<number> =>
  tx.run(sql`insert into authentication.connection_setting (connection_id, title, issuer, settings, secrets, recorded_at, recorded_by, in_force_at, worked_at)
    values (${connectionId}, ${title}, ${issuer}, ${JSON.stringify(settings)}::jsonb, ${secrets}, ${now}, ${by}, ${inForceAt}, ${workedAt})`);

const SessionsOwnerRow = z.object({ identityId: z.string(), userId: z.string() });

/** Identities of an issuer by which a session is open now. */
export const listIdentitiesInUse = (tx: Read, issuer: string): Promise<z.infer<typeof SessionsOwnerRow>[]> =>
  tx.all(
    SessionsOwnerRow,
    sql`select distinct o.id as identity_id, o.user_id from authentication.outside_identity o join authentication.session s on s.outside_identity_id = o.id
      where o.issuer = ${issuer} and s.ended_at is null`,
  );

const DirectoryIdentityRow = z.object({ identityId: z.string(), userId: z.string(), issuer: z.string(), sealedSubject: z.instanceof(Buffer), activeAt: z.date().nullable() });

/** Someone in a directory, and when it last called them active. */
export const findDirectoryIdentity = (tx: Read, id: string): Promise<z.infer<typeof DirectoryIdentityRow> | undefined> =>
  tx.first(
    DirectoryIdentityRow,
    sql`select o.id as identity_id, o.user_id, o.issuer, o.subject as sealed_subject, greatest(o.directory_active_at, o.last_used_at) as active_at
      from authentication.outside_identity o where o.id = ${id}::uuid and o.method = 'active-directory'`,
  );

/** Remembers when a directory last called someone active. */
export const markActiveInDirectory = (tx: Write, identityId: string, now: Date): Promise<number> =>
  tx.run(sql`update authentication.outside_identity set directory_active_at = ${now} where id = ${identityId}`);
