import { institutionsOnMap, PLACE_WORDS } from '#modules/institutions/public.js';
import { getEditionOn, listUnitsPlaced } from '#modules/territories/public.js';
import type { IsoDate } from '#kernel/iso-date.js';
import { same, type Text } from '#kernel/text.js';
import type { Read } from '#platform/db/transaction.js';

/** Where a right holds or a user works: a municipality (body), an institution, or neither: the whole country. */
interface Placed {
  readonly unitId: number | null;
  readonly institutionId: string | null;
}

/** The municipality of a place on a map; an institution's is its actual founder of the day. */
export interface OnMap {
  /** From when the map holds. */
  readonly edition: IsoDate;
  readonly nameOf: (place: Placed) => Text;
}

export interface TwoMaps {
  /** The map of the day itself, and the one asked for. */
  readonly own: OnMap;
  readonly chosen: OnMap;
}

/** @throws InvalidInput for a day before the first map */
export async function twoMaps(tx: Read, day: IsoDate, edition: IsoDate | null): Promise<TwoMaps> {
  const own = await onMap(tx, day, await getEditionOn(tx, 'on', day));
  const chosen = edition === null ? own.edition : await getEditionOn(tx, 'edition', edition);
  return { own, chosen: chosen === own.edition ? own : await onMap(tx, day, chosen) };
}

async function onMap(tx: Read, day: IsoDate, edition: IsoDate): Promise<OnMap> {
  const units = new Map((await listUnitsPlaced(tx, day, edition)).map(({ unitId, onMap: name }) => [unitId, name]));
  const ofInstitution = await institutionsOnMap(tx, day, edition);
  return {
    edition,
    nameOf({ unitId, institutionId }) {
      if (institutionId !== null) return ofInstitution(institutionId);
      if (unitId === null) return COUNTRY;
      const unit = units.get(unitId);
      return unit ? same(unit) : PLACE_WORDS.undecided;
    },
  };
}

const COUNTRY: Text = { lv: 'Visa valsts', en: 'Whole country' };
