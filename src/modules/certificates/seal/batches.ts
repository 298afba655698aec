import { noteBatch } from '../store/runs.js';
import { type OnItsWay, takeBatch } from '../store/steps.js';
import type { Drafting } from './drafting.js';
import { beginBatch } from './seal-batch.js';
import type { Sealing } from './sealing.js';

const FIRST_BATCH = 20;
/** Each batch waits up to a second for an answer about the seal that is younger than its last time stamp (answers tell whole seconds); the next is stamped meanwhile. */
const [LEAST, MOST] = [10, 200];
/** How many may wait for their end while another is signed and stamped: with one alone a quarter of two processors stood still. */
const ENDING = 2;

/** A sealing's certificates in batches, none in two of them. */
export interface Batches {
  /** The next one; empty where there is none for now. */
  take(): Promise<readonly OnItsWay[]>;
  /** Waits for the end of one and notes it. */
  toEnd(batch: readonly OnItsWay[], sealed: Promise<number>): Promise<void>;
  /** Whether more may be sealed. */
  isMoreAllowed(): boolean;
}

/** @param most how many may be sealed */
export function batchesOf({ platform: { database, clock }, run, batchMs }: Sealing, most: number): Batches {
  const inHand = new Set<string>();
  let left = most;
  let size = FIRST_BATCH;
  let since: number | undefined;
  return {
    async take() {
      since ??= performance.now();
      const limit = Math.min(size, left - inHand.size);
      const taken = limit > 0 ? await takeBatch(database.primary, run.sealingId, limit, [...inHand]) : [];
      for (const { id } of taken) inHand.add(id);
      return taken;
    },
    async toEnd(batch, sealed) {
      const count = await sealed;
      const now = performance.now();
      const took = now - since!;
      since = now;
      await database.transaction((tx) => noteBatch(tx, run, count, took, clock.now()));
      left -= count;
      size = nextSize(count, took, batchMs);
      for (const { id } of batch) inHand.delete(id);
    },
    isMoreAllowed: () => left > 0,
  };
}

/** As many as are surely done in a quarter of a batch's minutes: a seal may slow down. */
const nextSize = (sealed: number, tookMs: number, batchMs: number): number => Math.min(MOST, Math.max(LEAST, Math.floor((sealed / tookMs) * (batchMs / 4))));

/**
 * Batch after batch: while some wait for their answers and are put into containers, the next is signed and stamped, and the pages of the one after are printed.
 * @param until when no other batch is begun
 * @returns whether all are sealed
 */
export async function sealAll(sealing: Sealing, batches: Batches, first: readonly OnItsWay[], drafting: Drafting, until: number): Promise<boolean> {
  let batch = first;
  let ending = Promise.resolve();
  let ends: readonly Promise<void>[] = [];
  try {
    for (;;) {
      if (batch.length === 0) {
        // What is not drafted yet may come, and what a batch had no time for.
        await ending;
        await drafting.whole();
        batch = await batches.take();
        if (batch.length === 0) return true;
      }
      const next = await batches.take();
      const end = await beginBatch(sealing, batch, next);
      // Each waits for the one before: they end in their order, and the last of them after all others.
      ending = batches.toEnd(batch, end(ending));
      ending.catch(() => undefined);
      ends = [...ends, ending].slice(-ENDING - 1);
      if (ends.length > ENDING) await ends[0];
      batch = next;
      if (performance.now() > until) {
        await ending;
        if (batches.isMoreAllowed()) return false;
      }
    }
  } finally {
    // Nothing is written after the run has ended.
    await ending.catch(() => undefined);
  }
}
