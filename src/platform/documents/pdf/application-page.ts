import { type FONTS, MARGIN, renderArchival, WIDTH } from './archival-page.js';
import { printable } from './letters.js';

/** An application of one page that somebody signs: who asks for what, and what they undertake. Nothing here knows what it asks for. */
export interface ApplicationPage {
  /** The language of the words, such as `lv-LV`. */
  readonly lang: string;
  readonly addressee: string;
  readonly title: string;
  /** What is asked for and by whom, as names and values. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** What stands before the undertakings, and each of them. */
  readonly undertakes: string;
  readonly undertakings: readonly string[];
  readonly howToSign: string;
}

const NAME_WIDTH = 130;

/** The page as PDF/A-2a; the same words and instant give the same bytes. @throws UnprintableLetters before anything is rendered */
export async function renderApplication(page: ApplicationPage, issuedAt: Date, conformance: 'PDF/A-1a' | 'PDF/A-2a' = 'PDF/A-2a'): Promise<Buffer> {
  const { lang } = page;
  const [addressee, title, undertakes, howToSign] = (['addressee', 'title', 'undertakes', 'howToSign'] as const).map((field) => printable(page[field], field)) as [string, string, string, string];
  const facts = page.facts.map(({ name, value }) => ({ name: printable(name, 'facts'), value: printable(value, 'facts') }));
  const undertakings = page.undertakings.map((words) => printable(words, 'undertakings'));
  return renderArchival({ lang, title, author: addressee, subject: title, issuedAt, conformance, margins: { top: 72, bottom: 64 } }, (document) => {
    const root = document.struct('Document');
    document.addStructure(root);
    const write = (words: string, font: keyof typeof FONTS, size: number, gap: number, left = 0) => document.font(font).fontSize(size).text(words, MARGIN + left, document.y, { width: WIDTH - left, lineGap: size * 0.25 }).moveDown(gap);
    const put = (tag: string, words: string, font: keyof typeof FONTS, size: number, gap: number) => root.add(document.struct(tag, {}, () => void write(words, font, size, gap)));
    put('P', addressee, 'regular', 11, 2);
    put('H1', title, 'bold', 18, 1);
    for (const { name, value } of facts) {
      root.add(document.struct('P', {}, () => {
        const top = document.y;
        document.font('bold').fontSize(11).text(name, MARGIN, top, { width: NAME_WIDTH });
        const under = document.y;
        document.font('regular').text(value, MARGIN + NAME_WIDTH, top, { width: WIDTH - NAME_WIDTH });
        document.y = Math.max(under, document.y) + 6;
      }));
    }
    document.moveDown(1);
    put('P', undertakes, 'bold', 11, 0.5);
    for (const [at, words] of undertakings.entries()) put('P', `${at + 1}. ${words}`, 'regular', 11, 0.4);
    document.moveDown(1.5);
    put('P', howToSign, 'regular', 10, 0);
    root.end();
  });
}
