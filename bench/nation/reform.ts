import { setTimeout as sleep } from 'node:timers/promises';
import { prepareReform } from '#modules/reforms/actions/prepare-reform.js';
import { rehearseReform } from '#modules/reforms/actions/rehearse-reform.js';
import { applyDueReforms } from '#modules/reforms/jobs/apply-due-reforms.js';
import { findRehearsal } from '#modules/reforms/store/rehearsals.js';
import { getReform } from '#modules/territories/public.js';
import type { Action } from '#platform/actions/action.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { startChild } from '../measuring/child.js';
import { memoryMbOf } from '../measuring/memory.js';
import { childrenOf, parentOf } from '../measuring/processor-time.js';
import type { Result } from '../measuring/result.js';
import { type Timings, timingsOf } from '../measuring/timings.js';
import type { BenchPlatform } from '../platform/bench-platform.js';
import { whileProgramRuns } from '../platform/shipped-program.js';
import type { Sample } from './watcher.js';

/** The program's own time at its start: there is enough left of the day to rehearse and to tell everybody. */
const BEFORE_MIDNIGHT = '2021-06-30T23:58:00+03:00';
const WARM_UP_MS = 6_000;
const QUIET_MS = 60_000;
/** So often is it asked whether the program has done it. */
const ASKED_MS = 100;
const MEMORY_EVERY_MS = 250;
/** Nothing has waited for so long: what was to be told is told. */
const CALM_MS = 3_000;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Has the program rehearse and apply a reform while readers go on: as shipped, all in one (`MODE=all`), with the jobs that it runs apart. */
export async function reformWhileOthersRead(bench: BenchPlatform, reformId: string): Promise<Result[]> {
  return whileProgramRuns({ MODE: 'all', NOW: BEFORE_MIDNIGHT, DATABASE_URL: bench.ownerUrl }, async ({ pid, address }) => {
    const urls = ['/api/territories?on=2021-06-30', '/institutions?q=vidusskola'].map((path) => `${address}${path}`);
    const watcher = startChild<Sample[]>(new URL('watcher.ts', import.meta.url), { urls, readers: 4, pauseMs: 50 });
    await sleep(WARM_UP_MS);
    watcher.answer.catch(() => undefined);
    const quiet = await stretchOf(() => sleep(QUIET_MS));
    const watched = watchMemory(pid);
    const rehearsal = await stretchOf(() => rehearse(bench, reformId));
    const telling = await stretchOf(() => prepare(bench, reformId));
    const application = await applied(bench, reformId);
    const peakMb = watched.stop();
    watcher.stop();
    const samples = await watcher.answer;
    const before = waits(samples, quiet);
    return [
      doneIn('rehearsal of 119 → 43, from asking to its end', rehearsal, 60),
      doneIn('application of 119 → 43, at midnight', application, 10),
      readersWaited('readers’ p99 during the rehearsal', waits(samples, rehearsal), before),
      readersWaited('readers’ p99 during the application', waits(samples, application), before),
      readersWaited(`readers’ p99 while the users of 111 municipalities are told (${((telling.to - telling.from) / 1_000).toFixed(0)} s)`, waits(samples, telling), before),
      { what: 'memory of the program with the job’s process', ours: peakMb, unit: 'MB', goal: { of: 'ours', atMost: 600 } },
    ];
  });
}

const act = <I, O>({ platform }: BenchPlatform, action: Action<I, O>, input: object): Promise<O> => perform(platform, action, input, { actor: systemActor('bench') });

async function rehearse(bench: BenchPlatform, reformId: string): Promise<void> {
  const { rehearsalId } = await act(bench, rehearseReform, { reformId });
  await until(async () => (await findRehearsal(bench.database.read, rehearsalId))?.state === 'done');
}

/** Its users are told in the background; in life that is over weeks before the day. */
async function prepare(bench: BenchPlatform, reformId: string): Promise<void> {
  await act(bench, prepareReform, { reformId });
  let calmSince = performance.now();
  await until(async () => {
    if (await hasWork(bench)) calmSince = performance.now();
    return performance.now() - calmSince > CALM_MS;
  });
}

async function hasWork({ database }: BenchPlatform): Promise<boolean> {
  const { rows } = await database.pool.query<{ waits: boolean }>(`select exists (select from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now()) as waits`);
  return rows[0]!.waits;
}

/** The program does it by itself in the first minute of the day: from when its job was begun. */
async function applied({ database }: BenchPlatform, reformId: string): Promise<Stretch> {
  const isApplied = async () => (await getReform(database.read, reformId)).state === 'applied';
  if (await isApplied()) throw new Error('the day began before the users were told: BEFORE_MIDNIGHT is too late');
  await until(isApplied);
  const to = now();
  const { rows } = await database.pool.query<{ from: Date }>('select max(started_on) as from from pgboss.job where name = $1 and started_on < now() - interval \'1 second\'', [applyDueReforms.name]);
  return { from: rows[0]!.from.getTime(), to };
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(ASKED_MS);
}

/** Watches what a program and the processes that its launcher has begun for it hold in memory at most at one moment, in MB. */
function watchMemory(pid: number): { stop(): number } {
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, memoryMbOf(childrenOf(parentOf(pid)!)))), MEMORY_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

async function stretchOf(work: () => Promise<unknown>): Promise<Stretch> {
  const from = now();
  await work();
  return { from, to: now() };
}

const now = (): number => performance.timeOrigin + performance.now();

/** Of everyone who was waiting at some moment of the stretch. */
const waits = (samples: readonly Sample[], { from, to }: Stretch): Timings =>
  timingsOf(samples.filter(({ at, ms }) => at + ms >= from && at <= to).map(({ ms }) => ms));

const doneIn = (what: string, { from, to }: Stretch, atMost: number): Result => ({ what, ours: (to - from) / 1000, unit: 's', goal: { of: 'ours', atMost } });

const readersWaited = (what: string, meanwhile: Timings, before: Timings): Result => ({
  what,
  ours: meanwhile.p99,
  unit: 'ms',
  beside: { name: 'before', value: before.p99 },
  timings: meanwhile,
  goal: { of: 'ratio', atMost: 2 },
});
