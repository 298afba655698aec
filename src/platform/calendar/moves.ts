import { addDays, type IsoDate, weekday, yearOf } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import type { BusinessCalendar } from './business-calendar.js';
import type { RecordedDay } from './calendar-orders.js';

/** A working day that an order makes free, and the Saturday worked for it; one of them is null where only the other is recorded. */
export interface Move {
  readonly off: RecordedDay | null;
  readonly on: RecordedDay | null;
}

/** The days of an order paired again: the first free day with the first worked Saturday, and so on through the year. */
export function movesOf(days: readonly RecordedDay[]): Move[] {
  const orders = Map.groupBy(days, (one) => `${one.calendar} ${yearOf(one.day)} ${one.legalRef}`);
  return [...orders.values()].flatMap((ofOrder) => {
    const [offs, ons] = (['moved_off', 'moved_on'] as const).map((kind) => ofOrder.filter((one) => one.kind === kind).sort((a, b) => (a.day < b.day ? -1 : 1)));
    return Array.from({ length: Math.max(offs!.length, ons!.length) }, (_, at) => ({ off: offs![at] ?? null, on: ons![at] ?? null }));
  });
}

/**
 * What forbids moving the working day `off` to the Saturday `on`; null where nothing does. Labour Law 133(4): one working
 * day is made free and worked on a Saturday of the same week or of another week of the same month.
 */
export function whyNotMoved(calendar: BusinessCalendar, off: IsoDate, on: IsoDate): { readonly field: 'off' | 'on'; readonly why: Text } | null {
  if (!calendar.isWorkingDay(off) || weekday(off) > 5) return { field: 'off', why: NOT_WORKED };
  if (weekday(on) !== 6 || calendar.isWorkingDay(on)) return { field: 'on', why: NO_FREE_SATURDAY };
  if (off.slice(0, 7) !== on.slice(0, 7) && addDays(off, 6 - weekday(off)) !== on) return { field: 'on', why: TOO_FAR };
  return null;
}

const NOT_WORKED: Text = { lv: 'Šī diena jau ir brīva. Norādiet darba dienu, ko rīkojums padara brīvu.', en: 'This day is free already. Give the working day that the order makes free.' };
const NO_FREE_SATURDAY: Text = { lv: 'Norādiet sestdienu, kas līdz šim ir brīva.', en: 'Give a Saturday that has been free until now.' };
const TOO_FAR: Text = {
  lv: 'Pārcelto dienu atstrādā tās pašas nedēļas sestdienā vai citā tā paša mēneša sestdienā (Darba likuma 133. panta ceturtā daļa).',
  en: 'The day is worked on the Saturday of the same week, or on another Saturday of the same month (Labour Law 133(4)).',
};
