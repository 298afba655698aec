import { z } from 'zod';
import type { Scope } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import type { Read, Write } from '#platform/db/transaction.js';
import { PLACE_KINDS, type PlaceKind } from '../domain/place.js';

const RoleRow = z.object({
  code: z.string(),
  module: z.string(),
  titleLv: z.string(),
  titleEn: z.string(),
  permissions: z.array(z.string()),
  scopeKinds: z.array(z.enum(PLACE_KINDS)),
  /** Held by other programs alone; nobody asks for it for themselves. */
  forPrograms: z.boolean(),
});
export type RoleRow = z.infer<typeof RoleRow>;

const COLUMNS = sql`code, module, title_lv, title_en, permissions, scope_kinds, for_programs`;

export const listRoles = (tx: Read): Promise<RoleRow[]> =>
  tx.all(RoleRow, sql`select ${COLUMNS} from access.role order by module, title_lv collate platform.latvian`);

/** Roles that a person can ask for. */
export const listRolesForPeople = async (tx: Read): Promise<RoleRow[]> => (await listRoles(tx)).filter((role) => !role.forPrograms);

/** Roles that can be given somewhere in a (widened) scope: one meant for the whole country is not offered to a school. */
export async function listRolesFor(tx: Read, scope: Scope): Promise<RoleRow[]> {
  const kinds = new Set<PlaceKind>([...(scope.everywhere ? PLACE_KINDS : []), ...(scope.unitIds.length > 0 ? (['municipality', 'institution'] as const) : []), ...(scope.institutionIds.length > 0 ? (['institution'] as const) : [])]);
  return (await listRoles(tx)).filter((role) => role.scopeKinds.some((kind) => kinds.has(kind)));
}

export const findRole = (tx: Read, code: string): Promise<RoleRow | undefined> => tx.first(RoleRow, sql`select ${COLUMNS} from access.role where code = ${code}`);

/** What a role says, as one short word that differs when it does. */
const SEEN = sql`md5(row(title_lv, title_en, permissions, scope_kinds)::text)`;
const SeenRow = z.object({ seen: z.string() });

export const seenOfRole = async (tx: Read, code: string): Promise<string> => (await tx.first(SeenRow, sql`select ${SEEN} as seen from access.role where code = ${code}`))!.seen;

/** The same, with the role held until the transaction ends. */
export const lockRole = async (tx: Write, code: string): Promise<string | undefined> => (await tx.first(SeenRow, sql`select ${SEEN} as seen from access.role where code = ${code} for no key update`))?.seen;

/** Writes a role, new or changed; whether it is for programs stays as it is. */
export const saveRole = (tx: Write, role: Omit<RoleRow, 'forPrograms'>, by: string, now: Date): Promise<number> =>
  tx.run(sql`insert into access.role (code, module, title_lv, title_en, permissions, scope_kinds, changed_at, changed_by)
    values (${role.code}, ${role.module}, ${role.titleLv}, ${role.titleEn}, ${role.permissions}, ${role.scopeKinds}, ${now}, ${by})
    on conflict (code) do update set module = excluded.module, title_lv = excluded.title_lv, title_en = excluded.title_en,
      permissions = excluded.permissions, scope_kinds = excluded.scope_kinds, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
