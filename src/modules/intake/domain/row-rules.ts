import { nameKey, plainValue, type SchoolBook } from '#modules/education/public.js';
import { type AbsenceTotals, checkAssessment, type Finding, type Surroundings } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type AllowedValues, allowedValues, type OnScale } from './allowed-values.js';
import type { Nearest } from './answer.js';
import type { ArrivingRow, Kind } from './arriving.js';
import { type DecidedNames, nearestOutcomes, nearestSubjects } from './explain.js';
import { type Aliases, type Meanings, meaningsOf } from './meanings.js';
import { once, within } from './once.js';
import { isExempt, type Learner, type Place, type Roster, rosterOf } from './roster.js';

/** What rows are judged by; read once for all of them. */
export interface Known {
  readonly book: SchoolBook;
  readonly aliases: Aliases;
  readonly decided: DecidedNames;
  /** Absences that the register has already, by person. */
  readonly totals: ReadonlyMap<string, readonly AbsenceTotals[]>;
  readonly today: IsoDate;
}

/** What only some rows say: most of a school's year says neither. */
export interface Own {
  readonly language: string | null;
  readonly decidedOn: IsoDate | null;
}

/** What a row assesses: a subject, or a learning outcome of it. */
export interface Assessed {
  readonly subjectId: number;
  readonly needsLanguage: boolean;
  readonly outcome: SchoolBook['outcomes'][number] | undefined;
}

/** What somebody's value means in a grade, and what is wrong with it. */
export interface Said {
  readonly scale: OnScale | null;
  /** As the scale writes it; undefined where it is not on the scale. */
  readonly value: string | undefined;
  readonly findings: readonly Finding[];
}

/** The questions that a row asks of what is known, each answered once for all rows that ask alike. */
export interface RowRules {
  readonly kind: Kind;
  readonly today: IsoDate;
  readonly classes: SchoolBook['classes'];
  readonly roster: Roster;
  readonly meanings: Meanings;
  readonly allowed: AllowedValues;
  /** Whom a row names, and no other of several; nobody where the family name is another one. */
  learnerOf(row: Pick<ArrivingRow, 'pupil' | 'familyName'>): Learner | undefined;
  subjectsLike(name: string): readonly Nearest[];
  /** Of the learner's grade alone, where it is known. */
  outcomesLike(code: string, grade: number | null): readonly Nearest[];
  saidOf(learner: Learner, place: Place | null, sent: ArrivingRow, of: Assessed, own: Own): Said;
  surroundings(period: string, place: Place | null): Surroundings;
}

export function rowRules(kind: Kind, { book, aliases, decided, today }: Known): RowRules {
  const [keyOf, plain] = [once(nameKey), once(plainValue)];
  const [roster, meanings, allowed] = [rosterOf(book, today), meaningsOf(book, aliases), allowedValues(book, kind)];
  const said = new Map<number, Map<number, Map<string, Map<string, Said>>>>();

  const surroundings = (period: string, place: Place | null): Surroundings => ({ place: place && { grade: place.in.grade }, window: allowed.window(period), today, byOrder: false });

  const isOf = (outcome: NonNullable<Assessed['outcome']>, grade: number): boolean => outcome.fromGrade <= grade && grade <= outcome.toGrade;

  function judgeSaid(place: Place | null, sent: ArrivingRow, { subjectId, needsLanguage, outcome }: Assessed, own: Own, exempt: boolean): Said {
    const scale = place?.in.grade ? allowed.scaleOf(place.in.grade, subjectId, sent.period) : null;
    const value = scale?.values.get(plain(sent.value!));
    const findings = checkAssessment({ value: value ?? sent.value!, ...own }, surroundings(sent.period, place), {
      needsLanguage, isExempt: exempt, isLicensed: place?.isLicensed ?? true, isOfGrade: (grade) => outcome === undefined || isOf(outcome, grade),
      offScale: (grade) => (value === undefined ? allowed.why(grade, subjectId, sent.period, sent.value!) : null),
    });
    return { scale, value, findings };
  }

  const outcomesIn = once((grade) => once((code: string) => nearestOutcomes(code, grade === '' ? book.outcomes : book.outcomes.filter((one) => isOf(one, Number(grade))))));

  return {
    kind, today, classes: book.classes, roster, meanings, allowed, surroundings,
    // A name that nobody knows stands in a thousand rows; what it may mean is looked for once.
    subjectsLike: once((name) => nearestSubjects(name, book.subjects, decided.get(nameKey(name)) ?? [])),
    outcomesLike: (code, grade) => outcomesIn(String(grade ?? ''))(code),
    learnerOf({ pupil, familyName }) {
      const found = roster.find(pupil);
      if (found.length !== 1 || (familyName && !found[0]!.familyKeys.has(keyOf(familyName)))) return undefined;
      return found[0];
    },
    // The rules ask for the grade, not for the learner: a school's year says some hundred different things, and each is judged once.
    saidOf(learner, place, sent, of, own) {
      const exempt = place !== null && isExempt(learner, of.subjectId, place.day);
      if (!place?.in.grade || exempt || own.language || (own.decidedOn !== null && own.decidedOn > today)) return judgeSaid(place, sent, of, own, exempt);
      const alike = within(within(within(said, place.isLicensed ? place.in.grade : -place.in.grade), of.outcome?.id ?? of.subjectId), sent.period);
      const before = alike.get(sent.value!);
      if (before) return before;
      const judged = judgeSaid(place, sent, of, own, exempt);
      alike.set(sent.value!, judged);
      return judged;
    },
  };
}
