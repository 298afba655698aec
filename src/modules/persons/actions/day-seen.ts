import { emptyAsNull } from '#kernel/empty-field.js';
import { invalid } from '#kernel/errors.js';
import { type IsoDate, IsoDateInput } from '#kernel/iso-date.js';
import { getEditionOn } from '#modules/territories/public.js';
import type { Read } from '#platform/db/transaction.js';
import { IN_FUTURE } from '../texts.js';

/** The day as of which people are looked at, and the edition of the map on which their homes are told. */
export interface DaySeen {
  readonly on: IsoDate;
  readonly edition: IsoDate;
}

/** Both may stay empty: today, and the map of the day. */
export const dayFields = { on: emptyAsNull(IsoDateInput), edition: emptyAsNull(IsoDateInput) };

/** @throws InvalidInput for a day to come, or one before the first map where no map is chosen */
export async function dayOf(tx: Read, asked: { readonly on: IsoDate | null; readonly edition: IsoDate | null }, today: IsoDate): Promise<DaySeen> {
  const on = asked.on ?? today;
  if (on > today) throw invalid('on', IN_FUTURE);
  return { on, edition: asked.edition === null ? await getEditionOn(tx, 'on', on) : await getEditionOn(tx, 'edition', asked.edition) };
}
