/** Bytes of a file from `start` up to and with `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a file of `size` bytes that a `Range` header asks for (RFC 9110, 14.1.2): `bytes=500-999`, `bytes=500-`, `bytes=-500`.
 * Null where the whole file is to be sent: nothing asked, several parts, or another unit. `beyond` where no byte of it is there.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'beyond' | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(/\s/g, '') ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const [first, last] = [asked[1], asked[2]].map((digits) => (digits === '' ? null : Number(digits))) as [number | null, number | null];
  if (first === null) return last === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - last!), end: size - 1 };
  if (last !== null && last < first) return null;
  if (first >= size) return 'beyond';
  return { start: first, end: Math.min(last ?? size - 1, size - 1) };
}
