import type { WriteContext } from '#platform/actions/action.js';
import { READINESS, wouldBeLockedOut } from '../domain/readiness.js';
import { countReadiness } from '../store/readiness.js';
import { peopleOf } from './people-of.js';

/** The gate: how many of a municipality's people could not sign in if passwords ended today. */
export async function countLockedOut({ tx, today }: Pick<WriteContext, 'tx' | 'today'>, unitId: number | null): Promise<number> {
  const counts = await countReadiness(tx, await peopleOf(tx, unitId, today), today);
  return READINESS.filter(wouldBeLockedOut).reduce((sum, one) => sum + counts[one], 0);
}
