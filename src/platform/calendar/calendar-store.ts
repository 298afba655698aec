import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type CalendarDay, DAY_KINDS } from './calendar-day.js';
import type { parseCalendarDays, parseCalendarOrders } from './calendar-file.js';

const DayRow = z.object({ calendar: z.string(), day: IsoDateInput, kind: z.enum(DAY_KINDS), legalRef: z.string() });

/** The days that differ, of every calendar, as believed now. Few enough to hold: about four a year. */
export const findCalendarDays = (db: Read): Promise<CalendarDay[]> =>
  db.all(DayRow, sql`select calendar, day, kind, legal_ref from platform.calendar_day where superseded_at is null order by calendar, day`);

/** The years of a calendar whose order on moved working days is recorded. */
export async function findYearsWithOrder(db: Read, calendar: string): Promise<ReadonlySet<number>> {
  const rows = await db.all(z.object({ year: z.number() }), sql`select year from platform.calendar_order where calendar = ${calendar} and superseded_at is null`);
  return new Set(rows.map((row) => row.year));
}

export interface CalendarData {
  readonly days: ReturnType<typeof parseCalendarDays>;
  readonly orders: ReturnType<typeof parseCalendarOrders>;
}

/** Adds the days and orders that are not there yet; what an operator has recorded stays. Returns how many were added. */
export async function loadCalendar(tx: Write, { days, orders }: CalendarData, at: Date, by: string): Promise<number> {
  const addedDays = await tx.run(sql`
    insert into platform.calendar_day (calendar, day, kind, legal_ref, source, recorded_at, recorded_by)
    select calendar, day, kind, "legalRef", source, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as row(calendar text, day date, kind text, "legalRef" text, source text)
    on conflict (calendar, day) where superseded_at is null do nothing`);
  const addedOrders = await tx.run(sql`
    insert into platform.calendar_order (calendar, year, legal_ref, recorded_at, recorded_by)
    select calendar, year, "legalRef", ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb) as row(calendar text, year integer, "legalRef" text)
    on conflict do nothing`);
  return addedDays + addedOrders;
}
