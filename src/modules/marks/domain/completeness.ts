import type { IsoDate } from '#kernel/iso-date.js';
import { matterOf } from './periods.js';

/** Periods by which completeness is measured; months of absences count towards their semester. */
export const TERM_PERIODS = ['S1', 'S2', 'YEAR'] as const;
export type TermPeriod = (typeof TERM_PERIODS)[number];

export const TERM_RECORDS = ['mark', 'outcome', 'absence'] as const;
export type TermRecord = (typeof TERM_RECORDS)[number];

/** The days of a school year, as far as completeness needs them. */
export interface TermDays {
  readonly startsOn: IsoDate;
  readonly firstSemesterEndsOn: IsoDate;
  readonly secondSemesterStartsOn: IsoDate;
  endsOn(of: { readonly grade: number; readonly classEndsOn: IsoDate | null }): IsoDate | undefined;
  due(matter: 'S1' | 'S2' | 'YEAR' | 'POST' | 'ABSENCE', of: { readonly grade: number; readonly classEndsOn: IsoDate | null }): { readonly day: IsoDate } | undefined;
}

export interface ClassToCount {
  readonly id: string;
  /** Null for a preschool group, in which absences alone are recorded. */
  readonly grade: number | null;
  readonly endsOn: IsoDate | null;
  readonly record: 'mark' | 'outcome' | null;
}

/** One kind of record of one class in one period: whose members of which day are expected to have it, and until when. */
export interface Term {
  readonly classId: string;
  readonly period: TermPeriod;
  readonly record: TermRecord;
  /** The period's last day, or today where it goes on. */
  readonly day: IsoDate;
  /** Which subjects are learnt in it; null for the whole year. */
  readonly semester: 'first' | 'second' | null;
  readonly dueOn: IsoDate | null;
  /** Months of absences that are over, as places in the school year (September is 1); none where last < first. */
  readonly firstMonth: number;
  readonly lastMonth: number;
  /** In a preschool group: from which age on children are counted; null where everybody is. */
  readonly fromAge: number | null;
}

/** Compulsory preparation goes on as long as school does: its year ends, and is due, as that of the first grade. */
const AS_GRADE = 1;

/**
 * What is expected of classes in a school year as of today. A class whose last day is not known is counted as of today.
 * @param preparedFrom the age from which children in preschool groups are counted
 */
export function termsOf(classes: readonly ClassToCount[], days: TermDays, today: IsoDate, preparedFrom: number): Term[] {
  return classes.flatMap((one) => {
    const of = { grade: one.grade ?? AS_GRADE, classEndsOn: one.endsOn };
    const yearEnds = days.endsOn(of) ?? today;
    return TERM_PERIODS.flatMap((period) => {
      const lastDay = period === 'S1' ? days.firstSemesterEndsOn : yearEnds;
      const firstDay = period === 'S2' ? days.secondSemesterStartsOn : days.startsOn;
      const day = lastDay < today ? lastDay : today;
      const term = { classId: one.id, period, day, semester: SEMESTERS[period], firstMonth: placeOfMonth(firstDay), lastMonth: placeOfMonth(day) - (lastDay <= today ? 0 : 1), fromAge: one.grade === null ? preparedFrom : null };
      const dueOf = (record: TermRecord) => days.due(matterOf(record, period)!, of)?.day ?? null;
      return [...(one.record ? [one.record] : []), 'absence' as const].map((record): Term => ({ ...term, record, dueOn: dueOf(record) }));
    });
  });
}

const SEMESTERS = { S1: 'first', S2: 'second', YEAR: null } as const;

/** September is 1, August 12. */
export const placeOfMonth = (day: IsoDate): number => ((Number(day.slice(5, 7)) + 3) % 12) + 1;

/** Which months of the school year a record of a period speaks of, as places from–to. */
export const monthsCovered = (period: string): readonly [number, number] => {
  if (period === 'S1') return [1, 4];
  if (period === 'S2') return [5, 10];
  if (period === 'YEAR') return [1, 12];
  const place = ((Number(period.slice(1)) + 3) % 12) + 1;
  return [place, place];
};

/** Numbers of one kind of record, or of several added up. */
export interface Counted {
  readonly expected: number;
  readonly received: number;
  readonly late: number;
  /** How many of the received a nil report stands for. */
  readonly byNil: number;
  /** What has not come although its deadline is over. */
  readonly missing: number;
}

const NOTHING_COUNTED: Counted = { expected: 0, received: 0, late: 0, byNil: 0, missing: 0 };

export const addUp = (rows: readonly Counted[]): Counted =>
  rows.reduce((all, one) => ({
    expected: all.expected + one.expected, received: all.received + one.received, late: all.late + one.late, byNil: all.byNil + one.byNil, missing: all.missing + one.missing,
  }), NOTHING_COUNTED);

/**
 * What is to be said of an institution's entry. They are told apart on purpose: a nil report says that there was nothing to enter, which is not
 * the same as having entered nothing; what came late is there; what is awaited is not yet missing.
 */
export const ENTRY_STATES = ['nothing entered', 'missing', 'awaited', 'late', 'nil report', 'complete', 'nothing expected'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export function entryState({ expected, received, late, byNil, missing }: Counted): EntryState {
  if (expected === 0) return 'nothing expected';
  if (missing > 0) return received === 0 ? 'nothing entered' : 'missing';
  if (received < expected) return 'awaited';
  if (byNil === expected) return 'nil report';
  return late > 0 ? 'late' : 'complete';
}

/** Share of what was expected that is there, from 0 to 1; 1 where nothing was expected. */
export const shareOf = ({ expected, received }: Pick<Counted, 'expected' | 'received'>): number => (expected === 0 ? 1 : received / expected);

/** Which period someone asks about who names none: the first semester until a month into the second, then the year. */
export const periodInFocus = (days: Pick<TermDays, 'secondSemesterStartsOn'>, today: IsoDate): TermPeriod => (today < addMonth(days.secondSemesterStartsOn) ? 'S1' : 'YEAR');

const addMonth = (day: IsoDate): string => `${day.slice(0, 5)}${String(Number(day.slice(5, 7)) + 1).padStart(2, '0')}${day.slice(7)}`;
