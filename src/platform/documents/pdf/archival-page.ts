import PDFDocument from 'pdfkit';
import { nameUsualLetters, openFont } from './open-font.js';
import { packOnce } from './pack-once.js';

export type ArchivalDocument = InstanceType<typeof PDFDocument>;

export const FONTS = { regular: openFont('noto-serif-regular.ttf'), bold: openFont('noto-serif-bold.ttf') };
export const MARGIN = 72;
/** Millimetres of A4 in points. */
export const WIDTH = 595.28 - 2 * MARGIN;
export const INK = '#1d2430';

interface Archival {
  /** The language of the words, such as `lv-LV`. */
  readonly lang: string;
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  /** The instant written into the file: the same page made at the same instant gives the same bytes. */
  readonly issuedAt: Date;
  readonly conformance?: 'PDF/A-1a' | 'PDF/A-2a';
  readonly margins: { readonly top: number; readonly bottom: number };
}

/** A page as PDF/A-2a (ISO 19005-2), tagged and with its fonts inside, drawn by `draw`. */
export async function renderArchival({ lang, title, author, subject, issuedAt, conformance = 'PDF/A-2a', margins }: Archival, draw: (document: ArchivalDocument) => void): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: { ...margins, left: MARGIN, right: MARGIN },
    pdfVersion: conformance === 'PDF/A-1a' ? '1.4' : '1.7',
    subset: conformance,
    tagged: true,
    lang,
    displayTitle: true,
    autoFirstPage: false,
    // No standard font is opened, as none may be used in PDF/A.
    font: FONTS.regular,
    info: { Title: title, Author: author, Subject: subject, Producer: 'Vienkopus', Creator: 'Vienkopus', CreationDate: issuedAt, ModDate: issuedAt },
  });
  packOnce(document);
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => document.on('end', resolve).on('error', reject));
  for (const [name, font] of Object.entries(FONTS)) nameUsualLetters(document.registerFont(name, font).font(name));
  document.addPage().fillColor(INK);
  draw(document);
  document.end();
  await ended;
  return Buffer.concat(chunks);
}
