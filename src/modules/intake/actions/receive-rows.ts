import { Conflict, invalid } from '#kernel/errors.js';
import type { WriteContext } from '#platform/actions/action.js';
import type { BatchHead } from '../domain/arriving.js';
import type { NumberedRow } from '../domain/judge-rows.js';
import { workBatches } from '../jobs/work-batches.js';
import { type AnswerRow, listAnswersAfter } from '../store/answers.js';
import { advanceBatch, type BatchRow, findBatchByKey, insertBatch, type NewBatch } from '../store/batches.js';
import { LIMITS } from '../domain/limits.js';
import { NO_ROWS, OTHER_CONTENT } from '../texts/intake.js';
import { workRows } from './work-rows.js';

/** A batch as it stands, with what is said of its rows so far. */
export interface BatchState {
  readonly batch: BatchRow;
  /** The first answers; `next` is the row after which more follow. */
  readonly answers: readonly AnswerRow[];
  readonly next: number | null;
  /** Whose records were written just now. */
  readonly persons: readonly string[];
}

/** What a batch says of itself, whichever way it came. */
export interface Arriving extends BatchHead, Pick<NewBatch, 'journalId' | 'channel' | 'format' | 'key' | 'sha256'> {
  readonly isDryRun: boolean;
  readonly isSandbox: boolean;
}

/**
 * Takes in a batch that is at hand whole: valid rows are recorded, the others answered one by one, all in the caller's transaction. The same key
 * and content again gets the same answer and changes nothing. Rights are the caller's to check.
 * @param about whom the rows are about, where that is known
 * @throws Conflict where other content came under this key
 */
export async function receiveRows(context: WriteContext, arriving: Arriving, rows: readonly NumberedRow[], about?: readonly string[]): Promise<BatchState> {
  const before = await receivedBefore(context, arriving);
  if (before) return before;
  if (rows.length === 0) throw invalid('rows', NO_ROWS);
  const { tx, now } = context;
  const batch = await insertBatch(tx, newBatch(context, arriving, rows.length, null));
  const { counts, persons } = await workRows(tx, batch, rows, context, about);
  const done = await advanceBatch(tx, batch.id, rows.length + 1, true, counts, now);
  return { ...(await batchState(context, done)), persons };
}

/** Takes in a batch whose pieces are kept already; it is worked off in the background. @throws Conflict as `receiveRows` */
export async function receiveUpload(context: WriteContext, arriving: Arriving, uploadId: string, rowCount: number): Promise<BatchState> {
  const before = await receivedBefore(context, arriving);
  if (before) return before;
  const batch = await insertBatch(context.tx, newBatch(context, arriving, rowCount, uploadId));
  await context.enqueue(workBatches, { institutionId: batch.institutionId });
  return batchState(context, batch);
}

/** Answers of a batch from the beginning. */
async function batchState({ tx }: Pick<WriteContext, 'tx'>, batch: BatchRow): Promise<BatchState> {
  const found = await listAnswersAfter(tx, batch.id, 0, LIMITS.answers);
  return { batch, answers: found, next: found.length < LIMITS.answers ? null : found.at(-1)!.row, persons: [] };
}

async function receivedBefore(context: WriteContext, { key, sha256 }: Arriving): Promise<BatchState | undefined> {
  const before = await findBatchByKey(context.tx, senderOf(context), key, sha256);
  if (before && !before.sameContent) throw new Conflict('other-content-before', OTHER_CONTENT, { batch: before.id });
  return before && batchState(context, before);
}

const senderOf = ({ actor }: Pick<WriteContext, 'actor'>): string => actor.id ?? actor.name;

const newBatch = (context: WriteContext, arriving: Arriving, rowCount: number, uploadId: string | null): NewBatch => ({ ...arriving, rowCount, uploadId, receivedBy: senderOf(context), now: context.now });

