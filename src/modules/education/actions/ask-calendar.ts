import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { type DeadlineRule, type Due, dueOf, type Matter } from '../domain/deadlines.js';
import { yearOn } from '../domain/school-year.js';
import { findDeadline, listDeadlines } from '../store/deadlines.js';
import { findEnd, findSchoolYear, listSchoolYears, listYearEnds } from '../store/school-calendar.js';
import { workingDaysCounter } from './count-working-days.js';

/** The school year that a day belongs to, the summer after it included; undefined before the first one recorded. */
export const schoolYearOn = async (tx: Read, day: IsoDate): Promise<number | undefined> => yearOn(await listSchoolYears(tx), day)?.year;

/** Of whom the end of a year is asked: of a grade, or of a class, whose own day goes before that of its grade. */
export interface OfGrade {
  readonly year: number;
  readonly grade?: number | null | undefined;
  readonly classId?: string | null | undefined;
}

/** The last school day; undefined where the year, the grade or the class has none recorded. */
export async function yearEndsOn(tx: Read, { year, grade = null, classId = null }: OfGrade): Promise<IsoDate | undefined> {
  const { gradeEndsOn, classEndsOn } = await findEnd(tx, year, grade, classId);
  return classEndsOn ?? gradeEndsOn ?? undefined;
}

/**
 * Until when something of a school year is due, with the words that say why. Undefined where no deadline is recorded, or it is
 * counted from a day that is not known (a grade, a decision).
 */
export async function deadlineOf(tx: Read, matter: Matter, of: OfGrade & { readonly decidedOn?: IsoDate | undefined }): Promise<Due | undefined> {
  const [rule, schoolYear] = [await findDeadline(tx, of.year, matter), await findSchoolYear(tx, of.year)];
  if (!rule || !schoolYear) return undefined;
  const { gradeEndsOn, classEndsOn } = await findEnd(tx, of.year, of.grade ?? null, of.classId ?? null);
  const from = { firstSemesterEndsOn: schoolYear.firstSemesterEndsOn, gradeEndsOn: gradeEndsOn ?? undefined, classEndsOn, decidedOn: of.decidedOn };
  return dueOf(rule, from, await workingDaysCounter(tx));
}

/** The days of one school year at hand, for whoever asks them of many classes at once. */
export interface YearDays {
  readonly year: number;
  readonly startsOn: IsoDate;
  readonly firstSemesterEndsOn: IsoDate;
  readonly secondSemesterStartsOn: IsoDate;
  /** The last school day; undefined where the grade has none recorded. */
  endsOn(of: { readonly grade: number; readonly classEndsOn?: IsoDate | null }): IsoDate | undefined;
  rule(matter: Matter): DeadlineRule | undefined;
  /** As `deadlineOf`, from what was read. */
  due(matter: Matter, of: { readonly grade?: number; readonly classEndsOn?: IsoDate | null }): Due | undefined;
}

/** A school year with the ends of its grades and its deadlines, read once; undefined for a year that is not recorded. */
export async function daysOfYear(tx: Read, year: number): Promise<YearDays | undefined> {
  const [schoolYear, ends, rules, count] = [await findSchoolYear(tx, year), await listYearEnds(tx, year), await listDeadlines(tx, year), await workingDaysCounter(tx)];
  if (!schoolYear) return undefined;
  const { startsOn, firstSemesterEndsOn, secondSemesterStartsOn } = schoolYear;
  const endOfGrade = (grade: number | undefined) => ends.find((one) => one.grade === grade)?.endsOn;
  const rule = (matter: Matter) => rules.find((one) => one.matter === matter);
  return {
    year, startsOn, firstSemesterEndsOn, secondSemesterStartsOn, rule,
    endsOn: ({ grade, classEndsOn }) => classEndsOn ?? endOfGrade(grade),
    due(matter, { grade, classEndsOn = null }) {
      const found = rule(matter);
      return found && dueOf(found, { firstSemesterEndsOn, gradeEndsOn: endOfGrade(grade), classEndsOn }, count);
    },
  };
}
