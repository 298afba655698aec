import { isInside } from '#kernel/network.js';
import type { Platform } from '#platform/actions/perform.js';
import { findSignInUser } from '../store/people.js';
import { isExcepted } from '../store/policies.js';
import { policyOfUser } from './policy-of-user.js';

/**
 * Whether a user needs two factors for what works from this address, since it lies outside the networks of their municipality.
 * Their own sign-in is judged by where they sit; a device they let in may stand elsewhere.
 */
export async function needsTwoFactorsFrom({ database, clock }: Platform, userId: string, address: string): Promise<boolean> {
  const tx = database.primary;
  const user = await findSignInUser(tx, userId);
  if (!user) return true;
  const { policy } = await policyOfUser(tx, user, clock.today(), clock.now());
  if (policy.innerNetworks.length === 0 || isInside(address, policy.innerNetworks)) return false;
  return !(await isExcepted(tx, userId, clock.today()));
}
