import { crc32 } from 'node:zlib';

/** A ZIP archive of the simulator's own, nothing compressed (PKWARE APPNOTE 6.3.10). */
export function storedZip(files: readonly (readonly [name: string, content: Buffer])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of files) {
    const common = Buffer.alloc(26);
    [20, 0x0800, 0, 0, 0x21].forEach((value, index) => common.writeUInt16LE(value, index * 2));
    [crc32(content), content.length, content.length].forEach((value, index) => common.writeUInt32LE(value, 10 + index * 4));
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const [offset, attributes] = [Buffer.alloc(4), Buffer.alloc(10)];
    offset.writeUInt32LE(at);
    parts.push(Buffer.from('PK\x03\x04'), common, Buffer.from(name), content);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, attributes, offset, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + content.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  [files.length, files.length].forEach((value, index) => end.writeUInt16LE(value, 8 + index * 2));
  [listed.length, at].forEach((value, index) => end.writeUInt32LE(value, 12 + index * 4));
  return Buffer.concat([...parts, listed, end]);
}
