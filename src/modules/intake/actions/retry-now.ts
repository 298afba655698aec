import type { WriteContext } from '#platform/actions/action.js';
import { retryWaitingRows } from '../jobs/retry-waiting.js';
import { isAboutName, type NameKind } from '../store/waiting-names.js';
import { type Retried, retryWaitingOf } from './retry-waiting.js';

/** Looks again at everything that waits in an institution while somebody waits for it; what is too much for one go is left to the background. */
export const retryNow = async (context: WriteContext, institutionId: string): Promise<Retried> => goOn(context, institutionId, await retryWaitingOf(context, institutionId));

/** The same for rows that wait for a name that has been confirmed just now (by its key), however they write it. */
export const retryNameNow = async (context: WriteContext, institutionId: string, kind: NameKind, key: string): Promise<Retried> =>
  goOn(context, institutionId, await retryWaitingOf(context, institutionId, { concerns: isAboutName(kind, key) }));

async function goOn(context: WriteContext, institutionId: string, retried: Retried): Promise<Retried> {
  if (retried.next) await context.enqueue(retryWaitingRows, { institutionId, after: retried.next });
  return retried;
}
