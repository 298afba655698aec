import { z } from 'zod';
import type { BatchState } from '../actions/receive-rows.js';
import type { SentAnswers } from '../actions/sent-batches.js';
import { tellBatchFailure } from '../domain/batch-failure.js';
import { pendingOf } from '../domain/batch-sums.js';
import { type Code, codeOf, mendOf, mendOfFault } from '../domain/codes.js';

/** The shapes of the contract with e-journals. What is read is checked by `domain/read-row.ts`; here it is described. */

const Words = z.object({ lv: z.string(), en: z.string() });

export const ArrivingRowShape = z.object({
  record: z.string().optional().describe('Your own identifier of the record; it comes back in the answer'),
  pupil: z.string().describe('Personal code with or without a hyphen, or the number that the institution gave to who has none'),
  familyName: z.string().optional().describe('Compared only; another name is answered like another code'),
  class: z.string().optional().describe('Title of the class: 5.a, 5A and 5-a are the same'),
  subjectId: z.int().optional().describe('Number of the subject in the classifier; goes before the name'),
  subject: z.string().optional().describe('Name of the subject, for marks without a number'),
  outcome: z.string().optional().describe('Code of the learning outcome, for outcomes'),
  period: z.string().describe('S1, S2, YEAR; marks also EXAM, POST, FINAL; absences also M01 to M12'),
  value: z.union([z.string(), z.number()]).optional().describe('1 to 10, S T A P, i ni, 0 to 100, nv, atb: as the scale of the grade allows'),
  language: z.string().optional().describe('ISO 639-1, where the subject does not say which language'),
  decidedOn: z.string().optional().describe('Day of the decision, yyyy-mm-dd; without it the last day of the period counts'),
  justifiedLessons: z.int().optional().describe('Absences'),
  unjustifiedLessons: z.int().optional().describe('Absences'),
  unjustifiedDays: z.int().optional().describe('Absences in preschool'),
  reasonGroup: z.string().optional(),
  correctionReason: z.string().optional().describe('Why an earlier value is corrected'),
});

export const Batch = z.object({
  id: z.uuid(),
  state: z.enum(['received', 'working', 'done', 'failed']),
  dryRun: z.boolean(),
  sandbox: z.boolean(),
  rows: z.int().describe('Rows that came'),
  nextRow: z.int().describe('The row with which work goes on'),
  taken: z.int().describe('Records added'),
  corrected: z.int().describe('Records whose earlier value was replaced'),
  unchanged: z.int().describe('Rows that say what is recorded already'),
  refused: z.int(),
  waiting: z.int().describe('Rows that are taken as soon as the school has said what a name means'),
  pending: z.int().describe('Rows not worked through: taken + corrected + unchanged + refused + waiting + pending = rows'),
  warned: z.int().describe('Rows taken with a warning; they are among those taken'),
  failure: z.string().describe('Code of why the batch could not be worked through; empty where it could'),
  why: Words.nullable().describe('The same in words'),
});

const Nearest = z.array(z.object({ value: z.string(), words: Words, why: Words.optional() })).describe('At most three valid values, the nearest first');

export const Answer = z.object({
  row: z.int(),
  record: z.string().nullable().describe('Your identifier, where the row had one'),
  taken: z.boolean().describe('Warnings are said of rows that were taken'),
  state: z.enum(['refused', 'waiting', 'warned', 'settled', 'dropped']),
  code: z.string().describe('See /api/intake/codes'),
  field: z.string(),
  found: z.string(),
  expected: Words,
  nearest: Nearest,
  mended: z.unknown().nullable().describe('The row as it would be right, ready to be sent, where that can be said of everything that is wrong'),
  cause: Words,
  mend: Words,
  also: z.array(z.object({ code: z.string(), field: z.string(), found: z.string(), expected: Words, nearest: Nearest, cause: Words, mend: Words })).describe('What else is wrong with the row: mend all of it at once'),
});

export const CodeShape = z.object({ code: z.string(), name: z.string(), outcome: z.enum(['refused', 'waiting', 'warned', 'batch']), cause: Words, mend: Words });

export const batchOf = (batch: BatchState['batch']): z.infer<typeof Batch> => ({
  id: batch.id, state: batch.state, dryRun: batch.isDryRun, sandbox: batch.isSandbox, rows: batch.rowCount, nextRow: batch.nextRow, taken: batch.taken, corrected: batch.corrected,
  unchanged: batch.unchanged, refused: batch.refused, waiting: batch.waiting, pending: pendingOf(batch), warned: batch.warned, failure: batch.failure, why: tellBatchFailure({ code: batch.failure, facts: batch.failureFacts }),
});

export function answerOf({ row, code, state, field, found, expected, nearest, also, sent, mended }: SentAnswers['answers'][number]): z.infer<typeof Answer> {
  const said = codeOf(code as Code);
  const record = (sent as { readonly record?: unknown } | null)?.record;
  return { row, record: typeof record === 'string' ? record : null, taken: state === 'warned', state, code, field, found, expected, nearest: [...nearest], mended: mended ?? null, cause: said.cause, mend: mendOf(said, state), also: also.map(alsoOf) };
}

const alsoOf = (one: SentAnswers['answers'][number]['also'][number]) => ({ ...one, cause: codeOf(one.code as Code).cause, mend: mendOfFault(codeOf(one.code as Code), one.field) });

export const stateOf = ({ batch, answers, next }: BatchState) => ({
  ...batchOf(batch), answers: answers.map(answerOf), next: next === null ? null : `/api/intake/batches/${batch.id}/answers?after=${next}`,
});
