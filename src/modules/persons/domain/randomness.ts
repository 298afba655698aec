import type { Chance } from '#kernel/chance.js';

export { type Chance, chanceOf } from '#kernel/chance.js';

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
