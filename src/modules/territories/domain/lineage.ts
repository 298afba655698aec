import type { IsoDate } from '#kernel/iso-date.js';
import { isValidOn, type Succession, type TerritorialHistory, type UnitVersion } from './unit.js';

export type { TerritorialHistory } from './unit.js';

/** Where something lies: the code valid on its own day, and the parish or town where known. */
export interface Place {
  readonly atvk: string;
  readonly part: string | null;
}

/** The unit a place lies in on another day. Nothing is guessed: without the parish, a split or merged unit stays undecided. */
export type Resolution =
  | { readonly kind: 'one'; readonly unit: UnitVersion }
  | { readonly kind: 'undecided'; readonly candidates: readonly UnitVersion[] }
  | { readonly kind: 'unknown' };

/**
 * The unit in which `place` lies on the day `on`, forwards and backwards through any number of reforms.
 * `unknown` where the code was never used or the register knows no map of that day for the place. The successions must be such
 * as `checkReform` accepts: they lead from one edition to the next and never round in a circle.
 */
export function resolve(history: TerritorialHistory, place: Place, on: IsoDate): Resolution {
  const reached = walk(history, place, on);
  const known = [...new Set(reached)].filter((unit) => unit !== null);
  const [first] = known;
  if (!first) return { kind: 'unknown' };
  return known.length === 1 && !reached.includes(null) ? { kind: 'one', unit: first } : { kind: 'undecided', candidates: known };
}

/** Every unit the place may lie in on the day; null for each way that leads out of what is known. */
function walk(history: TerritorialHistory, { atvk, part }: Place, on: IsoDate): (UnitVersion | null)[] {
  const unit = history.units.find((one) => one.atvk === atvk);
  if (!unit) return [null];
  if (isValidOn(unit, on)) return [unit];
  const back = on < unit.validFrom;
  const ways = back ? waysBack(history, unit, part) : waysForward(history, unit, part);
  return ways.length === 0 ? [null] : ways.flatMap((one) => walk(history, { atvk: back ? one.from : one.to, part }, on));
}

function waysForward({ successions }: TerritorialHistory, { atvk, validTo }: UnitVersion, part: string | null): readonly Succession[] {
  const all = successions.filter((one) => one.from === atvk && one.effective === validTo);
  return decidedBy(all, (one) => part !== null && one.parts.includes(part));
}

function waysBack(history: TerritorialHistory, { atvk, validFrom }: UnitVersion, part: string | null): readonly Succession[] {
  const all = history.successions.filter((one) => one.to === atvk && one.effective === validFrom);
  return decidedBy(all, (one) => part !== null && partsBroughtBy(history, one).includes(part));
}

/** The one way that the part decides, else all. */
function decidedBy(successions: readonly Succession[], names: (one: Succession) => boolean): readonly Succession[] {
  const naming = successions.filter(names);
  return naming.length > 0 ? naming : successions;
}

/** The parishes and towns known to have come with a succession: named by it, or brought earlier to the unit that it takes in whole. */
const partsBroughtBy = (history: TerritorialHistory, { extent, from, parts }: Succession): readonly string[] =>
  extent === 'part' ? parts : partsBroughtTo(history, from);

const partsBroughtTo = (history: TerritorialHistory, atvk: string): string[] =>
  history.successions.filter((one) => one.to === atvk).flatMap((one) => partsBroughtBy(history, one));

/** One row of `territories.lineage`: in the edition beginning on `edition` the place lies in `target`, or may lie in `candidates`. */
export interface LineageEntry extends Place {
  readonly edition: IsoDate;
  readonly target: string | null;
  /** Only where there is no target; empty where nothing is known. */
  readonly candidates: readonly string[];
}

/** Every unit, and every named parish or town of units that were or will be split, in every edition. */
export function lineageTable(history: TerritorialHistory, editions: readonly IsoDate[]): LineageEntry[] {
  const places = history.units.flatMap(({ atvk }) => [null, ...partsNamedFor(history, atvk)].map((part) => ({ atvk, part })));
  return places.flatMap((place) => editions.map((edition) => entryOf(place, edition, resolve(history, place, edition))));
}

function entryOf(place: Place, edition: IsoDate, resolution: Resolution): LineageEntry {
  switch (resolution.kind) {
    case 'one':
      return { ...place, edition, target: resolution.unit.atvk, candidates: [] };
    case 'undecided':
      return { ...place, edition, target: null, candidates: resolution.candidates.map((unit) => unit.atvk) };
    case 'unknown':
      return { ...place, edition, target: null, candidates: [] };
  }
}

/** The parishes and towns whose name decides something about the unit, in its past or in its future. */
export const partsNamedFor = (history: TerritorialHistory, atvk: string): string[] => [...new Set([...partsBroughtTo(history, atvk), ...partsSplitOff(history, atvk)])];

const partsSplitOff = (history: TerritorialHistory, atvk: string): string[] =>
  history.successions.filter((one) => one.from === atvk).flatMap((one) => [...one.parts, ...partsSplitOff(history, one.to)]);
