import { nameKey, plainValue, type SchoolBook } from '#modules/education/public.js';
import {
  type AbsenceRecord, type AbsenceTotals, checkAbsence, checkAssessment, type Finding, type MarkRecord, type OutcomeRecord, type Records, refusalOf, sumsAgree, type Surroundings, warningsOf,
} from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { allowedValues, type OnScale } from './allowed-values.js';
import type { RowAnswer } from './answer.js';
import { type DecidedNames, explain, nearestOutcomes, nearestSubjects } from './explain.js';
import type { ArrivingRow, Kind } from './arriving.js';
import { type Aliases, meaningsOf } from './meanings.js';
import { once, within } from './once.js';
import { readRow } from './read-row.js';
import { isExempt, type Learner, type Place, rosterOf } from './roster.js';

/** What rows are judged by; read once for all of them. */
export interface Known {
  readonly book: SchoolBook;
  readonly aliases: Aliases;
  readonly decided: DecidedNames;
  /** Absences that the register has already, by person. */
  readonly totals: ReadonlyMap<string, readonly AbsenceTotals[]>;
  readonly today: IsoDate;
}

export interface NumberedRow {
  readonly row: number;
  readonly sent: unknown;
}

/** Rows that may be recorded, what is said of the others, and how many repeat an earlier row of the same batch. */
export interface Judged {
  readonly records: Records;
  readonly answers: readonly RowAnswer[];
  readonly repeated: number;
}

/**
 * Says of every row of a batch whether it may be recorded, and as what. Nothing is looked up beyond `known`, nobody is found by name, and what
 * is not certain waits for a person. The rules of the record itself are those of single entry (`checkAssessment`, `checkAbsence`).
 */
export function judgeRows(kind: Kind, rows: readonly NumberedRow[], known: Known): Judged {
  const judge = judgeOf(kind, known);
  const records: (MarkRecord | OutcomeRecord | AbsenceRecord)[] = [];
  const answers: RowAnswer[] = [];
  const seen = new Map<string, Map<number, Map<string, JudgedRow>>>();
  let repeated = 0;
  const read = rows.map(({ sent }) => readRow(kind, sent));
  const agreeing = kind === 'absence' ? agreeingTotals(read.flatMap((one) => ('row' in one ? [one.row] : [])), judge.learnerOf, known.totals) : undefined;
  for (const [at, { row, sent }] of rows.entries()) {
    const one = read[at]!;
    if ('unreadable' in one) {
      answers.push({ row, code: 'VI-301', state: 'refused', ...one.unreadable, nearest: [], sent, mended: null, personId: null });
      continue;
    }
    const found = judge.row(row, one.row, agreeing);
    if (found.answers.length > 0) answers.push(...found.answers);
    if (!found.record) continue;
    const alike = within(within(seen, found.record.period), found.item);
    const before = alike.get(found.record.personId);
    if (before === undefined) {
      alike.set(found.record.personId, found);
      records.push(found.record);
      agreeing?.took(found.record as AbsenceRecord);
    } else if (before.value === found.value) repeated += 1;
    else answers.push(explain.twice(row, one.row, { row: before.record!.row, value: before.value }, found.value, found.record.personId));
  }
  return { records: { kind, records } as Records, answers, repeated };
}

interface JudgedRow {
  readonly answers: readonly RowAnswer[];
  readonly record: MarkRecord | OutcomeRecord | AbsenceRecord | null;
  /** What makes the record one, beside person and period: the subject, the outcome, or 0 for absences. */
  readonly item: number;
  readonly value: string;
}

const refused = (answer: RowAnswer): JudgedRow => ({ answers: [answer], record: null, item: 0, value: '' });

/** What only some rows say: most of a school's year says neither. */
interface Own {
  readonly language: string | null;
  readonly decidedOn: IsoDate | null;
}

/** What somebody's value means in a grade, and what is wrong with it. */
interface Said {
  readonly scale: OnScale | null;
  /** As the scale writes it; undefined where it is not on the scale. */
  readonly value: string | undefined;
  readonly findings: readonly Finding[];
}

function judgeOf(kind: Kind, known: Known) {
  const { book, today } = known;
  const [keyOf, plain] = [once(nameKey), once(plainValue)];
  // A name that nobody knows stands in a thousand rows; what it may mean is looked for once.
  const subjectsLike = once((name: string) => nearestSubjects(name, book.subjects, known.decided.get(nameKey(name)) ?? []));
  const outcomesLike = once((code: string) => nearestOutcomes(code, book.outcomes));
  const [roster, meanings, allowed] = [rosterOf(book, today), meaningsOf(book, known.aliases), allowedValues(book, kind)];

  function learnerOf(row: ArrivingRow): Learner | undefined {
    const found = roster.find(row.pupil);
    if (found.length !== 1 || (row.familyName && !found[0]!.familyKeys.has(keyOf(row.familyName)))) return undefined;
    return found[0];
  }

  /** Class as sent against class as known: one that nobody knows waits, another one is refused unless the learner was there in the year. */
  function checkClass(row: number, sent: ArrivingRow, learner: Learner, place: Place): RowAnswer | undefined {
    if (!sent.class) return undefined;
    const meant = meanings.class(sent.class);
    if (meant?.id === place.in.id || meant?.titleKey === place.in.titleKey) return undefined;
    if (!meant) return explain.unknownClass(row, sent, place, book.classes, learner.personId);
    return learner.stays.some((one) => one.in.id === meant.id) ? explain.movedClass(row, sent, meant, place, learner.personId) : explain.otherClass(row, sent, place, learner.personId);
  }

  function judgeAssessed(row: number, sent: ArrivingRow): JudgedRow {
    const learner = learnerOf(sent);
    if (!learner) return refused(explain.noLearner(row, sent, roster.find(sent.pupil).length > 1));
    const outcome = kind === 'outcome' ? meanings.outcome(sent.outcome!) : undefined;
    if (kind === 'outcome' && !outcome) return refused(explain.unknownOutcome(row, sent, outcomesLike, learner.personId));
    const subject = kind === 'mark' ? meanings.subject(sent.subjectId, sent.subject) : undefined;
    if (kind === 'mark' && !subject) return refused(explain.unknownSubject(row, sent, subjectsLike, learner.personId));
    const subjectId = outcome?.subjectId ?? subject!.id;
    const decidedOn = (sent.decidedOn ?? null) as IsoDate | null;
    const place = roster.assessed(learner, sent.period, decidedOn);
    const moved = place ? checkClass(row, sent, learner, place) : undefined;
    if (moved && moved.state !== 'warned') return refused(moved);
    const language = sent.language?.trim().toLowerCase() || null;
    const { scale, value, findings } = saidOf(learner, place, sent, subjectId, { language, decidedOn }, subject?.needsLanguage ?? false);
    const refusal = refusalOf(findings);
    if (refusal) return refused(explain.finding(row, sent, refusal, { learner, today, values: scale?.values }));
    const answers = warned(row, sent, moved, findings, place!, learner);
    const item = outcome?.id ?? subject!.id;
    const { personId } = learner;
    // One literal for both kinds, each of which reads its own item: spreading objects into each other takes longer than judging the row.
    const what = {
      row, personId, membershipId: place!.membershipId, classId: place!.in.id, period: sent.period, sourceRecord: sent.record ?? '', reason: sent.correctionReason || undefined,
      scale: scale!.scale, value: value!, decidedOn, subjectId: item, outcomeId: item, language,
    };
    return { answers, record: what, item, value: language ? `${value}|${language}` : value! };
  }

  function judgeAbsence(row: number, sent: ArrivingRow, totals: Agreeing): JudgedRow {
    const learner = learnerOf(sent);
    if (!learner) return refused(explain.noLearner(row, sent, roster.find(sent.pupil).length > 1));
    const place = roster.present(learner, sent.period);
    const moved = place ? checkClass(row, sent, learner, place) : undefined;
    if (moved && moved.state !== 'warned') return refused(moved);
    const own = { period: sent.period, justifiedLessons: sent.justifiedLessons!, unjustifiedLessons: sent.unjustifiedLessons! };
    const refusal = refusalOf(checkAbsence(own, totals.others(learner.personId), surroundings(sent, place)));
    if (refusal) return refused(explain.finding(row, sent, refusal, { learner, today, totals: totals.others(learner.personId) }));
    const record: AbsenceRecord = {
      row, personId: learner.personId, membershipId: place!.membershipId, classId: place!.in.id, period: sent.period, sourceRecord: sent.record ?? '', reason: sent.correctionReason || undefined,
      justifiedLessons: own.justifiedLessons, unjustifiedLessons: own.unjustifiedLessons, unjustifiedDays: sent.unjustifiedDays ?? null, reasonGroup: sent.reasonGroup ?? '',
    };
    const answers = warned(row, sent, moved, [], place!, learner);
    return { answers, record, item: 0, value: `${own.justifiedLessons}|${own.unjustifiedLessons}|${sent.unjustifiedDays ?? ''}|${sent.reasonGroup ?? ''}` };
  }

  const said = new Map<number, Map<number, Map<string, Map<string, Said>>>>();

  /** The rules ask for the grade, not for the learner: a school's year says some hundred different things, and each is judged once. */
  function saidOf(learner: Learner, place: Place | null, sent: ArrivingRow, subjectId: number, own: Own, needsLanguage: boolean): Said {
    const exempt = place !== null && isExempt(learner, subjectId, place.day);
    if (!place?.in.grade || exempt || own.language || (own.decidedOn !== null && own.decidedOn > today)) return judgeSaid(place, sent, subjectId, own, needsLanguage, exempt);
    const alike = within(within(within(said, place.isLicensed ? place.in.grade : -place.in.grade), subjectId), sent.period);
    const before = alike.get(sent.value!);
    if (before) return before;
    const judged = judgeSaid(place, sent, subjectId, own, needsLanguage, exempt);
    alike.set(sent.value!, judged);
    return judged;
  }

  function judgeSaid(place: Place | null, sent: ArrivingRow, subjectId: number, own: Own, needsLanguage: boolean, exempt: boolean): Said {
    const scale = place?.in.grade ? allowed.scaleOf(place.in.grade, subjectId, sent.period) : null;
    const value = scale?.values.get(plain(sent.value!));
    const findings = checkAssessment({ value: value ?? sent.value!, ...own }, surroundings(sent, place), {
      needsLanguage, isExempt: exempt, isLicensed: place?.isLicensed ?? true,
      offScale: (grade) => (value === undefined ? allowed.why(grade, subjectId, sent.period, sent.value!) : null),
    });
    return { scale, value, findings };
  }

  const surroundings = (sent: ArrivingRow, place: Place | null): Surroundings => ({ place: place && { grade: place.in.grade }, window: allowed.window(sent.period), today, byOrder: false });

  /** What is said of a row that is taken: at most one word on a move, and the warnings of its own. */
  function warned(row: number, sent: ArrivingRow, moved: RowAnswer | undefined, findings: readonly Finding[], place: Place, { personId }: Learner): readonly RowAnswer[] {
    const own = findings.length === 0 ? NONE : warningsOf(findings).map(({ code, field, message }): RowAnswer => ({ row, code, state: 'warned', field, found: sent.value ?? '', expected: message, nearest: [], sent, mended: null, personId }));
    if (moved) return [moved, ...own];
    return place.hasLeft ? [explain.leftSince(row, sent, place, personId), ...own] : own;
  }

  return { learnerOf, row: (row: number, sent: ArrivingRow, totals: Agreeing | undefined): JudgedRow => (totals ? judgeAbsence(row, sent, totals) : judgeAssessed(row, sent)) };
}

const NONE: readonly RowAnswer[] = [];

/** The totals against which an absence is judged. */
interface Agreeing {
  others(personId: string): readonly AbsenceTotals[];
  took(record: AbsenceRecord): void;
}

/**
 * A learner's rows of one batch change the register together: where all of them with the rest of the register agree, none is judged against what
 * it is about to replace. Where they do not, they are judged one after the other.
 */
function agreeingTotals(rows: readonly ArrivingRow[], learnerOf: (row: ArrivingRow) => Learner | undefined, registered: Known['totals']): Agreeing {
  const now = new Map<string, Map<string, AbsenceTotals>>();
  const of = (personId: string) => {
    const known = now.get(personId) ?? new Map((registered.get(personId) ?? []).map((one) => [one.period, one]));
    now.set(personId, known);
    return known;
  };
  for (const [learner, own] of Map.groupBy(rows, learnerOf)) {
    if (!learner) continue;
    const together = new Map(of(learner.personId));
    for (const { period, justifiedLessons, unjustifiedLessons } of own) together.set(period, { period, justifiedLessons: justifiedLessons!, unjustifiedLessons: unjustifiedLessons! });
    if (sumsAgree([...together.values()])) now.set(learner.personId, together);
  }
  return {
    others: (personId) => [...of(personId).values()],
    took: ({ personId, period, justifiedLessons, unjustifiedLessons }) => void of(personId).set(period, { period, justifiedLessons, unjustifiedLessons }),
  };
}
