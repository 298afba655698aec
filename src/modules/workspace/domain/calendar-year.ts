import { addDays, type IsoDate, isoDate } from '#kernel/iso-date.js';

/** The days of a year by month, each month's in order. */
export function monthsOf(year: number): IsoDate[][] {
  const months: IsoDate[][] = Array.from({ length: 12 }, () => []);
  const first = isoDate(`${year}-01-01`);
  for (let day = first; day.slice(0, 4) === first.slice(0, 4); day = addDays(day, 1)) months[Number(day.slice(5, 7)) - 1]!.push(day);
  return months;
}

/** The years a calendar is shown for: the rules of holidays are those since 2008, and the register's time begins in 2009. */
export const CALENDAR_YEARS = { first: 2009, last: 2100 } as const;

/** Working days that may be counted at once: some four years. */
export const MOST_WORKING_DAYS = 1_000;
