import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const KeyRow = z.object({ kid: z.string(), privateJwk: z.instanceof(Buffer), madeAt: z.date(), madeBy: z.string(), signsFrom: z.date(), withdrawnAt: z.date().nullable() });
export type KeyRow = z.infer<typeof KeyRow>;

export const listKeys = (tx: Read): Promise<KeyRow[]> =>
  tx.all(KeyRow, sql`select kid, private_jwk, made_at, made_by, signs_from, withdrawn_at from apps.signing_key order by signs_from desc`);

/** The names of all keys that are not withdrawn, in order, so that a statement about something else tells whether they have changed. */
export const keysInForce: Sql = sql`(select string_agg(kid, ' ' order by kid collate "C") from apps.signing_key where withdrawn_at is null)`;

/** Only one makes a key at a time. */
export const holdKeys = (tx: Write): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtext('apps.signing_key'))`);

export interface NewKey {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly privateJwk: Buffer;
  readonly madeBy: string;
  readonly signsFrom: Date;
}

export const insertKey = (tx: Write, key: NewKey, now: Date): Promise<void> => tx.insert('apps.signing_key', { ...key, publicJwk: JSON.stringify(key.publicJwk), madeAt: now });

export const withdrawKeys = (tx: Write, now: Date): Promise<number> => tx.run(sql`update apps.signing_key set withdrawn_at = ${now} where withdrawn_at is null`);

export const deleteKeys = (tx: Write, kids: readonly string[]): Promise<number> => tx.run(sql`delete from apps.signing_key where kid = any(${[...kids]})`);
