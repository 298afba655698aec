import type { IsoDate } from '#kernel/iso-date.js';
import { lineageTable } from './lineage.js';
import type { ReferenceData } from './reference-data.js';
import { enact, type TerritorialHistory } from './unit.js';

/** A unit of the founding map, or one parish or town of it where a reform divided it, with its code in each edition since. */
export interface LastingPlace {
  readonly atvk: string;
  /** Empty for a unit that was never divided. */
  readonly part: string;
  /** The code from each day on, oldest first. */
  readonly codes: readonly { readonly from: IsoDate; readonly atvk: string }[];
}

/** Where people and things can have been since the founding map; what a reform leaves undecided is named by no row. */
export function lastingPlaces({ founding, reforms }: ReferenceData): LastingPlace[] {
  const history = reforms.reduce<TerritorialHistory>(enact, { units: founding, successions: [] });
  const editions = [...new Set(history.units.map((unit) => unit.validFrom))].sort();
  const begun = new Map(founding.map((unit) => [unit.atvk, unit.validFrom]));
  const codes = new Map<string, { atvk: string; part: string; codes: { from: IsoDate; atvk: string }[] }>();
  for (const { atvk, part, edition, target } of lineageTable(history, editions)) {
    const since = begun.get(atvk);
    if (!since || edition < since || target === null) continue;
    const key = `${atvk} ${part ?? ''}`;
    const place = codes.get(key) ?? { atvk, part: part ?? '', codes: [] };
    if (place.codes.at(-1)?.atvk !== target) place.codes.push({ from: edition, atvk: target });
    codes.set(key, place);
  }
  const divided = new Set([...codes.values()].filter(({ part }) => part !== '').map(({ atvk }) => atvk));
  return [...codes.values()].filter(({ atvk, part }) => part !== '' || !divided.has(atvk));
}
