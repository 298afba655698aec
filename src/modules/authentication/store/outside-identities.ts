import { z } from 'zod';
import { sharedFirst, sharedRows, sharedWrite, sharing } from '#platform/db/sharing.js';
import { listOf, type Sql, sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { isTechnical } from './technical-users.js';

const OwnerRow = z.object({ id: z.string(), userId: z.string(), madeUp: z.boolean() });

/** The active user that an identity was linked to. */
export const findLinkedUser = sharedFirst(
  OwnerRow,
  ['text'],
  (subjectKey) => sql`select o.id, o.user_id, u.made_up from authentication.outside_identity o join access.app_user u on u.id = o.user_id
    where o.subject_key = ${subjectKey} and o.unlinked_at is null and u.state = 'active'`,
);

const UserRow = z.object({ userId: z.string(), madeUp: z.boolean(), employed: z.boolean() });

/** The active users who are the person with this personal code, now or formerly. */
export const listUsersOfCode = sharedRows(
  UserRow,
  ['uuid'],
  (personId) => sql`select u.id as user_id, u.made_up, (u.unit_id is not null or u.institution_id is not null) as employed from access.app_user u
    where u.person_id = ${personId} and u.state = 'active' and not ${isTechnical} order by u.id`,
);

export interface NewOutsideIdentity {
  readonly userId: string;
  readonly method: string;
  readonly issuer: string;
  readonly subjectKey: string;
  readonly subject: Buffer;
  readonly linkedHow: 'person-code' | 'signed-in' | 'directory';
}

const InsertedRow = z.object({ id: z.string(), subjectKey: z.string() });

/** An identity is linked to one user at a time, which the database sees to. */
const insertIdentities = sharing(async (tx: Write, all: readonly (NewOutsideIdentity & { readonly linkedAt: Date })[]) => {
  const rows = all.map(({ userId, method, issuer, subjectKey, subject, linkedHow, linkedAt }) => ({ user_id: userId, method, issuer, subject_key: subjectKey, subject: subject.toString('hex'), linked_at: linkedAt, linked_how: linkedHow }));
  const inserted = await tx.all(
    InsertedRow,
    sql`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how)
      select n.user_id, n.method, n.issuer, n.subject_key, decode(n.subject, 'hex'), n.linked_at, n.linked_how
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(user_id uuid, method text, issuer text, subject_key text, subject text, linked_at timestamptz, linked_how text)
      returning id, subject_key`,
  );
  const ids = new Map(inserted.map(({ id, subjectKey }) => [subjectKey, id]));
  return all.map(({ subjectKey }) => ids.get(subjectKey)!);
});

export const insertOutsideIdentity = (tx: Write, identity: NewOutsideIdentity, now: Date): Promise<string> => insertIdentities(tx, { ...identity, linkedAt: now });

const markUsed = sharedWrite((tx, used: readonly { readonly id: string; readonly now: Date }[]) =>
  tx.run(sql`update authentication.outside_identity o set last_used_at = u.now from unnest(${listOf(used.map(({ id }) => id), 'uuid')}, ${listOf(used.map(({ now }) => now), 'timestamptz')}) as u(id, now) where o.id = u.id`),
);

export const markIdentityUsed = (tx: Write, id: string, now: Date): Promise<void> => markUsed(tx, { id, now });

const LinkRow = z.object({ id: z.string(), method: z.string(), issuer: z.string(), linkedAt: z.date(), lastUsedAt: z.date().nullable() });
export type LinkRow = z.infer<typeof LinkRow>;

export const listIdentitiesOf = (tx: Read, userId: string): Promise<LinkRow[]> =>
  tx.all(LinkRow, sql`select id, method, issuer, linked_at, last_used_at from authentication.outside_identity where user_id = ${userId} and unlinked_at is null order by linked_at, id`);

const TakenBackRow = LinkRow.extend({ subjectKey: z.string(), unlinkedAt: z.date() });
export type TakenBackRow = z.infer<typeof TakenBackRow>;

/** What a user took off their account and has not linked again, latest first. */
export const listTakenBack = (tx: Read, userId: string): Promise<TakenBackRow[]> =>
  tx.all(
    TakenBackRow,
    sql`select t.id, t.method, t.issuer, t.linked_at, t.last_used_at, t.subject_key, t.unlinked_at from (
        select distinct on (o.subject_key) o.* from authentication.outside_identity o where o.user_id = ${userId} order by o.subject_key, o.unlinked_at desc nulls first, o.id desc) t
      where t.unlinked_by = 'owner' order by t.unlinked_at desc, t.id`,
  );

/** The users who took this identity off their accounts and have not linked it again. */
export const listThoseWhoTookBack = async (tx: Read, subjectKey: string): Promise<string[]> => (await tookBack(tx, subjectKey)).map((row) => row.userId);

const tookBack = sharedRows(
  z.object({ userId: z.string() }),
  ['text'],
  (subjectKey) => sql`select t.user_id from (select distinct on (o.user_id) o.user_id, o.unlinked_by from authentication.outside_identity o
    where o.subject_key = ${subjectKey} order by o.user_id, o.unlinked_at desc nulls first, o.id desc) t where t.unlinked_by = 'owner'`,
);

const LinkHistoryRow = LinkRow.extend({ linkedHow: z.string(), unlinkedAt: z.date().nullable(), unlinkedBy: z.enum(['owner', 'administrator']).nullable() });
export type LinkHistoryRow = z.infer<typeof LinkHistoryRow>;

/** Every identity that ever opened a user's account, latest first. */
export const listLinkHistory = (tx: Read, userId: string): Promise<LinkHistoryRow[]> =>
  tx.all(
    LinkHistoryRow,
    sql`select id, method, issuer, linked_at, last_used_at, linked_how, unlinked_at, unlinked_by from authentication.outside_identity where user_id = ${userId} order by linked_at desc, id`,
  );

/** Unlinks one identity of a user, or all of them; tells how many. */
export const unlinkIdentities = (tx: Write, userId: string, only: string | null, by: 'owner' | 'administrator', now: Date): Promise<number> =>
  tx.run(sql`update authentication.outside_identity set unlinked_at = ${now}, unlinked_by = ${by} where user_id = ${userId} and unlinked_at is null ${only ? sql`and id = ${only}` : sql``}`);

/** What says by itself whose it is, whatever the account. A municipality's or a school's word is good for accounts of its own people only. */
const GOOD_FOR_ANY_ACCOUNT = ['smart-id', 'eparaksts', 'latvija-lv'];

/** Whether an identity is one by which a person proves themself, whatever their employer says. */
export const provesItsPerson = (identityId: Sql): Sql =>
  sql`exists (select from authentication.outside_identity i where i.id = ${identityId} and i.method = any(${listOf(GOOD_FOR_ANY_ACCOUNT, 'text')}::text[]))`;

/** Links what opened one account to another of the same person, but for what that one ever had; of the first nothing stays linked. Tells how many went over. */
export async function moveIdentities(tx: Write, from: string, into: string, now: Date): Promise<number> {
  await unlinkIdentities(tx, from, null, 'owner', now);
  return tx.run(sql`insert into authentication.outside_identity (user_id, method, issuer, subject_key, subject, linked_at, linked_how)
    select ${into}, o.method, o.issuer, o.subject_key, o.subject, ${now}, 'signed-in' from authentication.outside_identity o
    where o.user_id = ${from} and o.unlinked_at = ${now} and o.method = any(${listOf(GOOD_FOR_ANY_ACCOUNT, 'text')}::text[])
      and not exists (select from authentication.outside_identity h where h.user_id = ${into} and h.subject_key = o.subject_key)`);
}
