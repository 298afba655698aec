import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import { LIMITS } from '../domain/limits.js';
import { send } from '../permissions.js';
import { type AnswerRow, listAnswersAfter, streamAnswers } from '../store/answers.js';
import { type BatchRow, findSentBatch } from '../store/batches.js';
import { NO_SUCH_BATCH } from '../texts/intake.js';

/** A batch of whoever sent it. @throws NotFound alike for "is not" and "is of somebody else" */
async function getSentBatch({ tx, actor }: Pick<ActionContext, 'tx' | 'actor'>, id: string): Promise<BatchRow> {
  const batch = await findSentBatch(tx, actor.id ?? actor.name, id);
  if (!batch) throw new NotFound('no-such-batch', NO_SUCH_BATCH);
  return batch;
}

/** How far a batch has come. */
export const showSentBatch = readAction({
  name: 'intake.show-sent-batch',
  title: { lv: 'E-žurnāls jautāja par savu paketi', en: 'An e-journal asked about its batch' },
  permission: send,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  run: (context, { id }) => getSentBatch(context, id),
});

export interface SentAnswers {
  readonly batch: BatchRow;
  readonly answers: readonly AnswerRow[];
  /** The row after which more follow. */
  readonly next: number | null;
}

/** What is said of the rows of a batch, in their order. The sender knows whom they name: what comes back is what was sent. */
export const listSentAnswers = readAction({
  name: 'intake.list-sent-answers',
  title: { lv: 'E-žurnāls saņēma atbildes uz savām rindām', en: 'An e-journal got the answers to its rows' },
  permission: send,
  input: z.object({ id: z.uuid(), after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(LIMITS.answers).default(LIMITS.answers) }),
  audit: NOT_PERSONAL,
  async run(context, { id, after, limit }): Promise<SentAnswers> {
    const batch = await getSentBatch(context, id);
    const answers = await listAnswersAfter(context.tx, id, after, limit);
    return { batch, answers, next: answers.length < limit ? null : answers.at(-1)!.row };
  },
});

/** The same as a file. */
export const exportSentAnswers = readAction({
  name: 'intake.export-sent-answers',
  title: { lv: 'E-žurnāls saņēma atbildes failā', en: 'An e-journal got its answers as a file' },
  permission: send,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run(context, { id }) {
    const batch = await getSentBatch(context, id);
    return { batch, rows: streamAnswers(context.tx, id) };
  },
});
