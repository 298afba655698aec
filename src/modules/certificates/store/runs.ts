import type { Text } from '#kernel/text.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import type { KeptStep } from './sealings.js';

/** One attempt at a sealing. Only the run named in its row may write; an overtaken or paused one finds itself shut out at its next step. */
export interface Run {
  readonly sealingId: string;
  readonly runId: string;
}

/** Another run has the row now, or somebody has paused it. */
export class ShutOut extends Error {}

/** What a run writes to the row of its job; each write @throws ShutOut where the row names another run or is in none of the states of work. */
export function stepsOf<R extends { readonly runId: string }>(table: Sql, idOf: (run: R) => string, working: readonly string[]) {
  const own = async (tx: Write, run: R, set: Sql): Promise<void> => {
    const touched = await tx.run(sql`update ${table} set ${set} where id = ${idOf(run)} and run_id = ${run.runId} and state = any(${[...working]}::text[])`);
    if (touched === 0) throw new ShutOut('another run has this row now, or it was paused');
  };
  return {
    own,
    /** Says that the run goes on. */
    beat: (tx: Write, run: R, now: Date) => own(tx, run, sql`heartbeat_at = ${now}`),
    /** Leaves the row to the next run. */
    letGo: (tx: Write, run: R) => own(tx, run, sql`run_id = null`),
    finish: (tx: Write, run: R, now: Date) => own(tx, run, sql`state = 'done', finished_at = ${now}, heartbeat_at = ${now}, run_id = null`),
    /** Stops and says why; `mayPass` when the program shall try again by itself. */
    getStuck: (tx: Write, run: R, why: Text, mayPass: boolean, now: Date) =>
      own(tx, run, sql`state = 'stuck', stuck_lv = ${why.lv}, stuck_en = ${why.en}, may_pass = ${mayPass}, heartbeat_at = ${now}, run_id = null`),
  };
}

const { own, ...steps } = stepsOf<Run>(sql`certificates.sealing`, ({ sealingId }) => sealingId, ['drafting', 'sealing']);
export const { beat, letGo, finish, getStuck } = steps;

/** Takes a sealing over from any earlier run that is silent. Tells whether there was work to take. */
export const takeOver = async (tx: Write, { sealingId, runId }: Run, silentSince: Date, now: Date): Promise<boolean> =>
  (await tx.run(sql`
    update certificates.sealing s set run_id = ${runId}, heartbeat_at = ${now}, began_at = coalesce(s.began_at, ${now}), state = case when s.drafted_whole then 'sealing' else 'drafting' end, stuck_lv = '', stuck_en = ''
    where s.id = ${sealingId} and (s.state in ('drafting', 'sealing') and (s.run_id is null or s.heartbeat_at < ${silentSince}) or s.state = 'stuck' and s.may_pass)`)) > 0;

/** Keeps up to which entry the drafts were made; `whole` when there is none after it. @throws ShutOut */
export const noteDrafted = (tx: Write, run: Run, after: string | null, whole: boolean, now: Date): Promise<void> =>
  own(tx, run, sql`heartbeat_at = ${now}, drafted_after = coalesce(${after}::uuid, drafted_after), drafted_whole = ${whole}, state = ${whole ? 'sealing' : 'drafting'}`);

export const notePreflight = (tx: Write, run: Run, steps: readonly KeptStep[], now: Date): Promise<void> => own(tx, run, sql`heartbeat_at = ${now}, preflight = ${JSON.stringify(steps)}::jsonb`);

/** How many were sealed in how much time: what is left is foretold from it. @throws ShutOut */
export const noteBatch = (tx: Write, run: Run, sealed: number, ms: number, now: Date): Promise<void> =>
  own(tx, run, sql`heartbeat_at = ${now}, sealed_in_runs = sealed_in_runs + ${sealed}, run_ms = run_ms + ${Math.round(ms)}::bigint`);
