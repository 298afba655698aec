import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

/** Keeps the name of a try with the identity that it turned out to be of, if that is linked to somebody. */
export const keepDirectoryName = (tx: Write, subjectKey: string, attempt: string, now: Date): Promise<number> =>
  tx.run(sql`insert into authentication.directory_name (outside_identity_id, account_key, recorded_at)
    select o.id, a.account_key, ${now} from authentication.sign_in_attempt a join authentication.outside_identity o on o.subject_key = ${subjectKey} and o.unlinked_at is null
    where a.id = ${attempt} on conflict do nothing`);

/** Whose linked account goes by a name. */
export const listUsersOfDirectoryName = (tx: Read, accountKey: string): Promise<{ userId: string }[]> =>
  tx.all(
    z.object({ userId: z.string() }),
    sql`select distinct o.user_id from authentication.directory_name n join authentication.outside_identity o on o.id = n.outside_identity_id where n.account_key = ${accountKey} and o.unlinked_at is null`,
  );

/** By which names the linked accounts of a user are tried. */
export const listDirectoryNamesOf = async (tx: Read, userId: string): Promise<string[]> =>
  (await tx.all(
    z.object({ accountKey: z.string() }),
    sql`select distinct n.account_key from authentication.directory_name n join authentication.outside_identity o on o.id = n.outside_identity_id where o.user_id = ${userId} and o.unlinked_at is null`,
  )).map(({ accountKey }) => accountKey);
