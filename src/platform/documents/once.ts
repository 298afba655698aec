import { type Bytes, toBase64 } from './bytes.js';

/** What comes again and again with the same bytes (the same few authorities stand in every container, one answer serves a batch) is worked out once, and the very same is given; until there is too much of it. */
export function oncePerBytes<R>(work: (bytes: Bytes) => R, most: number): (bytes: Bytes) => R {
  const known = new Map<string, R>();
  return (bytes) => {
    const key = toBase64(bytes);
    const found = known.get(key) ?? work(bytes);
    if (known.size >= most) known.clear();
    known.set(key, found);
    return found;
  };
}

/** What never changes of two things is worked out once, for as long as both are kept. */
export function oncePerPair<A extends object, B extends object, R>(work: (one: A, other: B) => R): (one: A, other: B) => R {
  const known = new WeakMap<A, WeakMap<B, R>>();
  return (one, other) => {
    const ofOne = known.get(one) ?? new WeakMap<B, R>();
    const found = ofOne.get(other) ?? work(one, other);
    known.set(one, ofOne.set(other, found));
    return found;
  };
}
