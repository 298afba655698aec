import { addDays, type IsoDate } from '#kernel/iso-date.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import type { ListOrder } from '#kernel/list-order.js';
import { holdsOn } from '#kernel/period.js';

/** `republic city` until 2021 (republikas pilsēta), `state city` since (valstspilsēta), `municipality` (novads). */
export const UNIT_KINDS = ['republic city', 'state city', 'municipality'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A municipality in one edition of the map. Its ATVK code is never used again; `unitId` is the body that lasts. */
export interface UnitVersion {
  readonly atvk: string;
  readonly unitId: number;
  readonly name: string;
  readonly kind: UnitKind;
  /** ISO 3166-2, such as `LV-002`. */
  readonly iso: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

/** What of an old unit became part of which new one: all of it, or the named parishes and towns. */
export interface Succession {
  readonly effective: IsoDate;
  readonly from: string;
  readonly to: string;
  readonly extent: 'whole' | 'part';
  readonly parts: readonly string[];
}

/** A reform as data. Units it does not name go on unchanged. */
export interface ReformDefinition {
  readonly effective: IsoDate;
  readonly successions: readonly Succession[];
  readonly newVersions: readonly UnitVersion[];
  readonly legalBasis: string;
}

/** All versions of all units, and the successions between them. */
export interface TerritorialHistory {
  readonly units: readonly UnitVersion[];
  readonly successions: readonly Succession[];
}

/** The units that a reform brings, as versions from its day on; which body each is, is found when it takes place (see {@link enact}). */
export const versionsToCome = (units: readonly Pick<UnitVersion, 'atvk' | 'name' | 'kind' | 'iso'>[], effective: IsoDate): UnitVersion[] => units.map((unit) => ({ ...unit, unitId: 0, validFrom: effective, validTo: null }));

/** Units of the founding map of which nothing is known on a day: their data begin later, and nothing is said to have been before them. */
export const unknownOn = ({ units, successions }: TerritorialHistory, day: IsoDate): UnitVersion[] => units.filter((unit) => unit.validFrom > day && !successions.some((one) => one.to === unit.atvk));

export const unitsOn = (units: readonly UnitVersion[], day: IsoDate): UnitVersion[] => units.filter((unit) => isValidOn(unit, day));

/** What a list of municipalities can stand in order of. */
export const UNITS_SORTED_BY = ['name', 'kind', 'atvk', 'iso', 'validFrom'] as const;

/** Municipalities in an order, those that are alike in it by name. */
export function unitsInOrder(units: readonly UnitVersion[], { by, descending }: ListOrder<(typeof UNITS_SORTED_BY)[number]>): UnitVersion[] {
  const compare = (one: UnitVersion, other: UnitVersion) =>
    (by === 'name' || one[by] === other[by] ? 0 : one[by] < other[by] ? -1 : 1) || inLatvianOrder(one.name, other.name) || (one.atvk < other.atvk ? -1 : 1);
  return units.toSorted((one, other) => (descending ? compare(other, one) : compare(one, other)));
}

export const isValidOn = (unit: UnitVersion, day: IsoDate): boolean => holdsOn({ from: unit.validFrom, to: unit.validTo }, day);

/** The body goes on under the new code: all of the old unit is in the new one, and the ISO 3166-2 code stays. */
export const bodyContinues = (from: UnitVersion, to: UnitVersion, { extent }: Succession): boolean => extent === 'whole' && from.iso === to.iso;

/** The history once the reform has taken place: old versions end, new ones begin, of the same body where it goes on. */
export function enact(history: TerritorialHistory, { effective, successions, newVersions }: ReformDefinition): TerritorialHistory {
  const eve = new Map(unitsOn(history.units, addDays(effective, -1)).map((unit) => [unit.atvk, unit]));
  const ended = new Set(successions.map((one) => one.from));
  let lastBody = Math.max(0, ...history.units.map((unit) => unit.unitId));
  const bodyOf = (begun: UnitVersion): number => {
    const same = successions.find((one) => one.to === begun.atvk && eve.has(one.from) && bodyContinues(eve.get(one.from)!, begun, one));
    return same ? eve.get(same.from)!.unitId : (lastBody += 1);
  };
  return {
    units: [
      ...history.units.map((unit) => (eve.has(unit.atvk) && ended.has(unit.atvk) ? { ...unit, validTo: effective } : unit)),
      ...newVersions.map((unit) => ({ ...unit, unitId: bodyOf(unit) })),
    ],
    successions: [...history.successions, ...successions],
  };
}
