import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { RENEWAL_STATES } from '../domain/renewals.js';
import type { DueFor } from './proofs.js';
import { Count, IdRow } from './rows.js';
import { stepsOf } from './runs.js';

const Renewal = z.object({
  id: z.string(), endsBefore: z.date(), hashBits: z.union([z.literal(256), z.literal(384), z.literal(512)]), state: z.enum(RENEWAL_STATES), stuckLv: z.string(), stuckEn: z.string(), mayPass: z.boolean(),
  renewedInRuns: z.number(), runMs: z.number(), orderedAt: z.date(), orderedBy: z.string(), finishedAt: z.date().nullable(), renewed: z.number(),
});
/** A job that adds archive time stamps, with how many it has added. */
export type RenewalRow = z.infer<typeof Renewal>;

const RENEWAL = sql`select r.id, r.ends_before, r.hash_bits, r.state, r.stuck_lv, r.stuck_en, r.may_pass, r.renewed_in_runs, r.run_ms, r.ordered_at, coalesce(u.name, r.ordered_by) as ordered_by, r.finished_at,
    (select count(*)::int from certificates.archive_stamp a where a.renewal_id = r.id) as renewed
  from certificates.renewal r left join access.app_user u on u.id::text = r.ordered_by`;

export const findRenewal = (tx: Read, id: string): Promise<RenewalRow | undefined> => tx.first(Renewal, sql`${RENEWAL} where r.id = ${id}`);
export const listRenewals = (tx: Read, limit: number): Promise<RenewalRow[]> => tx.all(Renewal, sql`${RENEWAL} order by r.id desc limit ${limit}`);

/** One goes on at a time; undefined where one does already. */
export const insertRenewal = async (tx: Write, { endsBefore, hashBits }: DueFor, orderedBy: string, now: Date): Promise<string | undefined> =>
  (await tx.first(IdRow, sql`insert into certificates.renewal (ends_before, hash_bits, ordered_at, ordered_by) values (${endsBefore}, ${hashBits}, ${now}, ${orderedBy}) on conflict do nothing returning id`))?.id;

export const pauseRenewal = (tx: Write, id: string): Promise<number> => tx.run(sql`update certificates.renewal set state = 'paused', run_id = null, stuck_lv = '', stuck_en = '' where id = ${id} and state in ('renewing', 'stuck')`);

/** Lets a paused or stuck renewal go on. */
export const releaseRenewal = (tx: Write, id: string): Promise<number> =>
  tx.run(sql`update certificates.renewal set state = 'renewing', run_id = null, heartbeat_at = null, stuck_lv = '', stuck_en = '', told_at = null where id = ${id} and state in ('paused', 'stuck')`);

/** How many renewals stopped, or were paused. */
export const countStoppedRenewals = async (tx: Read): Promise<number> => (await tx.first(Count, sql`select count(*)::int as n from certificates.renewal r where r.state in ('stuck', 'paused')`))!.n;

/** Each day a stuck one is tried anew, whatever held it up; it is told of again when that still does. */
export const releaseStuckRenewals = async (tx: Write): Promise<string[]> =>
  (await tx.all(IdRow, sql`update certificates.renewal set state = 'renewing', run_id = null, heartbeat_at = null, stuck_lv = '', stuck_en = '', told_at = null where state = 'stuck' returning id`)).map(({ id }) => id);

/** Those that no run works on although they could go on. */
export const listForsakenRenewals = async (tx: Read, silentSince: Date): Promise<string[]> =>
  (await tx.all(IdRow, sql`select r.id from certificates.renewal r where (r.state = 'renewing' or r.state = 'stuck' and r.may_pass) and coalesce(r.heartbeat_at, r.ordered_at) < ${silentSince}`)).map(({ id }) => id);

/** Stuck renewals of which nobody has been told; telling is marked. */
export const takeUntoldRenewals = (tx: Write, now: Date): Promise<RenewalRow[]> =>
  tx.all(Renewal, sql`with told as (update certificates.renewal set told_at = ${now} where state = 'stuck' and told_at is null returning id) ${RENEWAL} where r.id in (select id from told)`);

/** One attempt at a renewal; only the run named in its row may write. */
export interface RenewalRun {
  readonly renewalId: string;
  readonly runId: string;
}

export const takeOverRenewal = async (tx: Write, { renewalId, runId }: RenewalRun, silentSince: Date, now: Date): Promise<boolean> =>
  (await tx.run(sql`update certificates.renewal r set run_id = ${runId}, heartbeat_at = ${now}, state = 'renewing', stuck_lv = '', stuck_en = ''
    where r.id = ${renewalId} and (r.state = 'renewing' and (r.run_id is null or r.heartbeat_at < ${silentSince}) or r.state = 'stuck' and r.may_pass)`)) > 0;

const { own, ...steps } = stepsOf<RenewalRun>(sql`certificates.renewal`, ({ renewalId }) => renewalId, ['renewing']);
export const { beat: beatRenewal, letGo: letRenewalGo, finish: finishRenewal, getStuck: getRenewalStuck } = steps;

export const noteRenewed = (tx: Write, run: RenewalRun, renewed: number, ms: number, now: Date): Promise<void> =>
  own(tx, run, sql`heartbeat_at = ${now}, renewed_in_runs = renewed_in_runs + ${renewed}, run_ms = run_ms + ${Math.round(ms)}::bigint`);
/** What was begun at night and had nothing to add leaves no trace: the next night looks again. */
export const forgetIdleRenewal = (tx: Write, { renewalId }: RenewalRun, orderedBy: string): Promise<number> =>
  tx.run(sql`delete from certificates.renewal r where r.id = ${renewalId} and r.ordered_by = ${orderedBy} and not exists (select from certificates.archive_stamp a where a.renewal_id = r.id)`);
