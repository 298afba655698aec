import { parseCsvObjects } from 'hucre/csv';
import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { COUNTING_RULES, MATTERS } from './deadlines.js';
import { nameKey } from './names.js';
import { CODE_PLACES } from './programme-code.js';
import { PERIODS, RECORDS } from './scales.js';
import { SEASONS } from './school-year.js';

const Words = z.string().min(1);
const Whole = z.string().regex(/^\d+$/).transform(Number);
const YesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
/** An empty cell is null. */
const orNull = <T>(schema: z.ZodType<T, string>) => z.string().transform((cell, context) => {
  if (cell === '') return null;
  const parsed = schema.safeParse(cell);
  if (parsed.success) return parsed.data;
  context.addIssue({ code: 'custom', message: `"${cell}"` });
  return z.NEVER;
});
const both = { name_lv: Words, name_en: Words };
const sourced = { source: Words, verified: YesNo };

/** The tables of `db/data/education`, each a CSV file with these columns. */
export const CLASSIFIER_FILES = {
  'school-years': z.object({ year: Whole, starts_on: IsoDateInput, first_semester_ends_on: IsoDateInput, second_semester_starts_on: IsoDateInput, ...sourced }),
  'year-ends': z.object({ year: Whole, grade: Whole, ends_on: IsoDateInput, ...sourced }),
  breaks: z.object({ year: Whole, season: z.enum(SEASONS), starts_on: IsoDateInput, ends_on: IsoDateInput, ...sourced }),
  deadlines: z.object({
    year: Whole, matter: z.enum(MATTERS), rule: z.enum(COUNTING_RULES), due_on: orNull(IsoDateInput), working_days: orNull(Whole),
    opens_on: orNull(IsoDateInput), corrections_until: orNull(IsoDateInput), legal_basis: Words, verified: YesNo,
  }),
  programmes: z.object({
    code: Words, ...both, stage: Words, from_grade: orNull(Whole), to_grade: orNull(Whole), language: Words, form: Words, ...sourced,
  }),
  'programme-code-parts': z.object({ place: z.enum(CODE_PLACES), value: Words, ...both, ...sourced }),
  subjects: z.object({ id: Whole, name: Words, name_en: Words, area: Words, is_language: YesNo, valid_from: IsoDateInput, source: Words }).transform((row) => ({ ...row, name_key: nameKey(row.name) })),
  courses: z.object({ subject_id: Whole, name: Words, kind: z.string(), level: Words, authorship: Words, valid_from: IsoDateInput, source: Words }),
  scales: z.object({ code: Words, ...both, is_numeric: YesNo }),
  'scale-values': z.object({ scale: Words, value: Words, position: Whole, points: orNull(Whole), passes: orNull(YesNo), is_assessment: YesNo, ...both }),
  'scale-rules': z.object({
    from_year: Whole, to_year: orNull(Whole), from_grade: Whole, to_grade: Whole, subject_id: orNull(Whole), record: z.enum(RECORDS),
    period: z.enum(['any', ...PERIODS]), scale: Words, legal_basis: Words, verified: YesNo,
  }),
  outcomes: z.object({ code: Words, subject_id: Whole, from_grade: Whole, to_grade: Whole, text_lv: Words, text_en: z.string(), made_up: YesNo, source: Words }),
  'end-reasons': z.object({
    code: Words, parent: orNull(Words), ...both, definition_lv: Words, definition_en: Words, example_lv: Words, example_en: Words,
    needs_comment: YesNo, verified: YesNo, position: Whole,
  }),
} as const;
export type ClassifierFile = keyof typeof CLASSIFIER_FILES;
export type ClassifierData = { readonly [File in ClassifierFile]: readonly Readonly<Record<string, unknown>>[] };

export const CLASSIFIER_FILE_NAMES = Object.keys(CLASSIFIER_FILES) as ClassifierFile[];

/** Rows of one table. @throws Error naming the file and the line that is wrong. */
export function parseClassifier(file: ClassifierFile, csv: string): Readonly<Record<string, unknown>>[] {
  return parseCsvObjects(csv, { header: true }).data.map((row, at) => {
    const parsed = CLASSIFIER_FILES[file].safeParse(row);
    if (parsed.success) return parsed.data;
    throw new Error(`${file}.csv, line ${at + 2}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
  });
}
