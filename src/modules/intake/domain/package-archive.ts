import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { fill, type Text } from '#kernel/text.js';
import type { PackageFiles } from './oneroster/check-package.js';
import { UnreadablePackage } from './unreadable-package.js';

/** What an archive may hold before it is refused unread. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of all files together once they are unpacked. */
  readonly bytes: number;
  /** How many times a file may grow when it is unpacked. */
  readonly ratio: number;
}

/** A county's marks of a year are about 100 MB; lists of marks shrink 10 to 30 times. */
export const ARCHIVE_LIMITS: ArchiveLimits = { entries: 64, bytes: 314_572_800, ratio: 200 };
/** Below this size no ratio harms. */
const HARMLESS = 1_048_576;

const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

/**
 * Opens a ZIP archive that came from outside. Everything its table of contents says is judged before a byte is unpacked, and the
 * unpacking stops where a file turns out longer than it said.
 * @throws UnreadablePackage where it is damaged, locked, dangerous or no archive
 */
export async function openArchive(content: Buffer, limits: ArchiveLimits = ARCHIVE_LIMITS): Promise<PackageFiles> {
  const zip = await openZip(content);
  const entries: yauzl.Entry[] = [];
  if (zip.entryCount > limits.entries) throw refusal('too-many-files', { files: zip.entryCount, most: limits.entries });
  try {
    for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  } catch (error) {
    throw refusalOf(error);
  }
  judgeSizes(entries, limits);
  refuseOverlaps(entries);
  for (const entry of entries) await judgeEntry(zip, entry);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return { names: [...byName.keys()], read: (name) => unpacked(zip, byName.get(name)!) };
}

async function openZip(content: Buffer): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromBufferPromise(content, { lazyEntries: true, autoClose: false, strictFileNames: true });
  } catch (error) {
    throw refusalOf(error);
  }
}

function judgeSizes(entries: readonly yauzl.Entry[], limits: ArchiveLimits): void {
  const names = new Set<string>();
  let bytes = 0;
  for (const { fileName, uncompressedSize, compressedSize } of entries) {
    if (names.has(fileName.toLowerCase())) throw refusal('duplicate-name');
    names.add(fileName.toLowerCase());
    bytes += uncompressedSize;
    if (bytes > limits.bytes) throw refusal('too-large', { most: Math.round(limits.bytes / 1_048_576) });
    if (uncompressedSize > HARMLESS && uncompressedSize > compressedSize * limits.ratio) throw refusal('bomb', { most: limits.ratio });
  }
}

async function judgeEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<void> {
  if (entry.isEncrypted()) throw refusal('encrypted');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) throw refusal('unsupported');
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) throw refusal('unsafe-name');
  try {
    // Programs that read only one of the two headers would see another file than we do.
    const local = await zip.readLocalFileHeaderPromise(entry);
    if (!local.fileName.equals(entry.fileNameRaw) || local.compressionMethod !== entry.compressionMethod) throw refusal('damaged');
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Files that share bytes grow without end from little (a bomb without nesting). */
function refuseOverlaps(entries: readonly yauzl.Entry[]): void {
  const byPlace = entries.toSorted((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader);
  for (const [at, entry] of byPlace.slice(1).entries()) {
    const before = byPlace[at]!;
    if (entry.relativeOffsetOfLocalHeader < before.relativeOffsetOfLocalHeader + LOCAL_HEADER + before.fileNameLength + before.compressedSize) throw refusal('bomb', { most: 1 });
  }
}

const LOCAL_HEADER = 30;

async function* unpacked(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  let check = 0;
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      check = crc32(chunk, check);
      yield chunk;
    }
  } catch (error) {
    throw refusalOf(error);
  } finally {
    stream?.destroy();
  }
  if (check !== entry.crc32) throw refusal('damaged');
}

/** The library's words as ours. */
function refusalOf(error: unknown): UnreadablePackage {
  if (error instanceof UnreadablePackage) return error;
  const words = error instanceof Error ? error.message : '';
  if (/strong encryption/.test(words)) return refusal('encrypted');
  if (/in fileName|absolute path|relative path/.test(words)) return refusal('unsafe-name');
  if (/central directory record signature not found/i.test(words)) return refusal('not-an-archive');
  return refusal('damaged');
}

type Reason = keyof typeof REASONS;

const refusal = (reason: Reason, values: Readonly<Record<string, number>> = {}) => new UnreadablePackage(`archive-${reason}`, fill(REASONS[reason], values));

const REASONS = {
  'not-an-archive': { lv: 'Fails nav ZIP arhīvs vai ir nošķelts. Izvēlieties paketi, ko izveidoja e-žurnāls.', en: 'The file is no ZIP archive, or it is cut off. Choose the package that the e-journal made.' },
  damaged: { lv: 'Arhīvs ir bojāts. Izveidojiet un augšupielādējiet to vēlreiz.', en: 'The archive is damaged. Make it and upload it once more.' },
  encrypted: { lv: 'Arhīvs ir aizslēgts ar paroli. Izveidojiet to bez paroles: savienojums pats ir šifrēts.', en: 'The archive is locked with a password. Make it without one: the connection itself is encrypted.' },
  unsupported: { lv: 'Arhīvā lietots saspiešanas veids, ko mēs nelasām. Izveidojiet parastu ZIP (Deflate).', en: 'The archive uses a compression that we do not read. Make a plain ZIP (Deflate).' },
  'unsafe-name': { lv: 'Arhīvā ir fails ar nedrošu nosaukumu (ceļš ārpus arhīva vai saite). Arhivējiet tikai pašus CSV failus.', en: 'The archive has a file with an unsafe name (a path out of it, or a link). Archive the CSV files alone.' },
  'duplicate-name': { lv: 'Arhīvā ir divi faili ar vienu nosaukumu. Atstājiet vienu.', en: 'The archive has two files of one name. Keep one.' },
  'too-many-files': { lv: 'Arhīvā ir {files} faili; drīkst būt ne vairāk kā {most}.', en: 'The archive has {files} files; at most {most} are allowed.' },
  'too-large': { lv: 'Atspiesti faili kopā pārsniedz {most} MB. Sadaliet paketi pa skolām vai sūtiet izmaiņas (delta).', en: 'Unpacked, the files exceed {most} MB. Split the package by schools, or send changes (delta).' },
  bomb: { lv: 'Fails arhīvā, to atspiežot, izaugtu vairāk kā {most} reizes: tā nedara neviena datu pakete. Arhīvs nav lasīts.', en: 'A file of the archive would grow more than {most} times: no data package does. The archive was not read.' },
} as const satisfies Record<string, Text>;
