import { countPdfPages } from './pdf-pages.js';

export const SCAN_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type ScanType = (typeof SCAN_TYPES)[number];

export interface OpenedScan {
  readonly type: ScanType;
  readonly pages: number;
}

const MOST_PAGES = 80;
/** A browser unpacks a picture whole: one of more points than this would take half a gigabyte. */
const MOST_POINTS = 120_000_000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_END = Buffer.from('IEND\xae\x42\x60\x82', 'latin1');

/** What a file is by its content, whatever its name says, and how many pages it has; null for what nobody could look at. */
export async function openScan(content: Buffer): Promise<OpenedScan | null> {
  if (content.subarray(0, 1_024).includes('%PDF-')) {
    const pages = await countPdfPages(content);
    return pages >= 1 && pages <= MOST_PAGES ? { type: 'application/pdf', pages } : null;
  }
  const type = isWholePng(content) ? 'image/png' : isWholeJpeg(content) ? 'image/jpeg' : null;
  return type && { type, pages: 1 };
}

function isWholePng(content: Buffer): boolean {
  if (content.length < 45 || !content.subarray(0, 8).equals(PNG) || content.toString('latin1', 12, 16) !== 'IHDR' || !content.subarray(-8).equals(PNG_END)) return false;
  return isDrawable(content.readUInt32BE(16), content.readUInt32BE(20));
}

/** Walks the markers (ITU-T T.81, B.1) to the frame with the picture's size; the file must not be cut off. */
function isWholeJpeg(content: Buffer): boolean {
  if (content.length < 20 || content.readUInt16BE(0) !== 0xffd8 || !content.subarray(-64).includes(Buffer.from([0xff, 0xd9]))) return false;
  for (let at = 2; at + 9 < content.length && content[at] === 0xff; at += 2 + content.readUInt16BE(at + 2)) {
    const marker = content[at + 1]!;
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return isDrawable(content.readUInt16BE(at + 7), content.readUInt16BE(at + 5));
    if (marker === 0xda) return false;
  }
  return false;
}

const isDrawable = (width: number, height: number): boolean => width > 0 && height > 0 && width * height <= MOST_POINTS;
