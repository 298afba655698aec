import { schoolYearOn } from '#modules/education/public.js';
import { listSealable } from '#modules/exams/public.js';
import type { ActionContext } from '#platform/actions/action.js';
import { countInForce } from '../store/sealings.js';

/** Certificates of this school year and the last one whose results are out and which are not there: their holders see a result without a certificate. */
export async function countUnsealed({ tx, today, now }: Pick<ActionContext, 'tx' | 'today' | 'now'>): Promise<number> {
  const year = await schoolYearOn(tx, today);
  if (year === undefined) return 0;
  let missing = 0;
  for (const of of [year - 1, year]) {
    const inForce = await countInForce(tx, of);
    for (const { eventId, due, visibleFrom } of await listSealable(tx, of)) if (visibleFrom !== null && visibleFrom <= now) missing += Math.max(0, due - (inForce.get(eventId) ?? 0));
  }
  return missing;
}
