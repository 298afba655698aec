import { setTimeout as sleep } from 'node:timers/promises';
import { applyReform } from '#modules/reforms/actions/apply-reform.js';
import { prepareReform } from '#modules/reforms/actions/prepare-reform.js';
import { rehearseReform } from '#modules/reforms/actions/rehearse-reform.js';
import type { Action } from '#platform/actions/action.js';
import { systemActor } from '#platform/actions/actor.js';
import { perform } from '#platform/actions/perform.js';
import { whileListening } from '../http/listening.js';
import { startChild } from '../measuring/child.js';
import type { Result } from '../measuring/result.js';
import { type Timings, timingsOf } from '../measuring/timings.js';
import type { BenchPlatform } from '../platform/bench-platform.js';
import type { Sample } from './watcher.js';

const WARM_UP_MS = 6_000;
const QUIET_MS = 20_000;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Rehearses and applies a reform in the serving process, while readers over HTTP go on. */
export const reformWhileOthersRead = (bench: BenchPlatform, reformId: string): Promise<Result[]> =>
  whileListening(bench, [], async (port) => {
    const urls = ['/api/territories?on=2021-06-30', '/institutions?q=vidusskola'].map((path) => `http://127.0.0.1:${port}${path}`);
    const watcher = startChild<Sample[]>(new URL('watcher.ts', import.meta.url), { urls, readers: 4, pauseMs: 50 });
    const act = <I, O>(action: Action<I, O>) => perform(bench.platform, action, { reformId }, { actor: systemActor('bench') });
    await sleep(WARM_UP_MS);
    const quiet = await stretchOf(() => sleep(QUIET_MS));
    await act(rehearseReform);
    const rehearsal = await stretchOf(bench.runDueJobs);
    await act(prepareReform);
    const application = await stretchOf(() => act(applyReform));
    watcher.stop();
    const samples = await watcher.answer;
    const before = waits(samples, quiet);
    return [
      doneIn('rehearsal of 119 → 43', rehearsal, 60),
      doneIn('application of 119 → 43', application, 10),
      readersWaited('readers’ p99 during the rehearsal', waits(samples, rehearsal), before),
      readersWaited('readers’ p99 during the application', waits(samples, application), before),
    ];
  });

async function stretchOf(work: () => Promise<unknown>): Promise<Stretch> {
  const now = () => performance.timeOrigin + performance.now();
  const from = now();
  await work();
  return { from, to: now() };
}

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
