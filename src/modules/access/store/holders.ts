import { z } from 'zod';
import type { IsoDate } from '#kernel/iso-date.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { holdsOn } from './rows.js';

const HolderRow = z.object({ userId: z.string(), name: z.string(), email: z.string() });

/** The active users who hold a permission on a day for a municipality or for the whole country; with null for the country only. */
export const listHolders = (tx: Read, permission: string, unitId: number | null, day: IsoDate): Promise<z.infer<typeof HolderRow>[]> =>
  tx.all(
    HolderRow,
    sql`select distinct u.id as user_id, u.name, u.email from access.role_grant g
      join access.role r on r.code = g.role_code and ${permission} = any(r.permissions)
      join access.app_user u on u.id = g.user_id and u.state = 'active'
      where ${holdsOn('g', day)} and (g.everywhere or g.unit_id = ${unitId}::int) order by u.id`,
  );

/** The active users who hold a permission on a day for one institution itself: its own staff. */
export const listHoldersAt = (tx: Read, permission: string, institutionId: string, day: IsoDate): Promise<z.infer<typeof HolderRow>[]> =>
  tx.all(
    HolderRow,
    sql`select distinct u.id as user_id, u.name, u.email from access.role_grant g
      join access.role r on r.code = g.role_code and ${permission} = any(r.permissions)
      join access.app_user u on u.id = g.user_id and u.state = 'active'
      where ${holdsOn('g', day)} and g.institution_id = ${institutionId} order by u.id`,
  );

/** The institutions for which an active user or machine holds a permission on a day. */
export const listInstitutionsHolding = async (tx: Read, permission: string, day: IsoDate): Promise<string[]> =>
  (await tx.all(
    z.object({ institutionId: z.string() }),
    sql`select distinct g.institution_id from access.role_grant g
      join access.role r on r.code = g.role_code and ${permission} = any(r.permissions)
      join access.app_user u on u.id = g.user_id and u.state = 'active'
      where ${holdsOn('g', day)} and g.institution_id is not null order by 1`,
  )).map((row) => row.institutionId);
