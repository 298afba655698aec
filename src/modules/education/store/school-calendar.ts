import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type SchoolBreak, type SchoolYear, type Season, SEASONS, type YearEnd } from '../domain/school-year.js';
import { Day, type Recording } from './rows.js';

const Sourced = { source: z.string(), verified: z.boolean() };
const SchoolYearRow = z.object({ year: z.number(), startsOn: Day, firstSemesterEndsOn: Day, secondSemesterStartsOn: Day, ...Sourced });
const YEAR = sql`year, starts_on, first_semester_ends_on, second_semester_starts_on, source, verified`;

/** The latest first. */
export const listSchoolYears = (tx: Read): Promise<SchoolYear[]> => tx.all(SchoolYearRow, sql`select ${YEAR} from education.school_year order by year desc`);

export const findSchoolYear = (tx: Read, year: number): Promise<SchoolYear | undefined> => tx.first(SchoolYearRow, sql`select ${YEAR} from education.school_year where year = ${year}`);

const YearEndRow = z.object({ year: z.number(), grade: z.number(), endsOn: Day, ...Sourced });

/** Of one year, or of all. */
export const listYearEnds = (tx: Read, year: number | null): Promise<YearEnd[]> =>
  tx.all(YearEndRow, sql`select year, grade, ends_on, source, verified from education.year_end where ${year === null ? sql`true` : sql`year = ${year}`} order by year desc, grade`);

/** When the year of a grade ends; of a class the day of its own, where it has one. */
export interface EndsOn {
  readonly gradeEndsOn: IsoDate | null;
  readonly classEndsOn: IsoDate | null;
}

export async function findEnd(tx: Read, year: number, grade: number | null, classId: string | null): Promise<EndsOn> {
  const row = await tx.first(
    z.object({ gradeEndsOn: Day.nullable(), classEndsOn: Day.nullable() }),
    sql`select (select e.ends_on from education.year_end e where e.year = ${year}::smallint
          and e.grade = coalesce(${grade}::smallint, (select c.grade from education.class c where c.id = ${classId}::uuid))) as grade_ends_on,
        (select c.ends_on from education.class c where c.id = ${classId}::uuid and c.year = ${year}::smallint) as class_ends_on`,
  );
  return row!;
}

const BreakRow = z.object({ year: z.number(), season: z.enum(SEASONS), startsOn: Day, endsOn: Day, ...Sourced });

export const listBreaks = (tx: Read, year: number | null): Promise<SchoolBreak[]> =>
  tx.all(BreakRow, sql`select year, season, starts_on, ends_on, source, verified from education.school_break where ${year === null ? sql`true` : sql`year = ${year}`} order by starts_on`);

const BeforeRow = z.object({ what: z.enum(['year', 'end', 'break']), which: z.string(), days: z.array(Day), source: z.string(), recordedAt: z.date(), supersededAt: z.date() });
export type CalendarBefore = z.infer<typeof BeforeRow>;

/** What the calendar of a year said before it was corrected, the latest correction first. */
export const listCalendarBefore = (tx: Read, year: number): Promise<CalendarBefore[]> =>
  tx.all(
    BeforeRow,
    sql`select what, which, to_jsonb(days) as days, source, recorded_at, superseded_at from education.school_calendar_before where year = ${year} order by superseded_at desc, what, which`,
  );

export const insertSchoolYear = (tx: Write, year: SchoolYear, recording: Recording): Promise<void> => tx.insert('education.school_year', { ...year, ...recording });
export const insertYearEnds = (tx: Write, ends: readonly YearEnd[], recording: Recording): Promise<void> => tx.insert('education.year_end', ends.map((one) => ({ ...one, ...recording })));
export const insertBreaks = (tx: Write, breaks: readonly SchoolBreak[], recording: Recording): Promise<void> => tx.insert('education.school_break', breaks.map((one) => ({ ...one, ...recording })));

const keep = (what: string, which: ReturnType<typeof sql>, days: ReturnType<typeof sql>, table: string, { recordedAt, recordedBy }: Recording, where: ReturnType<typeof sql>) =>
  sql`insert into education.school_calendar_before (year, what, which, days, source, verified, recorded_at, recorded_by, superseded_at, superseded_by)
    select year, ${what}, ${which}, ${days}, source, verified, recorded_at, recorded_by, ${recordedAt}::timestamptz, ${recordedBy} from ${sql.table(`education.${table}`)} where ${where}`;

/** Corrects the days of a year; what they were stays as what was believed. */
export async function correctSchoolYear(tx: Write, row: SchoolYear, recording: Recording): Promise<void> {
  const where = sql`year = ${row.year}`;
  await tx.run(keep('year', sql`''`, sql`array[starts_on, first_semester_ends_on, second_semester_starts_on]`, 'school_year', recording, where));
  await tx.run(sql`update education.school_year set starts_on = ${row.startsOn}, first_semester_ends_on = ${row.firstSemesterEndsOn}, second_semester_starts_on = ${row.secondSemesterStartsOn},
      source = ${row.source}, verified = ${row.verified}, recorded_at = ${recording.recordedAt}, recorded_by = ${recording.recordedBy} where ${where}`);
}

/** Corrects the last school day of some grades of a year. */
export async function correctYearEnds(tx: Write, year: number, grades: readonly number[], end: Pick<YearEnd, 'endsOn' | 'source' | 'verified'>, recording: Recording): Promise<void> {
  const where = sql`year = ${year} and grade = any(${[...grades]}::smallint[])`;
  await tx.run(keep('end', sql`grade::text`, sql`array[ends_on]`, 'year_end', recording, where));
  await tx.run(sql`update education.year_end set ends_on = ${end.endsOn}, source = ${end.source}, verified = ${end.verified}, recorded_at = ${recording.recordedAt}, recorded_by = ${recording.recordedBy} where ${where}`);
}

/** Corrects the days of one school holiday, or adds it where the year has none of that season. */
export async function putBreak(tx: Write, row: SchoolBreak & { readonly season: Season }, recording: Recording): Promise<void> {
  await tx.run(keep('break', sql`season`, sql`array[starts_on, ends_on]`, 'school_break', recording, sql`year = ${row.year} and season = ${row.season}`));
  await tx.run(sql`insert into education.school_break (year, season, starts_on, ends_on, source, verified, recorded_at, recorded_by)
    values (${row.year}, ${row.season}, ${row.startsOn}, ${row.endsOn}, ${row.source}, ${row.verified}, ${recording.recordedAt}, ${recording.recordedBy})
    on conflict (year, season) do update set starts_on = excluded.starts_on, ends_on = excluded.ends_on, source = excluded.source, verified = excluded.verified,
      recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by`);
}
