import { z } from 'zod';
import { gradeOfClass, learntIn } from '#modules/education/public.js';
import { hasCode, joinCode, joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { RecordRow } from './records.js';

const Day = z.string().transform((words) => words as IsoDate);

/** Marks `r` that a university may have: year, final and examination marks of secondary school. */
const isHandedOver: Sql = sql`(r.state = 'confirmed' and (r.period = 'FINAL' or (r.period in ('YEAR', 'EXAM') and ${gradeOfClass(sql`r.class_id`)} >= 10)))`;

const ConsentRow = z.object({
  id: z.string(), personId: z.string(), institutionId: z.string(), institution: z.string(), purpose: z.literal('admission'), coversExams: z.boolean(), validFrom: Day, validTo: Day, givenAt: z.date(), withdrawnAt: z.date().nullable(),
  readAt: z.date().nullable(), examsReadAt: z.date().nullable(),
});
export type ConsentRow = z.infer<typeof ConsentRow>;

/** The consents of people, the latest first, each with when the university last took the marks, and facts of exams. */
export const listConsents = (tx: Read, persons: readonly string[]): Promise<ConsentRow[]> =>
  tx.all(
    ConsentRow,
    sql`select c.id, c.person_id, c.institution_id, i.name as institution, c.purpose, c.covers_exams, c.valid_from, c.valid_to, c.given_at, c.withdrawn_at,
        (select max(d.read_at) from marks.admission_read d where d.consent_id = c.id) as read_at,
        (select max(d.read_at) from marks.admission_exam_read d where d.consent_id = c.id) as exams_read_at
      from marks.admission_consent c join institutions.institution i on i.id = c.institution_id
      where c.person_id = any(${[...persons]}::uuid[]) order by c.given_at desc, c.id`,
  );

const ChoiceRow = z.object({ id: z.string(), name: z.string() });

/** Names of institutions, in Latvian order. */
export const listUniversities = (tx: Read, ids: readonly string[]): Promise<z.infer<typeof ChoiceRow>[]> =>
  tx.all(ChoiceRow, sql`select i.id, i.name from institutions.institution i where i.id = any(${[...ids]}::uuid[]) order by i.name collate platform.latvian, i.id`);

export interface GivenConsent {
  readonly personId: string;
  readonly institutionId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
  /** Results of state exams and certificates, besides marks. */
  readonly coversExams: boolean;
  readonly givenBy: string;
}

const IdRow = z.object({ id: z.string() });

export const insertConsent = async (tx: Write, { personId, institutionId, validFrom, validTo, coversExams, givenBy }: GivenConsent, at: Date): Promise<string> =>
  (await tx.first(
    IdRow,
    sql`insert into marks.admission_consent (person_id, institution_id, purpose, covers_exams, valid_from, valid_to, given_at, given_by)
      values (${personId}, ${institutionId}, 'admission', ${coversExams}, ${validFrom}, ${validTo}, ${at}, ${givenBy}) returning id`,
  ))!.id;

/** Ends a consent for good. Says whether there was one to end. */
export const withdrawConsent = async (tx: Write, id: string, by: string, at: Date): Promise<boolean> =>
  (await tx.run(sql`update marks.admission_consent set withdrawn_at = ${at}, withdrawn_by = ${by} where id = ${id} and withdrawn_at is null`)) > 0;

const holdsForExams = (institutionIds: Sql, day: IsoDate): Sql => sql`own_consent.institution_id = any(${institutionIds}) and own_consent.purpose = 'admission' and own_consent.covers_exams and own_consent.withdrawn_at is null and own_consent.valid_from <= ${day}::date and own_consent.valid_to > ${day}::date`;

/** Condition that somebody's consent for results of state exams holds on a day for one of some institutions, and (`since`) was given by an instant. */
export const consentsToExams = (personId: Sql, institutionIds: readonly string[], day: IsoDate, since?: Sql): Sql =>
  sql`exists (select from marks.admission_consent own_consent where own_consent.person_id = ${personId} and ${holdsForExams(sql`${[...institutionIds]}::uuid[]`, day)} ${since ? sql`and own_consent.given_at <= ${since}` : sql``})`;

/**
 * Notes on each consent for results of state exams that some institutions have just taken facts by it.
 * @param persons whom the facts are about, once for each fact
 */
export const noteExamReads = (tx: Write, { persons, institutionIds, day }: { readonly persons: readonly string[]; readonly institutionIds: readonly string[]; readonly day: IsoDate }, readAt: Date): Promise<number> =>
  tx.run(sql`insert into marks.admission_exam_read (consent_id, read_at, facts)
    select own_consent.id, ${readAt}::timestamptz, taken.facts from (select n.person_id, count(*)::int as facts from unnest(${[...persons]}::uuid[]) as n (person_id) group by n.person_id) taken
    join marks.admission_consent own_consent on own_consent.person_id = taken.person_id and ${holdsForExams(sql`${[...institutionIds]}::uuid[]`, day)}
    on conflict (consent_id, read_at) do nothing`);

const ConsentCount = z.object({ institutionId: z.string(), institution: z.string(), consents: z.number() });
/** Institutions with how many consents for results of state exams hold for them on a day; in Latvian order. */
export const countExamConsents = (tx: Read, institutionIds: readonly string[], day: IsoDate): Promise<z.infer<typeof ConsentCount>[]> =>
  tx.all(
    ConsentCount,
    sql`select i.id as institution_id, i.name as institution, (select count(*) from marks.admission_consent own_consent where ${holdsForExams(sql`array[i.id]`, day)})::int as consents
      from institutions.institution i where i.id = any(${[...institutionIds]}::uuid[]) order by i.name collate platform.latvian, i.id`,
  );

const LiveRow = z.object({ consentId: z.string(), personId: z.string(), personCode: z.string().nullable(), isProtected: z.boolean(), validTo: Day });
export type LiveConsent = z.infer<typeof LiveRow>;

export interface ConsentsWanted {
  readonly institutionIds: readonly string[];
  readonly day: IsoDate;
  /** One applicant, by what they told the university: their personal code, or the number of the consent. */
  readonly code: PersonCode | null;
  readonly consentId: string | null;
  readonly after: string | null;
}

/**
 * Consents that hold on a day for the institutions, in the order of their identities. Unless one applicant is asked for, only of people who can be
 * told by a code that may be shown: who is protected stands in no list.
 */
export const listLiveConsents = (tx: Read, { institutionIds, day, code, consentId, after }: ConsentsWanted, limit: number): Promise<LiveConsent[]> =>
  tx.all(
    LiveRow,
    sql`select c.id as consent_id, c.person_id, k.code as person_code, coalesce(n.is_protected, true) as is_protected, c.valid_to
      from marks.admission_consent c ${joinCode('k', sql`c.person_id`, day)} ${joinName('n', sql`c.person_id`, day)}
      where c.institution_id = any(${[...institutionIds]}::uuid[]) and c.purpose = 'admission' and c.withdrawn_at is null and c.valid_from <= ${day}::date and c.valid_to > ${day}::date
        ${code ? sql`and ${hasCode(sql`c.person_id`, code)}` : sql``} ${consentId ? sql`and c.id = ${consentId}::uuid` : sql``} ${code || consentId ? sql`` : sql`and k.code is not null`} ${after ? sql`and c.id > ${after}::uuid` : sql``} order by c.id limit ${limit}`,
  );

const HandedMark = z.object({
  personId: z.string(), year: z.number(), regNr: z.string(), institution: z.string(), grade: z.number().nullable(), subjectId: z.number(), period: z.string(), scale: z.string(), value: z.string(), language: z.string().nullable(), decidedOn: Day.nullable(),
});
export type HandedMark = z.infer<typeof HandedMark>;

/** The marks that people’s consents hand over, of all of them in one statement. */
export const listHandedMarks = (tx: Read, persons: readonly string[]): Promise<HandedMark[]> =>
  tx.all(
    HandedMark,
    sql`select r.person_id, r.year, i.reg_nr, i.name as institution, ${gradeOfClass(sql`r.class_id`)} as grade, r.subject_id, r.period, r.scale, r.value, r.language, r.decided_on
      from ${learntIn(persons, null)} at join marks.mark r on r.year = at.year and r.institution_id = at.institution_id and r.person_id = at.person_id
      join institutions.institution i on i.id = r.institution_id where ${isHandedOver} order by r.person_id, r.year, r.subject_id, r.period`,
  );

export const noteReads = (tx: Write, reads: readonly { readonly consentId: string; readonly marks: number }[], readAt: Date): Promise<void> =>
  tx.insert('marks.admission_read', reads.map((one) => ({ ...one, readAt })));

const ReadRow = z.object({ readAt: z.date(), institution: z.string() });

/** When each university first took one mark. */
export const listReadsOf = (tx: Read, { personId, year, institutionId, item, period, enteredAt }: RecordRow): Promise<z.infer<typeof ReadRow>[]> =>
  tx.all(
    ReadRow,
    sql`select min(d.read_at) as read_at, i.name as institution from marks.admission_consent c join marks.admission_read d on d.consent_id = c.id and d.read_at >= ${enteredAt}
      join institutions.institution i on i.id = c.institution_id
      where c.person_id = ${personId} and exists (select from marks.mark r where r.year = ${year} and r.institution_id = ${institutionId} and r.person_id = ${personId}
        and r.subject_id = ${item} and r.period = ${period} and ${isHandedOver}) group by i.id order by 1`,
  );
