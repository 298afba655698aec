import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { PERIODS, RECORDS, type ScaleRule, type ScaleValue } from '../domain/scales.js';
import { IdRow, type Recording } from './rows.js';

const ScaleRow = z.object({ code: z.string(), nameLv: z.string(), nameEn: z.string(), isNumeric: z.boolean() });
export type ScaleRow = z.infer<typeof ScaleRow>;
export const listScales = (tx: Read): Promise<ScaleRow[]> =>
  tx.all(ScaleRow, sql`select code, name_lv, name_en, is_numeric from education.scale order by array_position(array['TEN', 'STAP', 'PERCENT', 'PASS', 'PREPARATORY'], code), code`);

const ValueRow = z.object({
  scale: z.string(), value: z.string(), position: z.number(), points: z.number().nullable(), passes: z.boolean().nullable(), isAssessment: z.boolean(), nameLv: z.string(), nameEn: z.string(),
});
export const listScaleValues = (tx: Read): Promise<ScaleValue[]> =>
  tx.all(ValueRow, sql`select scale, value, position, points::float8 as points, passes, is_assessment, name_lv, name_en from education.scale_value order by scale, position`);

const RuleRow = z.object({
  id: z.string(), fromYear: z.number(), toYear: z.number().nullable(), fromGrade: z.number(), toGrade: z.number(), subjectId: z.number().nullable(), subject: z.string().nullable(),
  record: z.enum(RECORDS), period: z.enum(['any', ...PERIODS]), scale: z.string(), legalBasis: z.string(), verified: z.boolean(), recordedAt: z.date(), supersededAt: z.date().nullable(),
});
export type RuleRow = z.infer<typeof RuleRow>;

/** The rules believed now, or those of before, the latest change first. */
export const listScaleRules = (tx: Read, believed = true): Promise<RuleRow[]> =>
  tx.all(
    RuleRow,
    sql`select r.id, r.from_year, r.to_year, r.from_grade, r.to_grade, r.subject_id, s.name as subject, r.record, r.period, r.scale, r.legal_basis, r.verified, r.recorded_at, r.superseded_at
      from education.scale_rule r left join education.subject s on s.id = r.subject_id
      where ${believed ? sql`r.superseded_at is null` : sql`r.superseded_at is not null`}
      order by r.superseded_at desc, r.from_grade, r.subject_id nulls first, r.record, r.period`,
  );

/** Adds a rule; where it replaces another, that one stays as what was believed. */
export async function putScaleRule(tx: Write, rule: ScaleRule & { readonly legalBasis: string; readonly verified: boolean }, replaces: string | null, { recordedAt, recordedBy }: Recording): Promise<string> {
  if (replaces) await withdrawScaleRule(tx, replaces, recordedAt);
  const row = await tx.first(
    IdRow,
    sql`insert into education.scale_rule (from_year, to_year, from_grade, to_grade, subject_id, record, period, scale, legal_basis, verified, recorded_at, recorded_by)
      values (${rule.fromYear}, ${rule.toYear}, ${rule.fromGrade}, ${rule.toGrade}, ${rule.subjectId}, ${rule.record}, ${rule.period}, ${rule.scale}, ${rule.legalBasis}, ${rule.verified},
        ${recordedAt}, ${recordedBy}) returning id`,
  );
  if (replaces) await tx.run(sql`update education.scale_rule set superseded_by = ${row!.id} where id = ${replaces}`);
  return row!.id;
}

export const withdrawScaleRule = (tx: Write, id: string, at: Date): Promise<number> => tx.run(sql`update education.scale_rule set superseded_at = ${at} where id = ${id} and superseded_at is null`);

const OutcomeRow = z.object({ code: z.string(), subjectId: z.number(), subject: z.string(), subjectEn: z.string(), fromGrade: z.number(), toGrade: z.number(), textLv: z.string(), textEn: z.string(), madeUp: z.boolean(), source: z.string() });
export type OutcomeRow = z.infer<typeof OutcomeRow>;

/** Learning outcomes, of one grade or of all. */
export const listOutcomes = (tx: Read, grade: number | null): Promise<OutcomeRow[]> =>
  tx.all(
    OutcomeRow,
    sql`select o.code, o.subject_id, s.name as subject, s.name_en as subject_en, o.from_grade, o.to_grade, o.text_lv, o.text_en, o.made_up, o.source
      from education.outcome o join education.subject s on s.id = o.subject_id
      where ${grade === null ? sql`true` : sql`${grade} between o.from_grade and o.to_grade`} order by s.name collate platform.latvian, o.from_grade, o.code`,
  );
