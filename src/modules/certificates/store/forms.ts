import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { Day } from './rows.js';

const FormRow = z.object({
  id: z.string(), stage: z.enum(['basic', 'secondary']), validFrom: Day, validTo: Day.nullable(), issuer: z.string(), title: z.string(), statements: z.array(z.string()), outcome: z.string(), partHeads: z.array(z.string()), place: z.string(),
  attestation: z.string(), notices: z.array(z.string()), numberTemplate: z.string(), numberPattern: z.string(), legalBasis: z.string(), verified: z.boolean(),
});
/** In which words certificates of a stage are issued. */
export type FormRow = z.infer<typeof FormRow>;

const FORM = sql`select f.id, f.stage, f.valid_from, f.valid_to, f.issuer, f.title, f.statements, f.outcome, f.part_heads, f.place, f.attestation, f.notices, f.number_template, f.number_pattern, f.legal_basis, f.verified
  from certificates.form f where f.superseded_at is null`;

/** The form of a stage on the day of issue; undefined where none is. */
export const findForm = (tx: Read, stage: string, day: IsoDate): Promise<FormRow | undefined> =>
  tx.first(FormRow, sql`${FORM} and f.stage = ${stage} and f.valid_from <= ${day}::date and (f.valid_to is null or f.valid_to > ${day}::date)`);
