import { pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file inside a zip archive; its content is asked for when its turn comes. */
export interface ZipEntry {
  readonly path: string;
  readonly content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

interface Written {
  readonly path: Buffer;
  readonly at: number;
  crc: number;
  size: number;
  packed: number;
}

const LARGEST = 0xffff_ffff;
/** For headers and the directory, which are a few kilobytes. */
const ROOM_FOR_ENDING = 1 << 20;
/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;
const VERSION = 20;
/** A third less work than zlib's usual 6, for a tenth more bytes. */
const LEVEL = 3;
/** 1 January 1980: the same rows give the same bytes. */
const DOS_DAY = 0x0021;

/**
 * A zip archive, chunk by chunk (PKWARE APPNOTE 6.3.10, sections 4.3.7 to 4.3.16), compressed outside the main thread.
 * Entries may be made up as it goes, so a later one can depend on what an earlier one wrote.
 * @throws Error when the archive or an entry passes 4 GiB; `ZIP64` is left out because Excel opens no such workbook.
 */
export async function* zip(entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const { path, content } of entries) {
    const entry: Written = { path: Buffer.from(path), at: offset, crc: 0, size: 0, packed: 0 };
    const head = localHeader(entry);
    yield head;
    const deflate = createDeflateRaw({ level: LEVEL });
    // A failure on either side destroys `deflate`, and reading it below throws; leaving early ends the source too.
    pipeline(measured(content, entry), deflate, () => undefined);
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      entry.packed += chunk.length;
      if (entry.size > LARGEST || offset + entry.packed > LARGEST - ROOM_FOR_ENDING) throw new Error('the workbook is larger than 4 GiB; ask for CSV');
      yield chunk;
    }
    const sizes = descriptor(entry);
    yield sizes;
    offset += head.length + entry.packed + sizes.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryRecord));
  yield directory;
  yield endRecord(written.length, directory.length, offset);
}

async function* measured(content: ZipEntry['content'], entry: Written): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const chunk = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer, text.byteOffset, text.byteLength);
    entry.crc = crc32(chunk, entry.crc);
    entry.size += chunk.length;
    yield chunk;
  }
}

/** Little-endian numbers, each with its width in bytes. */
function record(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  fields.reduce((at, [width, value]) => bytes.writeUIntLE(value, at, width), 0);
  return bytes;
}

const localHeader = ({ path }: Written) =>
  Buffer.concat([
    record([4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DOS_DAY], [4, 0], [4, 0], [4, 0], [2, path.length], [2, 0]),
    path,
  ]);

const descriptor = ({ crc, packed, size }: Written) => record([4, 0x08074b50], [4, crc], [4, packed], [4, size]);

const directoryRecord = ({ path, at, crc, size, packed }: Written) =>
  Buffer.concat([
    record([4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATE], [2, 0], [2, DOS_DAY], [4, crc], [4, packed], [4, size]),
    record([2, path.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]),
    path,
  ]);

const endRecord = (count: number, length: number, offset: number) =>
  record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
