import type { IsoDate } from '#kernel/iso-date.js';

/** `holiday` for all; `moved_off` free and `moved_on` worked by an order; `short` by an hour; `closed` for one body. */
export const DAY_KINDS = ['holiday', 'moved_off', 'moved_on', 'short', 'closed'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** A day that differs from the rules, with what makes it so. */
export interface CalendarDay {
  readonly calendar: string;
  readonly day: IsoDate;
  readonly kind: DayKind;
  readonly legalRef: string;
}

/** What holds for everyone in Latvia. */
export const EVERYONE = 'LV';
/** State institutions: the Cabinet's orders move working days (Labour Law 133(4)). */
export const STATE = 'LV-STATE';
/** Municipalities: the orders are only recommended, each adopts them or not. */
export const MUNICIPAL = 'LV-MUNI';

/**
 * The days that count in one calendar; its own days win over everyone's.
 * @param adoptsStateMoves whether a municipality works on the Saturdays the Cabinet ordered for the state.
 */
export function daysOfCalendar(calendar: string, days: readonly CalendarDay[], adoptsStateMoves = false): CalendarDay[] {
  const from = [EVERYONE, ...(adoptsStateMoves ? [STATE] : []), calendar];
  return [...new Set(from)].flatMap((name) => days.filter((one) => one.calendar === name));
}
