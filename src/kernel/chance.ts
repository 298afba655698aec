/** A stream of reproducible chance: the same seed always gives the same made-up data. Not for secrets. */
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
