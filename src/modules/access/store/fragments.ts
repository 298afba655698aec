import type { IsoDate } from '#kernel/iso-date.js';
import { type Sql, sql } from '#platform/db/sql.js';
import { holdsOn } from './rows.js';

/** Parts of other modules' queries that speak of rights: what a right is stays written here. */

const lastsBeyond = (day: IsoDate): Sql => sql`(g.valid_to is null or g.valid_to > ${day})`;

/** Whether a user holds a role at a municipality beyond a day, or will. */
export const holdsRoleAt = (userId: Sql, roleCode: Sql, unitId: Sql, day: IsoDate): Sql =>
  sql`exists (select from access.role_grant g where g.user_id = ${userId} and g.role_code = ${roleCode} and g.unit_id = ${unitId} and ${lastsBeyond(day)})`;

/** Whether a right lasts beyond a day. */
export const isGrantLive = (grantId: Sql, day: IsoDate): Sql => sql`exists (select from access.role_grant g where g.id = ${grantId} and ${lastsBeyond(day)})`;

export const isRole = (roleCode: Sql): Sql => sql`exists (select from access.role r where r.code = ${roleCode})`;

export const roleTitle = (roleCode: Sql, lang: 'lv' | 'en'): Sql => sql`(select ${sql.ref(`r.title_${lang}`)} from access.role r where r.code = ${roleCode})`;

/** Whether an active user holds a permission at a municipality itself on a day. */
export const holdsPermissionAt = (userId: Sql, permission: string, unitId: Sql, day: IsoDate): Sql =>
  sql`exists (select from access.role_grant own_grant join access.role own_role on own_role.code = own_grant.role_code and ${permission} = any(own_role.permissions)
    join access.app_user holder on holder.id = own_grant.user_id and holder.state = 'active'
    where own_grant.user_id = ${userId} and own_grant.unit_id = ${unitId} and ${holdsOn('own_grant', day)})`;
