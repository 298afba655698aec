import { type Bytes, joined } from '../bytes.js';

/** Distinguished Encoding Rules (X.690, 10 and 11), as far as our own requests need words. */
const tagged = (tag: number, ...parts: readonly Uint8Array[]): Bytes => {
  const content = joined(...parts);
  return joined(new Uint8Array([tag]), lengthOf(content.length), content);
};

export const sequence = (...parts: readonly Uint8Array[]): Bytes => tagged(0x30, ...parts);
export const octets = (content: Uint8Array): Bytes => tagged(0x04, content);
export const nothing = (): Bytes => new Uint8Array([0x05, 0]);
export const yes = (): Bytes => new Uint8Array([0x01, 1, 0xff]);
/** [n] EXPLICIT, or the constructed choice of that number. */
export const numbered = (number: number, ...parts: readonly Uint8Array[]): Bytes => tagged(0xa0 | number, ...parts);

/** A number of zero or more; `bytes` are its big-endian magnitude. */
export function whole(bytes: Uint8Array): Bytes {
  const first = bytes.findIndex((byte) => byte !== 0);
  const magnitude = first < 0 ? new Uint8Array([0]) : bytes.subarray(first);
  return tagged(0x02, magnitude[0]! > 0x7f ? joined(new Uint8Array([0]), magnitude) : magnitude);
}

/** Such as `2.16.840.1.101.3.4.2.1`. */
export function identifier(dotted: string): Bytes {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, new Uint8Array([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const groups = [number % 128];
  for (let left = Math.floor(number / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left % 128) + 128);
  return groups;
}

function lengthOf(length: number): Bytes {
  if (length < 0x80) return new Uint8Array([length]);
  const digits: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) digits.unshift(left % 256);
  return new Uint8Array([0x80 | digits.length, ...digits]);
}
