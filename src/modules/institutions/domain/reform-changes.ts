import { type Fate, fateOf, type ReformChange, type TerritorialReform, type UnitOfReform } from '#modules/territories/public.js';

/** An institution founded by an old unit, and the part of that unit in which it lies, where known. */
export interface FoundedBefore {
  readonly institutionId: string;
  readonly institution: string;
  readonly unitId: number;
  readonly unit: string;
  readonly part: string | null;
}

/** An address or delivery place in an old unit. */
export interface PlaceBefore {
  readonly id: string;
  readonly institution: string;
  readonly street: string;
  readonly part: string;
  readonly unitId: number;
  readonly unit: string;
}

/** An institution that goes over to the successor of its founder. */
export interface FounderSuccession {
  readonly institutionId: string;
  readonly to: UnitOfReform;
}

export const ACTUAL_FOUNDER = 'actual-founder';

/** The body that a unit of a reform is. @throws Error before the reform has drawn the map. */
export function begun({ unitId, atvk }: UnitOfReform): number {
  if (unitId === null) throw new Error(`the successor ${atvk} has not begun yet`);
  return unitId;
}

/**
 * What a reform does to actual founders. Legal founders are not here: who founded an institution is a fact of its own day.
 * Institutions whose founder goes on are counted per municipality; the others are named one by one.
 */
export function founderChanges(reform: TerritorialReform, founded: readonly FoundedBefore[]): { changes: ReformChange[]; successions: FounderSuccession[] } {
  const changes: ReformChange[] = [];
  const successions: FounderSuccession[] = [];
  const goingOn = new Map<number, ReformChange>();
  for (const { institutionId, institution, unitId, unit, part } of founded) {
    const fate = fateOf(reform, unitId, part);
    const base = { kind: ACTUAL_FOUNDER, key: institutionId, unitId, label: institution, before: unit, count: 1 };
    if (fate.kind === 'continues') countGoingOn(goingOn, ACTUAL_FOUNDER, unitId, unit, fate.to.name);
    if (fate.kind === 'undecided') changes.push({ ...base, after: null, effect: 'needs-person' });
    if (fate.kind === 'moves') {
      changes.push({ ...base, after: fate.to.name, effect: 'changes' });
      successions.push({ institutionId, to: fate.to });
    }
  }
  return { changes: [...changes, ...goingOn.values()], successions };
}

/** An institution once the reform was applied, as it stands in the register. */
export interface FoundedAfter {
  readonly institutionId: string;
  readonly institution: string;
  readonly unitId: number;
  readonly unit: string;
  readonly moved: boolean;
  /** Null where the founder on the day is a body that is no more. */
  readonly founder: string | null;
}

/** The same told by what stands in the register afterwards; `undecided` are those that the reform left to a person. */
export function foundersAfter(founded: readonly FoundedAfter[], undecided: ReadonlySet<string>): ReformChange[] {
  const goingOn = new Map<number, ReformChange>();
  const changes = founded.flatMap(({ institutionId, institution, unitId, unit, moved, founder }): ReformChange[] => {
    const base = { kind: ACTUAL_FOUNDER, key: institutionId, unitId, label: institution, before: unit, count: 1 };
    if (moved) return [{ ...base, after: founder, effect: 'changes' }];
    if (founder === null || undecided.has(institutionId)) return [{ ...base, after: null, effect: 'needs-person' }];
    countGoingOn(goingOn, ACTUAL_FOUNDER, unitId, unit, founder);
    return [];
  });
  return [...changes, ...goingOn.values()];
}

/** Where places are read to lie on the new map, by its own lineage. */
export function placesAfter(reform: TerritorialReform, kind: string, places: readonly (PlaceBefore & { readonly nowUnitId: number | null; readonly nowUnit: string | null })[]): ReformChange[] {
  const goOn = new Set(reform.moves.filter((move) => move.continues).map((move) => move.from.unitId));
  const goingOn = new Map<number, ReformChange>();
  const changes = places.flatMap(({ id, institution, street, part, unitId, unit, nowUnitId, nowUnit }): ReformChange[] => {
    const base = { kind, key: id, unitId, label: `${institution}: ${street}`, before: part ? `${part}, ${unit}` : unit, count: 1 };
    if (nowUnit === null) return [{ ...base, after: null, effect: 'needs-person' }];
    if (nowUnitId !== unitId || !goOn.has(unitId)) return [{ ...base, after: part ? `${part}, ${nowUnit}` : nowUnit, effect: 'changes' }];
    countGoingOn(goingOn, kind, unitId, unit, nowUnit);
    return [];
  });
  return [...changes, ...goingOn.values()];
}

/** An institution that a reform handed over, with whose it is since. */
export interface FoundedSince extends FoundedBefore {
  readonly nowUnitId: number;
  readonly now: string;
}

/**
 * Institutions that stand elsewhere than the successions say; where these do not decide, a person looks at each.
 * @param decided those that a person has decided about already: they are looked at again only where what was chosen succeeds no longer.
 */
export function misplacedFounders(reform: TerritorialReform, moved: readonly FoundedSince[], decided: ReadonlySet<string>): ReformChange[] {
  return moved.flatMap(({ institutionId, institution, unitId, part, nowUnitId, now }): ReformChange[] => {
    const fate = fateOf(reform, unitId, part);
    const base = { kind: ACTUAL_FOUNDER, key: institutionId, unitId, label: institution, before: now, count: 1 };
    switch (fate.kind) {
      case 'untouched':
        return [];
      case 'continues':
      case 'moves':
        return fate.to.unitId === nowUnitId ? [] : [{ ...base, after: fate.to.name, effect: 'changes' }];
      case 'undecided':
        return decided.has(institutionId) && isCandidate(fate, nowUnitId) ? [] : [{ ...base, after: null, effect: 'needs-person' }];
    }
  });
}

/** Whether a body is among those that may have succeeded. */
export const isCandidate = (fate: Extract<Fate, { kind: 'undecided' }>, unitId: number | null): boolean => fate.candidates.some((one) => one.unitId === unitId);

/** Addresses and delivery places are facts of their own day and stay as written; what changes is where they are read to lie. */
export function placeChanges(reform: TerritorialReform, kind: string, places: readonly PlaceBefore[]): ReformChange[] {
  const goingOn = new Map<number, ReformChange>();
  const changes = places.flatMap(({ id, institution, street, part, unitId, unit }): ReformChange[] => {
    const fate = fateOf(reform, unitId, part || null);
    const base = { kind, key: id, unitId, label: `${institution}: ${street}`, before: part ? `${part}, ${unit}` : unit, count: 1 };
    switch (fate.kind) {
      case 'untouched':
        return [];
      case 'continues':
        countGoingOn(goingOn, kind, unitId, unit, fate.to.name);
        return [];
      case 'moves':
        return [{ ...base, after: part ? `${part}, ${fate.to.name}` : fate.to.name, effect: 'changes' }];
      case 'undecided':
        return [{ ...base, after: null, effect: 'needs-person' }];
    }
  });
  return [...changes, ...goingOn.values()];
}

/** One counted change per municipality that goes on; listing each row would drown what does change. */
function countGoingOn(counted: Map<number, ReformChange>, kind: string, unitId: number, before: string, after: string) {
  const known = counted.get(unitId)?.count ?? 0;
  counted.set(unitId, { kind, key: `unit:${unitId}`, unitId, label: before, before, after, effect: 'continues', count: known + 1 });
}
