import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Row, Write } from '#platform/db/transaction.js';
import type { Sex } from '../domain/made-up-names.js';
import { INSERT_FORMER_HOMES } from './former-homes.js';

/** Who writes, and when: kept with every row. */
export interface Recording {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** What each history keeps besides its period. */
export const KEPT = {
  name: 'person_id, given, family',
  code: 'person_id, code',
  address: 'person_id, atvk, part, street, address_code',
  guardianship: 'child_id, guardian_id, kind, place, basis',
  protection: 'person_id, kind, basis',
} as const;
export type History = keyof typeof KEPT;

const newId = async (tx: Write): Promise<string> => (await tx.first(z.object({ id: z.string() }), sql`select uuidv7() as id`))!.id;

/** @param as the identity of a made-up person, which is to be the same each time */
export async function insertPerson(tx: Write, person: { bornOn: IsoDate; sex: Sex }, recording: Recording, as?: string): Promise<string> {
  const id = as ?? (await newId(tx));
  await tx.insert('persons.person', { id, ...person, familyKey: '', givenKey: '', ...recording });
  return id;
}

/** Holds a person until the transaction ends, so that changes of one person follow one another. */
export const lockPerson = (tx: Write, id: string): Promise<number> => tx.run(sql`select from persons.person where id = ${id} for no key update`);

/** Adds a row to a history; the database refuses one that overlaps another. */
export const addRow = (tx: Write, table: History | 'death', row: Row, recording: Recording): Promise<void> =>
  tx.insert(`persons.${table}`, { ...row, ...recording });

/** Gives a row another end. */
export const moveEnd = (tx: Write, history: History, id: string, validTo: IsoDate | null, recording: Recording): Promise<void> => moveDays(tx, history, id, { validTo }, recording);

/** Gives a row other days: it is superseded by the same with those days, so that what was believed stays readable. */
export async function moveDays(tx: Write, history: History, id: string, days: { validFrom?: IsoDate; validTo: IsoDate | null }, { recordedAt, recordedBy }: Recording): Promise<void> {
  const table = sql.table(`persons.${history}`);
  const kept = sql.raw(KEPT[history]);
  const movedId = await newId(tx);
  await tx.run(sql`
    with old as (
      update ${table} set superseded_at = ${recordedAt}, superseded_by = ${movedId} where id = ${id} and superseded_at is null returning *
    )
    insert into ${table} (id, ${kept}, valid_from, valid_to, recorded_at, recorded_by)
    select ${movedId}, ${kept}, coalesce(${days.validFrom ?? null}::date, valid_from), ${days.validTo}::date, ${recordedAt}::timestamptz, ${recordedBy} from old`);
}

/** Takes a row back without another in its place. */
export const withdrawRow = (tx: Write, table: History | 'death', id: string, { recordedAt }: Recording): Promise<number> =>
  tx.run(sql`update ${sql.table(`persons.${table}`)} set superseded_at = ${recordedAt} where id = ${id} and superseded_at is null`);

/** Puts another row in the place of one that was wrong. */
export async function correctRow(tx: Write, history: History | 'death', id: string, row: Row, recording: Recording): Promise<void> {
  const rightId = await newId(tx);
  const table = sql.table(`persons.${history}`);
  await tx.run(sql`update ${table} set superseded_at = ${recording.recordedAt} where id = ${id} and superseded_at is null`);
  await tx.insert(`persons.${history}`, { ...row, id: rightId, ...recording });
  await tx.run(sql`update ${table} set superseded_by = ${rightId} where id = ${id}`);
}

/** Makes the day of death follow what is recorded of it. */
export const refreshDeath = (tx: Write, personId: string): Promise<number> =>
  tx.run(sql`update persons.person p set died_on = (select d.died_on from persons.death d where d.person_id = p.id and d.superseded_at is null) where p.id = ${personId}`);

/** Makes search keys, home and former homes follow the histories again; after every change of a name or an address. */
export async function refreshSearch(tx: Write, personId: string): Promise<void> {
  await tx.run(sql`
    update persons.person p set
      family_key = platform.search_key(n.family), given_key = platform.search_key(n.given), home_atvk = a.atvk, home_part = coalesce(a.part, '')
    from persons.name n left join persons.address a on a.person_id = n.person_id and a.superseded_at is null and a.valid_to is null
    where p.id = ${personId} and n.person_id = p.id and n.superseded_at is null and n.valid_to is null`);
  await tx.run(sql`delete from persons.former_home where person_id = ${personId}`);
  await tx.run(sql`${sql.raw(INSERT_FORMER_HOMES)} and a.person_id = ${personId}`);
}
