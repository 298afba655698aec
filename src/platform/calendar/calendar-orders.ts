import { z } from 'zod';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type CalendarDay, DAY_KINDS } from './calendar-day.js';

const RecordedDayRow = z.object({ calendar: z.string(), day: IsoDateInput, kind: z.enum(DAY_KINDS), legalRef: z.string(), source: z.string().nullable() });
/** A day that differs, with the address where its legal basis can be read. */
export type RecordedDay = CalendarDay & { readonly source: string | null };

/** The days of one year that differ from the rules, of every calendar, as believed now. */
export const listRecordedDays = (db: Read, year: number): Promise<RecordedDay[]> =>
  db.all(
    RecordedDayRow,
    sql`select calendar, day, kind, legal_ref, source from platform.calendar_day
      where superseded_at is null and day >= make_date(${year}, 1, 1) and day < make_date(${year + 1}, 1, 1) order by day, calendar`,
  );

const OrderRow = z.object({ year: z.number(), legalRef: z.string(), source: z.string().nullable() });
type OrderRow = z.infer<typeof OrderRow>;

/** The order that moves, or does not move, the working days of a year; undefined where none is recorded. */
export const findOrder = (db: Read, calendar: string, year: number): Promise<OrderRow | undefined> =>
  db.first(OrderRow, sql`select year, legal_ref, source from platform.calendar_order where calendar = ${calendar} and year = ${year} and superseded_at is null`);

export interface RecordedOrder {
  readonly calendar: string;
  readonly year: number;
  readonly legalRef: string;
  readonly source: string;
}

/** Notes that the year's order is known; tells whether it was not before. */
export const recordOrder = async (tx: Write, { calendar, year, legalRef, source }: RecordedOrder, by: string, at: Date): Promise<boolean> =>
  (await tx.run(sql`insert into platform.calendar_order (calendar, year, legal_ref, source, recorded_at, recorded_by)
    values (${calendar}, ${year}, ${legalRef}, ${source}, ${at}, ${by}) on conflict (calendar, year) where superseded_at is null do nothing`)) > 0;

/** Makes `off` free and `on` worked. */
export const recordMove = (tx: Write, { calendar, legalRef, source }: RecordedOrder, off: IsoDate, on: IsoDate, by: string, at: Date): Promise<void> =>
  tx.insert('platform.calendar_day', [
    { calendar, day: off, kind: 'moved_off', legalRef, source, recordedAt: at, recordedBy: by },
    { calendar, day: on, kind: 'moved_on', legalRef, source, recordedAt: at, recordedBy: by },
  ]);

/** Takes recorded days back; the rows stay, with who did it and why. */
export const takeBackDays = (tx: Write, calendar: string, days: readonly IsoDate[], why: string, by: string, at: Date): Promise<number> =>
  tx.run(sql`update platform.calendar_day set superseded_at = ${at}, superseded_by = ${by}, superseded_why = ${why}
    where calendar = ${calendar} and day = any(${[...days]}::date[]) and superseded_at is null`);

/** Takes back that the year's order is known, so that its absence alarms again. */
export const takeBackOrder = (tx: Write, calendar: string, year: number, why: string, by: string, at: Date): Promise<number> =>
  tx.run(sql`update platform.calendar_order set superseded_at = ${at}, superseded_by = ${by}, superseded_why = ${why}
    where calendar = ${calendar} and year = ${year} and superseded_at is null`);
