import { type IsoDate, yearOf } from '#kernel/iso-date.js';

/** The Cabinet orders the moves of a year by 1 July of the year before (Labour Law 133(4)); two weeks later silence is alarming. */
const ALARM_FROM = '07-15';

/**
 * The years for which deadlines may be counted wrongly, because the Cabinet's order should be out and none is loaded.
 * @param loaded years whose order is recorded, including orders that move nothing.
 */
export function yearsWithoutOrder(today: IsoDate, loaded: ReadonlySet<number>): number[] {
  const year = yearOf(today);
  const due = today.slice(5) >= ALARM_FROM ? [year, year + 1] : [year];
  return due.filter((one) => !loaded.has(one));
}
