import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { type Due, dueOf, type Matter } from '../domain/deadlines.js';
import { yearOn } from '../domain/school-year.js';
import { findDeadline } from '../store/deadlines.js';
import { findEnd, findSchoolYear, listSchoolYears } from '../store/school-calendar.js';
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
