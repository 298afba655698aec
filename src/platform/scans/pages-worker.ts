import { parentPort } from 'node:worker_threads';
import { crc32, deflateSync } from 'node:zlib';
import { PDFiumLibrary } from '@hyzyla/pdfium';

/**
 * Counts and draws the pages of PDF files in a thread of its own, in WebAssembly: what strangers wrote reaches neither the program's memory nor its files, and may be
 * stopped when it takes too long. Imports nothing of ours, so that it starts alike from sources and as built.
 */
interface Asked {
  readonly id: number;
  readonly content: Uint8Array;
  /** The page to draw from 1 on; 0 counts them. */
  readonly page: number;
  /** Of the drawn page, in pixels. */
  readonly longestSide: number;
}

const library = PDFiumLibrary.init();

parentPort!.on('message', ({ id, content, page, longestSide }: Asked) => {
  answer(content, page, longestSide).then(
    (found) => parentPort!.postMessage({ id, ...found }),
    () => parentPort!.postMessage({ id, pages: 0, picture: null }),
  );
});

async function answer(content: Uint8Array, page: number, longestSide: number): Promise<{ pages: number; picture: Uint8Array | null }> {
  const document = await (await library).loadDocument(content);
  try {
    const pages = document.getPageCount();
    if (page === 0) {
      // A page that has no size cannot be drawn, and what claims to be a file of pages is none.
      const { originalWidth, originalHeight } = document.getPage(0).getOriginalSize();
      return { pages: originalWidth > 0 && originalHeight > 0 ? pages : 0, picture: null };
    }
    const sheet = document.getPage(page - 1);
    const { originalWidth, originalHeight } = sheet.getOriginalSize();
    const { width, height, data } = await sheet.render({ scale: longestSide / Math.max(originalWidth, originalHeight) });
    return { pages, picture: png(width, height, data) };
  } finally {
    document.destroy();
  }
}

/** A PNG (RFC 2083) of four bytes a pixel, red first; a page without colour takes a third of the room. */
function png(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const colours = isGrey(pixels) ? 1 : 3;
  const rows = Buffer.alloc((width * colours + 1) * height);
  let at = 0;
  let from = 0;
  for (let y = 0; y < height; y += 1) {
    rows[at++] = 0;
    for (let x = 0; x < width; x += 1, from += 4) {
      if (colours === 3) {
        rows[at++] = pixels[from]!;
        rows[at++] = pixels[from + 1]!;
      }
      rows[at++] = pixels[from + 2]!;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, colours === 1 ? 0 : 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 4 })), chunk('IEND', Buffer.alloc(0))]);
}

function isGrey(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false;
  return true;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(content.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
