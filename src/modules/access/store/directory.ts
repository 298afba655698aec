import { z } from 'zod';
import type { Directory } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import { listRoles } from './roles.js';

const UserName = z.object({ id: z.string(), login: z.string(), name: z.string(), email: z.string() });
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What other services may know of users: their names, for the audit log, and where to write to them. */
export const directory: Directory = {
  usersById: async (tx, ids) => {
    const asked = ids.filter((id) => UUID.test(id));
    return asked.length === 0 ? [] : tx.all(UserName, sql`select u.id, u.login, u.name, u.email from access.app_user u where u.id = any(${asked}::uuid[])`);
  },
  usersNamed: (tx, words, limit) =>
    tx.all(
      UserName,
      sql`select u.id, u.login, u.name, u.email from access.app_user u
        where starts_with(u.login, lower(${words})) or u.name_key like '%' || platform.search_key(${words}) || '%'
        order by u.login = lower(${words}) desc, u.name_key, u.id limit ${limit}`,
    ),
  roleTitles: async (tx) => (await listRoles(tx)).map(({ titleLv, titleEn }) => ({ lv: titleLv, en: titleEn })),
};
