import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { COUNTING_RULES, type DeadlineRule, type Matter, MATTERS } from '../domain/deadlines.js';
import { Day, IdRow, type Recording } from './rows.js';

const DeadlineRow = z.object({
  id: z.string(), year: z.number(), matter: z.enum(MATTERS), rule: z.enum(COUNTING_RULES), dueOn: Day.nullable(), workingDays: z.number().nullable(),
  opensOn: Day.nullable(), correctionsUntil: Day.nullable(), legalBasis: z.string(), verified: z.boolean(), recordedAt: z.date(), supersededAt: z.date().nullable(),
});
export type DeadlineRow = z.infer<typeof DeadlineRow>;
const COLUMNS = sql`id, year, matter, rule, due_on, working_days, opens_on, corrections_until, legal_basis, verified, recorded_at, superseded_at`;

/** The deadlines of a year as they are believed now. */
export const listDeadlines = (tx: Read, year: number): Promise<DeadlineRow[]> =>
  tx.all(DeadlineRow, sql`select ${COLUMNS} from education.deadline where year = ${year} and superseded_at is null order by matter`);

export const findDeadline = (tx: Read, year: number, matter: Matter): Promise<DeadlineRow | undefined> =>
  tx.first(DeadlineRow, sql`select ${COLUMNS} from education.deadline where year = ${year} and matter = ${matter} and superseded_at is null`);

/** What they were before, the latest change first. */
export const listDeadlinesBefore = (tx: Read, year: number): Promise<DeadlineRow[]> =>
  tx.all(DeadlineRow, sql`select ${COLUMNS} from education.deadline where year = ${year} and superseded_at is not null order by superseded_at desc, matter`);

/** Puts a deadline in the place of the one that was believed, which stays readable. */
export async function putDeadline(tx: Write, rule: DeadlineRule, { recordedAt, recordedBy }: Recording): Promise<void> {
  const { year, matter, dueOn, workingDays, opensOn, correctionsUntil, legalBasis, verified } = rule;
  const before = await tx.first(IdRow, sql`update education.deadline set superseded_at = ${recordedAt} where year = ${year} and matter = ${matter} and superseded_at is null returning id`);
  const now = await tx.first(
    IdRow,
    sql`insert into education.deadline (year, matter, rule, due_on, working_days, opens_on, corrections_until, legal_basis, verified, recorded_at, recorded_by)
      values (${year}, ${matter}, ${rule.rule}, ${dueOn}, ${workingDays}, ${opensOn}, ${correctionsUntil}, ${legalBasis}, ${verified}, ${recordedAt}, ${recordedBy}) returning id`,
  );
  if (before) await tx.run(sql`update education.deadline set superseded_by = ${now!.id} where id = ${before.id}`);
}

export const insertDeadlines = (tx: Write, rules: readonly DeadlineRule[], recording: Recording): Promise<void> => tx.insert('education.deadline', rules.map((one) => ({ ...one, ...recording })));
