import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid, NotFound } from '#kernel/errors.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import { ANYONE } from '#platform/actions/permission.js';
import { ACTION_TITLES, NO_SUCH_RULE, REVERSED } from '../texts/classifiers.js';
import { PERIODS, RECORDS, type ScaleValue } from '../domain/scales.js';
import { keepClassifiers } from '../permissions.js';
import { listScaleRules, listScales, listScaleValues, putScaleRule, type RuleRow, type ScaleRow, withdrawScaleRule } from '../store/scales.js';
import { listSchoolYears } from '../store/school-calendar.js';
import { listAllSubjects, type SubjectRow } from '../store/subjects.js';
import { Checked, Grade, LegalBasis, Year } from './classifier-inputs.js';
import { recordingOf } from './school-scope.js';

export type { RuleRow, ScaleRow };

export interface ShownScales {
  readonly scales: readonly ScaleRow[];
  readonly values: readonly ScaleValue[];
  readonly rules: readonly RuleRow[];
  readonly before: readonly RuleRow[];
  /** The school years recorded, the earliest first. */
  readonly years: readonly number[];
}

export const showScales = readAction({
  name: 'education.show-scales',
  title: ACTION_TITLES.showScales,
  permission: ANYONE,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: async ({ tx }): Promise<ShownScales> => ({
    scales: await listScales(tx), values: await listScaleValues(tx), rules: await listScaleRules(tx), before: await listScaleRules(tx, false),
    years: (await listSchoolYears(tx)).map(({ year }) => year).sort((a, b) => a - b),
  }),
});

/** A rule to be changed (or none, for a new one) with what its form chooses from. */
export const openRuleForm = readAction({
  name: 'education.open-rule-form',
  title: ACTION_TITLES.openForm,
  permission: keepClassifiers,
  input: z.object({ ruleId: z.uuid().optional() }),
  audit: NOT_PERSONAL,
  async run({ tx }, { ruleId }): Promise<{ rule: RuleRow | null; scales: ScaleRow[]; subjects: SubjectRow[] }> {
    const rule = ruleId ? (await listScaleRules(tx)).find(({ id }) => id === ruleId) : null;
    if (rule === undefined) throw new NotFound('no-such-rule', NO_SUCH_RULE);
    return { rule, scales: await listScales(tx), subjects: await listAllSubjects(tx) };
  },
});

/** Adds a rule of scales, or puts one in the place of another, which stays as what was believed. */
export const putRule = writeAction({
  name: 'education.put-scale-rule',
  title: ACTION_TITLES.changeRule,
  permission: keepClassifiers,
  input: z.object({
    ruleId: z.uuid().optional(), fromYear: Year, toYear: emptyAsNull(Year), fromGrade: Grade, toGrade: Grade, subjectId: emptyAsNull(z.coerce.number().int()),
    record: z.enum(RECORDS), period: z.enum(['any', ...PERIODS]), scale: z.string().trim().regex(/^[A-Z]+$/), legalBasis: LegalBasis, verified: Checked,
  }),
  async run(context, { ruleId, ...rule }) {
    const { tx } = context;
    if (rule.toYear !== null && rule.toYear < rule.fromYear) throw invalid('toYear', REVERSED);
    if (rule.toGrade < rule.fromGrade) throw invalid('toGrade', REVERSED);
    if (ruleId && !(await listScaleRules(tx)).some(({ id }) => id === ruleId)) throw new NotFound('no-such-rule', NO_SUCH_RULE);
    return { id: await putScaleRule(tx, rule, ruleId ?? null, recordingOf(context)) };
  },
  audit: ({ input, output }) => ({ facts: { ...input, rule: output.id } }),
});

/** A rule that should never have been: nothing is assessed by it any more. */
export const withdrawRule = writeAction({
  name: 'education.withdraw-scale-rule',
  title: ACTION_TITLES.withdrawRule,
  permission: keepClassifiers,
  input: z.object({ ruleId: z.uuid() }),
  async run({ tx, now }, { ruleId }) {
    if ((await withdrawScaleRule(tx, ruleId, now)) === 0) throw new NotFound('no-such-rule', NO_SUCH_RULE);
    return {};
  },
  audit: ({ input }) => ({ facts: { rule: input.ruleId } }),
});
