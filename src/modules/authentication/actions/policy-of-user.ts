import { findFoundingUnit } from '#modules/institutions/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { NO_POLICY, type Policy, secondFactorFrom, type Stage, stageOn } from '../domain/policy.js';
import { havePasswordsEnded } from '../store/password-ends.js';
import { findPolicyWithDay } from '../store/policies.js';
import { inheritedPolicy } from './inherited-policy.js';

export interface PolicyOfUser {
  /** The municipality whose policy holds, or while it has not decided after a reform, one of its predecessors’: the user's own, or the actual founder of the user's institution today. */
  readonly unitId: number | null;
  readonly policy: Policy;
  readonly stage: Stage;
  /** From which day everybody there needs two factors. */
  readonly twoFactorsFrom: IsoDate;
}

/** How a user is to sign in today. */
export async function policyOfUser(tx: Read, user: { readonly id: string; readonly unitId: number | null; readonly institutionId: string | null }, today: IsoDate, now: Date): Promise<PolicyOfUser> {
  const unitId = user.unitId ?? (user.institutionId ? ((await findFoundingUnit(tx, user.institutionId, today)) ?? null) : null);
  const { policy: own = NO_POLICY, nationalDay } = await findPolicyWithDay(tx, unitId);
  const inherited = unitId === null ? undefined : await inheritedPolicy(tx, user, unitId, now);
  const policy = inherited?.policy ?? own;
  const ended = inherited ? inherited.ended : await havePasswordsEnded(tx, unitId, now);
  return { unitId, policy, stage: stageOn(policy, nationalDay, today, ended), twoFactorsFrom: secondFactorFrom(policy, nationalDay) };
}
