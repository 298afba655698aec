import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { type ActionContext, readAction } from '#platform/actions/action.js';
import { CORRECTION_REASONS } from '../domain/record.js';
import { correctMarks, enterMarks, seeMarks } from '../permissions.js';
import { findRecord, listBefore, type RecordBefore, type RecordRow } from '../store/records.js';
import { type ParcelStep, parcelStepsOf } from './parcel.js';
import { type AddressedRecord, getAddressed, recordAddress } from './record-input.js';
import { NO_SUCH_RECORD } from './refusals.js';
import { mayIn, namesOf } from './scope.js';

export interface RecordPage extends AddressedRecord {
  readonly record: RecordRow;
  readonly before: readonly RecordBefore[];
  readonly steps: readonly ParcelStep[];
  /** Names of the users among those who entered and corrected. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayEnter: boolean;
  readonly mayCorrect: boolean;
}

/** One record with its whole way: where it came from, what it was before, and who has had it since. */
export const viewRecord = readAction({
  name: 'marks.view-record',
  title: { lv: 'Apskatīts vērtējuma vai kavējuma ieraksts', en: 'Record of a mark or absence looked at' },
  permission: seeMarks,
  input: z.object(recordAddress),
  reasonNeeded: true,
  async run(context, input): Promise<RecordPage> {
    const addressed = await getAddressed(context, input);
    return recordPageOf(context, addressed, addressed.member.inScope);
  },
  audit: ({ input, output }) => ({ subjects: [output.member.personId], facts: { record: input.kind, year: input.year, period: input.period, subject: output.subject.subjectId } }),
});

/** What is known of a record. @param own whether it is of the actor's institutions, so that it may be changed by whoever has the right to. @throws NotFound */
export async function recordPageOf(context: Pick<ActionContext, 'tx' | 'today' | 'actor' | 'contributions'>, addressed: AddressedRecord, own: boolean): Promise<RecordPage> {
  const record = await findRecord(context.tx, addressed.key);
  if (!record) throw new NotFound('no-such-record', NO_SUCH_RECORD);
  const before = await listBefore(context.tx, addressed.key);
  const steps = await parcelStepsOf(context.tx, record, [...new Set([record, ...before].flatMap(({ batchId }) => batchId ?? []))]);
  return {
    ...addressed,
    record,
    before,
    steps,
    names: await namesOf(context, [record.enteredBy, ...before.flatMap((one) => [one.enteredBy, one.supersededBy]), ...steps.flatMap(({ by }) => by ?? [])]),
    mayEnter: own && (await mayIn(context, enterMarks, record.institutionId)),
    mayCorrect: own && (await mayIn(context, correctMarks, record.institutionId)),
  };
}

/** A reason in words: one that the program gave, or what a person wrote. */
export const reasonWords = (reason: string) => CORRECTION_REASONS.get(reason);
