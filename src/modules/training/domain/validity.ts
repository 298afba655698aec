import { daysBetween, isoDate, type IsoDate } from '#kernel/iso-date.js';

/** The first day on which a result of `day` is no longer valid; null when it is valid for good. The 31st of a shorter month is its last day. */
export function validUntil(day: IsoDate, months: number | null): IsoDate | null {
  if (months === null) return null;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const total = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(total / 12), (total % 12) + 1];
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate();
  return isoDate(`${inYear}-${String(inMonth).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`);
}

/** From so many days before its end a result is shown as ending, and its user is reminded. */
const ENDS_SOON_DAYS = 14;

export type Validity = 'valid' | 'ends-soon' | 'ended' | 'failed' | 'withdrawn';

/** How a result stands on a day. */
export function validityOf({ passed, validTo, withdrawn }: { passed: boolean; validTo: IsoDate | null; withdrawn: boolean }, today: IsoDate): Validity {
  if (withdrawn) return 'withdrawn';
  if (!passed) return 'failed';
  if (validTo === null) return 'valid';
  if (validTo <= today) return 'ended';
  return daysBetween(today, validTo) <= ENDS_SOON_DAYS ? 'ends-soon' : 'valid';
}

/** What makes a result one of a course that somebody took. */
interface Taken {
  readonly courseId: string;
  readonly passed: boolean;
  readonly validTo: IsoDate | null;
  readonly withdrawn: boolean;
}

/** Of each course the result that holds longest, where that ends soon: what is to be renewed. */
export function toRenew<R extends Taken>(results: readonly R[], today: IsoDate): R[] {
  const holding = results.filter((one) => ['valid', 'ends-soon'].includes(validityOf(one, today)));
  const lastsLonger = (one: R, other: R) => one.courseId === other.courseId && one.validTo !== null && (other.validTo === null || other.validTo > one.validTo);
  const ending = holding.filter((one) => validityOf(one, today) === 'ends-soon' && !holding.some((other) => lastsLonger(one, other)));
  return [...new Map(ending.map((one) => [one.courseId, one])).values()];
}

/** What a requirement of a course is known by in the table of what roles ask for. */
export const courseKey = (courseId: string): string => `course:${courseId}`;
export const courseOfKey = (key: string): string | null => (key.startsWith('course:') ? key.slice('course:'.length) : null);
