import { daysOfYear, listAssessedClasses, type YearDays } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { termsOf } from '../domain/completeness.js';
import type { Counting } from '../store/standing.js';

/** What is to be counted for an institution's year as of today; undefined for a year that is not recorded. */
export async function countingOf(tx: Read, institutionId: string, year: number, today: IsoDate, known?: YearDays): Promise<Counting | undefined> {
  const days = known ?? (await daysOfYear(tx, year));
  return days && { institutionId, year, terms: termsOf(await listAssessedClasses(tx, institutionId, year), days, today) };
}
