import { z } from 'zod';
import { NotFound } from '#kernel/errors.js';
import { readAction } from '#platform/actions/action.js';
import { type GrantRow, listGrantsOf } from '../store/grant-lists.js';
import { manageUsers } from '../permissions.js';
import { findUser, type UserRow } from '../store/users.js';
import { NO_SUCH_USER } from '../texts.js';
import { widenScope } from './widen-scope.js';

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
    const user = await findUser(tx, id, await widenScope(tx, scope, today));
    if (!user) throw new NotFound('no-such-user', NO_SUCH_USER);
    return { user, grants: await listGrantsOf(tx, id) };
  },
  audit: ({ input }) => ({ facts: { user: input.id } }),
});
