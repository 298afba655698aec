import { addDays } from '#kernel/iso-date.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { listIdentitiesOf } from '../store/outside-identities.js';
import { findSignInUser } from '../store/people.js';
import { policyOfUser } from './policy-of-user.js';

/** Nobody is reminded of a day further off than this. */
const DAYS_AHEAD = 180;

/** One thing to do for whoever would be locked out when passwords end where they work: add a way to sign in that lasts. */
export const countOwnSafeWay: WorkKind['count'] = async ({ tx, actor, today, now }) => {
  // A resident's password ends by no municipality's day.
  if (actor.kind !== 'user' || actor.id === null || actor.scopes.size === 0) return 0;
  const user = await findSignInUser(tx, actor.id);
  if (!user || user.passkeys > 0 || user.sealed || user.technical || (await listIdentitiesOf(tx, user.id)).length > 0) return 0;
  const { policy, twoFactorsFrom } = await policyOfUser(tx, user, today, now);
  const due = policy.passwordsEndOn ?? twoFactorsFrom;
  return due <= addDays(today, DAYS_AHEAD) ? { count: 1, due } : 0;
};
