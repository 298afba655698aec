import { checkAbsence, checkAssessment, type Finding, refusalsOf } from '#modules/marks/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Agreeing } from './agreeing-totals.js';
import type { OnScale } from './allowed-values.js';
import type { Fault, RowAnswer } from './answer.js';
import type { ArrivingRow } from './arriving.js';
import { explain } from './explain.js';
import type { Unreadable } from './read-row.js';
import type { Learner, Place } from './roster.js';
import type { Assessed, RowRules } from './row-rules.js';

/**
 * Everything that is wrong with a row that is not taken, so that whoever sent it mends it once: what is to be mended first gives the answer its code,
 * the rest stands beside it. Only such rows are looked at so closely. What cannot be judged while something else is unknown is not guessed at.
 */
export function everyFault(rules: RowRules, row: number, sent: unknown, unreadable: readonly Unreadable[], totals: Agreeing | undefined): RowAnswer {
  const faults = unreadable.map((one) => explain.unreadable(row, sent, one));
  if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) faults.push(...faultsOfReadable(rules, row, sent as ArrivingRow, new Set(unreadable.map(({ field }) => field)), totals));
  const [first, ...others] = faults;
  if (!first) throw new Error('a row was not taken and nothing is wrong with it');
  return { ...first, also: others.map(faultOf), mended: mendedBy(sent as ArrivingRow, faults), personId: faults.find(({ personId }) => personId !== null)?.personId ?? null };
}

const faultOf = ({ code, field, found, expected, nearest }: RowAnswer): Fault => ({ code, field, found, expected, nearest });

/** The row with everything mended; null where of one fault it cannot be said how. */
function mendedBy(sent: ArrivingRow, faults: readonly RowAnswer[]): ArrivingRow | null {
  if (faults.some(({ mended }) => mended === null)) return null;
  const was = sent as unknown as Readonly<Record<string, unknown>>;
  return { ...sent, ...Object.fromEntries(faults.flatMap(({ mended }) => Object.entries(mended!).filter(([field, value]) => was[field] !== value))) };
}

/** What is wrong with the fields that can be read, in the order in which a row is judged. */
function faultsOfReadable(rules: RowRules, row: number, whole: ArrivingRow, bad: ReadonlySet<string>, totals: Agreeing | undefined): RowAnswer[] {
  const { kind, roster, meanings, classes } = rules;
  const sent = bad.size === 0 ? whole : withoutFields(whole, bad);
  const isNamed = !bad.has('pupil') && !bad.has('familyName');
  const learner = isNamed ? rules.learnerOf(sent) : undefined;
  const personId = learner?.personId ?? null;
  const outcome = kind === 'outcome' && sent.outcome !== undefined ? meanings.outcome(sent.outcome) : undefined;
  const isSubjectSaid = kind === 'mark' && !bad.has('subjectId') && !bad.has('subject');
  const subject = isSubjectSaid ? meanings.subject(sent.subjectId, sent.subject) : undefined;
  const isPlaced = learner !== undefined && !bad.has('period') && !bad.has('decidedOn');
  const place = isPlaced ? (kind === 'absence' ? roster.present(learner, sent.period) : roster.assessed(learner, sent.period, (sent.decidedOn ?? null) as IsoDate | null)) : null;
  const about: About = { learner, place, isPlaced, subjectId: outcome?.subjectId ?? subject?.id, needsLanguage: subject?.needsLanguage ?? false, outcome };
  const { findings, scale } = kind === 'absence' ? { findings: ofAbsence(rules, sent, about, totals), scale: null } : ofAssessed(rules, sent, about);
  const outcomesLike = (code: string) => rules.outcomesLike(code, place?.in.grade ?? null);
  return [
    isNamed && !learner ? explain.noLearner(row, sent, roster.find(sent.pupil).length > 1) : undefined,
    kind === 'outcome' && sent.outcome !== undefined && !outcome ? explain.unknownOutcome(row, sent, outcomesLike, personId) : undefined,
    isSubjectSaid && !subject ? explain.unknownSubject(row, sent, rules.subjectsLike, personId) : undefined,
    learner && place ? wrongClass(rules, row, sent, learner, place) : undefined,
    ...findings.map((finding) => finding.code === 'VI-105' ? explain.unknownOutcome(row, sent, outcomesLike, personId) : explain.finding(row, sent, finding, { learner, today: rules.today, values: scale?.values })),
    !place && sent.class && !meanings.class(sent.class) ? explain.classOfNobody(row, sent, classes, personId) : undefined,
  ].filter((one) => one !== undefined);
}

/** What is known of a row whose fields may be wrong. */
interface About {
  readonly learner: Learner | undefined;
  readonly place: Place | null;
  /** Whether it can be said where the learner was: without it nothing is said against the place. */
  readonly isPlaced: boolean;
  readonly subjectId: number | undefined;
  readonly needsLanguage: boolean;
  readonly outcome: Assessed['outcome'];
}

/** A class that nobody knows waits; another one is refused unless the learner was there in the year. */
function wrongClass({ meanings, classes }: RowRules, row: number, sent: ArrivingRow, { stays, personId }: Learner, place: Place): RowAnswer | undefined {
  if (!sent.class) return undefined;
  const meant = meanings.class(sent.class);
  if (!meant) return explain.unknownClass(row, sent, place, classes, personId);
  if (meant.id === place.in.id || meant.titleKey === place.in.titleKey || stays.some((one) => one.in.id === meant.id)) return undefined;
  return explain.otherClass(row, sent, place, personId);
}

/** The rules of the record itself, as far as they can be judged. */
function ofAssessed({ saidOf, surroundings }: RowRules, sent: ArrivingRow, { learner, place, isPlaced, subjectId, needsLanguage, outcome }: About): { findings: readonly Finding[]; scale: OnScale | null } {
  const own = { language: sent.language?.trim().toLowerCase() || null, decidedOn: (sent.decidedOn ?? null) as IsoDate | null };
  if (learner && isPlaced && subjectId !== undefined && sent.value !== undefined) {
    const { findings, scale } = saidOf(learner, place, sent, { subjectId, needsLanguage, outcome }, own);
    return { findings: refusalsOf(findings), scale };
  }
  const found = checkAssessment({ value: '', ...own }, surroundings(sent.period, place), { needsLanguage, isExempt: false, isLicensed: true, offScale: () => null });
  return { findings: refusalsOf(found).filter(({ code }) => code !== 'VI-204' && (isPlaced || code !== 'VI-203')), scale: null };
}

function ofAbsence({ surroundings }: RowRules, { period, justifiedLessons, unjustifiedLessons }: ArrivingRow, { learner, place, isPlaced }: About, totals: Agreeing | undefined): readonly Finding[] {
  const isCounted = learner !== undefined && justifiedLessons !== undefined && unjustifiedLessons !== undefined;
  const own = { period, justifiedLessons: justifiedLessons ?? 0, unjustifiedLessons: unjustifiedLessons ?? 0 };
  return checkAbsence(own, isCounted && totals ? totals.others(learner.personId) : [], surroundings(period, place)).filter(({ code }) => (isPlaced || code !== 'VI-203') && (isCounted || code !== 'VI-211'));
}

/** What of a row can be read, its value as words. */
const withoutFields = (row: ArrivingRow, fields: ReadonlySet<string>): ArrivingRow =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => (fields.has(field) || value === null ? [] : [[field, field === 'value' ? String(value) : value]])),
  ) as unknown as ArrivingRow;
