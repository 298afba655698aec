import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { ADDRESS_KINDS, CLOSURE_REASONS, FOUNDER_REASONS, FOUNDER_ROLES, FOUNDER_TYPES, PROGRAMMES, SUCCESSION_KINDS } from '../domain/words.js';
import { institutionNameOn } from './ask.js';
import type { History } from './changes.js';
import { Day, editionOn, HistoryRow, liesIn, unitNameOn } from './rows.js';

const InstitutionRow = z.object({
  id: z.string(),
  regNr: z.string(),
  entNr: z.string().nullable(),
  name: z.string(),
  foundedOn: Day,
  closedOn: Day.nullable(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
});
export type InstitutionRow = z.infer<typeof InstitutionRow>;

const INSTITUTION = sql`select i.id, i.reg_nr, i.ent_nr, i.name, i.founded_on, i.closed_on, i.phone, i.email, i.website from institutions.institution i`;

/** An institution by its number, with the name of a day; without one the latest, which may have been recorded ahead. */
export const findByRegNr = async (tx: Read, regNr: string, day?: IsoDate): Promise<InstitutionRow | undefined> => {
  const found = await tx.first(InstitutionRow, sql`${INSTITUTION} where i.reg_nr = ${regNr}`);
  return found && day ? { ...found, name: (await listNames(tx, found.id)).findLast((row) => row.validFrom <= day)?.name ?? found.name } : found;
};

/** What is read of a history besides its days, and from where. */
export interface Reading {
  readonly table: History;
  readonly columns: Sql;
  readonly joins: Sql;
}

const believed = ({ table, columns, joins }: Reading, id: string): Sql => sql`
  select h.id, h.valid_from, h.valid_to, ${columns} from ${sql.table(`institutions.${table}`)} h ${joins}
  where h.institution_id = ${id} and h.superseded_at is null order by h.valid_from, h.id`;
const NO_JOINS = sql``;

export const NameRow = HistoryRow.extend({ name: z.string() });
type NameRow = z.infer<typeof NameRow>;
export const listNames = (tx: Read, id: string): Promise<NameRow[]> => tx.all(NameRow, believed(NAMES, id));
export const NAMES: Reading = { table: 'name', columns: sql`h.name`, joins: NO_JOINS };

export const StandingRow = HistoryRow.extend({
  type: z.string(),
  kind: z.string(),
  /** Whether an institution of the type may have an accreditation page. */
  accredited: z.boolean(),
  legalStatus: z.string(),
  subordination: z.string(),
  basis: z.string(),
  words: z.object({ type: z.tuple([z.string(), z.string()]), kind: z.tuple([z.string(), z.string()]), legalStatus: z.tuple([z.string(), z.string()]), subordination: z.tuple([z.string(), z.string()]) }),
});
type StandingRow = z.infer<typeof StandingRow>;
export const listStandings = (tx: Read, id: string): Promise<StandingRow[]> =>
  tx.all(StandingRow, believed(STANDINGS, id));
export const STANDINGS: Reading = {
  table: 'standing',
  columns: sql`h.type, t.kind, t.accredited, h.legal_status, h.subordination, h.basis, jsonb_build_object(
    'type', jsonb_build_array(t.name_lv, t.name_en), 'kind', jsonb_build_array(k.name_lv, k.name_en),
    'legalStatus', jsonb_build_array(ls.name_lv, ls.name_en), 'subordination', jsonb_build_array(sb.name_lv, sb.name_en)) as words`,
  joins: sql`join institutions.type t on t.code = h.type join institutions.kind k on k.code = t.kind
    join institutions.legal_status_kind ls on ls.code = h.legal_status join institutions.subordination sb on sb.code = h.subordination`,
};

export const FounderRow = HistoryRow.extend({
  role: z.enum(FOUNDER_ROLES),
  founderType: z.enum(FOUNDER_TYPES),
  unitId: z.number().nullable(),
  /** The name on the first day of the row. */
  name: z.string(),
  /** Today's name of the same municipality (the last one, where it has ended). */
  nameToday: z.string(),
  /** The first day of the municipality on the map; null for anyone else. */
  beganOn: Day.nullable(),
  /** The first day on which the municipality no longer was; null while it goes on, and for anyone else. */
  endedOn: Day.nullable(),
  founderRegNr: z.string().nullable(),
  reason: z.enum(FOUNDER_REASONS),
  basis: z.string(),
});
type FounderRow = z.infer<typeof FounderRow>;
export const listFounders = (tx: Read, id: string, today: IsoDate): Promise<FounderRow[]> =>
  tx.all(FounderRow, believed(founders(today), id));
export const founders = (today: IsoDate): Reading => ({
  table: 'founder',
  columns: sql`h.role, h.founder_type, h.unit_id, h.founder_reg_nr, h.reason, h.basis,
    case when h.unit_id is null then h.founder_name else ${unitNameOn(sql`h.unit_id`, sql`h.valid_from`)} end as name,
    case when h.unit_id is null then h.founder_name else ${unitNameOn(sql`h.unit_id`, sql`${today}::date`)} end as name_today,
    (select min(v.valid_from) from territories.unit_version v where v.unit_id = h.unit_id) as began_on,
    (select case when bool_and(v.valid_to is not null) then max(v.valid_to) end from territories.unit_version v where v.unit_id = h.unit_id) as ended_on`,
  joins: NO_JOINS,
});

const PlaceRow = HistoryRow.extend({
  atvk: z.string(),
  part: z.string(),
  street: z.string(),
  addressCode: z.string().nullable(),
  /** The unit as it was called when the row began, and the one in which the place lies today (null where that is undecided). */
  unit: z.string(),
  unitToday: z.string().nullable(),
  atvkToday: z.string().nullable(),
});
const PLACE = sql`h.atvk, h.part, h.street, h.address_code, own.name as unit, v.name as unit_today, v.atvk as atvk_today`;
const placeJoins = (today: IsoDate): Sql => sql`join territories.unit_version own on own.atvk = h.atvk
  left join territories.lineage l on ${liesIn('h', editionOn(today))} left join territories.unit_version v on v.atvk = l.target_atvk`;

export const AddressRow = PlaceRow.extend({ kind: z.enum(ADDRESS_KINDS) });
type AddressRow = z.infer<typeof AddressRow>;
export const listAddresses = (tx: Read, id: string, today: IsoDate): Promise<AddressRow[]> =>
  tx.all(AddressRow, believed(addresses(today), id));
export const addresses = (today: IsoDate): Reading => ({ table: 'address', columns: sql`h.kind, ${PLACE}`, joins: placeJoins(today) });

export const DeliveryPlaceRow = PlaceRow.extend({ programme: z.enum(PROGRAMMES), name: z.string() });
type DeliveryPlaceRow = z.infer<typeof DeliveryPlaceRow>;
export const listDeliveryPlaces = (tx: Read, id: string, today: IsoDate): Promise<DeliveryPlaceRow[]> =>
  tx.all(DeliveryPlaceRow, believed(deliveryPlaces(today), id));
export const deliveryPlaces = (today: IsoDate): Reading => ({ table: 'delivery_place', columns: sql`h.programme, h.name, ${PLACE}`, joins: placeJoins(today) });

export const GymnasiumRow = HistoryRow.extend({ basis: z.string(), endBasis: z.string() });
type GymnasiumRow = z.infer<typeof GymnasiumRow>;
export const listGymnasiumTitles = (tx: Read, id: string): Promise<GymnasiumRow[]> => tx.all(GymnasiumRow, believed(GYMNASIUM_TITLES, id));
export const GYMNASIUM_TITLES: Reading = { table: 'gymnasium_title', columns: sql`h.basis, h.end_basis`, joins: NO_JOINS };

export const AccreditationRow = HistoryRow.extend({ pageNr: z.string() });
type AccreditationRow = z.infer<typeof AccreditationRow>;
export const listAccreditations = (tx: Read, id: string): Promise<AccreditationRow[]> => tx.all(AccreditationRow, believed(ACCREDITATIONS, id));
export const ACCREDITATIONS: Reading = { table: 'accreditation', columns: sql`h.page_nr`, joins: NO_JOINS };

export const HeadRow = HistoryRow.extend({ personId: z.string(), basis: z.string(), endBasis: z.string() });
export type HeadRow = z.infer<typeof HeadRow>;
export const listHeads = (tx: Read, id: string): Promise<HeadRow[]> => tx.all(HeadRow, believed(HEADS, id));
export const HEADS: Reading = { table: 'head', columns: sql`h.person_id, h.basis, h.end_basis`, joins: NO_JOINS };

export const ClosureRow = z.object({ id: z.string(), closedOn: Day, reason: z.enum(CLOSURE_REASONS), basis: z.string() });
export type ClosureRow = z.infer<typeof ClosureRow>;
export const findClosure = (tx: Read, id: string): Promise<ClosureRow | undefined> =>
  tx.first(ClosureRow, sql`select id, closed_on, reason, basis from institutions.closure where institution_id = ${id} and superseded_at is null`);

export const SuccessionRow = z.object({
  id: z.string(),
  direction: z.enum(['to', 'from']),
  kind: z.enum(SUCCESSION_KINDS),
  effective: Day,
  basis: z.string(),
  otherRegNr: z.string(),
  otherName: z.string(),
});
export type SuccessionRow = z.infer<typeof SuccessionRow>;
/** Successors (`to`) and predecessors (`from`) of an institution, by their names of today. */
export const listSuccessions = (tx: Read, id: string, today: IsoDate): Promise<SuccessionRow[]> =>
  tx.all(
    SuccessionRow,
    sql`select * from (select ${SUCCESSION.columns(id, today)} from ${SUCCESSION.from(id)} and s.superseded_at is null) one order by effective, other_name collate platform.latvian`,
  );
export const SUCCESSION = {
  columns: (id: string, today: IsoDate): Sql =>
    sql`s.id, case when s.from_id = ${id} then 'to' else 'from' end as direction, s.kind, s.effective, s.basis, o.reg_nr as other_reg_nr,
      coalesce(${institutionNameOn(sql`o.id`, today)}, o.name) as other_name`,
  from: (id: string): Sql => sql`institutions.succession s join institutions.institution o on o.id = case when s.from_id = ${id} then s.to_id else s.from_id end
    where ${id}::uuid in (s.from_id, s.to_id)`,
};

/** Whether an institution goes on in another one, over any number of successions. */
export const goesOnIn = async (tx: Read, fromId: string, toId: string): Promise<boolean> =>
  (await tx.first(
    z.object({ found: z.boolean() }),
    sql`with recursive later (id) as (
        select ${fromId}::uuid union select s.to_id from institutions.succession s join later on later.id = s.from_id where s.superseded_at is null
      ) select exists (select from later where id = ${toId}) as found`,
  ))!.found;

/** Which institution an accreditation page was issued to. */
export const findPageOwner = (tx: Read, pageNr: string): Promise<{ id: string; regNr: string; name: string } | undefined> =>
  tx.first(
    z.object({ id: z.string(), regNr: z.string(), name: z.string() }),
    sql`select a.id, i.reg_nr, i.name from institutions.accreditation a join institutions.institution i on i.id = a.institution_id
      where a.page_nr = ${pageNr} and a.superseded_at is null`,
  );
