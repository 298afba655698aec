import { instantInRiga } from '#kernel/clock.js';
import { addDays, type IsoDate, isoDate, weekday, yearOf } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { CalendarDay } from './calendar-day.js';
import { holidaysOf } from './holidays.js';

/** What one day is. `why` is null for a plain working day; `short` days end an hour earlier (the eve of a holiday). */
export interface DayStatus {
  readonly working: boolean;
  readonly short: boolean;
  readonly why: Text | null;
}

export interface DayAndReason {
  readonly day: IsoDate;
  readonly why: Text;
}

/** A day found by counting working days, and how it was counted. */
export interface Deadline {
  /** The day from which is counted; it does not count itself. */
  readonly start: IsoDate;
  readonly workingDays: number;
  readonly day: IsoDate;
  /** The last second of the day in Riga. */
  readonly due: Date;
  /** Days on the way that did not count, in the order met. */
  readonly skipped: readonly DayAndReason[];
  /** Days that counted though they look free: Saturdays worked by an order. */
  readonly worked: readonly DayAndReason[];
}

export interface BusinessCalendar {
  statusOf(day: IsoDate): DayStatus;
  isWorkingDay(day: IsoDate): boolean;
  /** `n` working days after `day`; before it when `n` is negative (reminders). The start does not count; 0 is the start itself. */
  addWorkingDays(day: IsoDate, n: number): Deadline;
  /** The day itself, or the next working one: where a term counted in calendar days ends on a free day. */
  workingDayFrom(day: IsoDate): IsoDate;
  /** Working days of a month given as `YYYY-MM`. */
  workingDaysIn(month: string): number;
}

/** The last second of a day in Riga, when a term that ends on it is over. */
export const dueInstant = (day: IsoDate): Date => instantInRiga(day, '23:59:59');

/** The calendar made of the rules of holidays and the days that differ (`daysOfCalendar`). Pure: same days, same answers. */
export function businessCalendar(differing: readonly CalendarDay[]): BusinessCalendar {
  const rows = new Map(differing.map((row) => [row.day, row]));
  const holidayOn = (day: IsoDate) => (rows.get(day)?.kind === 'holiday' ? reasonOf(rows.get(day)!) : holidaysOf(yearOf(day)).get(day));

  function freeOn(day: IsoDate): Text | null {
    const row = rows.get(day);
    if (row?.kind === 'moved_on') return null;
    if (row && row.kind !== 'short') return reasonOf(row);
    return holidayOn(day) ?? WEEKEND[weekday(day)] ?? null;
  }

  function statusOf(day: IsoDate): DayStatus {
    const free = freeOn(day);
    if (free) return { working: false, short: false, why: free };
    const row = rows.get(day);
    return { working: true, short: row?.kind === 'short' || holidayOn(addDays(day, 1)) !== undefined, why: row ? reasonOf(row) : null };
  }

  const isWorkingDay = (day: IsoDate) => freeOn(day) === null;

  function addWorkingDays(start: IsoDate, n: number): Deadline {
    if (!Number.isInteger(n)) throw new RangeError('working days are counted whole');
    const skipped: DayAndReason[] = [];
    const worked: DayAndReason[] = [];
    let day = start;
    for (let left = Math.abs(n); left > 0; ) {
      day = addDays(day, Math.sign(n));
      const free = freeOn(day);
      if (free) skipped.push({ day, why: free });
      else left -= 1;
      const row = rows.get(day);
      if (row?.kind === 'moved_on') worked.push({ day, why: reasonOf(row) });
    }
    return { start, workingDays: n, day, due: dueInstant(day), skipped, worked };
  }

  function workingDayFrom(day: IsoDate): IsoDate {
    return isWorkingDay(day) ? day : addWorkingDays(day, 1).day;
  }

  function workingDaysIn(month: string): number {
    let count = 0;
    for (let day = isoDate(`${month}-01`); day.startsWith(month); day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    return count;
  }

  return { statusOf, isWorkingDay, addWorkingDays, workingDayFrom, workingDaysIn };
}

const WEEKEND: Readonly<Record<number, Text>> = { 6: { lv: 'sestdiena', en: 'Saturday' }, 7: { lv: 'svētdiena', en: 'Sunday' } };

const KIND_WORDS: Readonly<Record<CalendarDay['kind'], Text>> = {
  holiday: { lv: 'svētku diena', en: 'public holiday' },
  moved_off: { lv: 'brīvdiena, jo darba diena ir pārcelta', en: 'day off, its work is moved' },
  moved_on: { lv: 'pārceltā darba diena', en: 'worked in place of a day off' },
  short: { lv: 'saīsināta darba diena', en: 'shortened working day' },
  closed: { lv: 'slēgts', en: 'closed' },
};

const reasonOf = ({ kind, legalRef }: CalendarDay): Text => ({
  lv: `${KIND_WORDS[kind].lv} (${legalRef})`,
  en: `${KIND_WORDS[kind].en} (${legalRef})`,
});
