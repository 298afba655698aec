import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { type IsoDate, IsoDateInput, yearOf } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { businessCalendar, type BusinessCalendar, type DayStatus, type Deadline } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, MUNICIPAL, STATE } from '#platform/calendar/calendar-day.js';
import { findOrder, listRecordedDays, type RecordedDay } from '#platform/calendar/calendar-orders.js';
import { findCalendarDays, findYearsWithOrder } from '#platform/calendar/calendar-store.js';
import { holidaysOf } from '#platform/calendar/holidays.js';
import { yearsWithoutOrder } from '#platform/calendar/missing-orders.js';
import { type Move, movesOf } from '#platform/calendar/moves.js';
import { CALENDAR_YEARS, monthsOf, MOST_WORKING_DAYS } from '../domain/calendar-year.js';

/** Whose calendar: state institutions work on the Saturdays the Cabinet orders, municipalities only where they say so. */
export const WHOSE = ['state', 'municipality'] as const;
export type Whose = (typeof WHOSE)[number];
const CALENDARS = { state: STATE, municipality: MUNICIPAL } as const satisfies Record<Whose, string>;

export interface ShownDay extends DayStatus {
  readonly day: IsoDate;
  readonly isHoliday: boolean;
  readonly recorded: RecordedDay | null;
}

export interface ShownCalendar {
  readonly year: number;
  readonly whose: Whose;
  readonly months: readonly { readonly days: readonly ShownDay[]; readonly workingDays: number }[];
  readonly workingDays: number;
  readonly order: { readonly legalRef: string; readonly source: string | null } | null;
  readonly moves: readonly Move[];
  /** Years whose order should be known by now and is not. */
  readonly missing: readonly number[];
  readonly deadline: Deadline | null;
}

/** The calendar of a year for everyone, and a term counted in working days. */
export const showCalendar = readAction({
  name: 'workspace.show-calendar',
  title: { lv: 'Apskatīts darba dienu kalendārs', en: 'Looked at the business calendar' },
  permission: ANYONE,
  input: z.object({
    year: emptyAsNull(z.coerce.number().int().min(CALENDAR_YEARS.first).max(CALENDAR_YEARS.last)),
    whose: emptyAsNull(z.enum(WHOSE)),
    from: emptyAsNull(IsoDateInput),
    days: emptyAsNull(z.coerce.number().int().min(-MOST_WORKING_DAYS).max(MOST_WORKING_DAYS)),
  }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, asked): Promise<ShownCalendar> {
    const [year, whose] = [asked.year ?? yearOf(today), asked.whose ?? 'state'] as const;
    const calendar = businessCalendar(daysOfCalendar(CALENDARS[whose], await findCalendarDays(tx)));
    const recorded = await listRecordedDays(tx, year);
    const counting = new Map(daysOfCalendar(CALENDARS[whose], recorded).map((one) => [one.day, one as RecordedDay]));
    const months = monthsOf(year).map((days) => shownMonth(days, calendar, counting));
    return {
      year,
      whose,
      months,
      workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
      order: (await findOrder(tx, STATE, year)) ?? null,
      moves: movesOf(recorded.filter((one) => one.calendar === STATE)),
      missing: yearsWithoutOrder(today, await findYearsWithOrder(tx, STATE)),
      deadline: asked.days === null ? null : calendar.addWorkingDays(asked.from ?? today, asked.days),
    };
  },
});

const shownMonth = (days: readonly IsoDate[], calendar: BusinessCalendar, recorded: ReadonlyMap<IsoDate, RecordedDay>) => ({
  days: days.map((day) => shownDay(day, calendar, recorded.get(day) ?? null)),
  workingDays: calendar.workingDaysIn(days[0]!.slice(0, 7)),
});

const shownDay = (day: IsoDate, calendar: BusinessCalendar, recorded: RecordedDay | null): ShownDay => ({
  day,
  ...calendar.statusOf(day),
  isHoliday: recorded?.kind === 'holiday' || holidaysOf(yearOf(day)).has(day),
  recorded,
});

/** How many years wait for their order to be recorded. */
export const countMissingOrders: WorkKind['count'] = async ({ tx, today }) => yearsWithoutOrder(today, await findYearsWithOrder(tx, STATE)).length;
