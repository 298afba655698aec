import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const Day = z.string().transform((words) => words as IsoDate);

export const ReformRow = z.object({
  id: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  effective: Day,
  legalBasis: z.string(),
  state: z.enum(['draft', 'prepared', 'applied', 'cancelled']),
  madeUp: z.boolean(),
  recordedAt: z.date(),
  appliedAt: z.date().nullable(),
});
export type ReformRow = z.infer<typeof ReformRow>;

const COLUMNS = sql`r.id, r.title_lv, r.title_en, r.effective, r.legal_basis, r.state, r.made_up, r.recorded_at, r.applied_at`;

export const listReforms = (tx: Read): Promise<ReformRow[]> =>
  tx.all(ReformRow, sql`select ${COLUMNS} from territories.reform r order by r.effective desc, r.id`);

export const findReform = (tx: Read, id: string): Promise<ReformRow | undefined> =>
  tx.first(ReformRow, sql`select ${COLUMNS} from territories.reform r where r.id = ${id}`);

/** Keeps others from preparing, applying or correcting any reform until the transaction ends: two that fit each alone may not fit together. To be asked for before {@link lockReform}. */
export const lockMap = (tx: Write): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtext('territories.reform'))`);

/** The reform, locked until the transaction ends, so that it is prepared, cancelled, applied or corrected by one at a time; a rehearsal under way holds nobody up. */
export const lockReform = (tx: Write, id: string): Promise<ReformRow | undefined> =>
  tx.first(ReformRow, sql`select ${COLUMNS} from territories.reform r where r.id = ${id} for no key update`);

export interface NewReform {
  readonly titleLv: string;
  readonly titleEn: string;
  readonly effective: IsoDate;
  readonly legalBasis: string;
  readonly madeUp: boolean;
}

export async function insertReform(tx: Write, reform: NewReform, by: string, now: Date): Promise<string> {
  const row = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into territories.reform (title_lv, title_en, effective, legal_basis, made_up, recorded_at, recorded_by)
      values (${reform.titleLv}, ${reform.titleEn}, ${reform.effective}, ${reform.legalBasis}, ${reform.madeUp}, ${now}, ${by}) returning id`,
  );
  return row!.id;
}

export const setReformState = (tx: Write, id: string, state: ReformRow['state'], now: Date): Promise<number> =>
  tx.run(sql`update territories.reform set state = ${state}, applied_at = case when ${state} = 'applied' then ${now}::timestamptz else applied_at end where id = ${id}`);

export const ReformUnitRow = z.object({ atvk: z.string(), name: z.string(), kind: z.enum(['republic city', 'state city', 'municipality']), iso: z.string() });
export type ReformUnitRow = z.infer<typeof ReformUnitRow>;

export const listReformUnits = (tx: Read, reformId: string): Promise<ReformUnitRow[]> =>
  tx.all(ReformUnitRow, sql`select atvk, name, kind, iso from territories.reform_unit where reform_id = ${reformId} order by name collate platform.latvian`);

/** Those of several reforms. */
export const listUnitsOfReforms = (tx: Read, reformIds: readonly string[]): Promise<(ReformUnitRow & { readonly reformId: string })[]> =>
  tx.all(ReformUnitRow.extend({ reformId: z.string() }), sql`select reform_id, atvk, name, kind, iso from territories.reform_unit where reform_id = any(${[...reformIds]}::uuid[]) order by name collate platform.latvian`);

export const SuccessionRow = z.object({
  id: z.string(),
  reformId: z.string(),
  effective: Day,
  fromAtvk: z.string(),
  toAtvk: z.string(),
  extent: z.enum(['whole', 'part']),
  parts: z.array(z.string()),
  recordedAt: z.date(),
  recordedBy: z.string(),
  reason: z.string().nullable(),
  supersededAt: z.date().nullable(),
});
export type SuccessionRow = z.infer<typeof SuccessionRow>;

const SUCCESSION = sql`s.id, s.reform_id, r.effective, s.from_atvk, s.to_atvk, s.extent, s.parts, s.recorded_at, s.recorded_by, s.reason, s.superseded_at
  from territories.succession s join territories.reform r on r.id = s.reform_id`;

/** The successions of one reform as they are believed now. */
export const listSuccessionsOfReform = (tx: Read, reformId: string): Promise<SuccessionRow[]> =>
  tx.all(SuccessionRow, sql`select ${SUCCESSION} where s.reform_id = ${reformId} and s.superseded_at is null order by s.to_atvk, s.from_atvk`);

export const listSuccessionsOfReforms = (tx: Read, reformIds: readonly string[]): Promise<SuccessionRow[]> =>
  tx.all(SuccessionRow, sql`select ${SUCCESSION} where s.reform_id = any(${[...reformIds]}::uuid[]) and s.superseded_at is null order by s.to_atvk, s.from_atvk`);

/** All successions that have taken place, as they are believed now. */
export const listAppliedSuccessions = (tx: Read): Promise<SuccessionRow[]> =>
  tx.all(SuccessionRow, sql`select ${SUCCESSION} where r.state = 'applied' and s.superseded_at is null order by r.effective, s.to_atvk, s.from_atvk`);

/** Those of them from or to any version of the body that bears, or bore, this code. */
export const listAppliedSuccessionsAround = (tx: Read, atvk: string): Promise<SuccessionRow[]> =>
  tx.all(
    SuccessionRow,
    sql`select ${SUCCESSION} where r.state = 'applied' and s.superseded_at is null
      and (s.from_atvk in (${versionsOfBody(atvk)}) or s.to_atvk in (${versionsOfBody(atvk)})) order by r.effective, s.to_atvk, s.from_atvk`,
  );

const versionsOfBody = (atvk: string): Sql =>
  sql`select own.atvk from territories.unit_version own join territories.unit_version named on named.unit_id = own.unit_id where named.atvk = ${atvk}`;

/** Everything ever recorded of a reform's successions, what was corrected included, newest first. */
export const listSuccessionHistory = (tx: Read, reformId: string): Promise<SuccessionRow[]> =>
  tx.all(SuccessionRow, sql`select ${SUCCESSION} where s.reform_id = ${reformId} and (s.superseded_at is not null or s.reason is not null) order by s.recorded_at desc`);

/** The parishes and towns of a unit, as far as they are known, in Latvian order. */
export const listKnownParts = async (tx: Read, atvk: string): Promise<string[]> =>
  (await tx.all(z.object({ name: z.string() }), sql`select name from territories.part where atvk = ${atvk} order by name collate platform.latvian`)).map(({ name }) => name);

export interface NewSuccession {
  readonly from: string;
  readonly to: string;
  readonly extent: 'whole' | 'part';
  readonly parts: readonly string[];
}

export const insertSuccessions = (tx: Write, reformId: string, rows: readonly NewSuccession[], by: string, now: Date, reason: string | null = null): Promise<void> =>
  tx.insert(
    'territories.succession',
    rows.map((row) => ({ reformId, fromAtvk: row.from, toAtvk: row.to, extent: row.extent, parts: row.parts, recordedAt: now, recordedBy: by, reason })),
  );

/** Marks what was believed as superseded; the row stays. */
export const supersedeSuccessions = (tx: Write, ids: readonly string[], now: Date): Promise<number> =>
  tx.run(sql`update territories.succession set superseded_at = ${now} where id = any(${[...ids]}) and superseded_at is null`);
