import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** Compressed, or stored as it is (what a PDF gains is not worth the work). */
  readonly packed?: boolean;
}

/** 1 January 1980: the same files give the same bytes. */
const DOS_DAY = 0x0021;
const VERSION = 20;
const NAMES_IN_UTF8 = 0x0800;
const [STORED, DEFLATED] = [0, 8];
const MOST_BYTES = 0xffff_ffff;
const ASCII = /^[\x20-\x7e]*$/;

interface Written {
  readonly path: Buffer;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly body: Uint8Array;
  readonly at: number;
}

/**
 * A whole archive in memory with every byte under control (PKWARE APPNOTE 6.3.10): no extra fields, no data descriptors, no entries for
 * folders. `platform/spreadsheets` streams instead and cannot know sizes beforehand, which ETSI EN 319 162-1 (A.1) forbids for `mimetype`.
 */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const written = write(file, at);
    const head = Buffer.concat([localHeader(written), written.path]);
    parts.push(head, written.body);
    directory.push(directoryRecord(written), written.path);
    at += head.length + written.body.length;
  }
  const listed = Buffer.concat(directory);
  if (at + listed.length > MOST_BYTES || files.length > 0xffff) throw new Error('the container is larger than a ZIP archive can be');
  return Buffer.concat([...parts, listed, record([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, listed.length], [4, at], [2, 0])]);
}

function write({ path, content, packed = false }: ZipFile, at: number): Written {
  const body = packed ? deflateRawSync(content) : content;
  return { path: Buffer.from(path), flags: ASCII.test(path) ? 0 : NAMES_IN_UTF8, method: packed ? DEFLATED : STORED, crc: crc32(content), size: content.length, body, at };
}

const common = ({ path, flags, method, crc, size, body }: Written) =>
  [[2, VERSION], [2, flags], [2, method], [2, 0], [2, DOS_DAY], [4, crc], [4, body.length], [4, size], [2, path.length], [2, 0]] as const;

const localHeader = (file: Written) => record([4, 0x04034b50], ...common(file));

const directoryRecord = (file: Written) => record([4, 0x02014b50], [2, VERSION], ...common(file), [2, 0], [2, 0], [2, 0], [4, 0], [4, file.at]);

/** Little-endian numbers, each with its width in bytes. */
function record(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  fields.reduce((at, [width, value]) => bytes.writeUIntLE(value, at, width), 0);
  return bytes;
}
