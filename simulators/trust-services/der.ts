/** DER words (X.690) of the simulator's own, so that a mistake in the program's does not hide here. */
export const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : size < 0x1_0000 ? [0x82, size >> 8, size & 0xff] : [0x83, size >> 16, (size >> 8) & 0xff, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};

export const seq = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
export const octetString = (content: Uint8Array): Buffer => tlv(0x04, content);
export const bitString = (content: Uint8Array): Buffer => tlv(0x03, Buffer.from([0]), content);
export const explicit = (number: number, ...parts: readonly Uint8Array[]): Buffer => tlv(0xa0 + number, ...parts);
export const nil = tlv(0x05);
export const ia5 = (words: string): Buffer => tlv(0x16, Buffer.from(words, 'latin1'));
export const printable = (words: string): Buffer => tlv(0x13, Buffer.from(words, 'latin1'));

/** DER wants the members of a SET OF in the order of their bytes. */
export const setOf = (tag: number, ...members: readonly Buffer[]): Buffer => tlv(tag, ...members.toSorted(Buffer.compare));

/** A number that is not negative, from its hexadecimal digits. */
export function integer(digits: string): Buffer {
  const bytes = Buffer.from(digits.length % 2 ? `0${digits}` : digits, 'hex');
  const first = bytes.findIndex((byte) => byte !== 0);
  const magnitude = first < 0 ? Buffer.from([0]) : bytes.subarray(first);
  return tlv(0x02, magnitude[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), magnitude]) : magnitude);
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split('.').map(Number);
  const base128 = (number: number): number[] => (number < 128 ? [number] : [...base128(Math.floor(number / 128)).map((one) => one | 0x80), number % 128]);
  return tlv(0x06, Buffer.from([first! * 40 + second!, ...rest.flatMap(base128)]));
}

/** GeneralizedTime, with milliseconds where there are any, without zeros at their end. */
export const time = (at: Date): Buffer => {
  const [second, fraction = ''] = at.toISOString().slice(0, -1).replaceAll(/[-:T]/g, '').split('.');
  const digits = fraction.replace(/0+$/, '');
  return tlv(0x18, Buffer.from(`${second}${digits && `.${digits}`}Z`, 'latin1'));
};
