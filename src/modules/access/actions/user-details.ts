import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { isNowhere } from '#platform/actions/actor.js';
import { scopeOf } from '#platform/actions/permission.js';
import { placeOf } from '../domain/place.js';
import { type GrantRow, listGrantsOf } from '../store/grant-lists.js';
import { grantRights, manageUsers } from '../permissions.js';
import { getUserInScope, type UserRow } from './users.js';
import { covers, widenScope } from './widen-scope.js';

export interface UserDetails {
  readonly user: UserRow;
  readonly grants: readonly GrantRow[];
  /** Whether the actor gives rights, to anyone but themselves. */
  readonly mayGive: boolean;
  /** The rights not yet over that the actor may end. */
  readonly mayEnd: ReadonlySet<string>;
}

/** One user of the actor's organisation with all rights they have and had. */
export const readUser = readAction({
  name: 'access.read-user',
  title: { lv: 'Apskatīts lietotājs', en: 'User looked at' },
  permission: manageUsers,
  input: z.object({ id: z.uuid() }),
  async run({ tx, actor, scope, today }, { id }): Promise<UserDetails> {
    const user = await getUserInScope({ tx, scope, today }, id);
    const grants = await listGrantsOf(tx, id, today);
    const giving = scopeOf(actor, grantRights);
    if (isNowhere(giving)) return { user, grants, mayGive: false, mayEnd: new Set() };
    const wide = await widenScope(tx, giving, today);
    const open = grants.filter((grant) => (grant.validTo === null || grant.validTo > today) && covers(wide, placeOf(grant)));
    return { user, grants, mayGive: id !== actor.id, mayEnd: new Set(open.map((grant) => grant.id)) };
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});
