import { z } from 'zod';
import { sharedFirst } from '#platform/db/sharing.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { isTechnical } from './technical-users.js';

const UserRow = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  email: z.string(),
  personId: z.string().nullable(),
  /** Proven to be that person’s, not only named so by an administrator. */
  personProven: z.boolean(),
  unitId: z.number().nullable(),
  institutionId: z.string().nullable(),
  madeUp: z.boolean(),
  hasPassword: z.boolean(),
  hasCode: z.boolean(),
  passkeys: z.number(),
  /** By what it is confirmed; null while it waits to be confirmed again. */
  confirmedBy: z.string().nullable(),
  /** How surely it is to be confirmed again after a reset; until then it has no rights. */
  mustConfirm: z.enum(['substantial', 'high']).nullable(),
  sealed: z.boolean(),
  /** A machine acts as them: nobody signs in. */
  technical: z.boolean(),
});
/** A user as their sign-in sees them. */
export type SignInUser = z.infer<typeof UserRow>;

/** An active user with the factors they have; undefined when there is none. */
export const findSignInUser = sharedFirst(
  UserRow,
  ['uuid'],
  (userId) => sql`select u.id, u.login, u.name, u.email, u.person_id, u.person_proven, u.unit_id, u.institution_id, u.made_up,
        exists (select from authentication.password p where p.user_id = u.id) as has_password,
        exists (select from authentication.code_generator g where g.user_id = u.id and g.confirmed_at is not null) as has_code,
        (select count(*) from authentication.passkey k where k.user_id = u.id and k.removed_at is null) as passkeys,
        (select coalesce((select 'in-person' from authentication.reconfirmation p where p.user_id = u.id and p.closed_how = 'in-person' and p.closed_at >= c.confirmed_at limit 1), c.method) from authentication.confirmation c
          where c.user_id = u.id and not exists (select from authentication.reconfirmation w where w.user_id = u.id and w.closed_at is null)) as confirmed_by,
        (select w.level from authentication.reconfirmation w where w.user_id = u.id and w.closed_at is null) as must_confirm,
        exists (select from authentication.break_glass b where b.user_id = u.id) as sealed,
        ${isTechnical} as technical
      from access.app_user u where u.id = ${userId} and u.state = 'active'`,
);

const AccountRow = z.object({ id: z.string(), login: z.string(), name: z.string(), organisation: z.string().nullable() });
export type AccountRow = z.infer<typeof AccountRow>;

/** Some users with where they work, by organisation. */
export const listAccounts = (tx: Read, userIds: readonly string[]): Promise<AccountRow[]> =>
  tx.all(
    AccountRow,
    sql`select u.id, u.login, u.name, coalesce(
        (select v.name from territories.unit_version v where v.unit_id = u.unit_id order by v.valid_from desc limit 1),
        (select i.name from institutions.institution i where i.id = u.institution_id)) as organisation
      from access.app_user u where u.id = any(${[...userIds]}::uuid[]) order by organisation nulls last, u.login`,
  );
