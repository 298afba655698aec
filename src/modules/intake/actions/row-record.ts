import { z } from 'zod';
import { readSchoolBook, schoolScope } from '#modules/education/public.js';
import { correctMarks, readRecordForm, type RecordAddress, type RecordForm, valueOf } from '#modules/marks/public.js';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, NOT_PERSONAL, readAction } from '#platform/actions/action.js';
import type { ArrivingRow } from '../domain/arriving.js';
import { meaningsOf } from '../domain/meanings.js';
import { seeBatches } from '../permissions.js';
import { readAliases } from '../store/match-aliases.js';
import { findClashingRow, findBatch, type ShownBatch } from '../store/show-batches.js';
import { NO_RECORD_OF_ROW, NO_SUCH_BATCH } from '../texts/batches.js';

export const rowInput = { id: z.uuid(), row: z.coerce.number().int().min(1).max(2_147_483_647) };
const RowInput = z.object(rowInput);

export interface RowRecord {
  readonly batch: ShownBatch;
  readonly sent: Partial<ArrivingRow>;
  /** Whether somebody has decided already. */
  readonly isSettled: boolean;
  /** Where the record stands that the row is about. */
  readonly address: RecordAddress;
}

/** What a row that clashed with the register is about, by what its names mean today. @throws NotFound */
export async function getRowRecord(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, { id, row }: z.infer<typeof RowInput>): Promise<RowRecord> {
  const { tx } = context;
  const batch = await findBatch(tx, id, await schoolScope(context));
  if (!batch || batch.isDryRun) throw new NotFound('no-such-batch', NO_SUCH_BATCH);
  const { institutionId, journalId, year, kind } = batch;
  const answer = await findClashingRow(tx, id, row);
  const book = answer?.personId ? await readSchoolBook(tx, institutionId, year, { persons: [answer.personId], withoutOutcomes: kind !== 'outcome' }) : undefined;
  const membership = book?.memberships.findLast(({ personId }) => personId === answer?.personId);
  if (!answer || !book || !membership) throw new NotFound('no-record-of-row', NO_RECORD_OF_ROW);
  const sent = answer.sent;
  const meanings = meaningsOf(book, await readAliases(tx, institutionId, year, journalId));
  const item = kind === 'absence' ? 0 : (kind === 'outcome' ? meanings.outcome(sent.outcome ?? '') : meanings.subject(sent.subjectId, sent.subject))?.id;
  if (item === undefined || sent.period === undefined) throw new NotFound('no-record-of-row', NO_RECORD_OF_ROW);
  return { batch, sent, isSettled: answer.state === 'settled', address: { kind, year, membershipId: membership.id, item, period: sent.period as RecordAddress['period'] } };
}

/** The way to the record of the register that a row clashed with: an address that names nobody. Who goes it is logged there. */
export const findRecordOfRow = readAction({
  name: 'intake.find-record-of-row',
  title: { lv: 'Atrasts reģistra ieraksts, uz kuru attiecas rinda', en: 'Record of the register that a row is about found' },
  permission: seeBatches,
  input: RowInput,
  audit: NOT_PERSONAL,
  run: async (context, input): Promise<RecordAddress> => (await getRowRecord(context, input)).address,
});

export interface SentValue extends RowRecord {
  readonly row: number;
  readonly form: RecordForm;
  /** Whether the register holds what was sent: there is nothing to correct. */
  readonly isAlike: boolean;
}

/** What was sent, in the words of the register. */
export const sentWords = ({ sent, address }: Pick<RowRecord, 'sent' | 'address'>): string =>
  valueOf({ kind: address.kind, value: String(sent.value ?? '').trim(), justifiedLessons: sent.justifiedLessons ?? null, unjustifiedLessons: sent.unjustifiedLessons ?? null });

export const isAlike = (found: Pick<RowRecord, 'sent' | 'address'>, { record }: RecordForm): boolean => record?.state === 'confirmed' && valueOf(record) === sentWords(found);

/** What was sent beside what the register holds, for whoever may correct it. */
export const openSentValue = readAction({
  name: 'intake.open-sent-value',
  title: { lv: 'Salīdzināta nosūtītā un reģistra vērtība', en: 'Value sent compared with that of the register' },
  permission: correctMarks,
  input: RowInput,
  async run(context, input): Promise<SentValue> {
    const found = await getRowRecord(context, input);
    const form = await readRecordForm(context, found.address);
    return { ...found, row: input.row, form, isAlike: isAlike(found, form) };
  },
  audit: ({ output: { batch, address, form } }) => ({ subjects: [form.member.personId], facts: { batch: batch.id, record: address.kind, year: address.year, period: address.period } }),
});
