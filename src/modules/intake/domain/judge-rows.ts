import { type AbsenceRecord, checkAbsence, type Finding, type MarkRecord, type OutcomeRecord, type Records, refusalOf, warningsOf } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Agreeing, agreeingTotals } from './agreeing-totals.js';
import { NOTHING_ELSE, type RowAnswer } from './answer.js';
import type { ArrivingRow, Kind } from './arriving.js';
import { everyFault } from './every-fault.js';
import { explain } from './explain.js';
import { within } from './once.js';
import { readRow } from './read-row.js';
import type { Learner, Place } from './roster.js';
import { type Known, type RowRules, rowRules } from './row-rules.js';

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
  const rules = rowRules(kind, known);
  const judge = judgeOf(rules);
  const records: (MarkRecord | OutcomeRecord | AbsenceRecord)[] = [];
  const answers: RowAnswer[] = [];
  const seen = new Map<string, Map<number, Map<string, JudgedRow>>>();
  let repeated = 0;
  const read = rows.map(({ sent }) => readRow(kind, sent));
  const agreeing = kind === 'absence' ? agreeingTotals(read.flatMap((one) => ('row' in one ? [one.row] : [])), rules.learnerOf, known.totals) : undefined;
  for (const [at, { row, sent }] of rows.entries()) {
    const one = read[at]!;
    const found = 'row' in one ? judge(row, one.row, agreeing) : null;
    if (!('row' in one) || found === null) {
      answers.push(everyFault(rules, row, 'row' in one ? one.row : sent, 'row' in one ? [] : one.unreadable, agreeing));
      continue;
    }
    if (found.answers.length > 0) answers.push(...found.answers);
    const alike = within(within(seen, found.record.period), found.item);
    const before = alike.get(found.record.personId);
    if (before === undefined) {
      alike.set(found.record.personId, found);
      records.push(found.record);
      agreeing?.took(found.record as AbsenceRecord);
    } else if (before.value === found.value) repeated += 1;
    else answers.push(explain.twice(row, one.row, { row: before.record.row, value: before.value }, found.value, found.record.personId));
  }
  return { records: { kind, records } as Records, answers, repeated };
}

/** A row that may be recorded. */
interface JudgedRow {
  /** Warnings alone. */
  readonly answers: readonly RowAnswer[];
  readonly record: MarkRecord | OutcomeRecord | AbsenceRecord;
  /** What makes the record one, beside person and period: the subject, the outcome, or 0 for absences. */
  readonly item: number;
  readonly value: string;
}

/** Judges one row; null where it may not be recorded, whatever the reason: `everyFault` says all of them. */
function judgeOf({ kind, roster, meanings, learnerOf, saidOf, surroundings }: RowRules): (row: number, sent: ArrivingRow, totals: Agreeing | undefined) => JudgedRow | null {
  /** Class as sent against class as known: another one stops the row unless the learner was there in the year, and one that nobody knows in any case. */
  function checkClass(row: number, sent: ArrivingRow, learner: Learner, place: Place): RowAnswer | 'stops' | undefined {
    if (!sent.class) return undefined;
    const meant = meanings.class(sent.class);
    if (meant?.id === place.in.id || meant?.titleKey === place.in.titleKey) return undefined;
    return meant && learner.stays.some((one) => one.in.id === meant.id) ? explain.movedClass(row, sent, meant, place, learner.personId) : 'stops';
  }

  function judgeAssessed(row: number, sent: ArrivingRow): JudgedRow | null {
    const learner = learnerOf(sent);
    if (!learner) return null;
    const outcome = kind === 'outcome' ? meanings.outcome(sent.outcome!) : undefined;
    const subject = kind === 'mark' ? meanings.subject(sent.subjectId, sent.subject) : undefined;
    const subjectId = outcome?.subjectId ?? subject?.id;
    if (subjectId === undefined) return null;
    const decidedOn = (sent.decidedOn ?? null) as IsoDate | null;
    const place = roster.assessed(learner, sent.period, decidedOn);
    const moved = place ? checkClass(row, sent, learner, place) : undefined;
    if (moved === 'stops') return null;
    const language = sent.language?.trim().toLowerCase() || null;
    const { scale, value, findings } = saidOf(learner, place, sent, { subjectId, needsLanguage: subject?.needsLanguage ?? false, outcome }, { language, decidedOn });
    if (refusalOf(findings)) return null;
    const answers = warned(row, sent, moved, findings, place!, learner);
    const item = outcome?.id ?? subjectId;
    const { personId } = learner;
    // One literal for both kinds, each of which reads its own item: spreading objects into each other takes longer than judging the row.
    const what = {
      row, personId, membershipId: place!.membershipId, classId: place!.in.id, period: sent.period, sourceRecord: sent.record ?? '', reason: sent.correctionReason || undefined,
      scale: scale!.scale, value: value!, decidedOn, subjectId: item, outcomeId: item, language,
    };
    return { answers, record: what, item, value: language ? `${value}|${language}` : value! };
  }

  function judgeAbsence(row: number, sent: ArrivingRow, totals: Agreeing): JudgedRow | null {
    const learner = learnerOf(sent);
    if (!learner) return null;
    const place = roster.present(learner, sent.period);
    const moved = place ? checkClass(row, sent, learner, place) : undefined;
    if (moved === 'stops') return null;
    const own = { period: sent.period, justifiedLessons: sent.justifiedLessons!, unjustifiedLessons: sent.unjustifiedLessons! };
    if (refusalOf(checkAbsence(own, totals.others(learner.personId), surroundings(sent.period, place)))) return null;
    const record: AbsenceRecord = {
      row, personId: learner.personId, membershipId: place!.membershipId, classId: place!.in.id, period: sent.period, sourceRecord: sent.record ?? '', reason: sent.correctionReason || undefined,
      justifiedLessons: own.justifiedLessons, unjustifiedLessons: own.unjustifiedLessons, unjustifiedDays: sent.unjustifiedDays ?? null, reasonGroup: sent.reasonGroup ?? '',
    };
    const answers = warned(row, sent, moved, [], place!, learner);
    return { answers, record, item: 0, value: `${own.justifiedLessons}|${own.unjustifiedLessons}|${sent.unjustifiedDays ?? ''}|${sent.reasonGroup ?? ''}` };
  }

  /** What is said of a row that is taken: at most one word on a move, and the warnings of its own. */
  function warned(row: number, sent: ArrivingRow, moved: RowAnswer | undefined, findings: readonly Finding[], place: Place, { personId }: Learner): readonly RowAnswer[] {
    const own = findings.length === 0 ? NONE : warningsOf(findings).map(({ code, field, message }): RowAnswer => ({ row, code, state: 'warned', field, found: sent.value ?? '', expected: message, nearest: [], also: NOTHING_ELSE, sent, mended: null, personId }));
    if (moved) return [moved, ...own];
    return place.hasLeft ? [explain.leftSince(row, sent, place, personId), ...own] : own;
  }

  return (row, sent, totals) => (totals ? judgeAbsence(row, sent, totals) : judgeAssessed(row, sent));
}

const NONE: readonly RowAnswer[] = [];
