import { getParameters } from '#modules/access/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { ActionContext } from '#platform/actions/action.js';
import { NO_POLICY, type Policy } from '../domain/policy.js';
import { READINESS, wouldBeLockedOut } from '../domain/readiness.js';
import { findPolicyWithDay } from '../store/policies.js';
import { countReadiness, type Judging } from '../store/readiness.js';
import { peopleOf } from './people-of.js';
import { termsOf } from './terms-of.js';

type Context = Pick<ActionContext, 'tx' | 'today' | 'installation'>;

/** For how many days after the day looked at an exception must hold to count. */
export const noticeDaysOf = async ({ tx, today }: Pick<ActionContext, 'tx' | 'today'>): Promise<number> => (await getParameters(tx, today))['exception-notice-days'];

/** How a municipality's people are judged on a day, under a policy. */
export const judgingOf = async (context: Context, unitId: number | null, policy: Pick<Policy, 'allowed'>, day: IsoDate): Promise<Judging> => ({ day, noticeDays: await noticeDaysOf(context), terms: termsOf(context, unitId, policy) });

/** The gate: how many of a municipality's people could not sign in if passwords ended today, under its own policy or another. */
export async function countLockedOut(context: Context, unitId: number | null, policy?: Pick<Policy, 'allowed'>): Promise<number> {
  const { tx, today } = context;
  const inForce = policy ?? (await findPolicyWithDay(tx, unitId)).policy ?? NO_POLICY;
  const counts = await countReadiness(tx, await peopleOf(tx, unitId, today), await judgingOf(context, unitId, inForce, today));
  return READINESS.filter(wouldBeLockedOut).reduce((sum, one) => sum + counts[one], 0);
}
