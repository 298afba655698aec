import { type Bytes, toBase64 } from './bytes.js';

/**
 * What comes again and again with the same bytes (the same few authorities stand in every container, one answer serves a batch) is worked out once, and the very same is given.
 * @param atLeast so many of those asked for last are kept, and never more than twice as many
 */
export function oncePerBytes<R>(work: (bytes: Bytes) => R, atLeast: number): (bytes: Bytes) => R {
  let [recent, earlier] = [new Map<string, R>(), new Map<string, R>()];
  return (bytes) => {
    const key = toBase64(bytes);
    const found = recent.get(key) ?? earlier.get(key) ?? work(bytes);
    if (!recent.has(key) && recent.size >= atLeast) [recent, earlier] = [new Map(), recent];
    recent.set(key, found);
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
