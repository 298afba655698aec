import { invalid } from '#kernel/errors.js';
import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';
import { listEditions } from '../store/units.js';

/** The edition of the map that holds on a day. @throws InvalidInput at `field` for a day before the first map */
export const getEditionOn = async (tx: Read, field: string, day: IsoDate): Promise<IsoDate> => editionAmong(await listEditions(tx), field, day);

/** The same, from editions at hand. */
export function editionAmong(editions: readonly IsoDate[], field: string, day: IsoDate): IsoDate {
  const edition = editions.findLast((one) => one <= day);
  if (!edition) throw invalid(field, fill(KNOWN_FROM, { day: editions[0] ? readableDay(editions[0]) : '' }));
  return edition;
}

/** The editions to choose from, the present one first, each with the days it holds. */
export async function listEditionChoices(tx: Read): Promise<{ value: IsoDate; text: Text }[]> {
  const editions = await listEditions(tx);
  return editions
    .map((from, at) => ({ from, to: editions[at + 1] ?? null }))
    .map((period) => ({ value: period.from, text: { lv: readablePeriod(period, 'lv'), en: readablePeriod(period, 'en') } }))
    .toReversed();
}

const KNOWN_FROM: Text = { lv: 'Karte ir zināma no {day}', en: 'The map is known from {day}' };
