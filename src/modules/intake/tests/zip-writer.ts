import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, and what its headers should say instead of the truth. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly stored?: boolean;
  readonly says?: { name?: string; method?: number; flags?: number; size?: number; crc?: number; attributes?: number; localName?: string };
  /** Written as to a stream: sizes and checksum stand behind the bytes, as Java's programs do. */
  readonly streamed?: boolean;
  /** Its table of contents points at the bytes of the first file. */
  readonly sharesFirst?: boolean;
}

/** A ZIP archive written by hand from the format's description (APPNOTE 6.3.10), so that it can also lie. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const { name, content, stored = false, streamed = false, says = {}, sharesFirst = false } of entries) {
    const plain = Buffer.from(content);
    const packed = stored ? plain : deflateRawSync(plain);
    const fields = { flags: (says.flags ?? 0x0800) | (streamed ? 8 : 0), method: says.method ?? (stored ? 0 : 8), crc: says.crc ?? crc32(plain), packed: packed.length, size: says.size ?? plain.length };
    const local = headerOf(30, 0x04034b50, 4, streamed ? { ...fields, crc: 0, packed: 0, size: 0 } : fields, Buffer.from(says.localName ?? says.name ?? name), 26);
    directory.push(centralOf(fields, Buffer.from(says.name ?? name), sharesFirst ? 0 : place, says.attributes ?? 0));
    if (sharesFirst) continue;
    const behind = streamed ? descriptorOf(fields) : Buffer.alloc(0);
    parts.push(local, packed, behind);
    place += local.length + packed.length + behind.length;
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, table, end]);
}

interface Fields {
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

function headerOf(length: number, signature: number, at: number, { flags, method, crc, packed, size }: Fields, name: Buffer, nameAt: number): Buffer {
  const header = Buffer.alloc(length);
  header.writeUInt32LE(signature, 0);
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(method, at + 4);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(packed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, nameAt);
  return Buffer.concat([header, name]);
}

function descriptorOf({ crc, packed, size }: Fields): Buffer {
  const descriptor = Buffer.alloc(16);
  for (const [at, value] of [0x08074b50, crc, packed, size].entries()) descriptor.writeUInt32LE(value, at * 4);
  return descriptor;
}

function centralOf(fields: Fields, name: Buffer, place: number, attributes: number): Buffer {
  const header = headerOf(46, 0x02014b50, 6, fields, name, 28);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(attributes >>> 0, 38);
  header.writeUInt32LE(place, 42);
  return header;
}
