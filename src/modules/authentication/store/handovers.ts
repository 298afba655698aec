import { z } from 'zod';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CONNECTION_KINDS, IN_FORCE } from './connections.js';

const OnUnitRow = z.object({ id: z.string(), unitId: z.number(), title: z.string(), issuer: z.string() });
export type ConnectionOnUnit = z.infer<typeof OnUnitRow>;

/** Open connections of some municipalities, in a lasting order. */
export const listOpenOn = (tx: Read, unitIds: readonly number[]): Promise<ConnectionOnUnit[]> =>
  tx.all(
    OnUnitRow,
    sql`select c.id, c.unit_id, s.title, s.issuer from authentication.connection c join authentication.connection_setting s on s.connection_id = c.id and ${IN_FORCE}
      where c.closed_at is null and c.unit_id = any(${[...unitIds]}::int[]) order by c.unit_id, c.id`,
  );

export interface NewHandover {
  readonly connectionId: string;
  readonly fromUnitId: number;
  readonly toUnitId: number;
  readonly reformId: string;
}

export const offerConnection = (tx: Write, { connectionId, fromUnitId, toUnitId, reformId }: NewHandover, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.connection_handover (connection_id, from_unit_id, to_unit_id, reform_id, offered_at)
    values (${connectionId}, ${fromUnitId}, ${toUnitId}, ${reformId}, ${now}) on conflict do nothing`);

const OfferedRow = z.object({
  id: z.string(),
  connectionId: z.string(),
  kind: z.enum(CONNECTION_KINDS),
  title: z.string(),
  /** Without what is secret: that was erased when the connection was closed. */
  settings: z.unknown(),
  fromName: z.string(),
  toUnitId: z.number(),
  toName: z.string(),
  recordedAt: z.date(),
  closedAt: z.date().nullable(),
});
export type OfferedRow = z.infer<typeof OfferedRow>;

const nameOf = (unit: Sql) => sql`(select v.name from territories.unit_version v where v.unit_id = ${unit} order by v.valid_from desc limit 1)`;

/** Still to be taken over: closed by the reform, and not taken over by another successor. */
const OPEN = sql`h.taken_at is null and c.closed_at is not null and not exists (
  select from authentication.connection_handover o where o.connection_id = h.connection_id and o.reform_id = h.reform_id and o.taken_at is not null)`;

const inScope = (scope: Scope): Sql => (scope.everywhere ? sql`true` : sql`h.to_unit_id = any(${[...scope.unitIds]}::int[])`);

export const listOffered = (tx: Read, scope: Scope): Promise<OfferedRow[]> =>
  tx.all(
    OfferedRow,
    sql`select h.id, h.connection_id, c.kind, s.title, s.settings, ${nameOf(sql`h.from_unit_id`)} as from_name, h.to_unit_id, ${nameOf(sql`h.to_unit_id`)} as to_name, s.recorded_at, c.closed_at
      from authentication.connection_handover h join authentication.connection c on c.id = h.connection_id
      join lateral (select v.title, v.settings, v.recorded_at from authentication.connection_setting v where v.connection_id = c.id and v.in_force_at is not null order by v.in_force_at desc, v.id desc limit 1) s on true
      where ${OPEN} and ${inScope(scope)} order by to_name, s.title, h.id`,
  );

export async function countOffered(tx: Read, scope: Scope): Promise<number> {
  const row = await tx.first(
    z.object({ n: z.number() }),
    sql`select count(*) as n from authentication.connection_handover h join authentication.connection c on c.id = h.connection_id where ${OPEN} and ${inScope(scope)}`,
  );
  return row!.n;
}

/** The successor has the connection from now on; the identities linked through it stay linked. False when another was quicker. */
export async function takeConnection(tx: Write, { id, connectionId, toUnitId }: Pick<OfferedRow, 'id' | 'connectionId' | 'toUnitId'>, by: string, now: Date): Promise<boolean> {
  const opened = await tx.run(sql`update authentication.connection set unit_id = ${toUnitId}, closed_at = null, closed_by = null, opened_at = null, opened_by = null where id = ${connectionId} and closed_at is not null`);
  if (opened === 0) return false;
  await tx.run(sql`update authentication.connection_handover set taken_at = ${now}, taken_by = ${by} where id = ${id} and taken_at is null`);
  return true;
}

const UserRow = z.object({ userId: z.string(), email: z.string(), issuer: z.string() });

/** Active users who can sign in by identities of these issuers, each once for an issuer. */
export const listUsersOfIssuers = (tx: Read, issuers: readonly string[]): Promise<z.infer<typeof UserRow>[]> =>
  tx.all(
    UserRow,
    sql`select distinct u.id as user_id, u.email, o.issuer from authentication.outside_identity o join access.app_user u on u.id = o.user_id
      where o.issuer = any(${[...issuers]}::text[]) and o.unlinked_at is null and u.state = 'active' order by u.id, o.issuer`,
  );

const LeftOverRow = z.object({ userId: z.string(), identityId: z.string() });

/** Identities by which sessions are open though every connection of their issuer is closed. */
export const listIdentitiesOfClosed = (tx: Read): Promise<z.infer<typeof LeftOverRow>[]> =>
  tx.all(
    LeftOverRow,
    sql`select distinct e.user_id, o.id as identity_id from authentication.session e join authentication.outside_identity o on o.id = e.outside_identity_id
      where e.ended_at is null and e.outside_identity_id is not null and o.method in ('active-directory', 'openid') and not exists (
        select from authentication.connection c join authentication.connection_setting s on s.connection_id = c.id and ${IN_FORCE} where c.closed_at is null and s.issuer = o.issuer)`,
  );
