/** An `objectGUID` as Windows writes it: the first three groups are stored lowest byte first (RFC 9562, 4). */
export function guidText(bytes: Buffer): string {
  if (bytes.length !== 16) throw new Error('an objectGUID has 16 bytes');
  const hex = swapped(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The bytes by which the directory finds it; null where the words are no GUID. */
export function guidBytes(text: string): Buffer | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? swapped(Buffer.from(text.replaceAll('-', ''), 'hex')) : null;
}

function swapped(bytes: Buffer): Buffer {
  const part = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).reverse();
  return Buffer.concat([part(0, 4), part(4, 6), part(6, 8), bytes.subarray(8)]);
}
