import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import type { Headless, MadeUpHead } from '../domain/made-up-heads.js';
import type { MadeUpInstitution } from '../domain/made-up-institution.js';
import { type Recording, refreshAllSearch } from './changes.js';
import { Day } from './rows.js';

/** Adds institutions with all their histories: one statement per table, whatever their number. */
export async function insertInstitutions(tx: Write, institutions: readonly MadeUpInstitution[], basis: string, recording: Recording): Promise<void> {
  const insert = (table: string, columns: string, rows: readonly object[], select: Sql) => insertRows(tx, table, columns, rows, select, recording);
  await insert(
    'institution',
    'reg_nr, ent_nr, founded_on, closed_on, phone, email',
    institutions.map((one) => ({ ...one, closedOn: one.closure?.closedOn ?? null })),
    sql`r->>'regNr', r->>'entNr', (r->>'foundedOn')::date, (r->>'closedOn')::date, r->>'phone', r->>'email'`,
  );
  const rowsOf = <Row extends object>(pick: (one: MadeUpInstitution) => readonly Row[]) => institutions.flatMap((one) => pick(one).map((row) => ({ ...row, regNr: one.regNr })));
  await insert('name', `${OF}, name`, rowsOf((one) => one.names), sql`${ID}, ${DAYS}, r->>'name'`);
  await insert(
    'standing',
    `${OF}, type, legal_status, subordination`,
    rowsOf((one) => [{ from: one.foundedOn, to: null, ...one.standing }]),
    sql`${ID}, ${DAYS}, r->>'type', r->>'legalStatus', r->>'subordination'`,
  );
  await insert(
    'founder',
    `${OF}, role, founder_type, unit_id, founder_name, reason, basis`,
    rowsOf((one) => one.founders),
    sql`${ID}, ${DAYS}, r->>'role', r->>'founderType', (r->>'unitId')::integer, r->>'name', r->>'reason', ${basis}`,
  );
  await insert('address', `${OF}, kind, ${PLACE_COLUMNS}`, rowsOf((one) => one.addresses), sql`${ID}, ${DAYS}, r->>'kind', ${PLACE}`);
  await insert('delivery_place', `${OF}, programme, name, ${PLACE_COLUMNS}`, rowsOf((one) => one.places), sql`${ID}, ${DAYS}, r->>'programme', r->>'name', ${PLACE}`);
  await insert('gymnasium_title', `${OF}, basis`, rowsOf((one) => (one.gymnasium ? [one.gymnasium] : [])), sql`${ID}, ${DAYS}, ${basis}`);
  await insert('accreditation', `${OF}, page_nr`, rowsOf((one) => (one.accreditation ? [one.accreditation] : [])), sql`${ID}, ${DAYS}, r->>'pageNr'`);
  await insert('closure', 'institution_id, closed_on, reason, basis', rowsOf((one) => (one.closure ? [one.closure] : [])), sql`${ID}, (r->>'closedOn')::date, r->>'reason', ${basis}`);
  await insert(
    'succession',
    'from_id, to_id, kind, effective, basis',
    institutions.flatMap(({ regNr, successor }) => (successor ? [{ ...successor, regNr, to: successor.regNr }] : [])),
    sql`${ID}, (select i.id from institutions.institution i where i.reg_nr = r->>'to'), r->>'kind', (r->>'effective')::date, ${basis}`,
  );
  await refreshAllSearch(tx);
  // Without statistics the first searches would be planned as if the tables were empty. Skipped where the role may not.
  await tx.run(sql`analyze institutions.institution, institutions.name, institutions.standing, institutions.founder, institutions.address, institutions.delivery_place`);
}

const OF = 'institution_id, valid_from, valid_to';
const PLACE_COLUMNS = 'atvk, part, street';
const ID = sql`(select i.id from institutions.institution i where i.reg_nr = r->>'regNr')`;
const DAYS = sql`(r->>'from')::date, (r->>'to')::date`;
const PLACE = sql`r->>'atvk', r->>'part', r->>'street'`;

const insertRows = (tx: Write, table: string, columns: string, rows: readonly object[], select: Sql, { recordedAt, recordedBy }: Recording): Promise<number> =>
  tx.run(sql`insert into ${sql.table(`institutions.${table}`)} (${sql.raw(columns)}, recorded_at, recorded_by)
    select ${select}, ${recordedAt}::timestamptz, ${recordedBy} from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) r`);

const HeadlessRow = z.object({ id: z.string(), foundedOn: Day, closedOn: Day.nullable() });

/** Institutions in operation on a day or later that never had a head. */
export const listHeadless = (tx: Read, day: IsoDate): Promise<Headless[]> =>
  tx.all(
    HeadlessRow,
    sql`select i.id, i.founded_on, i.closed_on from institutions.institution i
      where (i.closed_on is null or i.closed_on > ${day}) and not exists (select from institutions.head h where h.institution_id = i.id) order by i.reg_nr`,
  );

/** Adds heads in one statement, whatever their number. */
export const insertHeads = (tx: Write, heads: readonly MadeUpHead[], basis: string, recording: Recording): Promise<number> =>
  insertRows(tx, 'head', `${OF}, person_id, basis`, heads, sql`(r->>'institutionId')::uuid, ${DAYS}, (r->>'personId')::uuid, ${basis}`, recording);

export const anyInstitution = async (tx: Write): Promise<boolean> =>
  (await tx.first(z.object({ found: z.boolean() }), sql`select exists (select from institutions.institution) as found`))!.found;
