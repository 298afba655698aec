import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** The data a user lets a program have; undefined when never asked. */
export const findConsent = async (tx: Read, userId: string, clientId: string): Promise<readonly string[] | undefined> =>
  (await tx.first(z.object({ scopes: z.array(z.string()) }), sql`select scopes from apps.consent where user_id = ${userId} and client_id = ${clientId}`))?.scopes;

export const saveConsent = (tx: Write, userId: string, clientId: string, scopes: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`insert into apps.consent as c (user_id, client_id, scopes, given_at) values (${userId}, ${clientId}, ${[...scopes]}::text[], ${now})
    on conflict (user_id, client_id) do update set scopes = array(select distinct unnest(c.scopes || excluded.scopes)), given_at = excluded.given_at`);
