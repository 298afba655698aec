import { randomUUID } from 'node:crypto';
import type { Platform } from '#platform/actions/perform.js';
import { openPrinter } from '#platform/documents/public.js';
import { beat, finish, getStuck, letGo, notePreflight, type Run, takeOver } from '../store/runs.js';
import { findSealing, type SealingRow } from '../store/sealings.js';
import { PREFLIGHT_FAILED } from '../texts.js';
import { batchesOf, sealAll } from './batches.js';
import { beginDrafts, type Drafting } from './drafting.js';
import { type OpenSeal, openSeal } from './open-seal.js';
import { type RunEnd, whileOwn } from './own-run.js';
import { type Sealing, toPrint } from './sealing.js';
import { CannotGoOn } from './why-stuck.js';

const MINUTE_MS = 60_000;
/** The certificate of the seal must last beyond a day of sealing. */
const A_DAY_MS = 86_400_000;

/**
 * Works on a sealing for some time: drafts, tries the seal, then batch after batch while the others are drafted. Killed at any moment, the next run goes on where it was.
 * @param forMs after which no other batch is begun
 */
export async function runSealing(platform: Platform, sealingId: string, forMs: number): Promise<RunEnd> {
  const run: Run = { sealingId, runId: randomUUID() };
  return whileOwn(platform, run, { takeOver, beat, getStuck }, async () => {
    const drafting = await beginDrafts(platform, run);
    try {
      return await withSeal(platform, run, drafting, performance.now() + forMs);
    } finally {
      await drafting.stop();
    }
  });
}

async function withSeal(platform: Platform, run: Run, drafting: Drafting, until: number): Promise<RunEnd> {
  const { database, clock, installation } = platform;
  const seal = await openSeal(installation, clock);
  const printer = openPrinter();
  try {
    const found = (await findSealing(database.primary, run.sealingId))!;
    const sealing: Sealing = { platform, run, seal, printer, batchMs: found.batchMinutes * MINUTE_MS };
    const batches = batchesOf(sealing, leftOf(found));
    const first = await batches.take();
    // Printed while the seal is tried.
    await printer.print([], first.map(toPrint));
    await tryBeforehand(platform, run, seal);
    const isWhole = await sealAll(sealing, batches, first, drafting, until);
    await database.transaction((tx) => (isWhole ? finish(tx, run, clock.now()) : letGo(tx, run)));
    return isWhole ? 'done' : 'more';
  } finally {
    printer.close();
    seal.close();
  }
}

/** Everything a batch needs is tried on a probe, so that a season does not stop at its first certificate. */
async function tryBeforehand({ database, clock }: Platform, run: Run, seal: OpenSeal): Promise<void> {
  const steps = await seal.tryBeforehand(new Date(clock.now().getTime() + A_DAY_MS));
  await database.transaction((tx) => notePreflight(tx, run, steps, clock.now()));
  const failed = steps.find(({ passed }) => !passed);
  if (failed) throw new CannotGoOn(failed.why ?? { lv: `${PREFLIGHT_FAILED.lv} ${failed.words.lv}.`, en: `${PREFLIGHT_FAILED.en} ${failed.words.en}.` }, failed.mayPass);
}

const leftOf = ({ most, sealedInRuns }: SealingRow): number => (most === null ? Number.MAX_SAFE_INTEGER : Math.max(0, most - sealedInRuns));
