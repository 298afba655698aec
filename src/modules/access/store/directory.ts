import { z } from 'zod';
import type { Directory, NamedThing } from '#platform/actions/directory.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { listRoles } from './roles.js';
import { placeName } from './rows.js';

const UserName = z.object({ id: z.string(), login: z.string(), name: z.string(), email: z.string() });
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const ThingRow = z.object({ kind: z.enum(['grant', 'institution', 'unit']), id: z.string(), lv: z.string(), en: z.string() });

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
  roleTitles: async (tx) => (await listRoles(tx)).map(({ code, titleLv, titleEn }) => ({ code, lv: titleLv, en: titleEn })),
  thingsById,
};

/** Rights by whose they are, institutions and municipalities by their present names, in one question. */
async function thingsById(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = ids.filter((id) => UUID.test(id));
  const numbers = ids.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
  const regNrs = ids.filter((id) => /^\d{10,11}$/.test(id));
  if (uuids.length + numbers.length + regNrs.length === 0) return [];
  const rows = await tx.all(
    ThingRow,
    sql`select 'grant' as kind, g.id::text, u.name || ': ' || r.title_lv || coalesce(', ' || ${placeName('g')}, '') as lv, u.name || ': ' || r.title_en || coalesce(', ' || ${placeName('g')}, '') as en
        from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code where g.id = any(${uuids}::uuid[])
      union all select 'institution', i.id::text, i.name, i.name from institutions.institution i where i.id = any(${uuids}::uuid[])
      union all select 'institution', i.reg_nr, i.name, i.name from institutions.institution i where i.reg_nr = any(${regNrs})
      union all (select distinct on (v.unit_id) 'unit', v.unit_id::text, v.name, v.name from territories.unit_version v where v.unit_id = any(${numbers}::int[]) order by v.unit_id, v.valid_from desc)`,
  );
  return rows.map(({ kind, id, lv, en }) => ({ kind, id, name: { lv, en } }));
}
