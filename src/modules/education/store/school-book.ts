import { z } from 'zod';
import { type KnownAs, listKnownAs } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CLASS_KIND_NAMES } from '../domain/class-kinds.js';
import { Day } from './rows.js';

/** What one institution's school year looks like, read by a handful of statements for whoever matches thousands of rows against it. */

const MembershipRow = z.object({ id: z.string(), personId: z.string(), programmeCode: z.string(), isMain: z.boolean(), validFrom: Day, validTo: Day.nullable() });
export type BookMembership = z.infer<typeof MembershipRow>;

/** Only rows of these people, where any are named. */
const ofPersons = (column: string, persons: readonly string[] | undefined): Sql => (persons ? sql`and ${sql.ref(column)} = any(${[...persons]}::uuid[])` : sql``);
type Persons = readonly string[] | undefined;

/** Memberships that touch the days from `from` until before `to`. */
export const listMembershipsBetween = (tx: Read, institutionId: string, from: IsoDate, to: IsoDate, persons?: Persons): Promise<BookMembership[]> =>
  tx.all(
    MembershipRow,
    sql`select m.id, m.person_id, m.programme_code, m.is_main, m.valid_from, m.valid_to from education.membership m where ${touching(institutionId, from, to)} ${ofPersons('m.person_id', persons)} order by m.person_id, m.valid_from`,
  );

/** By which codes and family names those members are known. */
export const listMembersKnownAs = (tx: Read, institutionId: string, from: IsoDate, to: IsoDate, persons?: Persons): Promise<KnownAs[]> =>
  listKnownAs(tx, sql`select m.person_id from education.membership m where ${touching(institutionId, from, to)} ${ofPersons('m.person_id', persons)}`);

const touching = (institutionId: string, from: IsoDate, to: IsoDate): Sql =>
  sql`m.institution_id = ${institutionId} and m.superseded_at is null and m.valid_from < ${to}::date and (m.valid_to is null or m.valid_to > ${from}::date)`;

const NumberRow = z.object({ personId: z.string(), number: z.string() });
export const listLearnerNumbers = (tx: Read, institutionId: string, persons?: Persons): Promise<z.infer<typeof NumberRow>[]> =>
  tx.all(NumberRow, sql`select person_id, number from education.learner_number where institution_id = ${institutionId} ${ofPersons('person_id', persons)}`);

const ClassRow = z.object({ id: z.string(), kind: z.enum(CLASS_KIND_NAMES), grade: z.number().nullable(), title: z.string(), titleKey: z.string(), endsOn: Day.nullable() });
export type BookClass = z.infer<typeof ClassRow>;

/** Classes and groups of a year; `endsOn` is their last school day, their own or that of their grade. */
export const listClassesOfYear = (tx: Read, institutionId: string, year: number): Promise<BookClass[]> =>
  tx.all(
    ClassRow,
    sql`select c.id, c.kind, c.grade, c.title, c.title_key, coalesce(c.ends_on, e.ends_on) as ends_on from education.class c
      left join education.year_end e on e.year = c.year and e.grade = c.grade where c.institution_id = ${institutionId} and c.year = ${year} order by c.grade, c.title_key`,
  );

const PlacementRow = z.object({ membershipId: z.string(), personId: z.string(), classId: z.string(), validFrom: Day, validTo: Day.nullable() });
export type BookPlacement = z.infer<typeof PlacementRow>;

/** Who was in those classes, and when. */
export const listPlacementsOfYear = (tx: Read, institutionId: string, year: number, persons?: Persons): Promise<BookPlacement[]> =>
  tx.all(
    PlacementRow,
    sql`select l.membership_id, l.person_id, l.class_id, l.valid_from, l.valid_to from education.class c join education.placement l on l.class_id = c.id and l.superseded_at is null
      where c.institution_id = ${institutionId} and c.year = ${year} ${ofPersons('l.person_id', persons)}`,
  );

const ExemptionRow = z.object({ personId: z.string(), subjectId: z.number(), validFrom: Day, validTo: Day.nullable() });
export type BookExemption = z.infer<typeof ExemptionRow>;

/** Exemptions of the year's learners. */
export const listExemptionsOfYear = (tx: Read, institutionId: string, year: number, persons?: Persons): Promise<BookExemption[]> =>
  tx.all(
    ExemptionRow,
    sql`select x.person_id, x.subject_id, x.valid_from, x.valid_to from education.exemption x where x.superseded_at is null ${ofPersons('x.person_id', persons)} and x.person_id in (
        select l.person_id from education.class c join education.placement l on l.class_id = c.id and l.superseded_at is null where c.institution_id = ${institutionId} and c.year = ${year} ${ofPersons('l.person_id', persons)})`,
  );

const LicencePeriod = z.object({ programmeCode: z.string(), validFrom: Day, validTo: Day.nullable() });
export type BookLicence = z.infer<typeof LicencePeriod>;
export const listLicencePeriods = (tx: Read, institutionId: string): Promise<BookLicence[]> =>
  tx.all(LicencePeriod, sql`select programme_code, valid_from, valid_to from education.licence where institution_id = ${institutionId} and superseded_at is null`);

const SubjectRow = z.object({ id: z.number(), name: z.string(), nameEn: z.string(), nameKey: z.string(), needsLanguage: z.boolean() });
export type BookSubject = z.infer<typeof SubjectRow>;

/** Subjects that hold on any day of the year. */
export const listSubjectsBetween = (tx: Read, from: IsoDate, to: IsoDate): Promise<BookSubject[]> =>
  tx.all(
    SubjectRow,
    sql`select id, name, name_en, name_key, needs_language from education.subject where valid_from < ${to}::date and (valid_to is null or valid_to > ${from}::date) order by id`,
  );

const OutcomeRow = z.object({ id: z.number(), code: z.string(), subjectId: z.number(), fromGrade: z.number(), toGrade: z.number(), textLv: z.string(), textEn: z.string() });
export type BookOutcome = z.infer<typeof OutcomeRow>;
export const listBookOutcomes = (tx: Read): Promise<BookOutcome[]> => tx.all(OutcomeRow, sql`select id, code, subject_id, from_grade, to_grade, text_lv, text_en from education.outcome order by code`);
