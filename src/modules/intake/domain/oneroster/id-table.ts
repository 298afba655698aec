const FIRST_SIZE = 1024;

/** Identifiers with the number of the row each stood in, kept as 64-bit hashes: 12 bytes a place, whatever their length. */
export interface IdTable {
  /** Remembers an identifier; the row it already stood in, if it did. */
  add(id: string, row: number): number | undefined;
  has(id: string): boolean;
}

/**
 * Open addressing over typed arrays, at most half full. Two identifiers of a million share a hash with a chance of
 * one in forty million; it would show as a false duplicate, never as a lost record.
 */
export function idTable(): IdTable {
  let size = FIRST_SIZE;
  let held = 0;
  let rows = new Uint32Array(size);
  let highs = new Uint32Array(size);
  let lows = new Uint32Array(size);

  const placeOf = (high: number, low: number) => {
    let place = low & (size - 1);
    while (rows[place] !== 0 && (highs[place] !== high || lows[place] !== low)) place = (place + 1) & (size - 1);
    return place;
  };
  const put = (place: number, high: number, low: number, row: number) => {
    highs[place] = high;
    lows[place] = low;
    rows[place] = row;
  };
  const grow = () => {
    const [oldRows, oldHighs, oldLows] = [rows, highs, lows];
    size *= 2;
    [rows, highs, lows] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)];
    oldRows.forEach((row, at) => {
      if (row !== 0) put(placeOf(oldHighs[at]!, oldLows[at]!), oldHighs[at]!, oldLows[at]!, row);
    });
  };
  return {
    add(id, row) {
      const [high, low] = hashOf(id);
      const place = placeOf(high, low);
      const before = rows[place]!;
      if (before !== 0) return before;
      put(place, high, low, row);
      held += 1;
      if (held * 2 > size) grow();
      return undefined;
    },
    has(id) {
      const [high, low] = hashOf(id);
      return rows[placeOf(high, low)] !== 0;
    },
  };
}

/** Two independent 32-bit multiplicative hashes, mixed as cyrb53 (public domain) does. */
function hashOf(id: string): [number, number] {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [b >>> 0, a >>> 0];
}
