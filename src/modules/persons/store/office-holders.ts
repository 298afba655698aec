import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import type { PersonCode } from '#kernel/person-code.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { isProtected } from './rights.js';

/** Someone alive and of age on a day, by a code that is or ever was theirs, or by identity. Nothing of them is told but who it is. */
export const findAdult = async (tx: Read, who: { readonly code: PersonCode } | { readonly id: string }, day: IsoDate): Promise<string | undefined> => {
  const meant = 'code' in who ? sql`p.id = (select c.person_id from persons.code c where c.code = ${who.code} and c.superseded_at is null)` : sql`p.id = ${who.id}`;
  const found = await tx.first(
    z.object({ id: z.string() }),
    sql`select p.id from persons.person p
      where ${meant} and p.born_on <= ${day}::date - interval '18 years' and (p.died_on is null or p.died_on > ${day})`,
  );
  return found?.id;
};

/** A person in an office, by a key of the asker's, and the day whose name is wanted. */
export interface OfficeHolder {
  readonly key: string;
  readonly personId: string;
  readonly day: IsoDate;
}

/**
 * The names of people who hold or held an office, by the asker's keys. Such a name is public because of the office; of a person
 * protected today there is none.
 */
export async function listHolderNames(tx: Read, holders: readonly OfficeHolder[], today: IsoDate): Promise<Map<string, string>> {
  const rows = await tx.all(
    z.object({ key: z.string(), name: z.string() }),
    sql`select h.key, n.given || ' ' || n.family as name
      from jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) as h(key text, "personId" uuid, day date)
      join persons.person p on p.id = h."personId" and not ${isProtected(today)}
      join persons.name n on n.person_id = p.id and n.superseded_at is null and n.valid_from <= h.day and (n.valid_to is null or n.valid_to > h.day)`,
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}

/** Living people without protection, born on these days, to be made-up office holders: the same ones each time, from all over the register. */
export const listSomeAdults = async (tx: Read, born: { readonly from: IsoDate; readonly to: IsoDate }, limit: number, today: IsoDate): Promise<string[]> =>
  (
    await tx.all(
      z.object({ id: z.string() }),
      sql`select p.id from persons.person p
        where p.born_on >= ${born.from} and p.born_on < ${born.to} and p.died_on is null and not ${isProtected(today)}
        order by hashtext(p.id::text), p.id limit ${limit}`,
    )
  ).map(({ id }) => id);
