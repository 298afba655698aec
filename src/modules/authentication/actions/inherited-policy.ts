import { findFoundingUnit } from '#modules/institutions/public.js';
import { addDays } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import type { Policy } from '../domain/policy.js';
import { strictest } from '../domain/strictest.js';
import { findOriginOfUser, listOfferedPolicies, type OfferedPolicy } from '../store/policy-handovers.js';

export interface InheritedPolicy {
  readonly policy: Policy;
  /** Whether passwords have ended for those whom it concerns. */
  readonly ended: boolean;
}

interface Whose {
  readonly id: string;
  readonly institutionId: string | null;
}

/**
 * How someone signs in while their municipality has not decided about what its predecessors had (decision 12): as where they came
 * from. Of people who came later to a body that began with the reform nobody knows by which, so that for them the strictest holds.
 * Undefined where the municipality's own policy holds.
 */
export async function inheritedPolicy(tx: Read, user: Whose, unitId: number, now: Date): Promise<InheritedPolicy | undefined> {
  const offers = await listOfferedPolicies(tx, unitId, now);
  const [first] = offers;
  if (!first) return undefined;
  const origin = await originOf(tx, user, offers);
  if (origin) return origin;
  return first.toIsNew ? { policy: strictest(offers.map(({ policy }) => policy), first.effective), ended: offers.some(({ ended }) => ended) } : undefined;
}

/** Where someone of an institution came from says who founded it on the eve of the reform; users of a body itself were written down. */
async function originOf(tx: Read, { id, institutionId }: Whose, offers: readonly OfferedPolicy[]): Promise<OfferedPolicy | undefined> {
  if (institutionId === null) {
    const offer = await findOriginOfUser(tx, id, offers.map((one) => one.id));
    return offers.find((one) => one.id === offer);
  }
  for (const effective of new Set(offers.map((one) => one.effective))) {
    const from = await findFoundingUnit(tx, institutionId, addDays(effective, -1));
    const origin = offers.find((one) => one.fromUnitId === from && one.effective === effective);
    if (origin) return origin;
  }
  return undefined;
}
