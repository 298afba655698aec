import { z } from 'zod';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { type Factor, FACTORS } from '../domain/factors.js';
import type { CountryProvider } from '../domain/proof.js';
import { IN_FORCE } from './connections.js';
import { isOfProviders } from './country-providers.js';

/** What decides by what somebody may begin a sign-in where they belong. */
export interface Terms {
  /** The municipality whose policy holds: only its own connections open accounts of its people. */
  readonly unitId: number | null;
  readonly allowed: readonly Factor[];
  /** The means of the country’s providers that are set up in this installation. */
  readonly country: readonly Factor[];
}

/** The same as pieces of a query, where each row has its own. */
export interface TermsInSql {
  readonly unitId: Sql;
  readonly allowed: Sql;
  readonly country: Sql;
}

export const inSql = ({ unitId, allowed, country }: Terms): TermsInSql => ({ unitId: sql`${unitId}::int`, allowed: sql`${[...allowed]}::text[]`, country: sql`${[...country]}::text[]` });

/** One passkey, identity, connection or providers of the country left out: what would be there without it. */
export interface Without {
  readonly passkey?: string;
  readonly identity?: string;
  readonly connection?: string;
  readonly providers?: readonly CountryProvider[];
}

export const hasPassword = sql`exists (select from authentication.password w where w.user_id = u.id)`;
export const hasCode = sql`exists (select from authentication.code_generator g where g.user_id = u.id and g.confirmed_at is not null)`;
const hasPasskey = ({ passkey }: Without): Sql => sql`exists (select from authentication.passkey k where k.user_id = u.id and k.removed_at is null ${passkey ? sql`and k.id <> ${passkey}` : sql``})`;
/** Something else than a password and codes, whether it may be used or not. */
export const ownsSomethingElse = sql`(${hasPasskey({})} or exists (select from authentication.outside_identity o where o.user_id = u.id and o.unlinked_at is null))`;
const may = ({ allowed }: TermsInSql, factor: Factor): Sql => sql`${factor}::text = any(${allowed})`;

/** Owns second factors, but none that is allowed here: a first factor that is worth little ends in a refusal (`domain/policy.ts`). */
const isStuck = (terms: TermsInSql, without: Without): Sql => {
  const passkey = hasPasskey(without);
  return sql`((${hasCode} or ${passkey}) and not (${hasCode} and ${may(terms, 'code')}) and not (${passkey} and ${may(terms, 'passkey')}))`;
};

const passwordOpens = (terms: TermsInSql, without: Without): Sql => sql`(${may(terms, 'password')} and ${hasPassword} and not ${isStuck(terms, without)})`;
const passkeyOpens = (terms: TermsInSql, without: Without): Sql => sql`(${may(terms, 'passkey')} and ${hasPasskey(without)})`;

/** Identities elsewhere that open the account: allowed, linked, and their provider reachable from here for these people. */
const identitiesThatOpen = (terms: TermsInSql, without: Without): Sql => sql`from authentication.outside_identity o
  where o.user_id = u.id and o.unlinked_at is null and o.method = any(${terms.allowed}) ${without.identity ? sql`and o.id <> ${without.identity}` : sql``}
    ${without.providers ? sql`and not ${isOfProviders(without.providers)}` : sql``}
    and (o.method = any(${terms.country}) or exists (select from authentication.connection c join authentication.connection_setting s on s.connection_id = c.id and ${IN_FORCE}
      where c.closed_at is null and c.opened_at is not null ${without.connection ? sql`and c.id <> ${without.connection}` : sql``} and c.unit_id = ${terms.unitId} and s.issuer = o.issuer))
    and (o.method in ('smart-id', 'eparaksts') or not ${isStuck(terms, without)})`;

/**
 * Whether a user of the query (`u`) can begin a sign-in, with or without passwords. Codes and recovery codes open nothing alone;
 * an exception that runs out is no way to rely on. This is the one rule: the gate, the board, the policy and the last way in ask it.
 */
export const hasWayIn = (terms: TermsInSql, { password, without = {} }: { readonly password: boolean | Sql; readonly without?: Without }): Sql =>
  sql`(${password === false ? sql`` : sql`${password === true ? sql`true` : password} and ${passwordOpens(terms, without)} or`} ${passkeyOpens(terms, without)} or exists (select ${identitiesThatOpen(terms, without)}))`;

/** By what a user of the query can begin a sign-in without a password: a list of means. */
export const waysWithoutPassword = (terms: TermsInSql, without: Without = {}): Sql =>
  sql`(case when ${passkeyOpens(terms, without)} then array['passkey'] else '{}'::text[] end || array(select distinct o.method ${identitiesThatOpen(terms, without)} order by 1))`;

/** What a user of the query has, whether it may be used or not. */
export const meansOwned: Sql = sql`(case when ${hasPassword} then array['password'] else '{}'::text[] end || case when ${hasCode} then array['code'] else '{}'::text[] end
  || case when ${hasPasskey({})} then array['passkey'] else '{}'::text[] end
  || case when exists (select from authentication.recovery_code r where r.user_id = u.id and r.used_at is null) then array['recovery-code'] else '{}'::text[] end
  || array(select distinct o.method from authentication.outside_identity o where o.user_id = u.id and o.unlinked_at is null order by 1))`;

/** By what a user can begin a sign-in, once something of theirs is gone. */
export async function listWaysIn(tx: Read, userId: string, terms: Terms, { password }: { readonly password: boolean }, without: Without = {}): Promise<Factor[]> {
  const on = inSql(terms);
  const row = await tx.first(
    z.object({ password: z.boolean(), ways: z.array(z.enum(FACTORS)) }),
    sql`select ${passwordOpens(on, without)} as password, ${waysWithoutPassword(on, without)} as ways from access.app_user u where u.id = ${userId}`,
  );
  return row ? [...(password && row.password ? ['password' as const] : []), ...row.ways] : [];
}
