import { addDays, type IsoDate, isoDate, yearOf } from '#kernel/iso-date.js';

/** The months that one count of learners is settled for: from its day through the eve of the next count, or the end of the year. */
export interface CountingPeriod {
  readonly countedOn: IsoDate;
  readonly through: IsoDate;
}

const firstOfMonth = (year: number, month: number): IsoDate => isoDate(`${String(year + Math.floor((month - 1) / 12)).padStart(4, '0')}-${String(((((month - 1) % 12) + 12) % 12) + 1).padStart(2, '0')}-01`);

const monthOf = (day: IsoDate): number => Number(day.slice(5, 7));

/** The periods of a calendar year, by the months of the count (1 to 12). */
export function periodsOf(year: number, countMonths: readonly number[]): CountingPeriod[] {
  const months = [...new Set(countMonths)].sort((a, b) => a - b);
  return months.map((month, at) => ({ countedOn: firstOfMonth(year, month), through: addDays(firstOfMonth(year, months[at + 1] ?? 13), -1) }));
}

/** The period in which a day lies; undefined before the first count of the year. */
export const periodOn = (day: IsoDate, countMonths: readonly number[]): CountingPeriod | undefined =>
  periodsOf(yearOf(day), countMonths).findLast(({ countedOn }) => countedOn <= day);

/** The first month that is still settled for on a day. */
export const settledFrom = (today: IsoDate, backMonths: number): IsoDate => firstOfMonth(yearOf(today), monthOf(today) - backMonths);

/** On which day somebody must have learnt to count in a month: its first; in summer the eve of the summer, so that its cost falls on all of them. */
export function learntOn(month: IsoDate, summerMonths: readonly number[]): IsoDate {
  const summer = summerMonths.filter((one) => one > 0);
  return summer.includes(monthOf(month)) ? addDays(firstOfMonth(yearOf(month), Math.min(...summer)), -1) : month;
}

/** The first days of a period's months. */
export function monthsOf({ countedOn, through }: CountingPeriod): IsoDate[] {
  const months: IsoDate[] = [];
  for (let month = countedOn; month <= through; month = firstOfMonth(yearOf(month), monthOf(month) + 1)) months.push(month);
  return months;
}
