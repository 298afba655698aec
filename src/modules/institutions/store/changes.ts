import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Row, Write } from '#platform/db/transaction.js';

/** Who writes, and when: kept with every row. */
export interface Recording {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** What each history keeps besides its period. */
export const KEPT = {
  name: 'institution_id, name',
  standing: 'institution_id, type, legal_status, subordination, basis',
  founder: 'institution_id, role, founder_type, unit_id, founder_name, founder_reg_nr, reason, basis',
  address: 'institution_id, kind, atvk, part, street, address_code',
  delivery_place: 'institution_id, programme, name, atvk, part, street, address_code',
  gymnasium_title: 'institution_id, basis, end_basis',
  accreditation: 'institution_id, page_nr',
  head: 'institution_id, person_id, basis, end_basis',
} as const;
export type History = keyof typeof KEPT;

const newId = async (tx: Write): Promise<string> => (await tx.first(z.object({ id: z.string() }), sql`select uuidv7() as id`))!.id;

export async function insertInstitution(tx: Write, institution: Row, recording: Recording): Promise<string> {
  const id = await newId(tx);
  await tx.insert('institutions.institution', { id, ...institution, ...recording });
  return id;
}

/** Keeps others from changing the institution until the transaction ends. */
export const lockInstitution = (tx: Write, regNr: string): Promise<number> => tx.run(sql`select from institutions.institution where reg_nr = ${regNr} for no key update`);

/** Successions are recorded one after another over the whole register: two that are each right alone could make a circle together. To be asked for before {@link lockInstitution}. */
export const lockSuccessions = (tx: Write): Promise<number> => tx.run(sql`select pg_advisory_xact_lock(hashtext('institutions.succession'))`);

/** What the institution is reached by, and its number in the enterprise register: without days of their own. */
export interface Details {
  readonly entNr: string | null;
  readonly phone: string;
  readonly email: string;
  readonly website: string;
}

/** Sets them; what differed stays as what was believed, since it was recorded itself. */
export async function updateDetails(tx: Write, id: string, { entNr, phone, email, website }: Details, { recordedAt, recordedBy }: Recording): Promise<void> {
  await tx.run(sql`
    insert into institutions.former_contact (institution_id, ent_nr, phone, email, website, recorded_at, recorded_by, superseded_at, replaced_by)
    select i.id, i.ent_nr, i.phone, i.email, i.website, coalesce(last.superseded_at, i.recorded_at), coalesce(last.replaced_by, i.recorded_by), ${recordedAt}, ${recordedBy}
    from institutions.institution i left join lateral (
      select f.superseded_at, f.replaced_by from institutions.former_contact f where f.institution_id = i.id order by f.superseded_at desc, f.id desc limit 1
    ) last on true
    where i.id = ${id} and row(i.ent_nr, i.phone, i.email, i.website) is distinct from row(${entNr}::text, ${phone}::text, ${email}::text, ${website}::text)`);
  await tx.run(sql`update institutions.institution set ent_nr = ${entNr}, phone = ${phone}, email = ${email}, website = ${website} where id = ${id}`);
}

/** Adds a row to a history; the database refuses one that overlaps another. */
export const addRow = (tx: Write, history: History, row: Row, recording: Recording): Promise<void> =>
  tx.insert(`institutions.${history}`, { ...row, ...recording });

/** Gives rows other days: each is superseded by the same with them, so that what was believed stays readable. */
export async function moveRows(tx: Write, history: History, which: Sql, days: { readonly from: Sql; readonly to: Sql }, { recordedAt, recordedBy }: Recording): Promise<void> {
  const table = sql.table(`institutions.${history}`);
  const kept = sql.raw(KEPT[history]);
  await tx.run(sql`
    with old as (
      update ${table} set superseded_at = ${recordedAt}, superseded_by = uuidv7() where superseded_at is null and ${which} returning *
    )
    insert into ${table} (id, ${kept}, valid_from, valid_to, recorded_at, recorded_by)
    select superseded_by, ${kept}, ${days.from}, ${days.to}, ${recordedAt}::timestamptz, ${recordedBy} from old`);
}

/** Ends the rows that hold on a day and its eve. */
const endRows = (tx: Write, history: History, which: Sql, day: IsoDate, recording: Recording): Promise<void> =>
  moveRows(tx, history, sql`valid_from < ${day} and (valid_to is null or valid_to > ${day}) and ${which}`, { from: sql`valid_from`, to: sql`${day}::date` }, recording);

export const endRow = (tx: Write, history: History, id: string, day: IsoDate, recording: Recording): Promise<void> =>
  endRows(tx, history, sql`id = ${id}`, day, recording);

/** Gives one row another end. */
export const moveEnd = (tx: Write, history: History, { id, validTo }: { readonly id: string; readonly validTo: IsoDate | null }, recording: Recording): Promise<void> =>
  moveRows(tx, history, sql`id = ${id}`, { from: sql`valid_from`, to: sql`${validTo}::date` }, recording);

/** Takes a row back without another in its place. */
export const withdrawRow = (tx: Write, history: History, id: string, { recordedAt }: Recording): Promise<number> =>
  tx.run(sql`update ${sql.table(`institutions.${history}`)} set superseded_at = ${recordedAt} where id = ${id} and superseded_at is null`);

/** Ends a whole history of an institution: what holds ends on the day, what would begin later is taken back. */
export async function endHistory(tx: Write, history: History, institutionId: string, day: IsoDate, recording: Recording): Promise<void> {
  await endRows(tx, history, sql`institution_id = ${institutionId}`, day, recording);
  await tx.run(sql`update ${sql.table(`institutions.${history}`)} set superseded_at = ${recording.recordedAt}
    where superseded_at is null and institution_id = ${institutionId} and valid_from >= ${day}`);
}

/** Puts another row in the place of one that was wrong. */
export async function correctRow(tx: Write, history: History | 'closure' | 'succession', id: string, row: Row, recording: Recording): Promise<void> {
  const rightId = await newId(tx);
  const table = sql.table(`institutions.${history}`);
  await tx.run(sql`update ${table} set superseded_at = ${recording.recordedAt} where id = ${id} and superseded_at is null`);
  await tx.insert(`institutions.${history}`, { ...row, id: rightId, ...recording });
  await tx.run(sql`update ${table} set superseded_by = ${rightId} where id = ${id}`);
}

/**
 * Makes the latest name and the search key follow the histories again: every name ever, the number, and each place under the
 * names it has had. After every change of a name or an address, and of the map.
 */
export const refreshSearch = (tx: Write, institutionIds: readonly string[]): Promise<number> => refresh(tx, sql`i.id = any(${institutionIds}::uuid[])`);

/** The same for all institutions at once, after bulk loading. */
export const refreshAllSearch = (tx: Write): Promise<number> => refresh(tx, sql`true`);

const refresh = (tx: Write, which: Sql): Promise<number> => tx.run(sql`
  update institutions.institution i set name = names.latest, search_key = platform.search_key(concat_ws(' ', names.words, i.reg_nr, i.ent_nr, places.words))
  from (
    select institution_id, (array_agg(name order by valid_from desc))[1] as latest, string_agg(distinct name, ' ') as words
    from institutions.name where superseded_at is null group by institution_id
  ) names
  left join (
    select a.institution_id, string_agg(distinct v.name || ' ' || a.part, ' ') as words
    from (select institution_id, atvk, part from institutions.address where superseded_at is null
      union select institution_id, atvk, part from institutions.delivery_place where superseded_at is null) a
    join territories.lineage l on l.atvk = a.atvk and l.part in (a.part, '') and l.target_atvk is not null
    join territories.unit_version v on v.atvk = l.target_atvk
    group by a.institution_id
  ) places on places.institution_id = names.institution_id
  where names.institution_id = i.id and ${which}`);

