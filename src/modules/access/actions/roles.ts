import { z } from 'zod';
import { Conflict, invalid, NotFound } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { NOT_PERSONAL, readAction, writeAction } from '#platform/actions/action.js';
import type { Permission } from '#platform/actions/permission.js';
import { PLACE_KINDS } from '../domain/place.js';
import { editRoles } from '../permissions.js';
import { findRole, listRoles, lockRole, saveRole, seenOfRole, type RoleRow } from '../store/roles.js';
import { NO_SUCH_PERMISSION, NO_SUCH_ROLE, ROLE_CHANGED_MEANWHILE } from '../texts.js';
import { ownUserId } from './own-user.js';

export type { RoleRow };

const Many = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

export const listAllRoles = readAction({
  name: 'access.list-roles',
  title: { lv: 'Apskatītas lomas', en: 'Roles looked at' },
  permission: editRoles,
  input: z.object({}),
  audit: NOT_PERSONAL,
  run: ({ tx, contributions }) => listRoles(tx).then((roles) => ({ roles, permissions: contributions.permissions })),
});

export const readRole = readAction({
  name: 'access.read-role',
  title: { lv: 'Apskatīta loma', en: 'Role looked at' },
  permission: editRoles,
  input: z.object({ code: z.string() }),
  audit: NOT_PERSONAL,
  async run({ tx, contributions }, { code }) {
    const role = await findRole(tx, code);
    if (!role) throw new NotFound('no-such-role', NO_SUCH_ROLE);
    return { role, seen: await seenOfRole(tx, code), permissions: contributions.permissions };
  },
});

/** Changes what a role holds; everyone who holds the role may do so from their next request. `seen` is the role that was changed: what another administrator wrote meanwhile is not undone unknowingly. */
export const changeRole = writeAction({
  name: 'access.change-role',
  title: { lv: 'Mainīta loma', en: 'Role changed' },
  permission: editRoles,
  asksFreshProof: true,
  input: z.object({
    code: z.string(),
    titleLv: z.string().trim().min(2).max(120),
    titleEn: z.string().trim().min(2).max(120),
    permissions: Many.default([]),
    scopeKinds: Many.pipe(z.array(z.enum(PLACE_KINDS)).min(1)),
    seen: z.string(),
  }),
  async run({ tx, actor, now, contributions }, { seen, ...changed }) {
    const present = await lockRole(tx, changed.code);
    const before = await findRole(tx, changed.code);
    if (!before) throw new NotFound('no-such-role', NO_SUCH_ROLE);
    if (seen !== present) throw new Conflict('role-changed', ROLE_CHANGED_MEANWHILE);
    refuseUnknown(changed.permissions, contributions.permissions);
    const { forPrograms: _stays, ...shown } = before;
    await saveRole(tx, { ...changed, module: before.module }, ownUserId(actor), now);
    return shown;
  },
  audit: ({ input: { seen: _seen, ...after }, output }) => ({ facts: { before: output, after } }),
});

function refuseUnknown(names: readonly string[], known: readonly Permission[]) {
  const unknown = names.filter((name) => known.every((one) => one.name !== name));
  if (unknown.length > 0) throw invalid('permissions', fill(NO_SUCH_PERMISSION, { names: unknown.join(', ') }));
}
