import { daysOfYear, schoolYearOn, type YearDays } from '#modules/education/public.js';
import { type Clock, dayInRiga } from '#kernel/clock.js';
import type { Database } from '#platform/db/database.js';
import type { Write } from '#platform/db/transaction.js';
import { takeNext, touchAll, writeStanding } from '../store/standing.js';
import { countingOf } from './standing-days.js';

/**
 * Counts the institutions on the list until it is empty or the time is up, each in a transaction of its own that takes it off the list. Any
 * number of workers share the list; what a killed one had taken is on it again. @returns how many were counted
 */
export async function countTouched(database: Database, clock: Clock, until: Date): Promise<number> {
  const known = new Map<number, YearDays | undefined>();
  const daysAtHand = async (year: number) => {
    if (!known.has(year)) known.set(year, await daysOfYear(database.primary, year));
    return known.get(year);
  };
  let counted = 0;
  while (clock.now() < until && (await database.transaction((tx) => countOne(tx, daysAtHand, clock.now())))) counted += 1;
  return counted;
}

async function countOne(tx: Write, daysAtHand: (year: number) => Promise<YearDays | undefined>, now: Date): Promise<boolean> {
  const next = await takeNext(tx);
  if (!next) return false;
  const counting = await countingOf(tx, next.institutionId, next.year, dayInRiga(now), await daysAtHand(next.year));
  if (counting) await writeStanding(tx, counting, now);
  return true;
}

/** Puts every institution of the year that goes on, and of the one before where wanted, on the list. */
export async function touchYears(database: Database, now: Date, { lastYearToo = false } = {}): Promise<void> {
  const year = await schoolYearOn(database.primary, dayInRiga(now));
  if (year === undefined) return;
  for (const one of lastYearToo ? [year - 1, year] : [year]) await database.transaction((tx) => touchAll(tx, one, now));
}
