import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { CODE_PLACES } from '../domain/programme-code.js';

const STAGES = ['preschool', 'basic', 'secondary', 'vocational orientation', 'interest'] as const;
const FORMS = ['full-time', 'evening', 'part-time', 'distance'] as const;
const PROGRAMME_LANGUAGES = ['lv', 'minority', 'other'] as const;

const ProgrammeRow = z.object({
  code: z.string(), nameLv: z.string(), nameEn: z.string(), stage: z.enum(STAGES), fromGrade: z.number().nullable(), toGrade: z.number().nullable(),
  language: z.enum(PROGRAMME_LANGUAGES), form: z.enum(FORMS), verified: z.boolean(), source: z.string(),
});
export type ProgrammeRow = z.infer<typeof ProgrammeRow>;
const PROGRAMME = sql`code, name_lv, name_en, stage, from_grade, to_grade, language, form, verified, source`;

export const listProgrammes = (tx: Read): Promise<ProgrammeRow[]> => tx.all(ProgrammeRow, sql`select ${PROGRAMME} from education.programme order by code`);
export const findProgramme = (tx: Read, code: string): Promise<ProgrammeRow | undefined> => tx.first(ProgrammeRow, sql`select ${PROGRAMME} from education.programme where code = ${code}`);

const PartRow = z.object({ place: z.enum(CODE_PLACES), value: z.string(), nameLv: z.string(), nameEn: z.string(), verified: z.boolean(), source: z.string() });
export type CodePartRow = z.infer<typeof PartRow>;
export const listCodeParts = (tx: Read): Promise<CodePartRow[]> => tx.all(PartRow, sql`select place, value, name_lv, name_en, verified, source from education.programme_code_part order by place, value`);
