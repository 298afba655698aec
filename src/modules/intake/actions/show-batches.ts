import { z } from 'zod';
import { schoolScope } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { ExportedRows } from '#platform/spreadsheets/spreadsheet.js';
import { linesOf } from '../domain/answer.js';
import { seeBatches } from '../permissions.js';
import { type AnswerCount, BATCH_STATES, countAnswers, findBatch, type LastAnswer, listAnswers, listBatches, type ShownAnswer, type ShownBatch, streamAnswers } from '../store/show-batches.js';
import { NO_SUCH_BATCH } from '../texts/batches.js';

export type { AnswerCount, ShownAnswer, ShownBatch };

const PAGE = 50;

export interface BatchesPage {
  readonly batches: readonly ShownBatch[];
  readonly next: string | null;
}

export const showBatches = readAction({
  name: 'intake.list-batches',
  title: { lv: 'Apskatīts saņemto datu pakešu saraksts', en: 'List of batches received looked at' },
  permission: seeBatches,
  input: z.object({
    regNr: z.string().trim().max(20).default(''),
    journal: z.string().trim().max(31).default(''),
    state: z.enum([...BATCH_STATES, '']).default('').transform((state) => state || null),
    troubled: z.string().default('').transform((word) => word === 'yes'),
    before: emptyAsNull(z.uuid()),
  }),
  audit: NOT_PERSONAL,
  async run(context, { before, ...search }): Promise<BatchesPage> {
    const found = await listBatches(context.tx, await schoolScope(context), search, before, PAGE + 1);
    return { batches: found.slice(0, PAGE), next: found.length > PAGE ? found[PAGE - 1]!.id : null };
  },
});

/** @throws NotFound alike for "is not" and "may not see" */
async function getBatch(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, id: string): Promise<ShownBatch> {
  const batch = await findBatch(context.tx, id, await schoolScope(context));
  if (!batch) throw new NotFound('no-such-batch', NO_SUCH_BATCH);
  return batch;
}

export interface BatchPage {
  readonly batch: ShownBatch;
  readonly counts: readonly AnswerCount[];
}

/** One batch: how far it has come, and what was answered. Numbers alone, and nobody's name. */
export const showBatch = readAction({
  name: 'intake.show-batch',
  title: { lv: 'Apskatīta datu pakete', en: 'Batch looked at' },
  permission: seeBatches,
  input: z.object({ id: z.uuid() }),
  audit: NOT_PERSONAL,
  async run(context, { id }): Promise<BatchPage> {
    return { batch: await getBatch(context, id), counts: await countAnswers(context.tx, id) };
  },
});

export interface AnswersPage {
  readonly batch: ShownBatch;
  readonly code: string;
  readonly answers: readonly ShownAnswer[];
  readonly next: string | null;
}

const ANSWERS = 100;
const Code = z.string().regex(/^(VI-\d{3})?$/).default('');

/** The answer last shown, by its row and code: a row may have two answers. */
const After = z.string().regex(/^\d{1,9} VI-\d{3}$/).transform((words): LastAnswer => ({ row: Number.parseInt(words, 10), code: words.slice(-'VI-000'.length) })).nullable().catch(null);

/** The rows that were not taken or were warned of, with the pupils they name. */
export const showAnswers = readAction({
  name: 'intake.show-answers',
  title: { lv: 'Apskatītas atbildes uz skolas datu rindām', en: 'Answers to rows of a school’s data looked at' },
  permission: seeBatches,
  reasonNeeded: true,
  input: z.object({ id: z.uuid(), code: Code, after: After }),
  async run(context, { id, code, after }): Promise<AnswersPage> {
    const batch = await getBatch(context, id);
    const found = await listAnswers(context.tx, id, code, context.today, after, ANSWERS + 1);
    const answers = found.slice(0, ANSWERS);
    const last = found.length > ANSWERS ? answers.at(-1) : undefined;
    return { batch, code, answers, next: last ? `${last.row} ${last.code}` : null };
  },
  audit: ({ input, output }) => ({ subjects: personsOf(output.answers), facts: { batch: input.id, institution: output.batch.institutionId, code: input.code, found: output.answers.length } }),
});

const personsOf = (answers: readonly ShownAnswer[]): string[] => [...new Set(answers.flatMap(({ personId }) => personId ?? []))];

/** One thing that is wrong with a row. */
export type AnswerLine = ShownAnswer & { readonly isFirst: boolean };

async function* linesOfAll(answers: AsyncIterable<ShownAnswer>): AsyncGenerator<AnswerLine> {
  for await (const answer of answers) yield* linesOf(answer);
}

/** The same as a file to mend the journal by: rows and identifiers of records, without the pupils' names and codes. */
export const exportAnswers = readAction({
  name: 'intake.export-answers',
  title: { lv: 'Izgūtas atbildes uz skolas datu rindām', en: 'Answers to rows of a school’s data exported' },
  permission: seeBatches,
  input: z.object({ id: z.uuid(), code: Code, as: z.enum(['xlsx', 'csv']).default('csv') }),
  async run(context, { id, code, as }): Promise<ExportedRows<AnswerLine> & { institutionId: string }> {
    const { institutionId } = await getBatch(context, id);
    return { format: as, rows: linesOfAll(streamAnswers(context.tx, id, code, context.today)), institutionId };
  },
  audit: ({ input, output }) => ({ facts: { batch: input.id, institution: output.institutionId, code: input.code, format: input.as } }),
});
