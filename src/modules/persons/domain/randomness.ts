/** A stream of reproducible chance: the same seed always gives the same people. Not for secrets. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** True in this share of cases. */
  happens(share: number): boolean;
  one<T>(list: readonly T[]): T;
}

/** Mulberry32: 32 bits of state, passes gjrand; fast and the same on every machine. */
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { next, below, happens: (share) => next() < share, one: (list) => list[below(list.length)]! };
}

/** Draws from a list by weight, in constant time after one preparation (a table of a thousand places). */
export function drawerOf<T>(weighted: readonly (readonly [thing: T, weight: number])[]): (chance: Chance) => T {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  const ends: number[] = [];
  weighted.reduce((sum, [, weight]) => (ends.push((sum + weight) / total), sum + weight), 0);
  const firstOf = Int32Array.from({ length: 1024 }, (_, slot) => ends.findIndex((end) => end > slot / 1024));
  return (chance) => {
    const mark = chance.next();
    let at = firstOf[Math.floor(mark * 1024)]!;
    while (at < ends.length - 1 && ends[at]! <= mark) at += 1;
    return weighted[at]![0];
  };
}
