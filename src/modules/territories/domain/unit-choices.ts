import { isoDate, readableDay } from '#kernel/iso-date.js';
import { readablePeriod } from '#kernel/period.js';
import { fill, type Lang, type Text } from '#kernel/text.js';
import type { UnitVersion } from './unit.js';

/**
 * What a form offers where a municipality is chosen: each once, under its latest name and code, those of today before those that
 * have ended. Which version of it is meant follows from the day of the entry.
 * @param units every version of every municipality, in the order in which they are to be offered.
 * @param chosen the code that is chosen already, of any version.
 */
export function unitChoices(units: readonly UnitVersion[], chosen: string, lang: Lang) {
  const bodies = [...Map.groupBy(units, (unit) => unit.unitId).values()].map((versions) => versions.toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1)));
  const newest = new Map(bodies.map((versions) => [versions.at(-1)!.atvk, versions]));
  const offered = units.filter((unit) => newest.has(unit.atvk)).toSorted((a, b) => Number(a.validTo !== null) - Number(b.validTo !== null));
  return {
    value: bodies.find((versions) => versions.some((one) => one.atvk === chosen))?.at(-1)!.atvk ?? chosen,
    options: offered.map(({ atvk, name, validTo }) => ({
      value: atvk,
      label: validTo === null ? name : `${name} (${readablePeriod({ from: newest.get(atvk)![0]!.validFrom, to: validTo }, lang)})`,
    })),
    hint: fill(OF_ITS_DAY, { day: readableDay(units.map((unit) => unit.validFrom).sort()[0] ?? FIRST_MAP) }),
  };
}

const FIRST_MAP = isoDate('2009-07-01');
const OF_ITS_DAY: Text = {
  lv: 'Tā, kurā šī vieta bija ieraksta pirmajā dienā; par laiku pirms {day} – tā, kurā vieta ir no {day}',
  en: 'The one in which the place lay on the first day of the entry; for the time before {day}, the one in which it lies since {day}',
};
