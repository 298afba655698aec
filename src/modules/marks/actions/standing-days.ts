import { daysOfYear, listCountedClasses, type YearDays } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { termsOf } from '../domain/completeness.js';
import { numbersOn } from '../store/completeness-parameters.js';
import type { Counting } from '../store/standing.js';

/** What is to be counted for an institution's year as of today; undefined for a year that is not recorded. */
export async function countingOf(tx: Read, institutionId: string, year: number, today: IsoDate, known?: YearDays): Promise<Counting | undefined> {
  const days = known ?? (await daysOfYear(tx, year));
  return days && { institutionId, year, terms: termsOf(await listCountedClasses(tx, institutionId, year), days, today, await preparedFrom(tx, today)) };
}

/** The age from which children in preschools are counted; nobody's where none is recorded. */
export const preparedFrom = async (tx: Read, today: IsoDate): Promise<number> => (await numbersOn(tx, today))['preparation-from-age'][0] ?? 999;
