import type { WriteContext } from '#platform/actions/action.js';
import { breakGlassUsed } from '../events.js';
import { insertBreakGlassUse } from '../store/break-glass.js';
import type { SignInUser } from '../store/people.js';
import type { Visitor } from './visitor-input.js';

/** Records that a sealed account was opened and raises the alarm: everybody who looks after sealed accounts is told at once. */
export async function announceBreakGlass({ tx, now, announce }: WriteContext, user: SignInUser, visitor: Visitor): Promise<void> {
  const useId = await insertBreakGlassUse(tx, user.id, visitor.addressPrefix, now);
  await announce(breakGlassUsed, { useId, userId: user.id });
}
