import { daysOfYear, deadlineOf } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { type Finding, outsideWindow, type Window, windowOf } from '../domain/check-record.js';
import { matterOf, type Period } from '../domain/periods.js';
import type { RecordKind } from '../domain/record.js';

export interface OfClass {
  readonly year: number;
  readonly classId: string | null;
  readonly grade: number | null;
}

/** Until when records of a period are due for a class, why just then, and when they are taken; undefined where no deadline is recorded. */
export async function dueOfPeriod(tx: Read, kind: RecordKind, period: Period, { year, classId, grade }: OfClass): ReturnType<typeof deadlineOf> {
  const matter = matterOf(kind, period);
  return matter ? deadlineOf(tx, matter, { year, classId, grade }) : undefined;
}

/** Records of one kind, school year and period. */
export interface OfPeriod {
  readonly kind: RecordKind;
  readonly year: number;
  readonly period: string;
}

/** When records of a period are taken, wherever their learner was. */
export async function windowOfPeriod(tx: Read, { kind, year, period }: OfPeriod): Promise<Window | null> {
  const matter = matterOf(kind, period as Period);
  return windowOf(kind, period as Period, year, matter ? (await daysOfYear(tx, year))?.rule(matter) : undefined);
}

/** Says of records of any periods why they may not be taken back today without an order; each year's deadlines are read once. */
export async function closedPeriods(tx: Read, years: readonly number[], today: IsoDate): Promise<(one: OfPeriod) => Finding | undefined> {
  const days = new Map<number, Awaited<ReturnType<typeof daysOfYear>>>();
  for (const year of new Set(years)) days.set(year, await daysOfYear(tx, year));
  const within = ({ kind, year, period }: OfPeriod): Window | null => {
    const matter = matterOf(kind, period as Period);
    return windowOf(kind, period as Period, year, matter ? days.get(year)?.rule(matter) : undefined);
  };
  return (one) => outsideWindow({ window: within(one), today, byOrder: false });
}
