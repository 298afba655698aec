import { parseCsvObjects } from 'hucre/csv';
import { z } from 'zod';
import { IsoDateInput } from '#kernel/iso-date.js';
import { EXAM_CODE, EXAM_KINDS, LEVELS, STAGES } from './exam-words.js';
import { parsePoints } from './scoring.js';

const Words = z.string().min(1);
const Whole = z.string().regex(/^\d+$/).transform(Number);
const YesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const based = { legal_basis: Words, verified: YesNo };

/** The tables of `db/data/exams`, each a CSV file with these columns. */
const FILES = {
  exams: z.object({
    from_year: Whole, to_year: Whole, code: z.string().regex(EXAM_CODE), kind: z.enum(EXAM_KINDS), name_lv: Words, locative_lv: Words, name_en: Words, is_language: YesNo, certainty: z.enum(['seen', 'inferred']), source: Words,
  }),
  /** What exams of several codes consist of, in every year. */
  parts: z.object({
    codes: Words.transform((codes) => codes.split(' ')), number: Whole, name_lv: Words, name_en: Words,
    max_points: z.string().transform((words, context) => parsePoints(words) ?? (context.addIssue({ code: 'custom', message: 'no points' }), z.NEVER)),
    weight: Whole, ...based,
  }),
  thresholds: z.object({ year: Whole, level: z.enum(LEVELS), percent: Whole, ...based }),
  sessions: z.object({
    year: Whole, stage: z.enum(STAGES), applications_until: IsoDateInput, changes_until: IsoDateInput, starts_on: IsoDateInput, ends_on: IsoDateInput,
    announced_on: z.union([z.literal('').transform(() => null), IsoDateInput]), ...based,
  }),
} as const;

export type CatalogueFile = keyof typeof FILES;
export type CatalogueRows<File extends CatalogueFile> = readonly z.infer<(typeof FILES)[File]>[];

/** Rows of one table. @throws Error naming the file and the line that is wrong */
export const parseCatalogue = <File extends CatalogueFile>(file: File, csv: string): CatalogueRows<File> =>
  parseCsvObjects(csv, { header: true }).data.map((row, at) => {
    const parsed = FILES[file].safeParse(row);
    if (parsed.success) return parsed.data as z.infer<(typeof FILES)[File]>;
    throw new Error(`${file}.csv, line ${at + 2}: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`);
  });
