import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';

const UserOfPerson = z.object({ personId: z.string(), userId: z.string(), email: z.string() });
export type UserOfPerson = z.infer<typeof UserOfPerson>;

/** The active users with a mail address that these people are, one of each person: the one who signed in last. Accounts that they have not proven to be theirs are not written to. */
export const listReachableUsers = (tx: Read, personIds: readonly string[]): Promise<UserOfPerson[]> =>
  tx.all(
    UserOfPerson,
    sql`select distinct on (u.person_id) u.person_id, u.id as user_id, u.email from access.app_user u
      where u.person_id = any(${[...personIds]}::uuid[]) and u.person_proven and u.state = 'active' and u.email <> '' order by u.person_id, u.last_sign_in_at desc nulls last, u.id`,
  );

/** Who did something once, by the identity that was written down, with the mail address; undefined where they are a user no longer. */
export const findActiveUser = (tx: Read, id: string): Promise<{ userId: string; email: string } | undefined> =>
  tx.first(UserOfPerson.pick({ userId: true, email: true }), sql`select u.id as user_id, u.email from access.app_user u where u.id::text = ${id} and u.state = 'active'`);
