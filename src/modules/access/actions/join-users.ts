import { fill } from '#kernel/text.js';
import type { WriteContext } from '#platform/actions/action.js';
import { grantEnded, grantGiven, usersJoined, userSuspended } from '../events.js';
import { moveGrants, moveMet, moveRequests } from '../store/join-users.js';
import { setJoinedInto, setUserState } from '../store/users.js';
import { JOINED_INTO } from '../texts.js';

/**
 * Makes one user of two: what the one may do, has asked for and has met goes over to the other, and the one is closed for good.
 * Who asks has proven that both are the same person; this is not found out here.
 */
export async function joinUsers({ tx, today, now, announce }: WriteContext, from: { readonly id: string }, into: { readonly id: string; readonly login: string }): Promise<number> {
  const reason = fill(JOINED_INTO, { login: into.login }).lv;
  const moved = await moveGrants(tx, from.id, into.id, today, reason, into.id, now);
  await moveMet(tx, from.id, into.id);
  await moveRequests(tx, from.id, into.id);
  for (const { oldId, newId } of moved) {
    await announce(grantEnded, { grantId: oldId, userId: from.id, to: today });
    if (newId) await announce(grantGiven, { grantId: newId, userId: into.id, from: today });
  }
  await setUserState(tx, from.id, 'suspended', reason, today, now);
  await setJoinedInto(tx, from.id, into.id);
  await announce(usersJoined, { from: from.id, into: into.id });
  await announce(userSuspended, { userId: from.id });
  return moved.length;
}
