import { z } from 'zod';
import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { fill } from '#kernel/text.js';
import { findUnitMeant } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { listDecidingParts } from '../store/places.js';
import { NO_SUCH_PART, NO_SUCH_UNIT } from '../texts.js';

/** A declared address: the unit's code as of its first day, the parish or town where known, the street line, and the address register's code. */
export const addressFields = {
  atvk: z.string().trim().min(1, { abort: true }).regex(/^\d{7}$/),
  part: z.string().trim().max(100).default(''),
  street: z.string().trim().min(1).max(200),
  addressCode: emptyAsNull(z.string().trim().regex(/^\d{9}$/)),
};

/**
 * The address with the code that its unit bore on the day, which on the first map's day is meant for the time before it.
 * @throws InvalidInput for a unit that did not exist on the day, or a part that a parted unit does not have.
 */
export async function placeOn<Address extends { readonly atvk: string; readonly part: string }>(tx: Read, address: Address, day: IsoDate): Promise<Address> {
  const unit = await findUnitMeant(tx, address.atvk, day);
  if (!unit) throw invalid('atvk', NO_SUCH_UNIT);
  const parts = await listDecidingParts(tx, unit.atvk);
  if (address.part !== '' && parts.length > 0 && !parts.includes(address.part)) throw invalid('part', fill(NO_SUCH_PART, { unit: unit.name, parts: parts.join(', ') }));
  return { ...address, atvk: unit.atvk };
}
