import { areEqual, type Bytes, bytesOf } from '../bytes.js';
import { isSafeName, sameName } from '../container/data-file.js';
import { inNode } from '../in-node.js';
import { crc32 } from './crc32.js';

export interface ZipEntry {
  readonly name: string;
  readonly content: Bytes;
  readonly isStored: boolean;
  readonly hasExtraField: boolean;
}

export type ArchiveFault = 'archive' | 'archive-names' | 'archive-size';

/** The archive is not what it must be; `fault` is the rule that it breaks, `about` the entry that breaks it. */
export class UnfitArchive extends Error {
  readonly fault: ArchiveFault;
  readonly about: string;
  constructor(fault: ArchiveFault, why: string, about = '') {
    super(about ? `${why}: ${about}` : why);
    this.fault = fault;
    this.about = about;
  }
}

export interface ArchiveLimits {
  readonly mostEntries: number;
  /** Of everything unpacked. */
  readonly mostBytes: number;
}

interface Listed {
  readonly name: string;
  readonly nameBytes: Bytes;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

const [LOCAL, LISTED, ENDING, DESCRIPTOR] = [0x04034b50, 0x02014b50, 0x06054b50, 0x08074b50];
const [STORED, DEFLATED] = [0, 8];
/** Sizes after the data, names in UTF-8, and the two bits that say how hard it was compressed. */
const KNOWN_FLAGS = 0x0808 | 0x0006;
const SIZES_FOLLOW = 0x0008;
const ENDING_BYTES = 22;
const MOST_COMMENT = 0xffff;
/** Unicode path and ZIP64: either would give an entry a second name or size. */
const SECOND_TRUTHS = [0x7075, 0x0001];

/**
 * Reads an archive so that nobody can read it otherwise: every byte belongs to exactly one entry or to the directory, both headers of an
 * entry say the same, and nothing is encrypted, split, hidden, named twice or named outside. Entries come in the order of their bytes.
 * @throws UnfitArchive
 */
export async function readZip(file: Bytes, limits: ArchiveLimits): Promise<ZipEntry[]> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const { count, begins, ends } = directoryOf(view);
  if (count > limits.mostEntries) throw new UnfitArchive('archive-size', 'more entries than are read');
  const listed = listedIn(file, view, count, begins, ends).toSorted((one, other) => one.at - other.at);
  if (listed.reduce((sum, { size }) => sum + size, 0) > limits.mostBytes) throw new UnfitArchive('archive-size', 'larger than what is unpacked');
  checkNames(listed);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (const one of listed) {
    if (one.at !== at) throw new UnfitArchive('archive', 'bytes that belong to no entry, or to two', one.name);
    const { data, hasExtraField, next } = localPart(file, view, one);
    at = next;
    if (!one.name.endsWith('/')) entries.push({ name: one.name, content: await unpacked(one, data), isStored: one.method === STORED, hasExtraField });
    else if (one.size !== 0) throw new UnfitArchive('archive', 'a folder with content', one.name);
  }
  if (at !== begins) throw new UnfitArchive('archive', 'bytes before the directory that belong to no entry');
  return entries;
}

/** The end record, which must end the file; a comment may follow as long as it says itself. */
function directoryOf(view: DataView): { count: number; begins: number; ends: number } {
  const last = view.byteLength - ENDING_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== ENDING || at + ENDING_BYTES + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const [disk, start, here, count] = [4, 6, 8, 10].map((offset) => view.getUint16(at + offset, true));
    const [size, begins] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    if (disk !== 0 || start !== 0 || here !== count || begins + size !== at) throw new UnfitArchive('archive', 'a split archive, ZIP64, or a directory elsewhere');
    return { count: count!, begins, ends: at };
  }
  throw new UnfitArchive('archive', 'this is no ZIP archive');
}

function listedIn(file: Bytes, view: DataView, count: number, begins: number, ends: number): Listed[] {
  const listed: Listed[] = [];
  let at = begins;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > ends || view.getUint32(at, true) !== LISTED) throw new UnfitArchive('archive', 'the directory is damaged');
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [number, number, number];
    const nameBytes = file.subarray(at + 46, at + 46 + nameLength);
    const name = nameOf(nameBytes);
    if ((flags & ~KNOWN_FLAGS) !== 0 || (method !== STORED && method !== DEFLATED)) throw new UnfitArchive('archive', 'encrypted, or packed in a way that is not read', name);
    checkExtra(view, at + 46 + nameLength, extra, name);
    listed.push({ name, nameBytes, flags, method, crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), size: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true) });
    at += 46 + nameLength + extra + comment;
  }
  if (at !== ends) throw new UnfitArchive('archive', 'the directory has more than it counts');
  return listed;
}

function nameOf(bytes: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnfitArchive('archive-names', 'a name that is not UTF-8');
  }
}

function checkNames(listed: readonly Listed[]): void {
  const seen = new Set<string>();
  for (const { name } of listed) {
    if (!isSafeName(name.replace(/\/$/, ''))) throw new UnfitArchive('archive-names', 'a name that leads elsewhere or cannot be unpacked', name);
    const same = sameName(name.replace(/\/$/, ''));
    if (seen.has(same)) throw new UnfitArchive('archive-names', 'a name that stands twice', name);
    seen.add(same);
  }
}

/** What stands before the data of an entry must say what the directory says. */
function localPart(file: Bytes, view: DataView, one: Listed): { data: Bytes; hasExtraField: boolean; next: number } {
  const { at, name } = one;
  const differs = () => new UnfitArchive('archive', 'the two headers of an entry differ', name);
  if (at + 30 > file.length || view.getUint32(at, true) !== LOCAL) throw differs();
  const [nameLength, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
  const begins = at + 30 + nameLength + extra;
  const ends = begins + one.packed;
  if (ends > file.length || !areEqual(file.subarray(at + 30, at + 30 + nameLength), one.nameBytes)) throw differs();
  if (view.getUint16(at + 6, true) !== one.flags || view.getUint16(at + 8, true) !== one.method) throw differs();
  checkExtra(view, at + 30 + nameLength, extra, name);
  const follows = (one.flags & SIZES_FOLLOW) !== 0;
  const written = [14, 18, 22].map((offset) => view.getUint32(at + offset, true));
  const isSame = saysSame(written, one);
  if (!isSame && !(follows && written.every((value) => value === 0))) throw differs();
  return { data: file.subarray(begins, ends), hasExtraField: extra > 0, next: follows ? afterDescriptor(view, ends, one) : ends };
}

const saysSame = ([crc, packed, size]: readonly number[], one: Listed): boolean => crc === one.crc && packed === one.packed && size === one.size;

function afterDescriptor(view: DataView, at: number, one: Listed): number {
  const named = at + 16 <= view.byteLength && view.getUint32(at, true) === DESCRIPTOR;
  const begins = named ? at + 4 : at;
  if (begins + 12 > view.byteLength || !saysSame([0, 4, 8].map((offset) => view.getUint32(begins + offset, true)), one)) throw new UnfitArchive('archive', 'the sizes after an entry differ', one.name);
  return begins + 12;
}

function checkExtra(view: DataView, begins: number, length: number, name: string): void {
  for (let at = begins; at + 4 <= begins + length && at + 4 <= view.byteLength; at += 4 + view.getUint16(at + 2, true)) {
    if (SECOND_TRUTHS.includes(view.getUint16(at, true))) throw new UnfitArchive('archive', 'a second name or size of an entry', name);
  }
}

async function unpacked({ method, size, crc, name }: Listed, data: Bytes): Promise<Bytes> {
  const content = method === STORED ? data : await inflated(data, size, name);
  if (content.length !== size || crc32(content) !== crc) throw new UnfitArchive('archive', 'the content is damaged', name);
  return content;
}

/** A stream for a few kilobytes costs more than unpacking them. */
const [FEW_PACKED, FEW] = [64 * 1024, 256 * 1024];

/** Never holds more than the entry says it has. */
const inflated = (data: Bytes, size: number, name: string): Promise<Bytes> => (inNode && data.length <= FEW_PACKED && size <= FEW ? inflatedAtOnce(inNode.inflateRaw, data, size, name) : inflatedInPieces(data, size, name));

async function inflatedAtOnce(inflateRaw: NonNullable<typeof inNode>['inflateRaw'], data: Bytes, size: number, name: string): Promise<Bytes> {
  try {
    const { buffer, engine } = inflateRaw(data, { maxOutputLength: Math.max(1, size), info: true }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    // What comes after the end of the packed content is nobody's.
    if (engine.bytesWritten === data.length) return bytesOf(buffer);
  } catch (fault) {
    if ((fault as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') throw new UnfitArchive('archive-size', 'more than the entry says', name);
  }
  throw new UnfitArchive('archive', 'the content is damaged', name);
}

async function inflatedInPieces(data: Bytes, size: number, name: string): Promise<Bytes> {
  const content = new Uint8Array(size);
  let at = 0;
  try {
    const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
      if (at + part.length > size) throw new UnfitArchive('archive-size', 'more than the entry says', name);
      content.set(part, at);
      at += part.length;
    }
  } catch (fault) {
    throw fault instanceof UnfitArchive ? fault : new UnfitArchive('archive', 'the content is damaged', name);
  }
  return bytesOf(content.subarray(0, at));
}
