import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { STAGES, type Stage } from '../domain/form.js';
import { Count, Day, IdRow } from './rows.js';

const FormRow = z.object({
  id: z.string(), stage: z.enum(STAGES), validFrom: Day, validTo: Day.nullable(), issuer: z.string(), title: z.string(), statements: z.array(z.string()), outcome: z.string(), partHeads: z.array(z.string()), place: z.string(),
  attestation: z.string(), notices: z.array(z.string()), numberTemplate: z.string(), numberPattern: z.string(), legalBasis: z.string(), verified: z.boolean(), recordedAt: z.date(), recordedBy: z.string(), confirmedAt: z.date().nullable(),
});
/** In which words certificates of a stage are issued. */
export type FormRow = z.infer<typeof FormRow>;

const COLUMNS = sql`f.id, f.stage, f.valid_from, f.valid_to, f.issuer, f.title, f.statements, f.outcome, f.part_heads, f.place, f.attestation, f.notices, f.number_template, f.number_pattern, f.legal_basis, f.verified, f.recorded_at, f.recorded_by, f.confirmed_at`;
const FORM = sql`select ${COLUMNS} from certificates.form f where f.superseded_at is null`;

/** The form of a stage on the day of issue; undefined where none is. */
export const findForm = (tx: Read, stage: string, day: IsoDate): Promise<FormRow | undefined> =>
  tx.first(FormRow, sql`${FORM} and f.stage = ${stage} and f.valid_from <= ${day}::date and (f.valid_to is null or f.valid_to > ${day}::date)`);

const Listed = FormRow.extend({ used: z.number(), recordedByName: z.string(), confirmedByName: z.string().nullable() });
/** A form with how many certificates were made by it, also under earlier days, and the names of who wrote and confirmed it. */
export type ListedForm = z.infer<typeof Listed>;

const LISTED = sql`with recursive line as (select f.id as top, f.id, f.replaces from certificates.form f where f.superseded_at is null
    union all select l.top, f.id, f.replaces from line l join certificates.form f on f.id = l.replaces)
  select ${COLUMNS}, coalesce(w.name, f.recorded_by) as recorded_by_name, coalesce(k.name, f.confirmed_by) as confirmed_by_name,
    (select count(*)::int from certificates.certificate c where c.form_id in (select l.id from line l where l.top = f.id)) as used
  from certificates.form f left join access.app_user w on w.id::text = f.recorded_by left join access.app_user k on k.id::text = f.confirmed_by where f.superseded_at is null`;

export const listForms = (tx: Read): Promise<ListedForm[]> => tx.all(Listed, sql`${LISTED} order by f.stage, f.valid_from desc`);
export const findListedForm = (tx: Read, id: string): Promise<ListedForm | undefined> => tx.first(Listed, sql`${LISTED} and f.id = ${id}`);

/** Certificates of a stage that were issued, or drafted, for a day from then on. */
export const countIssuedFrom = async (tx: Read, stage: Stage, day: IsoDate): Promise<number> =>
  (await tx.first(Count, sql`select count(*)::int as n from certificates.certificate c join certificates.form f on f.id = c.form_id where f.stage = ${stage} and c.issued_on >= ${day}::date`))!.n;

/** The form after a day that is planned already. */
export const findPlannedAfter = (tx: Read, stage: Stage, day: IsoDate): Promise<FormRow | undefined> => tx.first(FormRow, sql`${FORM} and f.stage = ${stage} and f.valid_from >= ${day}::date order by f.valid_from limit 1`);

interface Recording {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** The same words over other days: a row of its own, and the earlier one is superseded. */
async function redate(tx: Write, id: string, validTo: IsoDate | null, now: Date): Promise<void> {
  await tx.run(sql`update certificates.form set superseded_at = ${now} where id = ${id}`);
  await tx.run(sql`insert into certificates.form (stage, valid_from, valid_to, issuer, title, statements, outcome, part_heads, place, attestation, notices, number_template, number_pattern, legal_basis, verified, recorded_at, recorded_by, confirmed_at, confirmed_by, replaces)
    select stage, valid_from, ${validTo}::date, issuer, title, statements, outcome, part_heads, place, attestation, notices, number_template, number_pattern, legal_basis, verified, recorded_at, recorded_by, confirmed_at, confirmed_by, id from certificates.form where id = ${id}`);
}

export type NewForm = Pick<FormRow, 'stage' | 'validFrom' | 'issuer' | 'title' | 'statements' | 'outcome' | 'partHeads' | 'place' | 'attestation' | 'notices' | 'numberTemplate' | 'numberPattern' | 'legalBasis'>;

/** Puts a form in force from a day on; the one before ends then. */
export async function insertForm(tx: Write, before: FormRow | undefined, form: NewForm, { recordedAt, recordedBy }: Recording): Promise<string> {
  if (before) await redate(tx, before.id, form.validFrom, recordedAt);
  const { stage, validFrom, issuer, title, statements, outcome, partHeads, place, attestation, notices, numberTemplate, numberPattern, legalBasis } = form;
  return (await tx.first(
    IdRow,
    sql`insert into certificates.form (stage, valid_from, issuer, title, statements, outcome, part_heads, place, attestation, notices, number_template, number_pattern, legal_basis, verified, recorded_at, recorded_by)
      values (${stage}, ${validFrom}, ${issuer}, ${title}, ${statements}::text[], ${outcome}, ${partHeads}::text[], ${place}, ${attestation}, ${notices}::text[], ${numberTemplate}, ${numberPattern}, ${legalBasis}, false, ${recordedAt}, ${recordedBy}) returning id`,
  ))!.id;
}

export const confirmForm = (tx: Write, id: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update certificates.form set verified = true, confirmed_at = ${recordedAt}, confirmed_by = ${recordedBy} where id = ${id} and superseded_at is null and not verified`);

/** Takes a planned form back: the one before it goes on. */
export async function takeFormBack(tx: Write, { id, stage, validFrom }: FormRow, now: Date): Promise<void> {
  await tx.run(sql`update certificates.form set superseded_at = ${now} where id = ${id}`);
  const before = await tx.first(FormRow, sql`${FORM} and f.stage = ${stage} and f.valid_to = ${validFrom}::date`);
  if (before) await redate(tx, before.id, null, now);
}
