import { z } from 'zod';
import { getSchool, getYears, type SchoolRow, YearInput, type Years } from '#modules/education/public.js';
import { Conflict, NotFound } from '#kernel/errors.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { type ActionContext, NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ABSENCE_PERIODS, monthEnd, monthsOf, monthStart, type Period } from '../domain/periods.js';
import { enterMarks, seeMarks } from '../permissions.js';
import { countUnjustified, deleteNilReport, insertNilReport, listNilReports, type NilReport } from '../store/nil-reports.js';
import { touchStanding } from '../store/standing.js';
import { NIL_CONTRADICTED, NIL_NOT_OVER, NIL_TOO_EARLY, NOTHING_THERE } from './refusals.js';
import { mayIn, writerOf } from './scope.js';

export interface NilReports {
  readonly school: SchoolRow;
  readonly years: Years;
  /** Periods that have begun, each with its report where there is one, and how many pupils have unjustified absences in it. */
  readonly periods: readonly { readonly period: Period; readonly report: NilReport | undefined; readonly pupils: number; /** Its last day while it is not over: something may still come. */ readonly endsOn: IsoDate | null }[];
  readonly mayReport: boolean;
}

/** What an institution said of periods without unjustified absences; a period without a report and without absences is not entered. */
export const openNilReports = readAction({
  name: 'marks.open-nil-reports',
  title: { lv: 'Atvērti ziņojumi par kavējumu neesamību', en: 'Nil reports on absences opened' },
  permission: seeMarks,
  input: z.object({ regNr: z.string(), year: YearInput }),
  audit: NOT_PERSONAL,
  async run(context, { regNr, year: wanted }): Promise<NilReports> {
    const school = await getSchool(context, regNr);
    const years = await getYears(context, wanted);
    const reports = await listNilReports(context.tx, school.id, years.year.year);
    const begun = PERIODS.filter((period) => hasBegun(period, years.year, context.today));
    const unjustified = await countIn(context, school, years, begun);
    const periods = begun.map((period) => ({ period, report: reports.find((one) => one.period === period), pupils: unjustified.get(period) ?? 0, endsOn: endOf(period, years.year, context.today) }));
    return { school, years, periods, mayReport: await mayIn(context, enterMarks, school.id) };
  },
});

const PERIODS = ABSENCE_PERIODS.filter((period) => period !== 'M06' && period !== 'M07' && period !== 'M08');

/** A semester or a year can be reported once its last month has begun; a month from its first day. */
const hasBegun = (period: Period, { year }: Years['year'], today: string): boolean => monthStart(year, lastMonth(period)) <= today;
const lastMonth = (period: Period): Period => (period === 'S1' ? 'M12' : period === 'S2' || period === 'YEAR' ? 'M05' : period);

/** The last day of a period that is not over. Lessons of December end before it does, and so may the deadline: hence whoever reports earlier confirms that nothing will come. */
function endOf(period: Period, { year }: Years['year'], today: string): IsoDate | null {
  const last = monthEnd(year, lastMonth(period));
  return last < today ? null : last;
}

const countIn = ({ tx }: Pick<ActionContext, 'tx'>, school: SchoolRow, { year }: Years, periods: readonly Period[]) =>
  countUnjustified(tx, { institutionId: school.id, year: year.year }, new Map(periods.map((period) => [period, [period, ...monthsOf(period)]])));

/** An institution says that nobody was absent without justification in a period. */
export const reportNil = writeAction({
  name: 'marks.report-nil',
  title: { lv: 'Ziņots, ka neattaisnotu kavējumu nav', en: 'Reported that there are no unjustified absences' },
  permission: enterMarks,
  input: z.object({ regNr: z.string(), year: YearInput, period: z.enum(PERIODS as [Period, ...Period[]]), nothingWillCome: z.enum(['yes', '']).default('') }),
  async run(context, { regNr, year: wanted, period, nothingWillCome }) {
    const school = await getSchool(context, regNr);
    const years = await getYears(context, wanted);
    if (!hasBegun(period, years.year, context.today)) throw new Conflict('nil-too-early', NIL_TOO_EARLY);
    const endsOn = endOf(period, years.year, context.today);
    if (endsOn && nothingWillCome !== 'yes') throw new Conflict('nil-not-over', fill(NIL_NOT_OVER, { day: readableDay(endsOn) }));
    const pupils = (await countIn(context, school, years, [period])).get(period) ?? 0;
    if (pupils > 0) throw new Conflict('nil-contradicted', fill(NIL_CONTRADICTED, { pupils }));
    const key = { institutionId: school.id, year: years.year.year, period };
    await insertNilReport(context.tx, key, context.now, writerOf(context));
    await touchStanding(context.tx, school.id, key.year, context.now);
    return { regNr, institution: school.id, year: key.year, period };
  },
  audit: ({ output }) => ({ facts: { institution: output.institution, year: output.year, period: output.period } }),
});

/** Takes a nil report back. */
export const takeBackNil = writeAction({
  name: 'marks.take-back-nil',
  title: { lv: 'Atsaukts ziņojums, ka neattaisnotu kavējumu nav', en: 'Nil report on absences taken back' },
  permission: enterMarks,
  input: z.object({ regNr: z.string(), year: YearInput, period: z.enum(PERIODS as [Period, ...Period[]]) }),
  async run(context, { regNr, year: wanted, period }) {
    const school = await getSchool(context, regNr);
    const { year } = await getYears(context, wanted);
    if ((await deleteNilReport(context.tx, { institutionId: school.id, year: year.year, period })) === 0) throw new NotFound('nothing-there', NOTHING_THERE);
    await touchStanding(context.tx, school.id, year.year, context.now);
    return { regNr, institution: school.id, year: year.year, period };
  },
  audit: ({ output }) => ({ facts: { institution: output.institution, year: output.year, period: output.period } }),
});
