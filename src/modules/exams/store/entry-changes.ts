import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CANDIDATE_KINDS, type CandidateKind } from '../domain/candidate-kinds.js';
import { TERMS } from '../domain/exam-words.js';
import { ENTRY_STATES } from './entries.js';
import { Day, IdRow, type Recording } from './rows.js';

const EntryRow = z.object({
  id: z.string(), sittingId: z.string(), eventId: z.string(), examId: z.string(), term: z.enum(TERMS), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), classTitle: z.string(), candidateAs: z.enum(CANDIDATE_KINDS), letBy: z.string(),
  origin: z.enum(['school', 'application']), appliedOn: Day.nullable(), state: z.enum(ENTRY_STATES), candidateCode: z.string().nullable(), firstEntryId: z.string().nullable(), room: z.string().nullable(), seat: z.number().nullable(),
  withdrawnWhy: z.string(), institutionId: z.string(),
});
export type EntryRow = z.infer<typeof EntryRow>;

/** An entry where the scope covers its institution. */
export const findEntry = (tx: Read, id: string, scope: Scope, today: IsoDate): Promise<EntryRow | undefined> =>
  tx.first(
    EntryRow,
    sql`select e.id, e.sitting_id, e.event_id, e.exam_id, e.term, e.person_id, n.given, n.family, n.is_protected, e.class_title, e.candidate_as, e.let_by, e.origin, e.applied_on, e.state, e.candidate_code, e.first_entry_id, r.name as room, e.seat,
        e.withdrawn_why, g.institution_id
      from exams.entry e join exams.sitting g on g.id = e.sitting_id left join exams.room r on r.id = e.room_id ${joinName('n', sql`e.person_id`, today)}
      where e.id = ${id} and ${ofScope(sql`g.institution_id`, scope)}`,
  );

export interface NewEntry {
  readonly sittingId: string;
  readonly eventId: string;
  readonly examId: string;
  readonly term: 'main' | 'extra';
  readonly personId: string;
  readonly classTitle: string;
  readonly candidateAs: CandidateKind;
  /** What lets who is no pupil take the exam; empty for pupils. */
  readonly letBy: string;
  readonly origin: 'school' | 'application';
  readonly appliedOn: IsoDate | null;
  readonly state: 'registered' | 'applied' | 'confirmed';
  readonly candidateCode: string | null;
  readonly firstEntryId: string | null;
}

export const insertEntries = (tx: Write, entries: readonly NewEntry[], { recordedAt, recordedBy }: Recording): Promise<void> =>
  tx.insert('exams.entry', entries.map((one) => ({ ...one, registeredAt: recordedAt, registeredBy: recordedBy, changedAt: recordedAt, changedBy: recordedBy })));

/** Takes someone off the list; their seat becomes free. */
export const withdrawEntry = (tx: Write, id: string, why: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update exams.entry set state = 'withdrawn', withdrawn_why = ${why}, room_id = null, seat = null, changed_at = ${recordedAt}, changed_by = ${recordedBy} where id = ${id} and state <> 'withdrawn'`);

const Unconfirmed = z.object({ id: z.string(), personId: z.string(), code: z.string().nullable() });

/** Who is not confirmed yet, with the code that their institution has given them already; locked until the transaction ends. */
export const lockUnconfirmed = (tx: Write, sittingId: string, institutionId: string, day: IsoDate): Promise<z.infer<typeof Unconfirmed>[]> =>
  tx.all(
    Unconfirmed,
    sql`select e.id, e.person_id, (select c.code from exams.candidate_code c where c.person_id = e.person_id and c.institution_id = ${institutionId}
        and c.valid_from <= ${day}::date and (c.valid_to is null or c.valid_to > ${day}::date)) as code
      from exams.entry e where e.sitting_id = ${sittingId} and e.state in ('registered', 'applied') order by e.class_title, e.id for update of e`,
  );

const Series = z.object({ prefix: z.string(), first: z.number() });

/** The next codes of an institution's series, so many in a row; its four digits are the next free ones where it has none. */
export async function takeNumbers(tx: Write, institutionId: string, count: number): Promise<z.infer<typeof Series>> {
  const taken = await tx.first(Series, sql`update exams.code_range set next_number = next_number + ${count} where institution_id = ${institutionId} returning prefix, next_number - ${count} as first`);
  if (taken) return taken;
  // One at a time: two institutions that begin at once must not get the same digits.
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('exams.code_range'))`);
  return (await tx.first(
    Series,
    sql`insert into exams.code_range (institution_id, prefix, next_number) select ${institutionId}, lpad((coalesce(max(s.prefix::int), 999) + 1)::text, 4, '0'), 1 + ${count}::int from exams.code_range s returning prefix, 1 as first`,
  ))!;
}

export const insertCodes = (tx: Write, codes: readonly { readonly code: string; readonly personId: string; readonly institutionId: string; readonly validFrom: IsoDate }[], { recordedAt, recordedBy }: Recording): Promise<void> =>
  tx.insert('exams.candidate_code', codes.map((one) => ({ ...one, issuedAt: recordedAt, issuedBy: recordedBy })));

/** Confirms entries, each under its code. */
export const confirmEntries = (tx: Write, confirmed: readonly { readonly id: string; readonly code: string }[], { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update exams.entry e set state = 'confirmed', candidate_code = g.code, changed_at = ${recordedAt}, changed_by = ${recordedBy}
    from unnest(${confirmed.map(({ id }) => id)}::uuid[], ${confirmed.map(({ code }) => code)}::text[]) g (id, code) where e.id = g.id`);

const Code = z.object({ code: z.string(), institution: z.string(), validFrom: Day, validTo: Day.nullable() });
export type CodeRow = z.infer<typeof Code>;

/** All candidate codes of a person, the latest first. */
export const listCodes = (tx: Read, personId: string): Promise<CodeRow[]> =>
  tx.all(Code, sql`select c.code, i.name as institution, c.valid_from, c.valid_to from exams.candidate_code c join institutions.institution i on i.id = c.institution_id where c.person_id = ${personId} order by c.valid_from desc, c.code desc`);

/** The entry of the extra term that follows a first one, where it stands. */
export const findFollowing = async (tx: Read, firstEntryId: string): Promise<string | undefined> =>
  (await tx.first(IdRow, sql`select e.id from exams.entry e where e.first_entry_id = ${firstEntryId} and e.state <> 'withdrawn'`))?.id;
