import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { isMonth, monthEnd, monthStart, type Period } from './periods.js';

/** The days of a school year that a period is told by. */
export interface YearSpan {
  readonly year: number;
  readonly startsOn: IsoDate;
  readonly firstSemesterEndsOn: IsoDate;
  readonly secondSemesterStartsOn: IsoDate;
  readonly endsBefore: IsoDate;
}

interface Stay {
  readonly validFrom: IsoDate;
  /** The first day no longer in the class; null: still there. */
  readonly validTo: IsoDate | null;
}

/** Whether somebody was in a class on any day of a period: who was stands in every table of the class for it, also where the day that counts was spent elsewhere. */
export function wasInClass({ validFrom, validTo }: Stay, period: Period | 'ABSENCE', year: YearSpan): boolean {
  const { from, through } = daysOf(period, year);
  return validFrom <= through && (validTo === null || validTo > from);
}

function daysOf(period: Period | 'ABSENCE', year: YearSpan): { from: IsoDate; through: IsoDate } {
  if (period === 'S1') return { from: year.startsOn, through: year.firstSemesterEndsOn };
  if (period === 'S2') return { from: year.secondSemesterStartsOn, through: addDays(year.endsBefore, -1) };
  if (period !== 'ABSENCE' && isMonth(period)) return { from: monthStart(year.year, period), through: monthEnd(year.year, period) };
  return { from: year.startsOn, through: addDays(year.endsBefore, -1) };
}
