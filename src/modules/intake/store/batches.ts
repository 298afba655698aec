import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { type BatchHead, KINDS } from '../domain/arriving.js';
import type { BatchFailure } from '../domain/batch-failure.js';

const CHANNELS = ['manual', 'service', 'file'] as const;
const FORMATS = ['json', 'ndjson', 'oneroster-csv', 'oneroster-rest', 'xlsx', 'mapping'] as const;
const BATCH_STATES = ['received', 'working', 'done', 'failed'] as const;

const BatchRow = z.object({
  id: z.string(), journalId: z.string().nullable(), institutionId: z.string(), year: z.number(), kind: z.enum(KINDS), channel: z.enum(CHANNELS), format: z.enum(FORMATS),
  sameContent: z.boolean(), isDryRun: z.boolean(), isSandbox: z.boolean(), state: z.enum(BATCH_STATES), nextRow: z.number(), rowCount: z.number(),
  taken: z.number(), corrected: z.number(), unchanged: z.number(), refused: z.number(), waiting: z.number(), warned: z.number(), failure: z.string(), failureFacts: z.record(z.string(), z.unknown()),
  receivedAt: z.date(), receivedBy: z.string(), doneAt: z.date().nullable(), uploadId: z.string().nullable(),
});
/** A batch as the pipeline works on it. */
export type BatchRow = z.infer<typeof BatchRow>;

const columns = (sha256: string) => sql`b.id, b.journal_id, b.institution_id, b.year, b.kind, b.channel, b.format, b.content_sha256 = decode(${sha256}, 'hex') as same_content, b.is_dry_run, b.is_sandbox, b.state,
  b.next_row, b.row_count, b.taken, b.corrected, b.unchanged, b.refused, b.waiting, b.warned, b.failure, b.failure_facts, b.received_at, b.received_by, b.done_at, b.upload_id`;

/** The batch that a sender sent under a key, and whether its content was the same. */
export const findBatchByKey = (tx: Read, receivedBy: string, key: string, sha256: string): Promise<BatchRow | undefined> =>
  tx.first(BatchRow, sql`select ${columns(sha256)} from intake.batch b where b.received_by = ${receivedBy} and b.idempotency_key = ${key}`);

/** A batch that a sender sent. */
export const findSentBatch = (tx: Read, receivedBy: string, id: string): Promise<BatchRow | undefined> =>
  tx.first(BatchRow, sql`select ${columns('')} from intake.batch b where b.id = ${id} and b.received_by = ${receivedBy}`);

export const findBatch = (tx: Read, id: string): Promise<BatchRow | undefined> => tx.first(BatchRow, sql`select ${columns('')} from intake.batch b where b.id = ${id}`);

export interface NewBatch extends BatchHead {
  readonly journalId: string | null;
  readonly channel: (typeof CHANNELS)[number];
  readonly format: (typeof FORMATS)[number];
  readonly key: string;
  readonly sha256: string;
  readonly isDryRun: boolean;
  readonly isSandbox: boolean;
  readonly rowCount: number;
  readonly uploadId: string | null;
  readonly receivedBy: string;
  readonly now: Date;
}

export const insertBatch = async (tx: Write, batch: NewBatch): Promise<BatchRow> =>
  (await tx.first(
    BatchRow,
    sql`insert into intake.batch as b (journal_id, institution_id, year, kind, channel, format, idempotency_key, content_sha256, is_dry_run, is_sandbox, state, row_count, upload_id, received_at, received_by, worked_at)
      values (${batch.journalId}, ${batch.institutionId}, ${batch.year}, ${batch.kind}, ${batch.channel}, ${batch.format}, ${batch.key}, decode(${batch.sha256}, 'hex'), ${batch.isDryRun}, ${batch.isSandbox},
        'received', ${batch.rowCount}, ${batch.uploadId}, ${batch.now}, ${batch.receivedBy}, ${batch.now}) returning ${columns(batch.sha256)}`,
  ))!;

/** What came of some rows. */
export interface Counts {
  readonly taken: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly waiting: number;
  readonly warned: number;
}

/** Adds to a batch what came of its next rows, in the transaction that wrote them: that is what makes an interruption harmless. */
export const advanceBatch = async (tx: Write, id: string, nextRow: number, isDone: boolean, counts: Counts, now: Date): Promise<BatchRow> =>
  (await tx.first(
    BatchRow,
    sql`update intake.batch b set next_row = ${nextRow}, state = ${isDone ? 'done' : 'working'}, worked_at = ${now}, done_at = ${isDone ? now : null}::timestamptz, taken = b.taken + ${counts.taken},
        corrected = b.corrected + ${counts.corrected}, unchanged = b.unchanged + ${counts.unchanged}, refused = b.refused + ${counts.refused}, waiting = b.waiting + ${counts.waiting}, warned = b.warned + ${counts.warned}
      where b.id = ${id} returning ${columns('')}`,
  ))!;

/** Moves rows of a batch that waited to what came of them now. */
export const recountBatch = (tx: Write, id: string, settled: number, counts: Counts): Promise<number> =>
  tx.run(sql`update intake.batch set waiting = waiting - ${settled} + ${counts.waiting}, taken = taken + ${counts.taken}, corrected = corrected + ${counts.corrected}, unchanged = unchanged + ${counts.unchanged},
    refused = refused + ${counts.refused}, warned = warned + ${counts.warned} where id = ${id}`);

/** A row of a batch that was refused is in the register after all: as a correction, or because the register says the same by now. */
export const countSettledClash = (tx: Write, id: string, cameAs: 'corrected' | 'unchanged'): Promise<number> =>
  tx.run(sql`update intake.batch set refused = refused - 1, ${sql.ref(cameAs)} = ${sql.ref(cameAs)} + 1 where id = ${id}`);

export const failBatch = (tx: Write, id: string, { code, facts }: BatchFailure, now: Date): Promise<number> =>
  tx.run(sql`update intake.batch set state = 'failed', failure = ${code}, failure_facts = ${JSON.stringify(facts)}::jsonb, worked_at = ${now}, done_at = ${now} where id = ${id} and state in ('received', 'working')`);

const InstitutionRow = z.object({ institutionId: z.string() });

/** A batch that is not worked off, locked; undefined where it is by now, or another process is at it. */
export const lockUnfinished = (tx: Write, id: string): Promise<BatchRow | undefined> =>
  tx.first(BatchRow, sql`select ${columns('')} from intake.batch b where b.id = ${id} and b.state in ('received', 'working') for update skip locked`);

/** The oldest batch of an institution that is not worked off: none is begun before it has ended, since the values of younger ones are to come after. */
export const findOldestUnfinished = async (tx: Read, institutionId: string): Promise<string | undefined> =>
  (await tx.first(z.object({ id: z.string() }), sql`select id from intake.batch where institution_id = ${institutionId} and state in ('received', 'working') order by id limit 1`))?.id;

/** Until the transaction ends nobody else writes batches of this institution: one at a time, in the order in which they came. */
export const lockInstitution = (tx: Write, institutionId: string): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtextextended('intake ' || ${institutionId}::text, 0))`);

/** Institutions with batches that nobody has worked on since: whoever did was killed, or a job was lost. */
export const listForsaken = async (tx: Read, before: Date): Promise<string[]> =>
  (await tx.all(InstitutionRow, sql`select distinct institution_id from intake.batch where state in ('received', 'working') and worked_at < ${before}`)).map(({ institutionId }) => institutionId);
