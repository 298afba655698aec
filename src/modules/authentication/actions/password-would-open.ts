import type { ActionContext } from '#platform/actions/action.js';
import { isExcepted } from '../store/policies.js';
import type { SignInUser } from '../store/people.js';
import { type PolicyOfUser, policyOfUser } from './policy-of-user.js';

/** Whether a password would let a user in today, if they had one. */
export async function passwordWouldOpen(
  { tx, today, now }: Pick<ActionContext, 'tx' | 'today' | 'now'>,
  user: Pick<SignInUser, 'id' | 'unitId' | 'institutionId'>,
  held?: Pick<PolicyOfUser, 'policy' | 'stage'>,
): Promise<boolean> {
  const { policy, stage } = held ?? (await policyOfUser(tx, user, today, now));
  return (stage !== 'password-off' && policy.allowed.includes('password')) || isExcepted(tx, user.id, today);
}
