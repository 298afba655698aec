import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import type { Read } from '#platform/db/transaction.js';
import { type Due, dueOf, MATTERS } from '../domain/deadlines.js';
import { gradesByEnd, type SchoolBreak, type SchoolYear, type YearEnd, yearOn } from '../domain/school-year.js';
import { type DeadlineRow, listDeadlines, listDeadlinesBefore } from '../store/deadlines.js';
import { type CalendarBefore, findEnd, findSchoolYear, listBreaks, listCalendarBefore, listSchoolYears, listYearEnds } from '../store/school-calendar.js';
import { ACTION_TITLES, NO_SUCH_YEAR } from '../texts/classifiers.js';
import { workingDaysCounter } from './count-working-days.js';

export type { CalendarBefore, DeadlineRow };

/** A deadline of a year for the grades that share it; without grades where it is the same for all. */
export interface ShownDeadline {
  readonly rule: DeadlineRow;
  readonly grades: readonly number[] | null;
  /** Null where it is counted from a decision, which each document has of its own. */
  readonly due: Due | null;
  /** Whether the rule and the days from which it is counted have been compared with the law. */
  readonly verified: boolean;
}

export interface ShownYear {
  readonly year: SchoolYear;
  readonly ends: readonly YearEnd[];
  readonly breaks: readonly SchoolBreak[];
  readonly deadlines: readonly ShownDeadline[];
  readonly before: { readonly calendar: readonly CalendarBefore[]; readonly deadlines: readonly DeadlineRow[] };
  /** All years recorded, the latest first. */
  readonly years: readonly SchoolYear[];
}

/** One school year with its days and deadlines; the one of today where none is named. */
export const showSchoolYear = readAction({
  name: 'education.show-school-year',
  title: ACTION_TITLES.showYears,
  permission: ANYONE,
  input: z.object({ year: z.coerce.number().int().optional() }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { year: asked }): Promise<ShownYear> {
    const years = await listSchoolYears(tx);
    const year = asked === undefined ? (yearOn(years, today) ?? years[0]) : years.find((one) => one.year === asked);
    if (!year) throw new NotFound('no-such-year', NO_SUCH_YEAR);
    const ends = await listYearEnds(tx, year.year);
    const deadlines = await shownDeadlines(tx, year, ends);
    const before = { calendar: await listCalendarBefore(tx, year.year), deadlines: await listDeadlinesBefore(tx, year.year) };
    return { year, ends, breaks: await listBreaks(tx, year.year), deadlines, before, years };
  },
});

async function shownDeadlines(tx: Read, year: SchoolYear, ends: readonly YearEnd[]): Promise<ShownDeadline[]> {
  const count = await workingDaysCounter(tx);
  const { firstSemesterEndsOn } = year;
  const rules = [...(await listDeadlines(tx, year.year))].sort((a, b) => MATTERS.indexOf(a.matter) - MATTERS.indexOf(b.matter));
  return rules.flatMap((rule): ShownDeadline[] => {
    if (rule.rule !== 'working days after the year ends') {
      const counted = rule.rule === 'working days after the first semester ends';
      return [{ rule, grades: null, due: dueOf(rule, { firstSemesterEndsOn }, count) ?? null, verified: rule.verified && (!counted || year.verified) }];
    }
    return gradesByEnd(ends).map(({ endsOn, grades, rows }) => ({
      rule, grades, due: dueOf(rule, { gradeEndsOn: endsOn }, count) ?? null, verified: rule.verified && rows.every((one) => one.verified),
    }));
  });
}

/** All school years with their days, for machines. */
export const listYears = readAction({
  name: 'education.list-school-years',
  title: ACTION_TITLES.showYears,
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<{ years: SchoolYear[]; ends: YearEnd[]; breaks: SchoolBreak[] }> => ({
    years: await listSchoolYears(tx), ends: await listYearEnds(tx, null), breaks: await listBreaks(tx, null),
  }),
});

/** Until when what is due for a grade or a class; documents where the day of the decision is given. */
export const listDues = readAction({
  name: 'education.list-deadlines',
  title: ACTION_TITLES.showYears,
  permission: ANYONE,
  input: z.object({
    year: emptyAsNull(z.coerce.number().int()), grade: emptyAsNull(z.coerce.number().int().min(1).max(12)), classId: emptyAsNull(z.uuid()), decidedOn: emptyAsNull(IsoDateInput),
  }),
  audit: NOT_PERSONAL,
  async run({ tx, today }, { year: asked, grade, classId, decidedOn }): Promise<{ year: number; dues: readonly { rule: DeadlineRow; due: Due }[] }> {
    const year = asked === null ? yearOn(await listSchoolYears(tx), today) : await findSchoolYear(tx, asked);
    if (!year) throw new NotFound('no-such-year', NO_SUCH_YEAR);
    const { gradeEndsOn, classEndsOn } = await findEnd(tx, year.year, grade, classId);
    const from = { firstSemesterEndsOn: year.firstSemesterEndsOn, gradeEndsOn: gradeEndsOn ?? undefined, classEndsOn, decidedOn: decidedOn ?? undefined };
    const count = await workingDaysCounter(tx);
    const dues = (await listDeadlines(tx, year.year)).flatMap((rule) => {
      const due = dueOf(rule, from, count);
      return due ? [{ rule, due }] : [];
    });
    return { year: year.year, dues: dues.sort((a, b) => (a.due.day < b.due.day ? -1 : 1)) };
  },
});
