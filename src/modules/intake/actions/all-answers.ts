import type { Read } from '#platform/db/transaction.js';
import { LIMITS } from '../domain/limits.js';
import { type AnswerRow, listAnswersAfter } from '../store/answers.js';
import type { BatchState } from './receive-rows.js';

/** All answers of a batch that came whole: a state holds only as many as stand in one answer to a request. */
export async function allAnswers(tx: Read, { batch, answers, next }: BatchState): Promise<readonly AnswerRow[]> {
  const found = [...answers];
  for (let after = next; after !== null; ) {
    const more = await listAnswersAfter(tx, batch.id, after, LIMITS.answers);
    found.push(...more);
    after = more.length < LIMITS.answers ? null : more.at(-1)!.row;
  }
  return found;
}
