import { z } from 'zod';
import { type AssessedOutcome, type ClassRow, isLate, listOutcomesOfGrade, listPlacedIn, listPlan, listSubjectNames, type PlacedRow, schoolScope, yearEndsOn, type Years } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { wasInClass } from '../domain/in-class.js';
import { ABSENCE_PERIODS, MARK_PERIODS, OUTCOME_PERIODS, type Period } from '../domain/periods.js';
import type { RecordKind } from '../domain/record.js';
import { correctMarks, enterMarks, seeMarks } from '../permissions.js';
import { listRecordsOf, type RecordRow } from '../store/records.js';
import { dueOfPeriod } from './ask-window.js';
import { getClassIn, mayIn } from './scope.js';

/** One column of a class: a subject, a learning outcome, or a period of absences. */
export interface ClassColumn {
  readonly kind: RecordKind;
  readonly item: number;
  readonly period: Period;
  readonly name: string;
  readonly nameEn: string;
}

export interface ClassPupil extends PlacedRow {
  /** In the class on the day that counts for the period; others are shown who were there in the period, or left something behind. */
  readonly isThere: boolean;
}

export interface ClassMarks {
  readonly one: ClassRow;
  readonly years: Years;
  readonly period: Period | 'ABSENCE';
  readonly periods: readonly (Period | 'ABSENCE')[];
  readonly day: IsoDate;
  readonly due: Awaited<ReturnType<typeof dueOfPeriod>>;
  readonly isOver: boolean;
  readonly pupils: readonly ClassPupil[];
  readonly columns: readonly ClassColumn[];
  readonly records: readonly RecordRow[];
  /** Subjects among which one may be chosen where outcomes are assessed. */
  readonly subjects: readonly { readonly id: number; readonly name: string; readonly nameEn: string }[];
  readonly subjectId: number | null;
  readonly mayEnter: boolean;
  readonly mayCorrect: boolean;
}

/** The table of a class: its pupils, what they learn, and what is recorded for a period, with what came along from their earlier school of the year. */
export const viewClassMarks = readAction({
  name: 'marks.view-class',
  title: { lv: 'Apskatīti klases vērtējumi un kavējumi', en: 'Marks and absences of a class looked at' },
  permission: seeMarks,
  input: z.object({ classId: z.uuid(), period: z.enum([...MARK_PERIODS, 'ABSENCE', '']).default(''), subject: emptyAsNull(z.string().regex(/^\d{1,9}$/).transform(Number)) }),
  reasonNeeded: true,
  async run(context, { classId, period: wanted, subject }): Promise<ClassMarks> {
    const { tx, today } = context;
    const { one, years } = await getClassIn(context, classId);
    const periods = periodsOf(one);
    const period = periods.find((known) => known === wanted) ?? periodNow(periods, years, today);
    const day = await dayOf(context, one, years, period);
    const kind = kindOf(one, period);
    const outcomes = kind === 'outcome' ? await listOutcomesOfGrade(tx, one.grade!) : [];
    const subjectId = outcomes.some((outcome) => outcome.subjectId === subject) ? subject : null;
    const placed = await listPlacedIn(tx, classId, today);
    const of = { kind, year: one.year, institutionId: one.institutionId, persons: placed.map(({ personId }) => personId), period: period === 'ABSENCE' ? null : period, scope: await schoolScope(context) };
    const records = await listRecordsOf(tx, of);
    const shown = subjectId === null ? records : records.filter(({ item }) => outcomes.some((outcome) => outcome.id === item && outcome.subjectId === subjectId));
    const due = await dueOfPeriod(tx, kind, period === 'ABSENCE' ? 'YEAR' : period, { year: one.year, classId, grade: one.grade });
    const isThere = ({ validFrom, validTo }: PlacedRow) => (period === 'ABSENCE' ? validTo === null || validTo > today : validFrom <= day && (validTo === null || validTo > day));
    const pupils = placed.map((pupil) => ({ ...pupil, isThere: isThere(pupil) }));
    return {
      one, years, period, periods, day, due, subjectId, records: shown,
      isOver: due !== undefined && isLate(due, today),
      pupils: pupils.filter((pupil) => pupil.isThere || wasInClass(pupil, period, years.year) || shown.some(({ personId }) => personId === pupil.personId)).sort((a, b) => Number(b.isThere) - Number(a.isThere)),
      columns: await columnsOf(context, one, period, shown, outcomes.filter((outcome) => subjectId === null || outcome.subjectId === subjectId)),
      subjects: outcomes.map((outcome) => ({ id: outcome.subjectId, name: outcome.subject, nameEn: outcome.subjectEn })).filter(({ id }, at, all) => all.findIndex((other) => other.id === id) === at),
      mayEnter: await mayIn(context, enterMarks, one.institutionId),
      mayCorrect: await mayIn(context, correctMarks, one.institutionId),
    };
  },
  audit: ({ output }) => ({ subjects: output.pupils.map(({ personId }) => personId), facts: { class: output.one.id, period: output.period, found: output.records.length } }),
});

/** What a class has periods of: marks from grade 4, outcomes before it, absences always. */
function periodsOf({ grade }: ClassRow): readonly (Period | 'ABSENCE')[] {
  if (grade === null) return ['ABSENCE'];
  if (grade <= 3) return [...OUTCOME_PERIODS, 'ABSENCE'];
  const examined = grade === 9 || grade === 12;
  return [...MARK_PERIODS.filter((period) => examined || (period !== 'EXAM' && period !== 'FINAL')), 'ABSENCE'];
}

const kindOf = ({ grade }: ClassRow, period: Period | 'ABSENCE'): RecordKind => (period === 'ABSENCE' ? 'absence' : grade !== null && grade <= 3 ? 'outcome' : 'mark');

function periodNow(periods: ClassMarks['periods'], { year }: Years, today: IsoDate): Period | 'ABSENCE' {
  const first = periods[0]!;
  if (first === 'ABSENCE' || today < year.secondSemesterStartsOn) return first;
  return today < year.endsBefore ? 'S2' : 'YEAR';
}

/** The day that counts: the last one of the period; of absences, today. */
async function dayOf({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, one: ClassRow, { year }: Years, period: Period | 'ABSENCE'): Promise<IsoDate> {
  if (period === 'ABSENCE') return today;
  if (period === 'S1') return year.firstSemesterEndsOn;
  return (await yearEndsOn(tx, { year: one.year, classId: one.id, grade: one.grade })) ?? year.endsBefore;
}

/** What the class learns in the period, and whatever else somebody has a record of. */
async function columnsOf({ tx, today }: Pick<ActionContext, 'tx' | 'today'>, one: ClassRow, period: Period | 'ABSENCE', records: readonly RecordRow[], outcomes: readonly AssessedOutcome[]): Promise<ClassColumn[]> {
  if (period === 'ABSENCE') return ABSENCE_PERIODS.filter((known) => known !== 'M07' && known !== 'M08').map((known) => ({ kind: 'absence', item: 0, period: known, name: '', nameEn: '' }));
  // Where the classifier has an outcome in Latvian alone, an English heading has the subject and the code.
  if (one.grade! <= 3) return outcomes.map(({ id, code, words, wordsEn, subjectEn }) => ({ kind: 'outcome', item: id, period, name: `${code} ${words}`, nameEn: wordsEn ? `${code} ${wordsEn}` : `${subjectEn}: ${code}` }));
  const other = period === 'S1' ? 'second' : period === 'S2' ? 'first' : 'none';
  const plan = (await listPlan(tx, one.id, today)).filter(({ semesters }) => semesters !== other);
  const planned = plan.map(({ subjectId, subject, subjectEn }) => ({ kind: 'mark' as const, item: subjectId, period, name: subject, nameEn: subjectEn }));
  const beside = await listSubjectNames(tx, [...new Set(records.map(({ item }) => item))].filter((item) => !planned.some((column) => column.item === item)));
  return [...planned, ...beside.map(({ id, name, nameEn }) => ({ kind: 'mark' as const, item: id, period, name, nameEn }))];
}
