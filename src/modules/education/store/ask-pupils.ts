import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { joinPupilAssessed, joinPupilPresent } from './ask.js';
import { Day, holdsOn, ofScope } from './rows.js';

/** What the registers of marks ask about single pupils and classes; whole batches join the fragments of `ask.ts`. */

const MemberRow = z.object({
  membershipId: z.string(), personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), institutionId: z.string(), regNr: z.string(), institution: z.string(), inScope: z.boolean(),
});
export type MemberRow = z.infer<typeof MemberRow>;

/**
 * Whose membership it is, where the scope covers its institution, or one into which the pupil went on during the school year: what the
 * earlier school recorded that year is read there (`inScope` false), and changed nowhere else.
 */
export const findMember = (tx: Read, membershipId: string, year: number, scope: Scope, today: IsoDate): Promise<MemberRow | undefined> =>
  tx.first(
    MemberRow,
    sql`select m.id as membership_id, m.person_id, n.given, n.family, n.is_protected, m.institution_id, i.reg_nr, i.name as institution, ${ofScope(sql`m.institution_id`, scope)} as in_scope
      from education.membership m join institutions.institution i on i.id = m.institution_id ${joinName('n', sql`m.person_id`, today)}
      where m.id = ${membershipId} and m.superseded_at is null and (${ofScope(sql`m.institution_id`, scope)} or ${handedOnWithin(sql`m.id`, sql`${year}::smallint`, scope)})`,
  );

/** Condition that the member of `membershipId` went on into an institution of the scope during the school year. */
export const handedOnWithin = (membershipId: Sql, year: Sql, scope: Scope): Sql => sql`exists (
    select from education.membership was join education.membership next on next.person_id = was.person_id and next.valid_from >= was.valid_to
    join education.school_year its on its.year = ${year} left join education.school_year after on after.year = its.year + 1
    where was.id = ${membershipId} and was.superseded_at is null and next.superseded_at is null and next.is_main and was.valid_to > its.starts_on
      and next.valid_from < coalesce(after.starts_on, its.starts_on + 366) and ${ofScope(sql`next.institution_id`, scope)})`;

/** Rows `(person_id, year, institution_id)`: where people learnt, in one school year or in all, whatever was corrected of it since. */
export const learntIn = (persons: readonly string[], year: number | null): Sql => sql`(
    select distinct l.person_id, c.year, c.institution_id from education.placement l join education.class c on c.id = l.class_id
    where l.person_id = any(${[...persons]}::uuid[]) ${year === null ? sql`` : sql`and c.year = ${year}`})`;

export interface InClass {
  readonly personId: string;
  readonly classId: string;
}

/**
 * Rows `(person_id, class_id, year, institution_id, grade, subject_id, subject, subject_en, semesters, is_exempt)`: what pupils learn in their classes by the
 * plan, and from what they are exempt on the last school day of the class.
 */
export const learntBy = (pupils: readonly InClass[]): Sql => sql`(
    select g.person_id, c.id as class_id, c.year, c.institution_id, c.grade, s.subject_id, b.name as subject, b.name_en as subject_en, s.semesters,
      exists (select from education.exemption x where x.person_id = g.person_id and x.subject_id = s.subject_id and ${holdsOn('x', sql`coalesce(c.ends_on, e.ends_on)`)}) as is_exempt
    from unnest(${pupils.map(({ personId }) => personId)}::uuid[], ${pupils.map(({ classId }) => classId)}::uuid[]) g (person_id, class_id)
    join education.class c on c.id = g.class_id join education.class_subject s on s.class_id = c.id join education.subject b on b.id = s.subject_id
    left join education.year_end e on e.year = c.year and e.grade = c.grade)`;

/** Rows `(grade, subject_id, outcome_id)`: the learning outcomes that are assessed in each grade. */
export const ASSESSED_OUTCOMES: Sql = sql`(select grade, o.subject_id, o.id as outcome_id from education.outcome o cross join lateral generate_series(o.from_grade::int, o.to_grade::int) grade)`;

/** The membership by which somebody is or was in a class, as an expression. */
export const membershipInClass = (personId: Sql, classId: Sql): Sql => sql`(
    select l.membership_id from education.placement l where l.class_id = ${classId} and l.person_id = ${personId} and l.superseded_at is null order by l.valid_from desc limit 1)`;

const ClassOfRow = z.object({ classId: z.string(), membershipId: z.string(), title: z.string(), grade: z.number().nullable(), year: z.number(), since: Day, firstSemesterEndsOn: Day, endsOn: Day.nullable() });
export type ClassOfPupil = z.infer<typeof ClassOfRow>;

/** The class of a pupil in an institution on a day, since when they are a member there, and the days on which its semester and year end. */
export const findClassOf = (tx: Read, personId: string, institutionId: string, day: IsoDate): Promise<ClassOfPupil | undefined> =>
  tx.first(
    ClassOfRow,
    sql`select c.id as class_id, l.membership_id, c.title, c.grade, c.year, m.valid_from as since, y.first_semester_ends_on, coalesce(c.ends_on, e.ends_on) as ends_on
      from education.placement l join education.membership m on m.id = l.membership_id join education.class c on c.id = l.class_id join education.school_year y on y.year = c.year left join education.year_end e on e.year = c.year and e.grade = c.grade
      where l.person_id = ${personId} and c.institution_id = ${institutionId} and c.grade is not null and ${holdsOn('l', day)} order by l.valid_from desc limit 1`,
  );

const PlacedRow = z.object({
  personId: z.string(), given: z.string(), family: z.string(), isProtected: z.boolean(), membershipId: z.string(), validFrom: Day, validTo: Day.nullable(),
});
export type PlacedRow = z.infer<typeof PlacedRow>;

/** Everyone who was in a class at any time, each once with the last days there, in Latvian order. */
export const listPlacedIn = (tx: Read, classId: string, today: IsoDate): Promise<PlacedRow[]> =>
  tx.all(
    PlacedRow,
    sql`select p.person_id, n.given, n.family, n.is_protected, p.membership_id, p.valid_from, p.valid_to from (
        select distinct on (l.person_id) l.person_id, l.membership_id, l.valid_from, l.valid_to from education.placement l
        where l.class_id = ${classId} and l.superseded_at is null order by l.person_id, l.valid_from desc) p
      ${joinName('n', sql`p.person_id`, today)} order by n.family collate platform.latvian, n.given collate platform.latvian, p.person_id`,
  );

/** Whose record of which period is to be placed. */
export interface PupilPeriod {
  readonly personId: string;
  readonly institutionId: string;
  readonly year: number;
  readonly period: string;
  /** Day of the decision; absences have none and count for whoever was there at any time of the period. */
  readonly decidedOn: IsoDate | null;
  readonly present: boolean;
  readonly subjectId: number | null;
}

const PlaceRow = z.object({
  membershipId: z.string().nullable(), classId: z.string().nullable(), title: z.string().nullable(), grade: z.number().nullable(), day: Day.nullable(),
  isExempt: z.boolean(), needsLanguage: z.boolean(), isLicensed: z.boolean(),
});
export type PupilPlace = z.infer<typeof PlaceRow>;

/** Where a pupil learnt when a period was assessed, and what holds there for a subject; nulls where they were in no class of the institution. */
export async function findPupilPlace(tx: Read, { personId, institutionId, year, period, decidedOn, present, subjectId }: PupilPeriod): Promise<PupilPlace> {
  const of = { personId: sql`g.person_id`, institutionId: sql`g.institution_id`, year: sql`g.year`, period: sql`g.period` };
  const row = await tx.first(
    PlaceRow,
    sql`select place.membership_id, place.class_id, place.title, place.grade, place.day, coalesce(s.needs_language, false) as needs_language,
        exists (select from education.exemption x where x.person_id = g.person_id and x.subject_id = g.subject_id and ${holdsOn('x', sql`place.day`)}) as is_exempt,
        exists (select from education.licence v where v.institution_id = g.institution_id and v.programme_code = place.programme_code and ${holdsOn('v', sql`place.day`)}) as is_licensed
      from (values (${personId}::uuid, ${institutionId}::uuid, ${year}::smallint, ${period}::text, ${decidedOn}::date, ${subjectId}::int)) g (person_id, institution_id, year, period, decided_on, subject_id)
      ${present ? joinPupilPresent('place', of) : joinPupilAssessed('place', { ...of, decidedOn: sql`g.decided_on` })}
      left join education.subject s on s.id = g.subject_id`,
  );
  return row!;
}

const OutcomeRow = z.object({ id: z.number(), code: z.string(), subjectId: z.number(), subject: z.string(), subjectEn: z.string(), words: z.string(), wordsEn: z.string() });
/** `wordsEn` is empty where the classifier has the outcome in Latvian alone. */
export type AssessedOutcome = z.infer<typeof OutcomeRow>;

/** Learning outcomes that are assessed in a grade, by subject. */
export const listOutcomesOfGrade = (tx: Read, grade: number): Promise<AssessedOutcome[]> =>
  tx.all(
    OutcomeRow,
    sql`select o.id, o.code, o.subject_id, s.name as subject, s.name_en as subject_en, o.text_lv as words, o.text_en as words_en from education.outcome o join education.subject s on s.id = o.subject_id
      where ${grade} between o.from_grade and o.to_grade order by s.name collate platform.latvian, o.code`,
  );

/** Learning outcomes by their identifiers, whatever grade they are of. */
export const listOutcomesById = (tx: Read, ids: readonly number[]): Promise<AssessedOutcome[]> =>
  tx.all(
    OutcomeRow,
    sql`select o.id, o.code, o.subject_id, s.name as subject, s.name_en as subject_en, o.text_lv as words, o.text_en as words_en from education.outcome o join education.subject s on s.id = o.subject_id
      where o.id = any(${[...ids]}::int[]) order by s.name collate platform.latvian, o.code`,
  );

const NameRow = z.object({ id: z.number(), name: z.string(), nameEn: z.string() });
export type SubjectName = z.infer<typeof NameRow>;

/** What subjects are called, whether they still hold or not. */
export const listSubjectNames = (tx: Read, ids: readonly number[]): Promise<SubjectName[]> =>
  tx.all(NameRow, sql`select s.id, s.name, s.name_en from education.subject s where s.id = any(${[...ids]}::int[]) order by s.name collate platform.latvian, s.id`);
