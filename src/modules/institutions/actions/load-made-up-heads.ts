import type { IsoDate } from '#kernel/iso-date.js';
import { listSomeAdults } from '#modules/persons/public.js';
import type { Write } from '#platform/db/transaction.js';
import { bornFor, madeUpHeads, mostHeads } from '../domain/made-up-heads.js';
import { insertHeads, listHeadless } from '../store/insert-institutions.js';

const BASIS = 'Izdomāts rīkojums demonstrācijai';

/** Gives every institution in operation that has none a head from among the made-up residents; after both have been loaded. Tells how many entries that made. */
export async function loadMadeUpHeads(tx: Write, { seed, today, recordedAt }: { readonly seed: number; readonly today: IsoDate; readonly recordedAt: Date }): Promise<number> {
  const institutions = await listHeadless(tx, today);
  const people = await listSomeAdults(tx, bornFor(today), mostHeads(institutions.length), today);
  const made = madeUpHeads(seed, institutions, people, today);
  await insertHeads(tx, made, BASIS, { recordedAt, recordedBy: 'made-up-institutions' });
  return made.length;
}
