import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { Day, IdRow, SealingStateRow, State, TERMS } from './rows.js';

const Words = z.object({ lv: z.string(), en: z.string() });
/** A step of the trial before a sealing, as it is kept. */
export const KeptStep = z.object({ step: z.string(), passed: z.boolean(), words: Words, why: Words.nullable() });
export type KeptStep = z.infer<typeof KeptStep>;

const SealingRow = z.object({
  id: z.string(), eventId: z.string(), examId: z.string(), year: z.number(), examCode: z.string(), term: z.enum(TERMS), why: z.enum(['exam', 'changes']), issuedOn: Day, batchMinutes: z.number(), most: z.number().nullable(), state: SealingStateRow,
  draftedAfter: z.string().nullable(), draftedWhole: z.boolean(), preflight: z.array(KeptStep).nullable(), stuckLv: z.string(), stuckEn: z.string(), mayPass: z.boolean(), toldAt: z.date().nullable(), heartbeatAt: z.date().nullable(), beganAt: z.date().nullable(),
  sealedInRuns: z.number(), runMs: z.number(), orderedAt: z.date(), orderedBy: z.string(), finishedAt: z.date().nullable(),
});
/** The sealing of an exam, or of what changed of it since. */
export type SealingRow = z.infer<typeof SealingRow>;

const SEALING = sql`select s.id, s.event_id, s.exam_id, s.year, s.exam_code, s.term, s.why, s.issued_on, s.batch_minutes, s.most, s.state, s.drafted_after, s.drafted_whole, s.preflight, s.stuck_lv, s.stuck_en, s.may_pass, s.told_at, s.heartbeat_at, s.began_at,
    s.sealed_in_runs, s.run_ms, s.ordered_at, coalesce(u.name, s.ordered_by) as ordered_by, s.finished_at
  from certificates.sealing s left join access.app_user u on u.id::text = s.ordered_by`;

export const findSealing = (tx: Read, id: string): Promise<SealingRow | undefined> => tx.first(SealingRow, sql`${SEALING} where s.id = ${id}`);

/** The sealings of a school year, the latest first. */
export const listSealings = (tx: Read, year: number): Promise<SealingRow[]> => tx.all(SealingRow, sql`${SEALING} where s.year = ${year} order by s.id desc limit 200`);

export const findOpenSealing = (tx: Read, eventId: string): Promise<SealingRow | undefined> => tx.first(SealingRow, sql`${SEALING} where s.event_id = ${eventId} and s.state <> 'done'`);

/** The last sealing of an event, whatever became of it. */
export const findLastSealing = (tx: Read, eventId: string): Promise<SealingRow | undefined> => tx.first(SealingRow, sql`${SEALING} where s.event_id = ${eventId} order by s.id desc limit 1`);

export interface NewSealing {
  readonly eventId: string;
  readonly examId: string;
  readonly year: number;
  readonly examCode: string;
  readonly term: 'main' | 'extra';
  readonly why: 'exam' | 'changes';
  readonly issuedOn: IsoDate;
  readonly batchMinutes: number;
  /** Seals no more than so many, and leaves the rest drafted. */
  readonly most: number | null;
  readonly orderedAt: Date;
  readonly orderedBy: string;
}

/** One sealing of an event goes on at a time; undefined where one does already. */
export const insertSealing = async (tx: Write, s: NewSealing): Promise<string | undefined> =>
  (await tx.first(
    IdRow,
    sql`insert into certificates.sealing (event_id, exam_id, year, exam_code, term, why, issued_on, batch_minutes, most, state, drafted_whole, ordered_at, ordered_by)
      values (${s.eventId}, ${s.examId}, ${s.year}, ${s.examCode}, ${s.term}, ${s.why}, ${s.issuedOn}, ${s.batchMinutes}, ${s.most}, ${s.why === 'exam' ? 'drafting' : 'sealing'}, ${s.why === 'changes'}, ${s.orderedAt}, ${s.orderedBy})
      on conflict do nothing returning id`,
  ))?.id;

/** Stops at the run's next step; what is done stays done. */
export const pauseSealing = (tx: Write, id: string): Promise<number> => tx.run(sql`update certificates.sealing set state = 'paused', run_id = null, stuck_lv = '', stuck_en = '' where id = ${id} and state in ('drafting', 'sealing', 'stuck')`);

/** Lets a paused or stuck sealing go on. */
export const releaseSealing = (tx: Write, id: string): Promise<number> =>
  tx.run(sql`update certificates.sealing s set state = case when s.drafted_whole then 'sealing' else 'drafting' end, run_id = null, heartbeat_at = null, stuck_lv = '', stuck_en = '', told_at = null, most = null where s.id = ${id} and s.state in ('paused', 'stuck')`);

/** A finished sealing with drafts left, such as those beyond a limit, goes on. */
export const reopenSealing = (tx: Write, id: string): Promise<number> =>
  tx.run(sql`update certificates.sealing s set state = 'sealing', finished_at = null, run_id = null, heartbeat_at = null, most = null where s.id = ${id} and s.state = 'done'
    and exists (select from certificates.certificate c where c.sealing_id = s.id and c.state <> 'released' and c.unfit_lv = '')
    and not exists (select from certificates.sealing o where o.event_id = s.event_id and o.state <> 'done')`);

/** Those that no run works on although they could go on: killed ones, and those that wait for a service to come back. */
export const listForsaken = async (tx: Read, silentSince: Date): Promise<string[]> =>
  (await tx.all(IdRow, sql`select s.id from certificates.sealing s where (s.state in ('drafting', 'sealing') or s.state = 'stuck' and s.may_pass) and coalesce(s.heartbeat_at, s.ordered_at) < ${silentSince} order by s.id`)).map(({ id }) => id);

const Stopped = z.object({ n: z.number(), year: z.number().nullable() });
/** How many sealings stopped, or were paused, and of which school year the last of them is. */
export const findStopped = async (tx: Read): Promise<z.infer<typeof Stopped>> =>
  (await tx.first(Stopped, sql`select count(*)::int as n, (array_agg(s.year order by s.id desc))[1] as year from certificates.sealing s where s.state in ('stuck', 'paused')`))!;

/** Stuck sealings of which nobody has been told; telling is marked. */
export const takeUntold = (tx: Write, now: Date): Promise<SealingRow[]> =>
  tx.all(SealingRow, sql`with told as (update certificates.sealing set told_at = ${now} where state = 'stuck' and told_at is null returning id) ${SEALING} where s.id in (select id from told) order by s.id`);

const StateCount = z.object({ sealingId: z.string(), state: State, unfit: z.number(), revoked: z.number(), n: z.number() });
export type StateCount = z.infer<typeof StateCount>;

/** How many certificates of each sealing are in each state, how many drafts wait for a person, and how many do not hold any more. */
export const countStates = (tx: Read, sealingIds: readonly string[]): Promise<StateCount[]> =>
  tx.all(
    StateCount,
    sql`select c.sealing_id, c.state, count(*) filter (where c.unfit_lv <> '')::int as unfit, count(c.revoked_at)::int as revoked, count(*)::int as n from certificates.certificate c where c.sealing_id = any(${[...sealingIds]}::uuid[]) group by 1, 2 order by 1, 2`,
  );

const FarOfEvent = z.object({ eventId: z.string(), ready: z.number(), drafted: z.number(), unfit: z.number() });
export type FarOfEvent = z.infer<typeof FarOfEvent>;

/** How far the certificates of a school year are, by event: ready and in force, drafted but not sealed, and drafts whose name cannot be printed. One whose next version is on its way is not ready: it says what no longer holds. */
export const countFar = async (tx: Read, year: number): Promise<ReadonlyMap<string, FarOfEvent>> => {
  const open = sql`exists (select from certificates.certificate o where o.entry_id = c.entry_id and o.state <> 'released')`;
  const found = await tx.all(
    FarOfEvent,
    sql`select c.event_id, count(*) filter (where c.state = 'released' and c.revoked_at is null and not ${open})::int as ready, count(*) filter (where c.state <> 'released' and c.unfit_lv = '')::int as drafted,
        count(*) filter (where c.state <> 'released' and c.unfit_lv <> '')::int as unfit
      from certificates.certificate c where c.year = ${year} group by c.event_id`,
  );
  return new Map(found.map((one) => [one.eventId, one]));
};
