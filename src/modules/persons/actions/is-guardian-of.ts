import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { listWards } from '../store/cards.js';

/** Whether one person acts for another, a living minor without protection, on a day. */
export const isGuardianOf = async (tx: Read, guardianId: string, childId: string, day: IsoDate): Promise<boolean> =>
  (await listWards(tx, guardianId, day)).some((ward) => ward.id === childId);
