import { type ArchivalDocument, type FONTS, INK, MARGIN, renderArchival, WIDTH } from './archival-page.js';
import { printable } from './letters.js';
import { squareCode } from './square-code.js';

/** A certificate of one page as its issuer words it; nothing here knows what it certifies. */
export interface CertificatePage {
  /** The language of the words, such as `lv-LV`. */
  readonly lang: string;
  readonly issuer: string;
  readonly title: string;
  /** Such as "Nr. 2024/301949081206-KUMAL". */
  readonly number: string;
  readonly holder: string;
  /** Such as "personas kods 000000-00000". */
  readonly holderCode: string;
  readonly statements: readonly string[];
  /** The outcome in large letters. */
  readonly outcome: string;
  readonly parts: readonly { readonly name: string; readonly value: string }[];
  /** Heads of the two columns of parts. */
  readonly partHeads: readonly [name: string, value: string];
  readonly place: string;
  /** Who certified it and how. */
  readonly attestation: string;
  readonly notices: readonly string[];
}

/** What makes a page a printed copy of an electronic document: a code at its foot, and words beside it. */
export interface PrintedCopy {
  /** What the code holds. */
  readonly address: string;
  /** The code in words, for those who hear the page read. */
  readonly codeInWords: string;
  readonly words: readonly string[];
  /** What is written by hand under the code: a title, and rows of names, each with a line to write on. */
  readonly attestation: { readonly title: string; readonly rows: readonly (readonly string[])[] };
}

export interface Rendering {
  /** The instant written into the file: the same page issued at the same instant gives the same bytes. */
  readonly issuedAt: Date;
  /** 2a is what is issued; 1a lets a checker that knows the first part alone check the same page. */
  readonly conformance?: 'PDF/A-1a' | 'PDF/A-2a';
  readonly copy?: PrintedCopy;
}

const VALUE_WIDTH = 90;

/**
 * The page as PDF/A-2a (ISO 19005-2): tagged for those who hear it read, fonts inside, byte for byte the same for the same words.
 * @throws UnprintableLetters before anything is rendered
 */
export async function renderCertificate(page: CertificatePage, { issuedAt, conformance = 'PDF/A-2a', copy }: Rendering): Promise<Buffer> {
  const words = checkLetters(page);
  const beside = copy && { ...copy, codeInWords: printable(copy.codeInWords, 'copy'), words: copy.words.map((line) => printable(line, 'copy')) };
  const { lang, issuer, title, number, holder } = words;
  // A copy leaves room for its code at the foot, also under a page of five parts.
  const margins = copy ? { top: 44, bottom: 26 } : { top: 80, bottom: 64 };
  return renderArchival({ lang, author: issuer, title: `${title} ${number}`, subject: holder, issuedAt, conformance, margins }, (document) => draw(document, words, beside));
}

/** Whether every word of a page can be printed; asked for a whole batch before its first page. @throws UnprintableLetters */
export function checkLetters(page: CertificatePage): CertificatePage {
  const list = (field: string, all: readonly string[]) => all.map((words) => printable(words, field));
  const one = (field: Exclude<keyof CertificatePage, 'statements' | 'parts' | 'partHeads' | 'notices'>) => printable(page[field], field);
  return {
    lang: one('lang'),
    issuer: one('issuer'),
    title: one('title'),
    number: one('number'),
    holder: one('holder'),
    holderCode: one('holderCode'),
    statements: list('statements', page.statements),
    outcome: one('outcome'),
    parts: page.parts.map(({ name, value }) => ({ name: printable(name, 'parts'), value: printable(value, 'parts') })),
    partHeads: [printable(page.partHeads[0], 'partHeads'), printable(page.partHeads[1], 'partHeads')],
    place: one('place'),
    attestation: one('attestation'),
    notices: list('notices', page.notices),
  };
}

function draw(document: ArchivalDocument, page: CertificatePage, copy?: PrintedCopy): void {
  const root = document.struct('Document');
  document.addStructure(root);
  const put = (tag: string, words: string, font: keyof typeof FONTS, size: number, gap: number, align: 'center' | 'left' = 'center') =>
    root.add(document.struct(tag, {}, () => void document.font(font).fontSize(size).text(words, MARGIN, document.y, { width: WIDTH, align, lineGap: size * 0.2 }).moveDown(copy && gap > 1 ? gap / 2 : gap)));
  put('P', page.issuer.toLocaleUpperCase(page.lang), 'regular', 11, 3);
  put('H1', page.title.toLocaleUpperCase(page.lang), 'bold', 19, 0.4);
  put('P', page.number, 'regular', 12, 2.5);
  put('H2', page.holder, 'bold', 17, 0.2);
  put('P', page.holderCode, 'regular', 12, 1.5);
  for (const statement of page.statements) put('P', statement, 'regular', 12, 0.5);
  put('P', page.outcome, 'bold', 15, 1.5);
  if (page.parts.length > 0) drawParts(document, root, page);
  put('P', page.place, 'regular', 12, 3);
  put('P', page.attestation.toLocaleUpperCase(page.lang), 'bold', 10, 1);
  for (const notice of page.notices) put('P', notice, 'regular', 9, 0.4);
  if (copy) drawCopy(document, root, copy);
  root.end();
}

/** Elements are hung in from the top down, as what they hold is drawn when they are. */
function drawParts(document: ArchivalDocument, root: PDFKit.PDFStructureElement, { partHeads, parts }: CertificatePage): void {
  const table = document.struct('Table');
  root.add(table);
  for (const [at, { name, value }] of [{ name: partHeads[0], value: partHeads[1] }, ...parts].entries()) {
    const row = document.struct('TR');
    table.add(row);
    const top = document.y;
    let bottom = top;
    const cell = (words: string, left: number, width: number, align: 'left' | 'right') => {
      const draws = () => {
        document.font(at === 0 ? 'bold' : 'regular').fontSize(11).text(words, left, top, { width, align, lineGap: 2 });
        bottom = Math.max(bottom, document.y);
      };
      row.add(document.struct(at === 0 ? 'TH' : 'TD', {}, draws));
    };
    cell(name, MARGIN, WIDTH - VALUE_WIDTH, 'left');
    cell(value, MARGIN + WIDTH - VALUE_WIDTH, VALUE_WIDTH, 'right');
    row.end();
    drawLine(document, bottom + 3);
    document.y = bottom + 9;
  }
  table.end();
  document.moveDown(2);
}

const CODE_POINTS = 124;
/** The code, or the words beside it with room to attest under them. */
const COPY_POINTS = 156;

/** The code stands at the foot, so that the page above is what the electronic document shows; where that is full, on a page of its own. */
function drawCopy(document: ArchivalDocument, root: PDFKit.PDFStructureElement, { address, codeInWords, words, attestation }: PrintedCopy): void {
  const code = squareCode(address);
  const side = CODE_POINTS / code.size;
  const top = document.page.height - document.page.margins.bottom - COPY_POINTS;
  if (document.y > top) document.addPage().fillColor(INK);
  const figure = document.struct('Figure', { alt: codeInWords }, () => {
    for (const { row, from, length } of code.runs) document.rect(MARGIN + from * side, top + row * side, length * side, side);
    document.fill('#000000').fillColor(INK);
  });
  root.add(figure);
  const beside = { left: MARGIN + CODE_POINTS + 16, width: WIDTH - CODE_POINTS - 16 };
  let y = top;
  for (const line of words) {
    root.add(document.struct('P', {}, () => {
      document.font('regular').fontSize(8).text(line, beside.left, y, { width: beside.width, lineGap: 1 });
      y = document.y + 3;
    }));
  }
  drawAttestation(document, root, attestation, { ...beside, top: y + 2 });
}

interface Room {
  readonly left: number;
  readonly width: number;
  readonly top: number;
}

/** Names of what is written by hand, each with a line to write on. */
function drawAttestation(document: ArchivalDocument, root: PDFKit.PDFStructureElement, { title, rows }: PrintedCopy['attestation'], { left, width, top }: Room): void {
  const put = (words: string, font: 'bold' | 'regular', x: number, y: number) => root.add(document.struct('P', {}, () => void document.font(font).fontSize(8).text(words, x, y, { lineBreak: false })));
  put(title, 'bold', left, top);
  for (const [at, row] of rows.entries()) {
    const y = top + 22 + at * 26;
    for (const [column, words] of row.entries()) {
      const x = left + column * (width / row.length);
      put(words, 'regular', x, y);
      const from = x + document.widthOfString(words) + 6;
      document.markContent('Artifact', { type: 'Layout' });
      document.moveTo(from, y + 9).lineTo(x + width / row.length - 8, y + 9).lineWidth(0.5).stroke(INK);
      document.endMarkedContent();
    }
  }
}

function drawLine(document: ArchivalDocument, y: number): void {
  document.markContent('Artifact', { type: 'Layout' });
  document.moveTo(MARGIN, y).lineTo(MARGIN + WIDTH, y).lineWidth(0.5).stroke(INK);
  document.endMarkedContent();
}
