import { Conflict } from '#kernel/errors.js';
import { findUnit, getReformToChange } from '#modules/territories/public.js';
import type { Write } from '#platform/db/transaction.js';
import type { Place } from '../domain/place.js';
import { REFORM_CANCELLED } from '../texts.js';

/**
 * The municipality that a reform has brought meanwhile; null before its day, when an approved request waits for it. Whoever asks
 * holds the reform as it is until the transaction ends, so that a request approved while it is applied is not forgotten.
 * @throws Conflict where the reform was cancelled.
 */
export async function placeBrought(tx: Write, reformId: string, atvk: string): Promise<Place | null> {
  const { state } = await getReformToChange(tx, reformId);
  if (state === 'cancelled') throw new Conflict('reform-cancelled', REFORM_CANCELLED);
  if (state !== 'applied') return null;
  return { kind: 'municipality', unitId: (await findUnit(tx, atvk))!.unitId };
}
