import { z } from 'zod';
import { readAction } from '#platform/actions/action.js';
import { type GrantRow, listGrantsOf } from '../store/grant-lists.js';
import { manageUsers } from '../permissions.js';
import { getUserInScope, type UserRow } from './users.js';

export interface UserDetails {
  readonly user: UserRow;
  readonly grants: readonly GrantRow[];
}

/** One user of the actor's organisation with all rights they have and had. */
export const readUser = readAction({
  name: 'access.read-user',
  title: { lv: 'Apskatīts lietotājs', en: 'User looked at' },
  permission: manageUsers,
  input: z.object({ id: z.uuid() }),
  async run({ tx, scope, today }, { id }): Promise<UserDetails> {
    const user = await getUserInScope({ tx, scope, today }, id);
    return { user, grants: await listGrantsOf(tx, id) };
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});
