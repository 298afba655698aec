import { z } from 'zod';
import { classTitleKey, nameKey } from '#modules/education/public.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { ArrivingRow } from '../domain/arriving.js';
import type { RowAnswer } from '../domain/answer.js';

const Words = z.object({ lv: z.string(), en: z.string() });
const Nearest = z.object({ value: z.string(), words: Words, why: Words.optional() });
/** What else is wrong with a row. */
export const AlsoWrong = z.array(z.object({ code: z.string(), field: z.string(), found: z.string(), expected: Words, nearest: z.array(Nearest) }));

/** Keeps what is said of rows, in one statement; a row that was sent as `null` is kept as that. A row that waited, was settled and waits for the same again is back on the desk. */
export async function insertAnswers(tx: Write, batchId: string, answers: readonly RowAnswer[]): Promise<void> {
  if (answers.length === 0) return;
  await tx.run(sql`insert into intake.answer (batch_id, row, code, state, field, found, expected, nearest, also, sent, mended, person_id, name_key)
    select ${batchId}::uuid, a.row, a.code, a.state, a.field, a.found, a.expected, a.nearest, a.also, coalesce(a.sent, 'null'::jsonb), a.mended, a."personId", a."nameKey"
    from jsonb_to_recordset(${storable(JSON.stringify(answers.map((one) => ({ ...one, nameKey: keyOf(one) }))))}::jsonb) as a(row integer, code text, state text, field text, found text, expected jsonb, nearest jsonb, also jsonb, sent jsonb, mended jsonb, "personId" uuid, "nameKey" text)
    on conflict (batch_id, row, code) do update set state = 'waiting', also = excluded.also, mended = excluded.mended, settled_at = null, settled_by = null where answer.state = 'settled' and excluded.state = 'waiting'`);
}

/** What makes a name that is not understood the same as others: one decision is about all of them. */
function keyOf({ code, sent, found }: RowAnswer): string {
  const { subject, class: title } = (sent ?? {}) as Partial<ArrivingRow>;
  return code === 'VI-101' ? nameKey(subject || found) : code === 'VI-102' ? classTitleKey(title || found) : '';
}

/** What was sent may hold what the database takes for no text (NUL, half of a surrogate pair); it is kept with a sign in its place. */
const storable = (json: string): string => json.replaceAll(/(?<=(?:^|[^\\])(?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g, String.raw`\ufffd`);

const AnswerRow = z.object({
  row: z.number(), code: z.string(), state: z.enum(['refused', 'waiting', 'warned', 'settled', 'dropped']), field: z.string(), found: z.string(), expected: Words,
  nearest: z.array(Nearest), also: AlsoWrong, sent: z.unknown(), mended: z.unknown().nullable(), personId: z.string().nullable(),
});
export type AnswerRow = z.infer<typeof AnswerRow>;

const COLUMNS = sql`a.row, a.code, a.state, a.field, a.found, a.expected, a.nearest, a.also, a.sent, a.mended, a.person_id`;

/** Answers in the order of the rows; `after` is the row last shown. A row's answers are never parted. */
export const listAnswersAfter = (tx: Read, batchId: string, after: number, limit: number): Promise<AnswerRow[]> =>
  tx.all(AnswerRow, sql`select ${COLUMNS} from intake.answer a where a.batch_id = ${batchId} and a.row > ${after}
    and a.row <= coalesce((select b.row from intake.answer b where b.batch_id = ${batchId} and b.row > ${after} order by b.row offset ${limit - 1} limit 1), 2147483647) order by a.row, a.code`);

export const streamAnswers = (tx: Read, batchId: string): AsyncIterable<AnswerRow> =>
  tx.stream(AnswerRow, sql`select ${COLUMNS} from intake.answer a where a.batch_id = ${batchId} order by a.row, a.code`);

const WaitingRow = z.object({ batchId: z.string(), row: z.number(), code: z.string(), sent: z.unknown() });
export type WaitingRow = z.infer<typeof WaitingRow>;

/** Where looking at waiting rows goes on. */
export const WaitingPosition = z.object({ batchId: z.uuid(), row: z.int() });
export type WaitingPosition = z.infer<typeof WaitingPosition>;

/** Rows of an institution that wait, the oldest first, after a position, locked until the transaction ends; `concerns` says which (of `a`, their answer). */
export const lockWaiting = (tx: Write, institutionId: string, concerns: Sql, after: WaitingPosition | null, limit: number): Promise<WaitingRow[]> =>
  tx.all(
    WaitingRow,
    sql`select a.batch_id, a.row, a.code, a.sent from intake.answer a join intake.batch b on b.id = a.batch_id
      where a.state = 'waiting' and b.institution_id = ${institutionId} and not b.is_dry_run and not b.is_sandbox and ${concerns}
        and ${after ? sql`(a.batch_id, a.row) > (${after.batchId}::uuid, ${after.row}::int)` : sql`true`} order by a.batch_id, a.row limit ${limit} for update of a`,
  );

/** Rows that waited are no longer on anybody's desk; what came of them is said by their batch and their other answers. */
export const settleAnswers = (tx: Write, batchId: string, answers: readonly Pick<WaitingRow, 'row' | 'code'>[], by: string, now: Date): Promise<number> =>
  tx.run(sql`update intake.answer a set state = 'settled', settled_at = ${now}, settled_by = ${by}
    from unnest(${answers.map(({ row }) => row)}::int[], ${answers.map(({ code }) => code)}::text[]) s(row, code) where a.batch_id = ${batchId} and a.row = s.row and a.code = s.code and a.state = 'waiting'`);

/** A row that clashed with the register (VI-208) is decided; 0 where it was already. */
export const settleClash = (tx: Write, batchId: string, row: number, by: string, now: Date): Promise<number> =>
  tx.run(sql`update intake.answer set state = 'settled', settled_at = ${now}, settled_by = ${by} where batch_id = ${batchId} and row = ${row} and code = 'VI-208' and state = 'refused'`);
