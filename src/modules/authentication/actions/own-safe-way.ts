import { addDays } from '#kernel/iso-date.js';
import type { WorkKind } from '#platform/actions/work-kind.js';
import { findSignInUser } from '../store/people.js';
import { listWaysIn } from '../store/ways-in.js';
import { policyOfUser } from './policy-of-user.js';
import { termsOf } from './terms-of.js';

/** Nobody is reminded of a day further off than this. */
const DAYS_AHEAD = 180;

/** One thing to do for whoever would be locked out when passwords end where they work: add a way to sign in that lasts. */
export const countOwnSafeWay: WorkKind['count'] = async (context) => {
  const { tx, actor, today, now } = context;
  // A resident's password ends by no municipality's day.
  if (actor.kind !== 'user' || actor.id === null || actor.scopes.size === 0) return 0;
  const user = await findSignInUser(tx, actor.id);
  if (!user || user.sealed || user.technical) return 0;
  const { unitId, policy, twoFactorsFrom } = await policyOfUser(tx, user, today, now);
  const due = policy.passwordsEndOn ?? twoFactorsFrom;
  if (due > addDays(today, DAYS_AHEAD)) return 0;
  return (await listWaysIn(tx, user.id, termsOf(context, unitId, policy), { password: false })).length === 0 ? { count: 1, due } : 0;
};
