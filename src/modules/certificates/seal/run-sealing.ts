import { randomUUID } from 'node:crypto';
import { systemActor } from '#platform/actions/actor.js';
import { perform, type Platform } from '#platform/actions/perform.js';
import { openPrinter, type Printer } from '#platform/documents/public.js';
import { draftCertificates } from '../actions/draft-certificates.js';
import { beat, finish, getStuck, letGo, noteBatch, notePreflight, type Run, takeOver } from '../store/runs.js';
import { findSealing, type SealingRow } from '../store/sealings.js';
import { takeBatch } from '../store/steps.js';
import { PREFLIGHT_FAILED } from '../texts.js';
import { type OpenSeal, openSeal } from './open-seal.js';
import { type RunEnd, whileOwn } from './own-run.js';
import { sealBatch } from './seal-batch.js';
import type { Sealing } from './sealing.js';
import { CannotGoOn } from './why-stuck.js';

const MINUTE_MS = 60_000;
const FIRST_BATCH = 50;
/** Each batch waits up to a second for an answer about the seal that is younger than its last time stamp (answers tell whole seconds). */
const [LEAST, MOST] = [10, 500];
/** The certificate of the seal must last beyond a day of sealing. */
const A_DAY_MS = 86_400_000;

/**
 * Works on a sealing for some time: drafts, tries the seal, then batch after batch. Killed at any moment, the next run goes on where it was.
 * @param forMs after which no other batch is begun
 */
export async function runSealing(platform: Platform, sealingId: string, forMs: number): Promise<RunEnd> {
  const run: Run = { sealingId, runId: randomUUID() };
  return whileOwn(platform, run, { takeOver, beat, getStuck }, async () => {
    await draftAll(platform, run);
    const seal = await openSeal(platform.installation, platform.clock);
    const printer = openPrinter();
    try {
      await tryBeforehand(platform, run, seal);
      return await batchAfterBatch(platform, run, { seal, printer }, performance.now() + forMs);
    } finally {
      printer.close();
      seal.close();
    }
  });
}

async function draftAll(platform: Platform, run: Run): Promise<void> {
  let { draftedWhole } = (await findSealing(platform.database.primary, run.sealingId))!;
  while (!draftedWhole) draftedWhole = (await perform(platform, draftCertificates, run, { actor: systemActor('certificates.seal') })).whole;
}

/** Everything a batch needs is tried on a probe, so that a season does not stop at its first certificate. */
async function tryBeforehand({ database, clock }: Platform, run: Run, seal: OpenSeal): Promise<void> {
  const steps = await seal.tryBeforehand(new Date(clock.now().getTime() + A_DAY_MS));
  await database.transaction((tx) => notePreflight(tx, run, steps, clock.now()));
  const failed = steps.find(({ passed }) => !passed);
  if (failed) throw new CannotGoOn(failed.why ?? { lv: `${PREFLIGHT_FAILED.lv} ${failed.words.lv}.`, en: `${PREFLIGHT_FAILED.en} ${failed.words.en}.` }, failed.mayPass);
}

async function batchAfterBatch(platform: Platform, run: Run, tools: { readonly seal: OpenSeal; readonly printer: Printer }, until: number): Promise<RunEnd> {
  const { database, clock } = platform;
  const found = (await findSealing(database.primary, run.sealingId))!;
  const sealing: Sealing = { platform, run, ...tools, batchMs: found.batchMinutes * MINUTE_MS };
  let left = leftOf(found);
  let size = FIRST_BATCH;
  for (;;) {
    const taken = await takeBatch(database.primary, run.sealingId, Math.min(2 * size, left));
    if (taken.length === 0) break;
    const began = performance.now();
    const sealed = await sealBatch(sealing, taken.slice(0, size), taken.slice(size));
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
