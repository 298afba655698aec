import { z } from 'zod';
import { ofScope } from '#modules/education/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { CEFR_LEVELS, FACT_KINDS, type FactKind } from '../domain/entry-facts.js';
import { Day, type Recording } from './rows.js';

const GroundRow = z.object({ kind: z.enum(FACT_KINDS), code: z.string(), nameLv: z.string(), nameEn: z.string(), legalBasis: z.string(), verified: z.boolean() });
export type GroundRow = z.infer<typeof GroundRow>;

export const listGrounds = (tx: Read, kind: FactKind): Promise<GroundRow[]> =>
  tx.all(GroundRow, sql`select g.kind, g.code, g.name_lv, g.name_en, g.legal_basis, g.verified from exams.ground g where g.kind = ${kind} order by g.position`);

const FactRow = z.object({
  id: z.string(), entryId: z.string(), kind: z.enum(FACT_KINDS), ground: z.string(), groundLv: z.string(), groundEn: z.string(), parts: z.array(z.number()).nullable(), documentNr: z.string(), documentDate: Day,
  validFrom: Day, validTo: Day.nullable(), cefrLevel: z.enum(CEFR_LEVELS).nullable(), remark: z.string(), recordedAt: z.date(), supersededAt: z.date().nullable(), supersededWhy: z.string(),
});
export type FactRow = z.infer<typeof FactRow>;
const FACT = sql`select f.id, f.entry_id, f.kind, f.ground, g.name_lv as ground_lv, g.name_en as ground_en, f.parts, f.document_nr, f.document_date, f.valid_from, f.valid_to, f.cefr_level, f.remark, f.recorded_at, f.superseded_at, f.superseded_why
  from exams.fact f join exams.ground g on g.kind = f.kind and g.code = f.ground`;

/** Everything said about an entry, what was taken back after what holds. */
export const listFacts = (tx: Read, entryId: string): Promise<FactRow[]> => tx.all(FactRow, sql`${FACT} where f.entry_id = ${entryId} order by f.superseded_at is not null, f.recorded_at desc, f.id`);

/** A fact that holds, where the scope covers the institution of its entry. */
export const findFact = (tx: Read, id: string, scope: Scope): Promise<FactRow | undefined> =>
  tx.first(FactRow, sql`${FACT} join exams.entry e on e.id = f.entry_id join exams.sitting s on s.id = e.sitting_id where f.id = ${id} and f.superseded_at is null and ${ofScope(sql`s.institution_id`, scope)}`);

export interface NewFact {
  readonly entryId: string;
  readonly kind: FactKind;
  readonly ground: string;
  readonly parts: readonly number[] | null;
  readonly documentNr: string;
  readonly documentDate: IsoDate;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
  readonly cefrLevel: string | null;
  readonly remark: string;
}

export const insertFact = (tx: Write, { parts, ...fact }: NewFact, recording: Recording): Promise<void> => tx.insert('exams.fact', { ...fact, parts: parts && [...parts], ...recording });

export const takeBackFact = (tx: Write, id: string, why: string, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`update exams.fact set superseded_at = ${recordedAt}, superseded_by = ${recordedBy}, superseded_why = ${why} where id = ${id} and superseded_at is null`);
