import { Conflict } from '#kernel/errors.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Factor } from '../domain/factors.js';
import { isExcepted } from '../store/policies.js';
import { findSignInUser } from '../store/people.js';
import { NOT_ALLOWED_HERE } from '../texts.js';
import { policyOfUser } from './policy-of-user.js';

type Context = Pick<ActionContext, 'tx' | 'today' | 'now'>;

/** What can be copied, or used without the key in hand. */
const NEVER_OPEN_SEALED: readonly Factor[] = ['code', 'recovery-code'];

/** Whether the policy of a user lets them use a means today; whoever is excepted may use what they had. Codes never open a sealed account. */
export async function mayUse({ tx, today, now }: Context, userId: string, factor: Factor): Promise<boolean> {
  const user = (await findSignInUser(tx, userId))!;
  if (user.sealed && NEVER_OPEN_SEALED.includes(factor)) return false;
  const { policy } = await policyOfUser(tx, user, today, now);
  return policy.allowed.includes(factor) || isExcepted(tx, userId, today);
}

/** @throws Conflict where a user may not enrol a means. */
export async function refuseUnlessAllowed(context: Context, userId: string, factor: Factor): Promise<void> {
  if (!(await mayUse(context, userId, factor))) throw new Conflict('means-not-allowed', NOT_ALLOWED_HERE);
}
