import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const CrosswalkRow = z.object({
  oldAtvk: z.string().nullable(),
  oldName: z.string().nullable(),
  newAtvk: z.string().nullable(),
  newName: z.string().nullable(),
  institutions: z.number(),
});
type CrosswalkRow = z.infer<typeof CrosswalkRow>;

/** What a place is taken from: where the institution is, or whose it is. */
export type PlaceBasis = 'address' | 'founder';

export interface Crosswalk {
  readonly on: IsoDate;
  readonly oldEdition: IsoDate;
  readonly newEdition: IsoDate;
  readonly basis: PlaceBasis;
  readonly kind: string | null;
}

/**
 * Institutions open on a day, counted by their unit in two editions of the map at once. A null unit stands for what cannot
 * be told from data (or, by founder, for institutions that no municipality holds), so that both editions add up to the same.
 */
export const countByEditions = (tx: Read, asked: Crosswalk): Promise<CrosswalkRow[]> =>
  tx.all(
    CrosswalkRow,
    sql`select old_atvk, old_name, new_atvk, new_name, count(*) as institutions from (${placed(asked)}) c
      group by 1, 2, 3, 4 order by new_name collate platform.latvian nulls last, old_name collate platform.latvian nulls last`,
  );

const PlacedRow = CrosswalkRow.omit({ institutions: true }).extend({ regNr: z.string(), name: z.string() });
export type PlacedRow = z.infer<typeof PlacedRow>;

/** The institutions that `countByEditions` counts, one by one, each with its name of the day. */
export const streamByEditions = (tx: Read, asked: Crosswalk): AsyncIterable<PlacedRow> =>
  tx.stream(
    PlacedRow,
    sql`select i.reg_nr, coalesce(n.name, i.name) as name, c.old_atvk, c.old_name, c.new_atvk, c.new_name
      from (${placed(asked)}) c join institutions.institution i on i.id = c.institution_id
      left join institutions.institution_name n on n.institution_id = c.institution_id and daterange(n.valid_from, n.valid_to) @> ${asked.on}::date
      order by coalesce(n.name, i.name) collate platform.latvian, i.reg_nr`,
  );

const placed = ({ on, oldEdition, newEdition, basis, kind }: Crosswalk): Sql => sql`
  select p.institution_id, o.atvk as old_atvk, o.name as old_name, n.atvk as new_atvk, n.name as new_name
  from (${basis === 'address' ? byAddress(on) : byFounder(on)}) p
  left join lateral ${unitIn(oldEdition)} o on true
  left join lateral ${unitIn(newEdition)} n on true
  where ${kind}::text is null or exists (select from institutions.institution_type t
    where t.institution_id = p.institution_id and t.kind = ${kind} and daterange(t.valid_from, t.valid_to) @> ${on}::date)`;

/** The actual address where there is one, else the legal. */
const byAddress = (on: IsoDate): Sql => sql`
  select distinct on (v.institution_id) v.institution_id, v.atvk, v.part from institutions.institution_place v
  where daterange(v.valid_from, v.valid_to) @> ${on}::date and daterange(v.founded_on, v.closed_on) @> ${on}::date
  order by v.institution_id, v.address_kind`;

const byFounder = (on: IsoDate): Sql => sql`
  select v.institution_id, u.atvk, '' as part from institutions.institution_founder v
  left join territories.unit_version u on u.unit_id = v.unit_id and daterange(u.valid_from, u.valid_to) @> ${on}::date
  where daterange(v.valid_from, v.valid_to) @> ${on}::date and daterange(v.founded_on, v.closed_on) @> ${on}::date`;

/** The unit of an edition that the place \`p\` lies in; its parish decides where the lineage knows it. */
const unitIn = (edition: IsoDate): Sql => sql`(
  select v.atvk, v.name from territories.lineage l join territories.unit_version v on v.atvk = l.target_atvk
  where l.edition = ${edition}::date and l.atvk = p.atvk and l.part in ('', p.part)
    and l.part = (select max(b.part) from territories.lineage b where b.edition = l.edition and b.atvk = l.atvk and b.part in ('', p.part)))`;

const KindRow = z.object({ kind: z.string(), kindLv: z.string(), kindEn: z.string() });
type KindRow = z.infer<typeof KindRow>;

export const listKinds = (tx: Read): Promise<KindRow[]> =>
  tx.all(KindRow, sql`select distinct kind, kind_lv, kind_en from institutions.institution_type order by kind_lv`);
