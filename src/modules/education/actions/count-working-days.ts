import { businessCalendar } from '#platform/calendar/business-calendar.js';
import { daysOfCalendar, MUNICIPAL } from '#platform/calendar/calendar-day.js';
import { findCalendarDays } from '#platform/calendar/calendar-store.js';
import { howCounted } from '#platform/calendar/how-counted.js';
import type { Read } from '#platform/db/transaction.js';
import type { CountWorkingDays } from '../domain/deadlines.js';

/** Counts by the calendar of municipalities, whose most schools are: the Cabinet's moves of working days bind state institutions alone. */
export async function workingDaysCounter(tx: Read): Promise<CountWorkingDays> {
  const calendar = businessCalendar(daysOfCalendar(MUNICIPAL, await findCalendarDays(tx)));
  return (start, workingDays) => {
    const counted = calendar.addWorkingDays(start, workingDays);
    return { day: counted.day, why: howCounted(counted) };
  };
}
