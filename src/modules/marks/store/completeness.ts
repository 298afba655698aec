import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinFoundingUnit } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { TERM_RECORDS, type TermPeriod, type TermRecord } from '../domain/completeness.js';
import { type Counting, countedRecords } from './standing.js';

const Day = z.string().transform((words) => words as IsoDate);

/** What the board is narrowed to. `record` null adds up all kinds. */
export interface BoardOf {
  readonly year: number;
  readonly period: TermPeriod;
  readonly record: TermRecord | null;
  readonly today: IsoDate;
}

const COUNTS = { expected: z.number(), received: z.number(), late: z.number(), byNil: z.number(), missing: z.number() };

/** What has not come of row `s` although its deadline is over. */
const missing = (today: IsoDate): Sql => sql`case when s.due_on < ${today}::date then s.expected - s.received else 0 end`;
const sums = (today: IsoDate): Sql =>
  sql`sum(s.expected)::int as expected, sum(s.received)::int as received, sum(s.late)::int as late, sum(s.by_nil)::int as by_nil, sum(${missing(today)})::int as missing`;
const within = ({ year, period, record }: BoardOf, scope: Scope): Sql =>
  every([sql`s.year = ${year}`, sql`s.period = ${period}`, ...(record ? [sql`s.record = ${record}`] : []), ofScope(sql`s.institution_id`, scope)]);

const UnitCounts = z.object({ ...COUNTS, unitId: z.number().nullable(), schools: z.number(), without: z.number(), whole: z.number() });
export type UnitCounts = z.infer<typeof UnitCounts>;

/** By the municipality that is the actual founder today (null: other founders): the numbers, its schools, those with everything in, and those with nothing. */
export const countByUnit = (tx: Read, of: BoardOf, scope: Scope): Promise<UnitCounts[]> =>
  tx.all(
    UnitCounts,
    sql`with school as (
        select s.institution_id, ${sums(of.today)} from marks.standing s where ${within(of, scope)} group by s.institution_id having sum(s.expected) > 0
      )
      select f.unit_id, count(*)::int as schools, count(*) filter (where s.received = 0)::int as without, count(*) filter (where s.received >= s.expected)::int as whole,
        sum(s.expected)::int as expected, sum(s.received)::int as received, sum(s.late)::int as late, sum(s.by_nil)::int as by_nil, sum(s.missing)::int as missing
      from school s ${joinFoundingUnit('f', sql`s.institution_id`, of.today)} group by f.unit_id`,
  );

const SchoolCounts = z.object({ ...COUNTS, institutionId: z.string(), regNr: z.string(), name: z.string(), phone: z.string(), email: z.string(), unitId: z.number().nullable(), lastEnteredAt: z.date().nullable() });
export type SchoolCounts = z.infer<typeof SchoolCounts>;

/** Institutions of a scope, of one municipality (`unitId`), of other founders (null) or of all (undefined), by name. */
export const countBySchool = (tx: Read, of: BoardOf, scope: Scope, unitId?: number | null): Promise<SchoolCounts[]> => tx.all(SchoolCounts, schools(of, scope, unitId));

/** The same, a few thousand at a time. */
export const streamSchools = (tx: Read, of: BoardOf, scope: Scope, unitId?: number | null): AsyncIterable<SchoolCounts> => tx.stream(SchoolCounts, schools(of, scope, unitId));

const schools = (of: BoardOf, scope: Scope, unitId?: number | null): Sql =>
  sql`select i.id as institution_id, i.reg_nr, i.name, i.phone, i.email, f.unit_id, max(s.last_entered_at) as last_entered_at, ${sums(of.today)}
    from marks.standing s join institutions.institution i on i.id = s.institution_id ${joinFoundingUnit('f', sql`i.id`, of.today)}
    where ${within(of, scope)} and ${unitId === undefined ? sql`true` : sql`f.unit_id is not distinct from ${unitId}`}
    group by i.id, f.unit_id having sum(s.expected) > 0 order by i.name collate platform.latvian, i.id`;

const StandingRow = z.object({ ...COUNTS, period: z.enum(['S1', 'S2', 'YEAR']), record: z.enum(TERM_RECORDS), dueOn: Day.nullable(), lastEnteredAt: z.date().nullable(), countedAt: z.date() });
export type StandingRow = z.infer<typeof StandingRow>;

/** Everything counted of one institution and year. */
export const listStanding = (tx: Read, institutionId: string, year: number, today: IsoDate): Promise<StandingRow[]> =>
  tx.all(
    StandingRow,
    sql`select s.period, s.record, s.due_on, s.expected, s.received, s.late, s.by_nil, ${missing(today)} as missing, s.last_entered_at, s.counted_at
      from marks.standing s where s.institution_id = ${institutionId} and s.year = ${year} order by s.period, s.record, s.due_on`,
  );

const ClassCounts = z.object({
  classId: z.string(), period: z.enum(['S1', 'S2', 'YEAR']), record: z.enum(TERM_RECORDS), dueOn: Day.nullable(), subjectId: z.number(),
  expected: z.number(), received: z.number(), late: z.number(), byNil: z.number(), lastEnteredAt: z.date().nullable(),
});
export type ClassCounts = z.infer<typeof ClassCounts>;

/** One institution by class and subject, counted now. */
export const countByClass = (tx: Read, counting: Counting, period: TermPeriod): Promise<ClassCounts[]> =>
  tx.all(ClassCounts, countedRecords({ ...counting, terms: counting.terms.filter((term) => term.period === period) }));

const Moment = z.object({ oldest: z.date().nullable(), waiting: z.number() });

/** When the oldest of a year's numbers was counted, and how many institutions wait to be counted anew. */
export const findCountedAt = async (tx: Read, year: number): Promise<z.infer<typeof Moment>> =>
  (await tx.first(Moment, sql`select (select min(s.counted_at) from marks.standing s where s.year = ${year}) as oldest, (select count(*) from marks.standing_to_count c where c.year = ${year})::int as waiting`))!;

const ContactRow = z.object({ regNr: z.string(), name: z.string(), phone: z.string(), email: z.string() });
export type ContactRow = z.infer<typeof ContactRow>;

/** The number of an institution, and how to reach it. */
export const getContacts = async (tx: Read, institutionId: string): Promise<ContactRow> =>
  (await tx.first(ContactRow, sql`select i.reg_nr, i.name, i.phone, i.email from institutions.institution i where i.id = ${institutionId}`))!;
