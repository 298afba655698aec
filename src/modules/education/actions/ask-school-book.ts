import type { KnownAs } from '#modules/persons/public.js';
import { addDays, type IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { daysOfYear, type YearDays } from './ask-calendar.js';
import { readScales, type Scales } from './ask-scales.js';
import { findSchoolYear } from '../store/school-calendar.js';
import {
  type BookClass, type BookExemption, type BookLicence, type BookMembership, type BookOutcome, type BookPlacement, type BookSubject, listBookOutcomes, listClassesOfYear,
  listExemptionsOfYear, listLearnerNumbers, listLicencePeriods, listMembershipsBetween, listMembersKnownAs, listPlacementsOfYear, listSubjectsBetween,
} from '../store/school-book.js';

/**
 * One institution's school year as it is known now: who learns there, in which class and when, and what may be recorded of them. A few
 * thousand rows at most; whoever matches a batch against it asks nothing for a single row.
 */
export interface SchoolBook {
  readonly days: YearDays;
  /** The first day of the next school year. */
  readonly endsBefore: IsoDate;
  readonly memberships: readonly BookMembership[];
  readonly knownAs: readonly KnownAs[];
  readonly numbers: readonly { readonly personId: string; readonly number: string }[];
  readonly classes: readonly BookClass[];
  readonly placements: readonly BookPlacement[];
  readonly exemptions: readonly BookExemption[];
  readonly licences: readonly BookLicence[];
  readonly subjects: readonly BookSubject[];
  readonly outcomes: readonly BookOutcome[];
  readonly scales: Scales;
}

/** What of a school year is wanted; all of it where nothing is said. */
export interface BookWanted {
  /** These learners alone. */
  readonly persons?: readonly string[] | undefined;
  /** Without the learning outcomes, which marks and absences do not need. */
  readonly withoutOutcomes?: boolean | undefined;
}

/** Undefined for a school year that is not recorded. */
export async function readSchoolBook(tx: Read, institutionId: string, year: number, { persons, withoutOutcomes = false }: BookWanted = {}): Promise<SchoolBook | undefined> {
  const days = await daysOfYear(tx, year);
  if (!days) return undefined;
  const endsBefore = (await findSchoolYear(tx, year + 1))?.startsOn ?? addDays(days.startsOn, 365);
  const between = [days.startsOn, endsBefore] as const;
  return {
    days, endsBefore,
    memberships: await listMembershipsBetween(tx, institutionId, ...between, persons),
    knownAs: await listMembersKnownAs(tx, institutionId, ...between, persons),
    numbers: await listLearnerNumbers(tx, institutionId, persons),
    classes: await listClassesOfYear(tx, institutionId, year),
    placements: await listPlacementsOfYear(tx, institutionId, year, persons),
    exemptions: await listExemptionsOfYear(tx, institutionId, year, persons),
    licences: await listLicencePeriods(tx, institutionId),
    subjects: await listSubjectsBetween(tx, ...between),
    outcomes: withoutOutcomes ? [] : await listBookOutcomes(tx),
    scales: await readScales(tx),
  };
}
