import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** The data a user lets a program have; undefined when never asked. */
export const findConsent = async (tx: Read, userId: string, clientId: string): Promise<readonly string[] | undefined> =>
  (await tx.first(z.object({ scopes: z.array(z.string()) }), sql`select scopes from apps.consent where user_id = ${userId} and client_id = ${clientId}`))?.scopes;

export const saveConsent = (tx: Write, userId: string, clientId: string, scopes: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`insert into apps.consent as c (user_id, client_id, scopes, given_at) values (${userId}, ${clientId}, ${[...scopes]}::text[], ${now})
    on conflict (user_id, client_id) do update set scopes = array(select distinct unnest(c.scopes || excluded.scopes)), given_at = excluded.given_at`);

const OwnRow = z.object({
  id: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  scopes: z.array(z.string()),
  givenAt: z.date().nullable(),
  /** Until when the program can come back by itself; null when it cannot. */
  tokensUntil: z.date().nullable(),
});
export type OwnProgramRow = z.infer<typeof OwnRow>;

/** The programs that a user lets have data, or that hold tokens of theirs. */
export const listOwnPrograms = (tx: Read, userId: string, now: Date): Promise<OwnProgramRow[]> =>
  tx.all(
    OwnRow,
    sql`select c.id, c.title_lv, c.title_en, coalesce(a.scopes, '{}') as scopes, a.given_at, t.until as tokens_until
      from apps.client c
      left join apps.consent a on a.client_id = c.id and a.user_id = ${userId}
      left join lateral (select max(r.expires_at) as until from apps.artifact r
        where r.account_id = ${userId}::text and r.client_id = c.id::text and r.model = 'RefreshToken' and r.consumed_at is null and r.expires_at > ${now}) t on true
      where a.given_at is not null or t.until is not null order by c.title_key, c.id`,
  );

export const deleteConsent = (tx: Write, userId: string, clientId: string): Promise<number> => tx.run(sql`delete from apps.consent where user_id = ${userId} and client_id = ${clientId}`);
