import { z } from 'zod';
import { joinName } from '#modules/persons/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { listOf, sql } from '#platform/db/sql.js';
import type { Write } from '#platform/db/transaction.js';
import { keepBefore } from './users.js';

export interface UserDetailsNow {
  /** Null where the name stays. */
  readonly name: string | null;
  readonly email: string;
}

/** From today on; what was before is kept. */
export async function setUserDetails(tx: Write, id: string, { name, email }: UserDetailsNow, today: IsoDate, now: Date): Promise<void> {
  await keepBefore(tx, sql`u.id = ${id}`, today, now);
  await tx.run(sql`update access.app_user set name = coalesce(${name}, name), email = ${email} where id = ${id}`);
}

/** Holds a user until the transaction ends, so that a form sent twice at a moment changes, and tells, once. */
export const lockUser = (tx: Write, id: string): Promise<number> => tx.run(sql`select from access.app_user where id = ${id} for no key update`);

const Renamed = z.object({ id: z.string(), personId: z.string(), name: z.string() });

/**
 * Accounts that are proven to be their persons' bear the names of the register from today on; those of protected people stay as they are,
 * since whoever looks after users may not learn from them what the register hides.
 * @param personId only this person's accounts; null for all
 */
export async function renameByRegister(tx: Write, personId: string | null, today: IsoDate, now: Date): Promise<z.infer<typeof Renamed>[]> {
  const renamed = await tx.all(
    Renamed,
    sql`select u.id, u.person_id, n.given || ' ' || n.family as name from access.app_user u ${joinName('n', sql`u.person_id`, today)}
      where u.person_proven and ${personId === null ? sql`u.person_id is not null` : sql`u.person_id = ${personId}`} and not n.is_protected and u.name <> n.given || ' ' || n.family for no key update of u`,
  );
  if (renamed.length === 0) return renamed;
  const ids = renamed.map(({ id }) => id);
  await keepBefore(tx, sql`u.id = any(${ids}::uuid[])`, today, now);
  await tx.run(sql`update access.app_user u set name = r.name from unnest(${listOf(ids, 'uuid')}, ${listOf(renamed.map(({ name }) => name), 'text')}) as r(id, name) where u.id = r.id`);
  return renamed;
}
