import { z } from 'zod';
import { type Directory, type LoggedBodies, type NamedThing, uuidsAmong } from '#platform/actions/directory.js';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read } from '#platform/db/transaction.js';
import { listRoles } from './roles.js';
import { placeName } from './rows.js';
import { isHidden, shownName } from './users.js';

const UserName = z.object({ id: z.string(), login: z.string(), name: z.string(), email: z.string() });

const ThingRow = z.object({ kind: z.enum(['grant', 'requirement', 'institution', 'unit']), id: z.string(), lv: z.string(), en: z.string() });

/** What other services may know of users: their names, for the audit log, and where to write to them. */
export const userDirectory: Pick<Directory, 'usersById' | 'usersNamed' | 'roleTitles'> = {
  usersById: async (tx, ids, today) => {
    const asked = uuidsAmong(ids);
    return asked.length === 0 ? [] : tx.all(UserName, sql`select u.id, u.login, ${shownName(today)} as name, u.email from access.app_user u where u.id = any(${asked}::uuid[])`);
  },
  usersNamed: (tx, words, today, limit) =>
    tx.all(
      UserName,
      sql`select u.id, u.login, ${shownName(today)} as name, u.email from access.app_user u
        where starts_with(u.login, lower(${words})) or (u.name_key like '%' || platform.search_key(${words}) || '%' and not ${isHidden(today)})
        order by u.login = lower(${words}) desc, u.name_key, u.id limit ${limit}`,
    ),
  roleTitles: async (tx) => (await listRoles(tx)).map(({ code, titleLv, titleEn }) => ({ code, lv: titleLv, en: titleEn })),
};

/** Rights by whose they are, requirements by what is asked of whom, institutions and municipalities by their present names, in one question. */
export async function nameThings(tx: Read, ids: readonly string[]): Promise<NamedThing[]> {
  const uuids = uuidsAmong(ids);
  const numbers = ids.filter((id) => /^\d{1,9}$/.test(id)).map(Number);
  const regNrs = ids.filter((id) => /^\d{10,11}$/.test(id));
  if (uuids.length + numbers.length + regNrs.length === 0) return [];
  const rows = await tx.all(
    ThingRow,
    sql`select 'grant' as kind, g.id::text, u.name || ': ' || r.title_lv || coalesce(', ' || ${placeName('g')}, '') as lv, u.name || ': ' || r.title_en || coalesce(', ' || ${placeName('g')}, '') as en
        from access.role_grant g join access.app_user u on u.id = g.user_id join access.role r on r.code = g.role_code where g.id = any(${uuids}::uuid[])
      union all select 'requirement', q.id::text, r.title_lv || ': ' || q.title_lv || coalesce(', ' || ${placeName('q')}, ''), r.title_en || ': ' || coalesce(nullif(q.title_en, ''), q.title_lv) || coalesce(', ' || ${placeName('q')}, '')
        from access.role_requirement q join access.role r on r.code = q.role_code where q.id = any(${uuids}::uuid[])
      union all select 'institution', i.id::text, i.name, i.name from institutions.institution i where i.id = any(${uuids}::uuid[])
      union all select 'institution', i.reg_nr, i.name, i.name from institutions.institution i where i.reg_nr = any(${regNrs})
      union all (select distinct on (v.unit_id) 'unit', v.unit_id::text, v.name, v.name from territories.unit_version v where v.unit_id = any(${numbers}::int[]) order by v.unit_id, v.valid_from desc)`,
  );
  return rows.map(({ kind, id, lv, en }) => ({ kind, id, name: { lv, en } }));
}

const BodiesRow = z.object({ names: z.array(z.string()), userIds: z.array(z.string()), institutions: z.array(z.string()) });

/** What the log writes of some bodies: their names, who works there, and their identifiers. */
export async function findLoggedBodies(tx: Read, unitIds: readonly number[], institutionIds: readonly string[]): Promise<LoggedBodies> {
  const [units, institutions] = [sql`${[...unitIds]}::int[]`, sql`${[...institutionIds]}::uuid[]`];
  const row = await tx.first(
    BodiesRow,
    sql`select array(select i.name from institutions.institution i where i.id = any(${institutions}) union select v.name from territories.unit_version v where v.unit_id = any(${units})) as names,
      array(select u.id::text from access.app_user u where u.institution_id = any(${institutions}) or u.unit_id = any(${units})) as user_ids,
      array(select i.reg_nr from institutions.institution i where i.id = any(${institutions})) as institutions`,
  );
  return { ...row!, institutions: [...institutionIds, ...row!.institutions], units: unitIds.map(String) };
}

const InstitutionRow = z.object({ id: z.string(), regNr: z.string(), name: z.string() });

export const listInstitutionsNamed = (tx: Read, words: string, scope: Scope, limit: number): Promise<z.infer<typeof InstitutionRow>[]> =>
  tx.all(
    InstitutionRow,
    sql`select i.id, i.reg_nr, i.name from institutions.institution i
      where (i.reg_nr = ${words} or i.search_key like '%' || platform.search_key(${words}) || '%') and ${scope.everywhere ? sql`true` : sql`i.id = any(${[...scope.institutionIds]}::uuid[])`}
      order by i.name collate platform.latvian, i.id limit ${limit}`,
  );
