import type { Text } from '#kernel/text.js';
import type { Platform } from '#platform/actions/perform.js';
import type { Write } from '#platform/db/transaction.js';
import { ShutOut } from '../store/runs.js';
import { whyStuck } from './why-stuck.js';

/** A run silent for so long is taken for dead. */
export const SILENCE_MS = 60_000;
const HEARTBEAT_MS = 5_000;

/** How a run ended: all is done, more is to be done in another run, or it cannot go on for now. */
export type RunEnd = 'done' | 'more' | 'stuck' | 'not mine';

/** What a run does to the row of its job. */
export interface Hold<R> {
  readonly takeOver: (tx: Write, run: R, silentSince: Date, now: Date) => Promise<boolean>;
  readonly beat: (tx: Write, run: R, now: Date) => Promise<void>;
  readonly getStuck: (tx: Write, run: R, why: Text, mayPass: boolean, now: Date) => Promise<void>;
}

/** Works on a job's row while it is this run's: takes it over from a silent one, says that it goes on, and where it cannot, why. */
export async function whileOwn<R>({ database, clock }: Platform, run: R, { takeOver, beat, getStuck }: Hold<R>, work: () => Promise<RunEnd>): Promise<RunEnd> {
  const started = clock.now();
  if (!(await database.transaction((tx) => takeOver(tx, run, new Date(started.getTime() - SILENCE_MS), started)))) return 'not mine';
  const beating = setInterval(() => void database.transaction((tx) => beat(tx, run, clock.now())).catch(() => undefined), HEARTBEAT_MS);
  try {
    return await work();
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
  }
}
