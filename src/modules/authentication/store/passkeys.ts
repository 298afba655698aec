import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const PasskeyRow = z.object({
  id: z.string(),
  userId: z.string(),
  credentialId: z.string(),
  publicKey: z.instanceof(Buffer),
  counter: z.number(),
  transports: z.array(z.string()),
  synced: z.boolean(),
  name: z.string(),
  addedAt: z.date(),
  lastUsedAt: z.date().nullable(),
  /** The account to which it was added, where that was joined into this one. */
  cameFromLogin: z.string().nullable(),
});
export type PasskeyRow = z.infer<typeof PasskeyRow>;

const COLUMNS = sql`k.id, k.user_id, k.credential_id, k.public_key, k.counter, k.transports, k.synced, k.name, k.added_at, k.last_used_at, k.came_from_login`;

export const listPasskeysOf = (tx: Read, userId: string): Promise<PasskeyRow[]> =>
  tx.all(PasskeyRow, sql`select ${COLUMNS} from authentication.passkey k where k.user_id = ${userId} and k.removed_at is null order by k.added_at, k.id`);

/** The passkey that a device says it used, of an active user; held until the transaction ends. */
export const lockPasskey = (tx: Write, credentialId: string): Promise<(PasskeyRow & { madeUp: boolean }) | undefined> =>
  tx.first(
    PasskeyRow.extend({ madeUp: z.boolean() }),
    sql`select ${COLUMNS}, u.made_up from authentication.passkey k join access.app_user u on u.id = k.user_id
      where k.credential_id = ${credentialId} and k.removed_at is null and u.state = 'active' for update of k`,
  );

export type NewPasskey = Omit<PasskeyRow, 'id' | 'lastUsedAt' | 'addedAt' | 'cameFromLogin'>;

export const insertPasskey = (tx: Write, passkey: NewPasskey, now: Date): Promise<void> => tx.insert('authentication.passkey', { ...passkey, addedAt: now });

export const markPasskeyUsed = (tx: Write, id: string, counter: number, synced: boolean, now: Date): Promise<number> =>
  tx.run(sql`update authentication.passkey set counter = ${counter}, synced = ${synced}, last_used_at = ${now} where id = ${id}`);

/** Takes one passkey of a user away, or all of them; tells how many. */
export const removePasskeys = (tx: Write, userId: string, only: string | null, now: Date): Promise<number> =>
  tx.run(sql`update authentication.passkey set removed_at = ${now} where user_id = ${userId} and removed_at is null ${only ? sql`and id = ${only}` : sql``}`);

/** The keys that open one account open another from now on: both are of one person. Tells how many. */
export const movePasskeys = (tx: Write, from: { readonly id: string; readonly login: string }, into: string): Promise<number> =>
  tx.run(sql`update authentication.passkey set user_id = ${into}, came_from_login = coalesce(came_from_login, ${from.login}) where user_id = ${from.id} and removed_at is null`);
