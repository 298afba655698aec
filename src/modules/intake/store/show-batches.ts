import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { every, type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { type ArrivingRow, KINDS } from '../domain/arriving.js';
import { AlsoWrong } from './answers.js';
import { Day, nameOfUser } from './rows.js';

/** Batches as people look at them; the sandbox of a vendor is not among them. */

export const BATCH_STATES = ['received', 'working', 'done', 'failed'] as const;
const ANSWER_STATES = ['refused', 'waiting', 'warned', 'settled', 'dropped'] as const;

const ShownBatch = z.object({
  id: z.string(), institutionId: z.string(), regNr: z.string(), school: z.string(), journalId: z.string().nullable(), journal: z.string().nullable(), journalCode: z.string().nullable(), year: z.number(), kind: z.enum(KINDS),
  channel: z.enum(['manual', 'service', 'file']), format: z.string(), isDryRun: z.boolean(), state: z.enum(BATCH_STATES), nextRow: z.number(), rowCount: z.number(),
  taken: z.number(), corrected: z.number(), unchanged: z.number(), refused: z.number(), waiting: z.number(), warned: z.number(), failure: z.string(), failureFacts: z.record(z.string(), z.unknown()), receivedAt: z.date(), receivedBy: z.string(), doneAt: z.date().nullable(),
});
export type ShownBatch = z.infer<typeof ShownBatch>;

const selectBatches = (where: Sql): Sql => sql`select b.id, b.institution_id, i.reg_nr, i.name as school, b.journal_id, j.name as journal, j.code as journal_code, b.year, b.kind, b.channel, b.format, b.is_dry_run, b.state,
    b.next_row, b.row_count, b.taken, b.corrected, b.unchanged, b.refused, b.waiting, b.warned, b.failure, b.failure_facts, b.received_at, ${nameOfUser(sql`b.received_by`)} as received_by, b.done_at
  from intake.batch b join institutions.institution i on i.id = b.institution_id left join intake.journal j on j.id = b.journal_id where not b.is_sandbox and ${where}`;

export interface BatchSearch {
  readonly regNr: string;
  readonly journal: string;
  readonly state: (typeof BATCH_STATES)[number] | null;
  /** Only those where something waits or was refused. */
  readonly troubled: boolean;
}

/** Batches of a scope, the latest first; `before` is the last one shown. */
export const listBatches = (tx: Read, scope: Scope, search: BatchSearch, before: string | null, limit: number): Promise<ShownBatch[]> =>
  tx.all(
    ShownBatch,
    sql`${selectBatches(
      every([
        ofScope(sql`b.institution_id`, scope),
        ...(search.regNr ? [sql`i.reg_nr = ${search.regNr}`] : []),
        ...(search.journal ? [sql`j.code = ${search.journal}`] : []),
        ...(search.state ? [sql`b.state = ${search.state}`] : []),
        ...(search.troubled ? [sql`(b.waiting > 0 or b.refused > 0 or b.state = 'failed')`] : []),
        ...(before ? [sql`b.id < ${before}::uuid`] : []),
      ]),
    )} order by b.id desc limit ${limit}`,
  );

export const findBatch = (tx: Read, id: string, scope: Scope): Promise<ShownBatch | undefined> => tx.first(ShownBatch, selectBatches(sql`b.id = ${id} and ${ofScope(sql`b.institution_id`, scope)}`));

const CountRow = z.object({ code: z.string(), state: z.enum(ANSWER_STATES), rows: z.number() });
export type AnswerCount = z.infer<typeof CountRow>;

/** How many rows of a batch were answered with which code, and in what state they are. */
export const countAnswers = (tx: Read, batchId: string): Promise<AnswerCount[]> =>
  tx.all(CountRow, sql`select a.code, a.state, count(*)::int as rows from intake.answer a where a.batch_id = ${batchId} group by a.code, a.state order by 1, 2`);

const Words = z.object({ lv: z.string(), en: z.string() });
const ShownAnswer = z.object({
  row: z.number(), code: z.string(), state: z.enum(ANSWER_STATES), field: z.string(), found: z.string(), expected: Words, nearest: z.array(z.object({ value: z.string(), words: Words, why: Words.optional() })),
  also: AlsoWrong, sent: z.unknown().transform((sent) => (sent ?? {}) as Partial<ArrivingRow>), personId: z.string().nullable(),
  given: z.string().nullable(), family: z.string().nullable(), isProtected: z.boolean().nullable(),
});
export type ShownAnswer = z.infer<typeof ShownAnswer>;

const answersOf = (batchId: string, code: string, today: IsoDate): Sql => sql`select a.row, a.code, a.state, a.field, a.found, a.expected, a.nearest, a.also, a.sent, a.person_id, n.given, n.family, n.is_protected
  from intake.answer a ${joinName('n', sql`a.person_id`, today)} where a.batch_id = ${batchId} and ${code === '' ? sql`true` : sql`a.code = ${code}`}`;

/** What makes an answer of a batch one. */
export type LastAnswer = Pick<ShownAnswer, 'row' | 'code'>;

/** Answers of a batch in the order of its rows; `after` is the one last shown. */
export const listAnswers = (tx: Read, batchId: string, code: string, today: IsoDate, after: LastAnswer | null, limit: number): Promise<ShownAnswer[]> =>
  tx.all(ShownAnswer, sql`${answersOf(batchId, code, today)} ${after ? sql`and (a.row, a.code) > (${after.row}, ${after.code})` : sql``} order by a.row, a.code limit ${limit}`);

const ClashingRow = ShownAnswer.pick({ sent: true, personId: true, state: true });

/** What a row said that the register has another value for (VI-208), whom it was found to be about, and whether somebody has decided. */
export const findClashingRow = (tx: Read, batchId: string, row: number): Promise<z.infer<typeof ClashingRow> | undefined> =>
  tx.first(ClashingRow, sql`select a.sent, a.person_id, a.state from intake.answer a where a.batch_id = ${batchId} and a.row = ${row} and a.code = 'VI-208' and a.state in ('refused', 'settled') and a.person_id is not null`);

export const streamAnswers = (tx: Read, batchId: string, code: string, today: IsoDate): AsyncIterable<ShownAnswer> => tx.stream(ShownAnswer, sql`${answersOf(batchId, code, today)} order by a.row, a.code`);

const DayRow = z.object({ day: Day, journal: z.string().nullable(), batches: z.number(), rows: z.number(), taken: z.number(), waiting: z.number(), refused: z.number(), failed: z.number() });
export type IntakeDay = z.infer<typeof DayRow>;

/** What came for an institution, by day and e-journal, since a day. */
export const listIntakeDays = (tx: Read, institutionId: string, since: IsoDate): Promise<IntakeDay[]> =>
  tx.all(
    DayRow,
    sql`select (b.received_at at time zone 'Europe/Riga')::date as day, j.name as journal, count(*)::int as batches, sum(b.row_count)::int as rows, sum(b.taken + b.corrected + b.unchanged)::int as taken,
        sum(b.waiting)::int as waiting, sum(b.refused)::int as refused, count(*) filter (where b.state = 'failed')::int as failed
      from intake.batch b left join intake.journal j on j.id = b.journal_id
      where b.institution_id = ${institutionId} and not b.is_sandbox and not b.is_dry_run and b.received_at >= ${since}::date::timestamp at time zone 'Europe/Riga' group by 1, j.id, 2 order by 1 desc, 2 limit 60`,
  );
