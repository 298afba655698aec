import { z } from 'zod';
import { invalid, NotFound } from '#kernel/errors.js';
import { addDays, type IsoDate, IsoDateInput, isoDate, yearOf } from '#kernel/iso-date.js';
import { readAction, NOT_PERSONAL, writeAction } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import type { DeadlineRule } from '../domain/deadlines.js';
import { GRADES, type SchoolBreak, type SchoolYear, SEASONS, type YearEnd } from '../domain/school-year.js';
import { keepClassifiers } from '../permissions.js';
import { insertDeadlines, listDeadlines } from '../store/deadlines.js';
import {
  correctSchoolYear as correctRow, correctYearEnds, findSchoolYear, insertBreaks, insertSchoolYear, insertYearEnds, listBreaks, listSchoolYears, listYearEnds, putBreak as putRow,
} from '../store/school-calendar.js';
import { ACTION_TITLES, AFTER_THE_FIRST, BREAK_OUTSIDE, BREAKS_OVERLAP, CHOOSE_GRADES, NO_SUCH_YEAR, NOT_IN_ITS_YEAR, OUTSIDE_THE_YEAR, REVERSED, YEAR_THERE } from '../texts/classifiers.js';
import { Checked, Grade, LegalBasis, Year } from './classifier-inputs.js';
import { recordingOf } from './school-scope.js';

const Days = { startsOn: IsoDateInput, firstSemesterEndsOn: IsoDateInput, secondSemesterStartsOn: IsoDateInput };
/** Boxes of a form: none, one or several. */
const Grades = z.preprocess((raw) => (raw === undefined || raw === '' ? [] : [raw].flat()), z.array(Grade));
const Sourced = { source: LegalBasis, verified: Checked };

async function getSchoolYear(tx: Read, year: number): Promise<SchoolYear> {
  const found = await findSchoolYear(tx, year);
  if (!found) throw new NotFound('no-such-year', NO_SUCH_YEAR);
  return found;
}

/** The year that is to be corrected, with what its forms begin with; `grades` are those that the form was opened for. */
export const openYearForm = readAction({
  name: 'education.open-year-form',
  title: ACTION_TITLES.openForm,
  permission: keepClassifiers,
  input: z.object({ year: Year, grades: Grades.catch([]) }),
  audit: NOT_PERSONAL,
  run: async ({ tx }, { year, grades }): Promise<{ year: SchoolYear; ends: YearEnd[]; breaks: SchoolBreak[]; grades: number[] }> => ({
    year: await getSchoolYear(tx, year), ends: await listYearEnds(tx, year), breaks: await listBreaks(tx, year), grades,
  }),
});

/** The year after the latest one, in which everything begins on the same weekday of the year. */
export const openNewYearForm = readAction({
  name: 'education.open-new-year-form',
  title: ACTION_TITLES.openForm,
  permission: keepClassifiers,
  input: z.object({}),
  audit: NOT_PERSONAL,
  async run({ tx }): Promise<{ latest: SchoolYear | null; ends: YearEnd[]; breaks: SchoolBreak[] }> {
    const latest = (await listSchoolYears(tx))[0] ?? null;
    return { latest, ends: latest ? await listYearEnds(tx, latest.year) : [], breaks: latest ? await listBreaks(tx, latest.year) : [] };
  },
});

/** @throws InvalidInput at the first day that is out of order. */
function checkDays(year: number, { startsOn, firstSemesterEndsOn, secondSemesterStartsOn }: Pick<SchoolYear, keyof typeof Days>): void {
  if (yearOf(startsOn) !== year) throw invalid('startsOn', NOT_IN_ITS_YEAR);
  if (firstSemesterEndsOn <= startsOn) throw invalid('firstSemesterEndsOn', AFTER_THE_FIRST);
  if (secondSemesterStartsOn <= firstSemesterEndsOn) throw invalid('secondSemesterStartsOn', AFTER_THE_FIRST);
}

function checkEnd(field: string, year: Pick<SchoolYear, 'year' | 'secondSemesterStartsOn'>, endsOn: IsoDate): void {
  if (endsOn <= year.secondSemesterStartsOn || endsOn >= isoDate(`${year.year + 1}-09-01`)) throw invalid(field, OUTSIDE_THE_YEAR);
}

const NewYear = z.object({ year: Year, ...Days, endsOn: IsoDateInput, endsOn9: IsoDateInput, endsOn12: IsoDateInput, ...Sourced });

/** Adds a school year. Its holidays and deadlines follow those of the year before, a year later and unverified, to be corrected. */
export const addSchoolYear = writeAction({
  name: 'education.add-school-year',
  title: ACTION_TITLES.addYear,
  permission: keepClassifiers,
  input: NewYear,
  async run(context, { endsOn, endsOn9, endsOn12, ...row }) {
    const { tx } = context;
    if (await findSchoolYear(tx, row.year)) throw invalid('year', YEAR_THERE);
    checkDays(row.year, row);
    checkEnd('endsOn', row, endsOn);
    checkEnd('endsOn9', row, endsOn9);
    checkEnd('endsOn12', row, endsOn12);
    const recording = recordingOf(context);
    const { year, source, verified } = row;
    await insertSchoolYear(tx, row, recording);
    await insertYearEnds(tx, GRADES.map((grade) => ({ year, grade, endsOn: grade === 9 ? endsOn9 : grade === 12 ? endsOn12 : endsOn, source, verified })), recording);
    await insertBreaks(tx, (await listBreaks(tx, year - 1)).map(weeksLater).filter((one) => row.startsOn < one.startsOn && one.endsOn < endsOn), recording);
    await insertDeadlines(tx, (await listDeadlines(tx, year - 1)).map(yearLater), recording);
    return { year };
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});

/** 52 weeks later: the same weekday. */
const weeksLater = (one: SchoolBreak): SchoolBreak => ({ ...one, year: one.year + 1, startsOn: addDays(one.startsOn, 364), endsOn: addDays(one.endsOn, 364), verified: false });

const yearLater = ({ year, matter, rule, dueOn, workingDays, opensOn, correctionsUntil, legalBasis }: DeadlineRule): DeadlineRule => {
  const later = (day: IsoDate | null) => day && isoDate(`${yearOf(day) + 1}${day.slice(4)}`);
  return { year: year + 1, matter, rule, dueOn: later(dueOn), workingDays, opensOn: later(opensOn), correctionsUntil: later(correctionsUntil), legalBasis, verified: false };
};

/** Corrects when a year and its semesters begin and end; what was believed stays. */
export const correctSchoolYear = writeAction({
  name: 'education.correct-school-year',
  title: ACTION_TITLES.correctYear,
  permission: keepClassifiers,
  input: z.object({ year: Year, ...Days, ...Sourced }),
  async run(context, row) {
    const was = await getSchoolYear(context.tx, row.year);
    checkDays(row.year, row);
    for (const { endsOn } of await listYearEnds(context.tx, row.year)) checkEnd('secondSemesterStartsOn', row, endsOn);
    await correctRow(context.tx, row, recordingOf(context));
    return { year: row.year, was };
  },
  audit: ({ input, output }) => ({ facts: { now: input, was: output.was } }),
});

/** Corrects the last school day of some grades; what was believed stays. */
export const correctYearEnd = writeAction({
  name: 'education.correct-year-end',
  title: ACTION_TITLES.correctEnd,
  permission: keepClassifiers,
  input: z.object({ year: Year, grades: Grades, endsOn: IsoDateInput, ...Sourced }),
  async run(context, { year, grades, ...end }) {
    const schoolYear = await getSchoolYear(context.tx, year);
    if (grades.length === 0) throw invalid('grades', CHOOSE_GRADES);
    checkEnd('endsOn', schoolYear, end.endsOn);
    const was = (await listYearEnds(context.tx, year)).filter(({ grade }) => grades.includes(grade)).map(({ grade, endsOn }) => ({ grade, endsOn }));
    await correctYearEnds(context.tx, year, grades, end, recordingOf(context));
    return { year, was };
  },
  audit: ({ input, output }) => ({ facts: { now: input, was: output.was } }),
});

/** Corrects a school holiday, or adds the one that is missing. */
export const putBreak = writeAction({
  name: 'education.put-break',
  title: ACTION_TITLES.putBreak,
  permission: keepClassifiers,
  input: z.object({ year: Year, season: z.enum(SEASONS), startsOn: IsoDateInput, endsOn: IsoDateInput, ...Sourced }),
  async run(context, row) {
    const { startsOn: yearStartsOn } = await getSchoolYear(context.tx, row.year);
    if (row.endsOn < row.startsOn) throw invalid('endsOn', REVERSED);
    if (row.startsOn < yearStartsOn) throw invalid('startsOn', BREAK_OUTSIDE);
    if (row.endsOn >= isoDate(`${row.year + 1}-06-01`)) throw invalid('endsOn', BREAK_OUTSIDE);
    const others = (await listBreaks(context.tx, row.year)).filter(({ season }) => season !== row.season);
    if (others.some((one) => one.startsOn <= row.endsOn && row.startsOn <= one.endsOn)) throw invalid('startsOn', BREAKS_OVERLAP);
    await putRow(context.tx, row, recordingOf(context));
    return { year: row.year };
  },
  audit: ({ input }) => ({ facts: { ...input } }),
});
