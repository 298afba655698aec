import { z } from 'zod';
import { CATALOGUE, CODES } from '../domain/oneroster/catalogue/catalogue.js';
import type { PackageReport } from '../domain/oneroster/package-report.js';

const TextAnswer = z.object({ lv: z.string(), en: z.string() });
const code = z.enum(CODES);
const severity = z.enum(['error', 'warning']);

/** The report of a check as machines get it. */
export const Report = z.object({
  fit: z.boolean().describe('Nothing in the package is an error'),
  dialect: z.enum(['1.2.1', '1.2']),
  source: z.string().nullable(),
  rows: z.int(),
  errors: z.int(),
  warnings: z.int(),
  files: z.array(z.object({ name: z.string(), mode: z.enum(['absent', 'bulk', 'delta']).nullable(), present: z.boolean(), rows: z.int(), errors: z.int(), warnings: z.int() })),
  counts: z.array(z.object({ code, severity, count: z.int(), what: TextAnswer, todo: TextAnswer })),
  findings: z
    .array(
      z.object({
        code,
        severity,
        file: z.string(),
        row: z.int().nullable().describe('The header is row 1'),
        column: z.string().nullable(),
        expected: TextAnswer.nullable(),
        actual: z.string().nullable().describe('Masked where it tells of a person'),
        suggestion: z.string().nullable(),
      }),
    )
    .describe('The first 100 of each code'),
});

export const presentReport = ({ counts, findings, ...report }: PackageReport): z.infer<typeof Report> => ({
  fit: report.errors === 0,
  ...report,
  files: [...report.files],
  counts: counts.map(({ code: its, count }) => ({ code: its, severity: CATALOGUE[its].severity, count, what: CATALOGUE[its].what, todo: CATALOGUE[its].todo })),
  findings: findings.map(({ expected, ...finding }) => ({
    ...finding,
    severity: CATALOGUE[finding.code].severity,
    expected: expected === null ? (CATALOGUE[finding.code].expects ?? null) : { lv: expected, en: expected },
  })),
});
