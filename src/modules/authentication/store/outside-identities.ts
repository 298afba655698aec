import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';

const OwnerRow = z.object({ id: z.string(), userId: z.string(), madeUp: z.boolean() });

/** The active user that an identity was linked to. */
export const findLinkedUser = (tx: Read, subjectKey: string): Promise<z.infer<typeof OwnerRow> | undefined> =>
  tx.first(
    OwnerRow,
    sql`select o.id, o.user_id, u.made_up from authentication.outside_identity o join access.app_user u on u.id = o.user_id
      where o.subject_key = ${subjectKey} and o.unlinked_at is null and u.state = 'active'`,
  );

const UserRow = z.object({ userId: z.string(), madeUp: z.boolean(), employed: z.boolean() });

/** The active users who are the person with this personal code, now or formerly. */
export const listUsersOfCode = (tx: Read, personId: string): Promise<z.infer<typeof UserRow>[]> =>
  tx.all(UserRow, sql`select id as user_id, made_up, (unit_id is not null or institution_id is not null) as employed from access.app_user where person_id = ${personId} and state = 'active' order by id`);

export interface NewOutsideIdentity {
  readonly userId: string;
  readonly method: string;
  readonly issuer: string;
  readonly subjectKey: string;
  readonly subject: Buffer;
  readonly linkedHow: 'person-code' | 'signed-in' | 'directory';
}

export async function insertOutsideIdentity(tx: Write, identity: NewOutsideIdentity, now: Date): Promise<string> {
  const { userId, method, issuer, subjectKey, subject, linkedHow } = identity;
  const row = await tx.first(
    z.object({ id: z.string() }),
    sql`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how)
      values (${userId}, ${method}, ${issuer}, ${subjectKey}, ${subject}, ${now}, ${linkedHow}) returning id`,
  );
  return row!.id;
}

export const markIdentityUsed = (tx: Write, id: string, now: Date): Promise<number> => tx.run(sql`update authentication.outside_identity set last_used_at = ${now} where id = ${id}`);

const LinkRow = z.object({ id: z.string(), method: z.string(), issuer: z.string(), linkedAt: z.date(), lastUsedAt: z.date().nullable() });
export type LinkRow = z.infer<typeof LinkRow>;

export const listIdentitiesOf = (tx: Read, userId: string): Promise<LinkRow[]> =>
  tx.all(LinkRow, sql`select id, method, issuer, linked_at, last_used_at from authentication.outside_identity where user_id = ${userId} and unlinked_at is null order by linked_at, id`);

/** Unlinks one identity of a user, or all of them; tells how many. */
export const unlinkIdentities = (tx: Write, userId: string, only: string | null, now: Date): Promise<number> =>
  tx.run(sql`update authentication.outside_identity set unlinked_at = ${now} where user_id = ${userId} and unlinked_at is null ${only ? sql`and id = ${only}` : sql``}`);
