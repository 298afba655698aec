import { z } from 'zod';
import { type AssessedOutcome, findMember, findSubject, listOutcomesById, type MemberRow, schoolScope } from '#modules/education/public.js';
import { NotFound } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import { ABSENCE_PERIODS, isPeriodOf, MARK_PERIODS, type Period } from '../domain/periods.js';
import type { RecordKind } from '../domain/record.js';
import type { RecordKey } from '../store/records.js';
import { NO_SUCH_RECORD, NO_SUCH_SUBJECT } from './refusals.js';

/** A record as its address names it: the membership stands for person and institution, so that no address tells who it is. */
export const recordAddress = {
  kind: z.enum(['mark', 'outcome', 'absence']),
  year: z.string().regex(/^\d{4}$/).transform(Number),
  membershipId: z.uuid(),
  item: z.string().regex(/^\d{1,9}$/).transform(Number),
  period: z.enum([...new Set([...MARK_PERIODS, ...ABSENCE_PERIODS])] as [Period, ...Period[]]),
};
export type RecordAddress = z.infer<z.ZodObject<typeof recordAddress>>;

/** What a record is of, in words. */
export interface RecordSubject {
  /** The subject, also that of an outcome; null for absences. */
  readonly subjectId: number | null;
  readonly name: string;
  readonly nameEn: string;
  readonly outcome: AssessedOutcome | null;
}

export interface AddressedRecord {
  readonly member: MemberRow;
  readonly key: RecordKey;
  readonly period: Period;
  readonly subject: RecordSubject;
}

/** Whose record it is and of what, where the actor may see it. @throws NotFound */
export async function getAddressed(context: Pick<ActionContext, 'tx' | 'scope' | 'today'>, { kind, year, membershipId, item, period }: RecordAddress): Promise<AddressedRecord> {
  const member = isPeriodOf(kind, period) ? await findMember(context.tx, membershipId, year, await schoolScope(context), context.today) : undefined;
  if (!member) throw new NotFound('no-such-record', NO_SUCH_RECORD);
  return { member, period, subject: await getSubject(context, kind, item), key: { kind, year, institutionId: member.institutionId, personId: member.personId, item: kind === 'absence' ? 0 : item, period } };
}

async function getSubject({ tx }: Pick<ActionContext, 'tx'>, kind: RecordKind, item: number): Promise<RecordSubject> {
  if (kind === 'absence') return { subjectId: null, name: '', nameEn: '', outcome: null };
  const outcome = kind === 'outcome' ? (await listOutcomesById(tx, [item]))[0] : undefined;
  const subject = outcome ? { id: outcome.subjectId, name: outcome.subject, nameEn: outcome.subjectEn } : kind === 'mark' ? await findSubject(tx, item) : undefined;
  if (!subject) throw new NotFound('no-such-subject', NO_SUCH_SUBJECT);
  return { subjectId: subject.id, name: subject.name, nameEn: subject.nameEn, outcome: outcome ?? null };
}
