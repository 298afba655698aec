import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinFoundingUnit } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { TERM_PERIODS } from '../domain/completeness.js';

const Day = z.string().transform((words) => words as IsoDate);
const DueRow = z.object({ year: z.number(), dueOn: Day, periods: z.array(z.enum(TERM_PERIODS)) });
/** One deadline with the periods of which something is due by it. */
export type DueRow = z.infer<typeof DueRow>;

/** Deadlines between two days by which something is counted. */
export const listDues = (tx: Read, from: IsoDate, to: IsoDate): Promise<DueRow[]> =>
  tx.all(DueRow, sql`select s.year, s.due_on, array_agg(distinct s.period order by s.period) as periods from marks.standing s where s.due_on between ${from}::date and ${to}::date group by s.year, s.due_on order by s.due_on, s.year`);

type OfDue = Pick<DueRow, 'year' | 'dueOn'>;
const ofDue = ({ year, dueOn }: OfDue): Sql => sql`s.year = ${year} and s.due_on = ${dueOn}::date`;
const isReminded = (column: Sql, id: Sql, due: OfDue, stage: number): Sql =>
  sql`exists (select from marks.reminder r where ${column} = ${id} and r.year = ${due.year} and r.due_on = ${due.dueOn}::date and r.stage = ${stage})`;

const OpenRow = z.object({ institutionId: z.string(), regNr: z.string(), name: z.string(), unitId: z.number().nullable(), expected: z.number(), received: z.number(), periods: z.array(z.enum(TERM_PERIODS)) });
export type OpenRow = z.infer<typeof OpenRow>;

const open = (due: OfDue, today: IsoDate, more: Sql): Sql =>
  sql`select i.id as institution_id, i.reg_nr, i.name, f.unit_id, sum(s.expected)::int as expected, sum(s.received)::int as received,
      array_agg(distinct s.period order by s.period) filter (where s.received < s.expected) as periods
    from marks.standing s join institutions.institution i on i.id = s.institution_id ${joinFoundingUnit('f', sql`i.id`, today)}
    where ${ofDue(due)} and ${more} group by i.id, f.unit_id having sum(s.received) < sum(s.expected) order by i.name collate platform.latvian, i.id`;

/** Institutions from which something of a deadline has not come and that this stage has not reminded yet. */
export const listToRemind = (tx: Read, due: OfDue, stage: number, today: IsoDate): Promise<OpenRow[]> =>
  tx.all(OpenRow, open(due, today, sql`not ${isReminded(sql`r.institution_id`, sql`s.institution_id`, due, stage)}`));

/** What of a deadline has not come from one institution, as of now. */
export const findOpen = (tx: Read, due: OfDue, institutionId: string, today: IsoDate): Promise<OpenRow | undefined> =>
  tx.first(OpenRow, open(due, today, sql`s.institution_id = ${institutionId}`));

/** The same for the institutions of one municipality. */
export const listOpenOfUnit = (tx: Read, due: OfDue, unitId: number, today: IsoDate): Promise<OpenRow[]> => tx.all(OpenRow, open(due, today, sql`f.unit_id = ${unitId}`));

/** Municipalities with such institutions that have had no digest of this stage yet. */
export const listUnitsToRemind = async (tx: Read, due: OfDue, stage: number, today: IsoDate): Promise<number[]> =>
  (await tx.all(
    z.object({ unitId: z.number() }),
    sql`select distinct o.unit_id from (${open(due, today, sql`f.unit_id is not null`)}) o where not ${isReminded(sql`r.unit_id`, sql`o.unit_id`, due, stage)} order by 1`,
  )).map((row) => row.unitId);

export interface ToldOf extends OfDue {
  readonly institutionId: string | null;
  readonly unitId: number | null;
  readonly stage: number;
  readonly missing: number;
}

const IdRow = z.object({ id: z.string() });

/** Notes a reminder before it is sent, in the same transaction; undefined where it has been sent already. */
export const beginReminder = (tx: Write, told: ToldOf, at: Date): Promise<{ id: string } | undefined> =>
  tx.first(
    IdRow,
    sql`insert into marks.reminder (institution_id, unit_id, year, due_on, stage, missing, told_users, told_at)
      values (${told.institutionId}, ${told.unitId}, ${told.year}, ${told.dueOn}, ${told.stage}, ${told.missing}, 0, ${at}) on conflict on constraint reminded_once do nothing returning id`,
  );

export const finishReminder = (tx: Write, id: string, toldUsers: number): Promise<number> => tx.run(sql`update marks.reminder set told_users = ${toldUsers} where id = ${id}`);

const PlannedRow = DueRow.extend({ schools: z.number() });

/** The deadlines of a year within a scope, and how many institutions something has not come from. */
export const listDuesOfYear = (tx: Read, year: number, scope: Scope): Promise<z.infer<typeof PlannedRow>[]> =>
  tx.all(
    PlannedRow,
    sql`select s.year, s.due_on, array_agg(distinct s.period order by s.period) as periods, count(distinct s.institution_id) filter (where s.received < s.expected)::int as schools
      from marks.standing s where s.year = ${year} and s.due_on is not null and ${ofScope(sql`s.institution_id`, scope)} group by s.year, s.due_on order by s.due_on`,
  );

const ToldRow = z.object({
  id: z.string(), dueOn: Day, stage: z.number(), missing: z.number(), toldUsers: z.number(), toldAt: z.date(),
  institution: z.string().nullable(), regNr: z.string().nullable(), unitId: z.number().nullable(),
});
export type ToldRow = z.infer<typeof ToldRow>;

/** Reminders of a year to institutions of a scope and to its municipalities, the latest first. */
export const listTold = (tx: Read, year: number, scope: Scope, unitIds: readonly number[], limit: number): Promise<ToldRow[]> =>
  tx.all(
    ToldRow,
    sql`select r.id, r.due_on, r.stage, r.missing, r.told_users, r.told_at, i.name as institution, i.reg_nr, r.unit_id
      from marks.reminder r left join institutions.institution i on i.id = r.institution_id
      where r.year = ${year} and ((r.institution_id is not null and ${ofScope(sql`r.institution_id`, scope)}) or ${scope.everywhere ? sql`r.unit_id is not null` : sql`r.unit_id = any(${[...unitIds]}::int[])`})
      order by r.told_at desc, r.id desc limit ${limit}`,
  );

const SentRow = z.object({ dueOn: Day, stage: z.number(), schools: z.number() });

/** How many institutions of a scope each stage has reminded. */
export const countSent = (tx: Read, year: number, scope: Scope): Promise<z.infer<typeof SentRow>[]> =>
  tx.all(
    SentRow,
    sql`select r.due_on, r.stage, count(*)::int as schools from marks.reminder r
      where r.year = ${year} and r.institution_id is not null and ${ofScope(sql`r.institution_id`, scope)} group by r.due_on, r.stage`,
  );

