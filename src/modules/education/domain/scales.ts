import type { Text } from '#kernel/text.js';
import { fill } from '#kernel/text.js';

/** For which time something is assessed: a semester, the year, an examination, a post-examination, or the final mark of a document. */
export const PERIODS = ['S1', 'S2', 'YEAR', 'EXAM', 'POST', 'FINAL'] as const;
export type AssessedPeriod = (typeof PERIODS)[number];
export const RECORDS = ['mark', 'outcome'] as const;
/** A mark of a subject, or the level of one learning outcome. */
export type RecordKind = (typeof RECORDS)[number];

/** Which scale holds for which years, grades, subject and period; `null` and `any` mean all. */
export interface ScaleRule {
  readonly fromYear: number;
  readonly toYear: number | null;
  readonly fromGrade: number;
  readonly toGrade: number;
  readonly subjectId: number | null;
  readonly record: RecordKind;
  readonly period: AssessedPeriod | 'any';
  readonly scale: string;
}

export interface ScaleValue {
  readonly scale: string;
  readonly value: string;
  readonly position: number;
  readonly points: number | null;
  readonly passes: boolean | null;
  /** False for nv and atb, which stand in place of an assessment and never count in an average. */
  readonly isAssessment: boolean;
  readonly nameLv: string;
  readonly nameEn: string;
}

/** What is assessed. */
export interface Assessed {
  readonly year: number;
  readonly grade: number;
  readonly subjectId: number;
  readonly period: AssessedPeriod;
  readonly record: RecordKind;
}

/** The rule that holds: one that names the subject goes before one that names the period, and both before one that names neither. */
export function ruleFor<Rule extends ScaleRule>(rules: readonly Rule[], assessed: Assessed): Rule | undefined {
  const fitting = rules.filter((rule) => fits(rule, assessed));
  return fitting.sort((a, b) => weight(b) - weight(a) || b.fromYear - a.fromYear)[0];
}

const weight = ({ subjectId, period }: ScaleRule): number => (subjectId === null ? 0 : 2) + (period === 'any' ? 0 : 1);

const fits = (rule: ScaleRule, { year, grade, subjectId, period, record }: Assessed): boolean =>
  rule.record === record &&
  rule.fromYear <= year && (rule.toYear === null || year <= rule.toYear) &&
  rule.fromGrade <= grade && grade <= rule.toGrade &&
  (rule.subjectId === null || rule.subjectId === subjectId) &&
  (rule.period === 'any' || rule.period === period);

/** What a value means on the scale that holds, or why it may not stand there. */
export type Checked = { readonly ok: true; readonly value: ScaleValue } | { readonly ok: false; readonly why: Text };

/** A value without what people write otherwise: spaces around it, letters of another case, the full stop of an abbreviation (“atb.”). */
export const plainValue = (written: string): string => written.trim().toLowerCase().replace(/(?<=\p{L})\.$/u, '');

/** Whether a value may be written for what is assessed. Letters may be of either case; nothing is rounded or guessed. */
export function checkValue(rules: readonly ScaleRule[], values: readonly ScaleValue[], assessed: Assessed, written: string): Checked {
  const rule = ruleFor(rules, assessed);
  if (!rule) return { ok: false, why: fill(assessed.record === 'mark' && ruleFor(rules, { ...assessed, record: 'outcome' }) ? BY_OUTCOME : NO_RULE, { grade: assessed.grade }) };
  const allowed = values.filter(({ scale }) => scale === rule.scale);
  const value = allowed.find((one) => one.value === written) ?? allowed.find((one) => plainValue(one.value) === plainValue(written));
  if (value) return { ok: true, value };
  return { ok: false, why: fill(NOT_ON_SCALE, { value: written.trim() || '–', grade: assessed.grade, values: valueWords(allowed) }) };
}

/** The values of one scale as people read them: numbers as a range. */
export function valueWords(values: readonly ScaleValue[]): string {
  const inOrder = [...values].sort((a, b) => a.position - b.position);
  const numbers = inOrder.filter(({ value }) => /^\d+$/.test(value)).map(({ value }) => value);
  const others = inOrder.filter(({ value }) => !/^\d+$/.test(value)).map(({ value }) => value);
  return [...(numbers.length > 2 ? [`${numbers[0]}–${numbers.at(-1)}`] : numbers), ...others].join(', ');
}

const NO_RULE: Text = { lv: 'Šādam vērtējumam {grade}. klasē šajā mācību gadā skala nav noteikta.', en: 'No scale is set for such an assessment in grade {grade} of this school year.' };
const BY_OUTCOME: Text = {
  lv: '{grade}. klasē priekšmetam atzīmi neliek: vērtē katru sasniedzamo rezultātu.',
  en: 'In grade {grade} a subject has no mark: each learning outcome is assessed.',
};
const NOT_ON_SCALE: Text = { lv: '“{value}” {grade}. klasē nevar likt. Iespējams: {values}', en: '“{value}” cannot be written in grade {grade}. Possible: {values}' };
