import type { Text } from '#kernel/text.js';
import { joined } from './packet.js';
import type { ShownRow } from './shown-row.js';

/** What a packet holds once it is open: the rows of the results page in both languages, and sealed certificates as they are stored. */
export interface PacketContent {
  /** Whose results: the name alone, so that who opens it knows whether it is theirs. */
  readonly name: string;
  readonly session: Text;
  /** When it was made, and when results were to be seen from, as Riga's clocks show it. */
  readonly madeAt: string;
  readonly publishedAt: string;
  readonly rows: readonly ShownRow[];
  readonly files: readonly PacketFile[];
}

export interface PacketFile {
  /** The number of the certificate, as its row says it. */
  readonly number: string;
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

type Bytes = Uint8Array<ArrayBuffer>;

const EXAMS_AT_ONCE = 4;
const ROOM_OF_WORDS = 6 * 1024;
const ROOM_OF_FILE = 64 * 1024;

/**
 * The length of the contents, which lies open in the packet: it follows from the number of exams that one was entered for, in fours, and from whether certificates
 * were asked for. Both the pupil chose; what came of the exams changes nothing.
 */
export const lengthFor = (exams: number, withCertificates: boolean): number => Math.max(1, Math.ceil(exams / EXAMS_AT_ONCE)) * EXAMS_AT_ONCE * (ROOM_OF_WORDS + (withCertificates ? ROOM_OF_FILE : 0));

/** A certificate that is larger than its room stays out, so that it does not tell of itself by the length. */
export const fits = (size: number): boolean => size <= ROOM_OF_FILE;

/** The contents as bytes of exactly this length. @throws Error where they are longer */
export function packed({ files, ...words }: PacketContent, length: number): Bytes {
  const said = new TextEncoder().encode(JSON.stringify({ ...words, files: files.map(({ number, name, content }) => ({ number, name, size: content.length })) }));
  const size = new DataView(new ArrayBuffer(4));
  size.setUint32(0, said.length);
  const all = joined([new Uint8Array(size.buffer), said, ...files.map(({ content }) => content)]);
  if (all.length > length) throw new Error(`the contents of a packet need ${all.length} bytes and have ${length}`);
  return joined([all, new Uint8Array(length - all.length)]);
}

/** The contents again, as `packed` wrote them. */
export function unpacked(bytes: Bytes): PacketContent {
  const size = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
  const { files, ...words } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size))) as Omit<PacketContent, 'files'> & { files: { number: string; name: string; size: number }[] };
  let at = 4 + size;
  return { ...words, files: files.map((file) => ({ number: file.number, name: file.name, content: bytes.slice(at, (at += file.size)) })) };
}
