import { schoolYearOn } from '#modules/education/public.js';
import { listSealable, type SealableEvent, type Unsealed } from '#modules/exams/public.js';
import type { ActionContext } from '#platform/actions/action.js';
import type { Read } from '#platform/db/transaction.js';
import { countFar } from '../store/sealings.js';

/** An event with how many certificates are due, and how far those are that are not sealed. */
export type EventUnsealed = SealableEvent & Unsealed;

/** The events of a school year with what of their certificates is not sealed. */
export async function listUnsealed(tx: Read, year: number): Promise<EventUnsealed[]> {
  const far = await countFar(tx, year);
  return (await listSealable(tx, year)).map((event) => {
    const { ready, drafted, unfit } = far.get(event.eventId) ?? { ready: 0, drafted: 0, unfit: 0 };
    const missing = Math.max(0, event.due - ready);
    return { ...event, missing, drafted, unfit, none: Math.max(0, missing - drafted - unfit) };
  });
}

/** Certificates of this school year and the last one whose results are out and which are not there: their holders see a result without a certificate. */
export async function countUnsealed({ tx, today, now }: Pick<ActionContext, 'tx' | 'today' | 'now'>): Promise<number> {
  const year = await schoolYearOn(tx, today);
  if (year === undefined) return 0;
  let missing = 0;
  for (const of of [year - 1, year]) for (const event of await listUnsealed(tx, of)) if (event.visibleFrom !== null && event.visibleFrom <= now) missing += event.missing;
  return missing;
}
