import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Attempts } from '../domain/throttle.js';

export interface AttemptKey {
  readonly accountKey: string;
  readonly addressPrefix: string;
}

const AttemptsRow = z.object({ onAccountFromAddress: z.number(), onAccount: z.number(), fromAddress: z.number(), knownPair: z.boolean() });

/** How often it failed since an instant; what came before an account's last success from a network counts no more there. */
export async function countAttempts(tx: Read, { accountKey, addressPrefix }: AttemptKey, since: Date): Promise<Attempts> {
  const failed = sql`at >= ${since} and outcome = 'failed'`;
  return (await tx.first(
    AttemptsRow,
    sql`select
      (select count(*) from authentication.sign_in_attempt where account_key = ${accountKey} and address_prefix = ${addressPrefix} and ${failed}
        and at > coalesce((select max(at) from authentication.sign_in_attempt where account_key = ${accountKey} and address_prefix = ${addressPrefix} and outcome = 'succeeded'), '-infinity')
      ) as on_account_from_address,
      (select count(*) from authentication.sign_in_attempt where account_key = ${accountKey} and ${failed}) as on_account,
      (select count(*) from authentication.sign_in_attempt where address_prefix = ${addressPrefix} and ${failed}) as from_address,
      exists (select from authentication.sign_in_attempt where account_key = ${accountKey} and address_prefix = ${addressPrefix} and outcome = 'succeeded') as known_pair`,
  ))!;
}

/** How many may wait for their turn at one account from one network: a form sent twice, not a flood. */
const WAITING_PLACES = 3;

/**
 * One attempt at a time for an account from a network, so that many at once cannot slip past the count. A few wait for their turn;
 * false where more than that are under way.
 */
export async function holdAttempts(tx: Write, { accountKey, addressPrefix }: AttemptKey): Promise<boolean> {
  const turn = `${accountKey} ${addressPrefix}`;
  if (await tryToHold(tx, turn)) return true;
  for (let place = 1; place <= WAITING_PLACES; place += 1) {
    if (!(await tryToHold(tx, `${turn} waiting ${place}`))) continue;
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
    return true;
  }
  return false;
}

async function tryToHold(tx: Write, what: string): Promise<boolean> {
  const row = await tx.first(z.object({ held: z.boolean() }), sql`select pg_try_advisory_xact_lock(hashtextextended(${what}, 0)) as held`);
  return row!.held;
}

/** @param device on what it was tried, for the history of whom it concerns; it counts for nothing. */
export async function insertAttempt(tx: Write, { accountKey, addressPrefix }: AttemptKey, outcome: 'succeeded' | 'failed', at: Date, device: string): Promise<string> {
  const row = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into authentication.sign_in_attempt (account_key, address_prefix, outcome, at, device) values (${accountKey}, ${addressPrefix}, ${outcome}, ${at}, ${device}) returning id`,
  );
  return row!.id;
}

/** Remembers, once in a while, that somebody was not let try: whether the account exists makes no difference. */
export const insertThrottled = (tx: Write, { accountKey, addressPrefix }: AttemptKey, since: Date, at: Date, device: string): Promise<number> =>
  tx.run(sql`insert into authentication.sign_in_attempt (account_key, address_prefix, outcome, at, device) select ${accountKey}, ${addressPrefix}, 'throttled', ${at}, ${device}
    where not exists (select from authentication.sign_in_attempt where account_key = ${accountKey} and address_prefix = ${addressPrefix} and outcome = 'throttled' and at >= ${since})`);

export const setAttemptOutcome = (tx: Write, id: string, outcome: 'succeeded' | 'failed'): Promise<number> => tx.run(sql`update authentication.sign_in_attempt set outcome = ${outcome} where id = ${id}`);

export const deleteAttempt = (tx: Write, id: string): Promise<number> => tx.run(sql`delete from authentication.sign_in_attempt where id = ${id}`);

export const deleteAttemptsBefore = (tx: Write, day: Date): Promise<number> => tx.run(sql`delete from authentication.sign_in_attempt where at < ${day}`);

const AttemptRow = z.object({ id: z.string(), at: z.date(), accountKey: z.string(), outcome: z.enum(['failed', 'throttled']), addressPrefix: z.string(), device: z.string() });
export type AttemptRow = z.infer<typeof AttemptRow>;

/** The latest tries that failed or were not let, of accounts known by their keyed hashes; of some only those not let. */
export const listAttemptsOf = (tx: Read, accountKeys: readonly string[], onlyNotLet: readonly string[], limit: number): Promise<AttemptRow[]> =>
  tx.all(
    AttemptRow,
    sql`select id, at, account_key, outcome, address_prefix, device from authentication.sign_in_attempt where account_key = any(${[...accountKeys]}::text[]) and outcome <> 'succeeded'
      and (outcome = 'throttled' or account_key <> all(${[...onlyNotLet]}::text[])) order by at desc, id limit ${limit}`,
  );
