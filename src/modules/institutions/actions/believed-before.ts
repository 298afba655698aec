import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { type Believed, listBelieved } from '../store/believed.js';
import { nameHeads } from './name-heads.js';

export type { Believed };

/** What was believed of an institution and put right since, history by history: for those who may put it right themselves. */
export async function believedBefore(tx: Read, id: string, today: IsoDate) {
  const { head, ...others } = await listBelieved(tx, id, today);
  return { ...others, head: await nameHeads(tx, head, today) };
}

export type BelievedBefore = Awaited<ReturnType<typeof believedBefore>>;
