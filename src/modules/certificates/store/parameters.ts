import type { IsoDate } from '#kernel/iso-date.js';
import type { Read } from '#platform/db/transaction.js';
import { parameterStore } from '#platform/parameters/parameter-store.js';
import { CERTIFICATE_PARAMETERS } from '../domain/parameters.js';
import { daysLater, hashBitsFor } from '../domain/renewals.js';
import type { DueFor } from './proofs.js';

export const certificateParameters = parameterStore('certificates.parameter', CERTIFICATE_PARAMETERS);

/** Which proofs are to get another archive time stamp on a day. */
export async function dueOn(tx: Read, day: IsoDate, now: Date): Promise<DueFor> {
  const values = await certificateParameters.on(tx, day);
  return { endsBefore: daysLater(now, values['archive-lead-days'][0]!), hashBits: hashBitsFor(values['archive-hash-bits'][0]!) };
}
