import { z } from 'zod';
import { readScales } from '#modules/education/public.js';
import { emptyAsNull } from '#kernel/empty-field.js';
import { Conflict, Forbidden, invalid, InvalidInput } from '#kernel/errors.js';
import { IsoDateInput } from '#kernel/iso-date.js';
import { fill, inTurn } from '#kernel/text.js';
import { type ActionContext, readAction, type WriteContext, writeAction } from '#platform/actions/action.js';
import { type Finding, refusalsOf, warningsOf } from '../domain/check-record.js';
import type { Records } from '../domain/record.js';
import { correctMarks, enterMarks } from '../permissions.js';
import { findRecord, type RecordRow } from '../store/records.js';
import { takeRecords } from '../store/take.js';
import { withdrawRecords } from '../store/withdraw.js';
import { closedPeriods } from './ask-window.js';
import { type CheckedRecord, checkRecord } from './check-record.js';
import { type AddressedRecord, getAddressed, recordAddress, type RecordAddress } from './record-input.js';
import { ALREADY_THERE, CHANGED_SINCE, NOTHING_CHANGED, NOTHING_THERE, OF_OTHER_SCHOOL, ORDER_NEEDED, OTHERWISE_THERE, WHOLE_NUMBER } from './refusals.js';
import { writerOf } from './scope.js';

const Whole = emptyAsNull(z.string().regex(/^\d{1,4}$/).transform(Number));

const values = {
  value: z.string().trim().max(10).default(''),
  language: emptyAsNull(z.string().trim().toLowerCase().max(200).transform((words) => words || null)),
  decidedOn: emptyAsNull(IsoDateInput),
  justifiedLessons: Whole,
  unjustifiedLessons: Whole,
  unjustifiedDays: Whole,
  reasonGroup: z.string().trim().max(60).default(''),
};
type Values = z.infer<z.ZodObject<typeof values>>;

const because = { reason: z.string().trim().min(3).max(500), orderNr: z.string().trim().max(40).default('') };

const correction = { ...recordAddress, ...values, ...because, seenAt: emptyAsNull(z.iso.datetime({ offset: true })) };
/** Another value of a record, and why; `seenAt` is when the value that it replaces was entered. */
export type Correction = z.infer<z.ZodObject<typeof correction>>;

export interface RecordForm extends AddressedRecord {
  readonly record: RecordRow | undefined;
  /** What may be written for the learner's grade; empty for absences and where no scale holds. */
  readonly choices: readonly { readonly value: string; readonly nameLv: string; readonly nameEn: string }[];
  readonly needsLanguage: boolean;
  /** The class whose table the record stands in; null where the learner was in none. */
  readonly classId: string | null;
  readonly findings: readonly Finding[];
}

const formOf = (name: string, lv: string, en: string, permission: typeof enterMarks) =>
  readAction({
    name,
    title: { lv, en },
    permission,
    input: z.object(recordAddress),
    run: readRecordForm,
    audit: ({ input, output }) => ({ subjects: [output.member.personId], facts: { record: input.kind, year: input.year, period: input.period } }),
  });

/** What a record is now and what may be written in its place. @throws NotFound, Forbidden for a record of the school before */
export async function readRecordForm(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, input: RecordAddress): Promise<RecordForm> {
  const addressed = await getAddressed(context, input);
  if (!addressed.member.inScope) throw new Forbidden('of-other-school', OF_OTHER_SCHOOL);
  const { key, period, subject } = addressed;
  const record = await findRecord(context.tx, key);
  const { place, findings } = await checkRecord(context, key, subject.subjectId, { value: '', language: 'lv', decidedOn: record?.decidedOn ?? null, justifiedLessons: 0, unjustifiedLessons: 0 }, false);
  const scales = await readScales(context.tx);
  const scale = place.grade && key.kind !== 'absence' ? scales.scaleOf({ year: key.year, grade: place.grade, subjectId: subject.subjectId!, period: period as 'S1', record: key.kind }) : undefined;
  return { ...addressed, record, choices: scale ? scales.valuesOf(scale) : [], needsLanguage: place.needsLanguage, classId: place.classId ?? record?.classId ?? null, findings: findings.filter(({ field }) => field === 'period') };
}

export const openEnterForm = formOf('marks.open-enter-form', 'Atvērta vērtējuma vai kavējuma ievade', 'Entry of a mark or absence opened', enterMarks);
export const openCorrectForm = formOf('marks.open-correct-form', 'Atvērta vērtējuma vai kavējuma labošana', 'Correction of a mark or absence opened', correctMarks);

/** What was done with a record, told and logged. */
export interface RecordDone extends RecordAddress {
  readonly personId: string;
  readonly warnings: readonly Finding[];
}

/** Enters one record that is not there yet. What is there is not overwritten, neither its value nor what stands beside it, but corrected with a reason. */
export const enterRecord = writeAction({
  name: 'marks.enter-record',
  title: { lv: 'Ievadīts vērtējums vai kavējums', en: 'Mark or absence entered' },
  permission: enterMarks,
  input: z.object({ ...recordAddress, ...values }),
  async run(context, input): Promise<RecordDone> {
    const addressed = await getOwn(context, input);
    const record = await findRecord(context.tx, addressed.key);
    const checked = await getChecked(context, addressed, input, false);
    if (record?.state === 'confirmed' && valueOf(record) !== wordsOf(addressed, checked, input)) throw invalid(fieldOf(input), fill(ALREADY_THERE, { value: valueOf(record) }));
    const { corrected } = await take(context, addressed, checked, input, { reason: 'entered-again', orderNr: '', seenAt: record?.enteredAt ?? context.now });
    // What is a correction only the register says; refused, nothing of it stays.
    if (record?.state === 'confirmed' && corrected > 0) throw invalid(fieldOf(input), fill(OTHERWISE_THERE, { value: valueOf(record) }));
    return { ...pick(input), personId: addressed.member.personId, warnings: warningsOf(checked.findings) };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: factsOf(input, output) }),
});

/** Corrects a record, or enters one after its period closed: with a reason, and by order where the period is closed. What it was stays. */
export const correctRecord = writeAction({
  name: 'marks.correct-record',
  title: { lv: 'Labots vērtējums vai kavējums', en: 'Mark or absence corrected' },
  permission: correctMarks,
  input: z.object(correction),
  run: correctValues,
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { ...factsOf(input, output), why: input.reason, orderNr: input.orderNr } }),
});

/**
 * Replaces what a record says, for whichever action has the right to correct marks.
 * @throws InvalidInput beside what speaks against it, Forbidden for a record of the school before, Conflict where somebody wrote since
 */
export async function correctValues(context: WriteContext, input: Correction): Promise<RecordDone> {
  const addressed = await getOwn(context, input);
  const record = await findRecord(context.tx, addressed.key);
  const checked = await getChecked(context, addressed, input, input.orderNr !== '');
  const seenAt = input.seenAt ? new Date(input.seenAt) : (record?.enteredAt ?? context.now);
  const { taken, corrected } = await take(context, addressed, checked, input, { reason: input.reason, orderNr: input.orderNr, seenAt });
  if (taken + corrected === 0) throw invalid(fieldOf(input), NOTHING_CHANGED);
  return { ...pick(input), personId: addressed.member.personId, warnings: warningsOf(checked.findings) };
}

/** Takes a record back that never should have been, by order where its period is closed; its value stays in its history. */
export const withdrawRecord = writeAction({
  name: 'marks.withdraw-record',
  title: { lv: 'Atsaukts vērtējums vai kavējums', en: 'Mark or absence taken back' },
  permission: correctMarks,
  input: z.object({ ...recordAddress, ...because }),
  async run(context, input): Promise<RecordDone> {
    const { key, member } = await getOwn(context, input);
    const closed = input.orderNr === '' && (await closedPeriods(context.tx, [key.year], context.today))(key);
    if (closed) throw invalid('orderNr', closed.code === 'VI-206' ? ORDER_NEEDED : closed.message);
    const taking = { institutionId: key.institutionId, year: key.year, channel: 'manual', journalId: null, batchId: null, at: context.now, by: writerOf(context), reason: input.reason, orderNr: input.orderNr } as const;
    const { withdrawn } = await withdrawRecords(context.tx, key.kind, [{ row: 1, personId: key.personId, item: key.item, period: key.period }], taking);
    if (withdrawn === 0) throw new Conflict('nothing-there', NOTHING_THERE);
    return { ...pick(input), personId: member.personId, warnings: [] };
  },
  audit: ({ input, output }) => ({ subjects: [output.personId], facts: { ...factsOf(input, output), why: input.reason, orderNr: input.orderNr } }),
});

/** @throws Forbidden for a record of the school before, which is seen and not changed */
async function getOwn(context: WriteContext, input: RecordAddress): Promise<AddressedRecord> {
  const addressed = await getAddressed(context, input);
  if (!addressed.member.inScope) throw new Forbidden('of-other-school', OF_OTHER_SCHOOL);
  return addressed;
}

/** @throws InvalidInput beside the field that speaks against the record */
async function getChecked(context: WriteContext, { key, subject }: AddressedRecord, input: Values, byOrder: boolean): Promise<CheckedRecord> {
  if (key.kind === 'absence' && (input.justifiedLessons === null || input.unjustifiedLessons === null)) throw invalid(input.justifiedLessons === null ? 'justifiedLessons' : 'unjustifiedLessons', WHOLE_NUMBER);
  const wanted = { ...input, justifiedLessons: input.justifiedLessons ?? 0, unjustifiedLessons: input.unjustifiedLessons ?? 0 };
  const checked = await checkRecord(context, key, subject.subjectId, wanted, byOrder);
  const refused = refusalsOf(checked.findings).map((one) => (one.code === 'VI-206' && 'orderNr' in input ? { field: 'orderNr', message: ORDER_NEEDED } : { field: fieldShown(one, key.kind), message: one.message }));
  // What stands beside one field is one sentence after the other.
  const fields = [...Map.groupBy(refused, ({ field }) => field)].map(([field, all]) => ({ field, message: inTurn(all.map(({ message }) => message)) }));
  if (fields.length > 0) throw new InvalidInput(fields);
  return checked;
}

/** What speaks against the period or the outcome stands beside the value, where the form has a field. */
const fieldShown = ({ field }: Finding, kind: string): string => (field === 'period' || field === 'outcome' ? (kind === 'absence' ? 'justifiedLessons' : 'value') : field);

interface Because {
  readonly reason: string;
  readonly orderNr: string;
  readonly seenAt: Date;
}

/** @throws Conflict where somebody else was quicker */
async function take(context: WriteContext, { key }: AddressedRecord, { place, scale, value }: CheckedRecord, input: Values, { reason, orderNr, seenAt }: Because) {
  const taking = { institutionId: key.institutionId, year: key.year, channel: 'manual', journalId: null, batchId: null, at: context.now, by: writerOf(context), reason, orderNr, seenAt } as const;
  const done = await takeRecords(context.tx, recordsOf(key, { place, scale, value }, input), taking);
  const clash = done.clashes[0];
  if (clash) throw new Conflict('changed-since', fill(CHANGED_SINCE, { value: clash.value }));
  return done;
}

function recordsOf(key: AddressedRecord['key'], { place, scale, value }: Pick<CheckedRecord, 'place' | 'scale' | 'value'>, input: Values): Records {
  const shared = { row: 1, personId: key.personId, membershipId: place.membershipId!, classId: place.classId, period: key.period };
  const assessed = { ...shared, scale, value, decidedOn: input.decidedOn };
  switch (key.kind) {
    case 'mark':
      return { kind: 'mark', records: [{ ...assessed, subjectId: key.item, language: input.language }] };
    case 'outcome':
      return { kind: 'outcome', records: [{ ...assessed, outcomeId: key.item }] };
    case 'absence':
      return { kind: 'absence', records: [{ ...shared, justifiedLessons: input.justifiedLessons ?? 0, unjustifiedLessons: input.unjustifiedLessons ?? 0, unjustifiedDays: input.unjustifiedDays, reasonGroup: input.reasonGroup }] };
  }
}

/** A record's value as people read it. */
export const valueOf = ({ kind, value, justifiedLessons, unjustifiedLessons }: Pick<RecordRow, 'kind' | 'value' | 'justifiedLessons' | 'unjustifiedLessons'>): string =>
  kind === 'absence' ? `${justifiedLessons ?? 0} + ${unjustifiedLessons ?? 0}` : value;

const wordsOf = ({ key }: AddressedRecord, { value }: CheckedRecord, { justifiedLessons, unjustifiedLessons }: Values): string => valueOf({ kind: key.kind, value, justifiedLessons, unjustifiedLessons });
const fieldOf = ({ kind }: RecordAddress): string => (kind === 'absence' ? 'justifiedLessons' : 'value');
const pick = ({ kind, year, membershipId, item, period }: RecordAddress): RecordAddress => ({ kind, year, membershipId, item, period });
const factsOf = ({ kind, year, item, period }: RecordAddress, { warnings }: RecordDone) => ({ record: kind, year, item, period, warnings: warnings.length });
