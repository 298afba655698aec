import { parseCsvObjects } from 'hucre/csv';
import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { DAY_KINDS } from './calendar-day.js';

const DayRow = z.object({ calendar: z.string().min(1), day: IsoDateInput, kind: z.enum(DAY_KINDS), legal_ref: z.string().min(1), source: z.string() });
const OrderRow = z.object({ calendar: z.string().min(1), year: z.coerce.number().int(), legal_ref: z.string().min(1) });

/** The rows of `db/data/calendar/days.csv`. @throws ZodError for a row that is none. */
export const parseCalendarDays = (csv: string) =>
  rowsOf(csv).map((row) => DayRow.parse(row)).map(({ legal_ref, ...row }) => ({ ...row, legalRef: legal_ref }));

/** The rows of `db/data/calendar/orders.csv`. @throws ZodError for a row that is none. */
export const parseCalendarOrders = (csv: string) =>
  rowsOf(csv).map((row) => OrderRow.parse(row)).map(({ legal_ref, ...row }) => ({ ...row, legalRef: legal_ref }));

const rowsOf = (csv: string) => parseCsvObjects(csv, { header: true }).data;
