import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

/** Why an institution stands under no unit of a map. */
const Without = z.enum(['other founder', 'undecided']);
export type Without = z.infer<typeof Without>;

const CrosswalkRow = z.object({
  oldAtvk: z.string().nullable(),
  oldName: z.string().nullable(),
  oldWithout: Without.nullable(),
  newAtvk: z.string().nullable(),
  newName: z.string().nullable(),
  newWithout: Without.nullable(),
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
 * Institutions open on a day, counted by their unit in two editions of the map at once. Those without a unit have a reason
 * instead, so that both editions add up to the same.
 */
export const countByEditions = (tx: Read, asked: Crosswalk): Promise<CrosswalkRow[]> =>
  tx.all(
    CrosswalkRow,
    sql`select old_atvk, old_name, old_without, new_atvk, new_name, new_without, count(*) as institutions from (${placed(asked)}) c
      group by 1, 2, 3, 4, 5, 6 order by new_name collate platform.latvian nulls last, old_name collate platform.latvian nulls last, new_without, old_without`,
  );

const PlacedRow = CrosswalkRow.omit({ institutions: true }).extend({ regNr: z.string(), name: z.string() });
export type PlacedRow = z.infer<typeof PlacedRow>;

/** The institutions that `countByEditions` counts, one by one, each with its name of the day. */
export const streamByEditions = (tx: Read, asked: Crosswalk): AsyncIterable<PlacedRow> =>
  tx.stream(
    PlacedRow,
    sql`select i.reg_nr, coalesce(n.name, i.name) as name, c.old_atvk, c.old_name, c.old_without, c.new_atvk, c.new_name, c.new_without
      from (${placed(asked)}) c join institutions.institution i on i.id = c.institution_id
      left join institutions.institution_name n on n.institution_id = c.institution_id and daterange(n.valid_from, n.valid_to) @> ${asked.on}::date
      order by coalesce(n.name, i.name) collate platform.latvian, i.reg_nr`,
  );

const placed = ({ on, oldEdition, newEdition, basis, kind }: Crosswalk): Sql => sql`
  select p.* from (${basis === 'address' ? byAddress(on, oldEdition, newEdition) : byFounder(on, oldEdition, newEdition)}) p
  where ${kind}::text is null or exists (select from institutions.institution_type t
    where t.institution_id = p.institution_id and t.kind = ${kind} and daterange(t.valid_from, t.valid_to) @> ${on}::date)`;

/** The actual address where there is one, else the legal. */
const byAddress = (on: IsoDate, oldEdition: IsoDate, newEdition: IsoDate): Sql => sql`
  select p.institution_id, o.atvk as old_atvk, o.name as old_name, case when o.atvk is null then 'undecided' end as old_without,
    n.atvk as new_atvk, n.name as new_name, case when n.atvk is null then 'undecided' end as new_without
  from (
    select distinct on (v.institution_id) v.institution_id, v.atvk, v.part from institutions.institution_place v
    where ${isOpen(on)} order by v.institution_id, v.address_kind
  ) p
  left join lateral ${unitIn(oldEdition)} o on true
  left join lateral ${unitIn(newEdition)} n on true`;

/** On another map than that of the day an institution stands under the founder that it had then. */
const byFounder = (on: IsoDate, oldEdition: IsoDate, newEdition: IsoDate): Sql => sql`
  select v.institution_id, o.atvk as old_atvk, o.name as old_name, ${withoutUnit('o')} as old_without, n.atvk as new_atvk, n.name as new_name, ${withoutUnit('n')} as new_without
  from institutions.institution_founder v
  join institutions.founder_on_map(${on}::date, ${oldEdition}::date) o on o.institution_id = v.institution_id
  join institutions.founder_on_map(${on}::date, ${newEdition}::date) n on n.institution_id = v.institution_id
  where ${isOpen(on)}`;

const withoutUnit = (map: string): Sql => sql`case when not ${sql.ref(`${map}.municipal`)} then 'other founder' when ${sql.ref(`${map}.atvk`)} is null then 'undecided' end`;

/** Compared day by day: of ranges the planner expects a single row. */
const isOpen = (on: IsoDate): Sql => sql`v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date) and v.founded_on <= ${on}::date and (v.closed_on is null or v.closed_on > ${on}::date)`;

/** The unit of an edition that the place \`p\` lies in; its parish decides where the lineage knows it. */
const unitIn = (edition: IsoDate): Sql => sql`(
  select v.atvk, v.name from territories.lineage l join territories.unit_version v on v.atvk = l.target_atvk
  where l.edition = ${edition}::date and l.atvk = p.atvk and l.part in ('', p.part)
    and l.part = (select max(b.part) from territories.lineage b where b.edition = l.edition and b.atvk = l.atvk and b.part in ('', p.part)))`;

const KindRow = z.object({ kind: z.string(), kindLv: z.string(), kindEn: z.string() });
type KindRow = z.infer<typeof KindRow>;

export const listKinds = (tx: Read): Promise<KindRow[]> =>
  tx.all(KindRow, sql`select distinct kind, kind_lv, kind_en from institutions.institution_type order by kind_lv`);
