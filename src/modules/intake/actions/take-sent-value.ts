import { z } from 'zod';
import { correctMarks, correctValues, readRecordForm, type RecordDone } from '#modules/marks/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, invalid } from '#kernel/errors.js';
import { parseIsoDate } from '#kernel/iso-date.js';
import type { Text } from '#kernel/text.js';
import { writeAction, type WriteContext } from '#platform/actions/action.js';
import { settleClash } from '../store/answers.js';
import { countSettledClash } from '../store/batches.js';
import { getRowRecord, isAlike, type RowRecord, rowInput } from './row-record.js';

const Decision = z.object({
  ...rowInput,
  reason: z.string().trim().max(500).default(''),
  orderNr: z.string().trim().max(40).default(''),
  seenAt: emptyAsNull(z.iso.datetime({ offset: true })),
});

export interface SentValueTaken extends Pick<RecordDone, 'personId' | 'warnings'> {
  readonly record: RowRecord['address'];
  readonly corrected: boolean;
}

/**
 * Takes what a row said that clashed with the register, as a correction with a reason: the row is settled and its batch counted anew in the
 * transaction of the correction. Where the register says the same by now, the row alone is settled.
 */
export const takeSentValue = writeAction({
  name: 'intake.take-sent-value',
  title: { lv: 'Vērtējums vai kavējums labots pēc e-žurnāla nosūtītā', en: 'Mark or absence corrected to what the e-journal sent' },
  permission: correctMarks,
  input: Decision,
  async run(context, input): Promise<SentValueTaken> {
    const { tx, actor, now } = context;
    const found = await getRowRecord(context, input);
    // First of all: whoever else decides on this row waits here, and is told.
    if ((await settleClash(tx, input.id, input.row, actor.id ?? actor.name, now)) === 0) throw new Conflict('row-settled', SETTLED);
    const done = await correct(context, found, input);
    await countSettledClash(tx, input.id, done.corrected ? 'corrected' : 'unchanged');
    return done;
  },
  audit: ({ input, output: { personId, record, corrected, warnings } }) => ({
    subjects: [personId],
    facts: { batch: input.id, record: record.kind, year: record.year, item: record.item, period: record.period, corrected, warnings: warnings.length, why: input.reason, orderNr: input.orderNr },
  }),
});

/** What the row does not say stays as it is. @throws InvalidInput, Conflict where somebody wrote since the values were compared */
async function correct(context: WriteContext, found: RowRecord, { reason, orderNr, seenAt }: z.infer<typeof Decision>): Promise<SentValueTaken> {
  const { sent, address } = found;
  const form = await readRecordForm(context, address);
  if (isAlike(found, form)) return { record: address, personId: form.member.personId, warnings: [], corrected: false };
  if (reason.length < SHORTEST_REASON) throw invalid('reason', REASON_NEEDED);
  const { record } = form;
  const { personId, warnings } = await correctValues(context, {
    ...address, reason, orderNr, seenAt: seenAt ?? NOTHING_SEEN,
    value: String(sent.value ?? '').trim(), language: sent.language ?? record?.language ?? null, decidedOn: parseIsoDate(sent.decidedOn ?? '') ?? record?.decidedOn ?? null,
    justifiedLessons: sent.justifiedLessons ?? null, unjustifiedLessons: sent.unjustifiedLessons ?? null,
    unjustifiedDays: sent.unjustifiedDays ?? record?.unjustifiedDays ?? null, reasonGroup: sent.reasonGroup ?? record?.reasonGroup ?? '',
  });
  return { record: address, personId, warnings, corrected: true };
}

const SHORTEST_REASON = 3;
/** Whoever saw no value replaces none: what is there now came since. */
const NOTHING_SEEN = '1970-01-01T00:00:00Z';
const REASON_NEEDED: Text = { lv: 'Norādiet, kādēļ pareiza ir nosūtītā vērtība (vismaz 3 zīmes).', en: 'Say why the value sent is the right one (at least 3 characters).' };
const SETTLED: Text = { lv: 'Par šo rindu kāds jau ir izlēmis. Atveriet to vēlreiz, lai redzētu, kas reģistrā ir tagad.', en: 'Somebody has decided on this row already. Open it again to see what the register holds now.' };
