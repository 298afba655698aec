import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { fill, type Text } from '#kernel/text.js';
import { RECORD_CODES, type RecordCodeName } from './codes.js';
import { absencesFrom, monthsOf, type Period } from './periods.js';
import type { RecordKind } from './record.js';

/** One thing that is wrong with a record: its code, the field it stands at, and what was expected there. */
export interface Finding {
  readonly code: RecordCodeName;
  readonly field: string;
  readonly message: Text;
}

/** An assessment as it is to be recorded: a mark of a subject, or the level of an outcome. */
export interface Assessment {
  readonly value: string;
  readonly language: string | null;
  readonly decidedOn: IsoDate | null;
}

/** When records of a period are taken; null on a side that is open. Periods without a deadline of their own have no window. */
export interface Window {
  readonly opensOn: IsoDate | null;
  /** The last day on which corrections are taken without an order. */
  readonly closesAfter: IsoDate | null;
}

/** When records of a period are taken, by the rule of their deadline; of absences none before the period has begun. */
export function windowOf(kind: RecordKind, period: Period, year: number, rule: { readonly opensOn: IsoDate | null; readonly correctionsUntil: IsoDate | null } | undefined): Window | null {
  const window = rule ? { opensOn: rule.opensOn, closesAfter: rule.correctionsUntil } : null;
  if (kind !== 'absence') return window;
  const [from, opensOn] = [absencesFrom(year, period), window?.opensOn ?? null];
  return { opensOn: opensOn !== null && opensOn > from ? opensOn : from, closesAfter: window?.closesAfter ?? null };
}

/** What holds around a record: where the learner was, and what the registers say of it. */
export interface Surroundings {
  /** The class and grade in the institution on the record's day; null where the learner was in none. */
  readonly place: { readonly grade: number | null } | null;
  readonly window: Window | null;
  readonly today: IsoDate;
  /** By order of the head: the window no longer counts. */
  readonly byOrder: boolean;
}

export interface OfSubject {
  readonly needsLanguage: boolean;
  readonly isExempt: boolean;
  readonly isLicensed: boolean;
  /** Of a learning outcome: whether it is one of the grade. */
  readonly isOfGrade?: (grade: number) => boolean;
  /** Why the value cannot stand there; null where it can. */
  readonly offScale: (grade: number) => Text | null;
}

/**
 * Everything that speaks against an assessment: refusals first, in the order in which they are to be mended, then the warnings; nothing where it may
 * stand. What cannot be judged without what is missing is not guessed at: no scale without a class, no place on a day that has not come.
 */
export function checkAssessment({ value, language, decidedOn }: Assessment, around: Surroundings, subject: OfSubject): Finding[] {
  const { place } = around;
  return [
    decidedOn && decidedOn > around.today ? finding('VI-212', 'decidedOn') : notThere(place, decidedOn),
    place?.grade && subject.isOfGrade?.(place.grade) === false ? finding('VI-105', 'outcome') : undefined,
    place ? offScale(place, subject) : undefined,
    subject.needsLanguage && !language ? finding('VI-205', 'language') : undefined,
    language !== null && !LANGUAGE.test(language) ? finding('VI-213', 'language') : undefined,
    outsideWindow(around),
    subject.isExempt && value !== EXEMPT ? finding('VI-209', 'value') : undefined,
    place && !subject.isLicensed ? finding('VI-210', 'value') : undefined,
  ].filter((one) => one !== undefined);
}

/** A code of ISO 639-1. */
const LANGUAGE = /^[a-z]{2}$/;

/** Stands in place of an assessment for who is exempt. */
const EXEMPT = 'atb';

/** Totals of missed lessons of one period. */
export interface AbsenceTotals {
  readonly period: string;
  readonly justifiedLessons: number;
  readonly unjustifiedLessons: number;
}

/**
 * Everything that speaks against totals of absences, in the order in which it is to be mended.
 * @param others what is recorded of the learner's other periods of the year in the institution
 */
export function checkAbsence(totals: AbsenceTotals, others: readonly AbsenceTotals[], around: Surroundings): Finding[] {
  const agree = sumsAgree([...others.filter(({ period }) => period !== totals.period), totals]);
  return [notThere(around.place), agree ? undefined : finding('VI-211', 'unjustifiedLessons'), outsideWindow(around)].filter((one) => one !== undefined);
}

/**
 * Whether no whole is smaller than its parts: months within their semester, semesters within the year. Justified and unjustified lessons count
 * together, since a lesson becomes justified later; a part may be missing, so that months can come one by one.
 */
export function sumsAgree(totals: readonly AbsenceTotals[]): boolean {
  const lessons = new Map(totals.map((one) => [one.period, one.justifiedLessons + one.unjustifiedLessons]));
  const sum = (parts: readonly string[]) => parts.reduce((total, part) => total + (lessons.get(part) ?? 0), 0);
  const within = (whole: string, parts: readonly string[]) => sum(parts) <= (lessons.get(whole) ?? Infinity);
  return within('S1', monthsOf('S1')) && within('S2', monthsOf('S2')) && within('YEAR', ['S1', 'S2']) && within('YEAR', monthsOf('YEAR'));
}

const finding = (code: RecordCodeName, field: string, message: Text = told(code)): Finding => ({ code, field, message });
const told = (code: RecordCodeName): Text => {
  const { cause, mend } = RECORD_CODES[code];
  return { lv: `${cause.lv} ${mend.lv}`, en: `${cause.en} ${mend.en}` };
};

/** On the day of the decision where one was given, else of the period. */
const notThere = (place: Surroundings['place'], decidedOn: IsoDate | null = null): Finding | undefined => (place ? undefined : finding('VI-203', decidedOn ? 'decidedOn' : 'period'));

/** Groups have no grade, and nothing is assessed in them. */
function offScale(place: NonNullable<Surroundings['place']>, subject: OfSubject): Finding | undefined {
  const why = place.grade ? subject.offScale(place.grade) : RECORD_CODES['VI-204'].cause;
  return why ? finding('VI-204', 'value', why) : undefined;
}

/** Why a record may neither be written nor taken back on a day: its period is not open yet (VI-207), or closed and there is no order (VI-206). */
export function outsideWindow({ window, today, byOrder }: Pick<Surroundings, 'window' | 'today' | 'byOrder'>): Finding | undefined {
  if (!window) return undefined;
  if (window.opensOn && today < window.opensOn) return finding('VI-207', 'period', fill(OPENS, { day: readableDay(window.opensOn) }));
  if (window.closesAfter && today > window.closesAfter && !byOrder) return finding('VI-206', 'period', fill(CLOSED, { day: readableDay(window.closesAfter) }));
  return undefined;
}

const OPENS: Text = { lv: 'Šī perioda ievade atveras {day}', en: 'Entry for this period opens on {day}' };
const CLOSED: Text = {
  lv: 'Šī perioda ievade slēgta kopš {day} Labot vai ievadīt vēl var ar iemeslu un rīkojuma numuru.',
  en: 'Entry for this period has been closed since {day} It can still be corrected or entered with a reason and the number of an order.',
};

const isRefusal = ({ code }: Finding): boolean => RECORD_CODES[code].outcome === 'refused';
export const refusalOf = (findings: readonly Finding[]): Finding | undefined => findings.find(isRefusal);
export const refusalsOf = (findings: readonly Finding[]): Finding[] => findings.filter(isRefusal);
export const warningsOf = (findings: readonly Finding[]): Finding[] => findings.filter(({ code }) => RECORD_CODES[code].outcome === 'warned');
