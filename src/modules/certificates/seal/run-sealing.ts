import { randomUUID } from 'node:crypto';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { preflight } from '#platform/documents/public.js';
import { draftCertificates } from '../actions/draft-certificates.js';
import { beat, finish, getStuck, letGo, noteBatch, notePreflight, type Run, ShutOut, takeOver } from '../store/runs.js';
import { findSealing, type SealingRow } from '../store/sealings.js';
import { takeBatch } from '../store/steps.js';
import { PREFLIGHT_FAILED } from '../texts.js';
import { type OpenSeal, openSeal } from './open-seal.js';
import { sealBatch, type Sealing } from './seal-batch.js';
import { CannotGoOn, whyStuck } from './why-stuck.js';

/** A run silent for so long is taken for dead. */
export const SILENCE_MS = 60_000;
const HEARTBEAT_MS = 5_000;
const MINUTE_MS = 60_000;
const FIRST_BATCH = 50;
const [LEAST, MOST] = [10, 500];
/** The certificate of the seal must last beyond a day of sealing. */
const A_DAY_MS = 86_400_000;

/** How a run ended: all is sealed, more is to be done in another run, or it cannot go on for now. */
export type RunEnd = 'done' | 'more' | 'stuck' | 'not mine';

/**
 * Works on a sealing for some time: drafts, tries the seal, then batch after batch. Killed at any moment, the next run goes on where it was.
 * @param forMs after which no other batch is begun
 */
export async function runSealing(platform: Platform, sealingId: string, forMs: number): Promise<RunEnd> {
  const { database, clock } = platform;
  const run: Run = { sealingId, runId: randomUUID() };
  const started = clock.now();
  if (!(await database.transaction((tx) => takeOver(tx, run, new Date(started.getTime() - SILENCE_MS), started)))) return 'not mine';
  let seal: OpenSeal | undefined;
  const beating = setInterval(() => void database.transaction((tx) => beat(tx, run, clock.now())).catch(() => undefined), HEARTBEAT_MS);
  try {
    await draftAll(platform, run);
    seal = await openSeal(platform.installation, clock);
    await tryBeforehand(platform, run, seal);
    return await batchAfterBatch(platform, run, seal, performance.now() + forMs);
  } catch (error) {
    if (error instanceof ShutOut) return 'not mine';
    const { why, mayPass, isFault } = whyStuck(error);
    await database.transaction((tx) => getStuck(tx, run, why, mayPass, clock.now())).catch((other: unknown) => {
      if (!(other instanceof ShutOut)) throw other;
    });
    if (isFault) throw error;
    return 'stuck';
  } finally {
    clearInterval(beating);
    seal?.close();
  }
}

async function draftAll(platform: Platform, run: Run): Promise<void> {
  let { draftedWhole } = (await findSealing(platform.database.primary, run.sealingId))!;
  while (!draftedWhole) draftedWhole = (await perform(platform, draftCertificates, run, { actor: systemActor('certificates.seal') })).whole;
}

/** Everything a batch needs is tried on a probe, so that a season does not stop at its first certificate. */
async function tryBeforehand({ database, clock }: Platform, run: Run, { services, asksQualified }: OpenSeal): Promise<void> {
  const steps = await preflight(services, { clock, until: new Date(clock.now().getTime() + A_DAY_MS), production: asksQualified });
  await database.transaction((tx) => notePreflight(tx, run, steps, clock.now()));
  const failed = steps.find(({ passed }) => !passed);
  if (failed) throw new CannotGoOn(failed.why ?? { lv: `${PREFLIGHT_FAILED.lv} ${failed.words.lv}.`, en: `${PREFLIGHT_FAILED.en} ${failed.words.en}.` }, failed.mayPass);
}

async function batchAfterBatch(platform: Platform, run: Run, seal: OpenSeal, until: number): Promise<RunEnd> {
  const { database, clock } = platform;
  const found = (await findSealing(database.primary, run.sealingId))!;
  const sealing: Sealing = { platform, run, seal, batchMs: found.batchMinutes * MINUTE_MS };
  let left = leftOf(found);
  let size = FIRST_BATCH;
  for (;;) {
    const batch = await takeBatch(database.primary, run.sealingId, Math.min(size, left));
    if (batch.length === 0) break;
    const began = performance.now();
    const sealed = await sealBatch(sealing, batch);
    const took = performance.now() - began;
    await database.transaction((tx) => noteBatch(tx, run, sealed, took, clock.now()));
    left -= sealed;
    size = nextSize(sealed, took, sealing.batchMs);
    if (left > 0 && performance.now() > until) {
      await database.transaction((tx) => letGo(tx, run));
      return 'more';
    }
  }
  await database.transaction((tx) => finish(tx, run, clock.now()));
  return 'done';
}

const leftOf = ({ most, sealedInRuns }: SealingRow): number => (most === null ? Number.MAX_SAFE_INTEGER : Math.max(0, most - sealedInRuns));

/** As many as are surely done in a quarter of a batch's minutes: a seal may slow down. */
const nextSize = (sealed: number, tookMs: number, batchMs: number): number => Math.min(MOST, Math.max(LEAST, Math.floor((sealed / tookMs) * (batchMs / 4))));
