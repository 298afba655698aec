import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import {
  ACCREDITATIONS, AccreditationRow, addresses, AddressRow, ClosureRow, deliveryPlaces, DeliveryPlaceRow, FounderRow, founders, GYMNASIUM_TITLES, GymnasiumRow, HeadRow, HEADS, NameRow, NAMES,
  type Reading, StandingRow, STANDINGS, SUCCESSION, SuccessionRow,
} from './card.js';
import { type History, KEPT } from './changes.js';

/** When a row that turned out wrong was recorded and by whom, and until when it was believed. */
const RECORDED = { recordedAt: z.date(), recordedBy: z.string(), supersededAt: z.date() };
const FormerContact = z.object({ id: z.string(), entNr: z.string().nullable(), phone: z.string(), email: z.string(), website: z.string(), ...RECORDED });
type Recorded = z.infer<z.ZodObject<typeof RECORDED>>;
export type Believed<Row> = Row & Recorded;

const NEWEST = sql`order by h.superseded_at desc, h.recorded_at desc, h.id`;

/** Rows that were put right or taken back. A row that only ended, when the next began or earlier than foreseen, was never wrong. */
function wasWrong(history: History): Sql {
  const content = (alias: string) => sql.raw(KEPT[history].split(', ').map((column) => `${alias}.${column}`).join(', '));
  return sql`h.superseded_at is not null and not exists (select from ${sql.table(`institutions.${history}`)} s where s.id = h.superseded_by
    and row(${content('s')}, s.valid_from) is not distinct from row(${content('h')}, h.valid_from) and (h.valid_to is null or s.valid_to < h.valid_to))`;
}

const before = ({ table, columns, joins }: Reading, id: string): Sql => sql`
  select h.id, h.valid_from, h.valid_to, ${columns}, h.recorded_at, h.recorded_by, h.superseded_at from ${sql.table(`institutions.${table}`)} h ${joins}
  where h.institution_id = ${id} and ${wasWrong(table)} ${NEWEST}`;

/** What was believed of each history of an institution and put right since, newest first. */
export async function listBelieved(tx: Read, id: string, today: IsoDate) {
  return {
    name: await tx.all(NameRow.extend(RECORDED), before(NAMES, id)),
    standing: await tx.all(StandingRow.extend(RECORDED), before(STANDINGS, id)),
    founder: await tx.all(FounderRow.extend(RECORDED), before(founders(today), id)),
    address: await tx.all(AddressRow.extend(RECORDED), before(addresses(today), id)),
    delivery_place: await tx.all(DeliveryPlaceRow.extend(RECORDED), before(deliveryPlaces(today), id)),
    gymnasium_title: await tx.all(GymnasiumRow.extend(RECORDED), before(GYMNASIUM_TITLES, id)),
    accreditation: await tx.all(AccreditationRow.extend(RECORDED), before(ACCREDITATIONS, id)),
    head: await tx.all(HeadRow.extend(RECORDED), before(HEADS, id)),
    closure: await tx.all(
      ClosureRow.extend(RECORDED),
      sql`select h.id, h.closed_on, h.reason, h.basis, h.recorded_at, h.recorded_by, h.superseded_at from institutions.closure h
        where h.institution_id = ${id} and h.superseded_at is not null ${NEWEST}`,
    ),
    details: await tx.all(
      FormerContact,
      sql`select h.id, h.ent_nr, h.phone, h.email, h.website, h.recorded_at, h.recorded_by, h.superseded_at from institutions.former_contact h
        where h.institution_id = ${id} ${NEWEST}`,
    ),
    succession: await tx.all(
      SuccessionRow.extend(RECORDED),
      sql`select ${SUCCESSION.columns(id, today)}, s.recorded_at, s.recorded_by, s.superseded_at from ${SUCCESSION.from(id)} and s.superseded_at is not null
        order by s.superseded_at desc, s.recorded_at desc, s.id`,
    ),
  };
}
