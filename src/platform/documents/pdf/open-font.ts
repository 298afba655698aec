import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun, type Subset } from 'fontkit';

/** Letters that nearly every Latvian certificate is written with; fonts with just these are cut once for all pages. */
const USUAL_LETTERS = ` !"#%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]abcdefghijklmnopqrstuvwxyzĀāČčĒēĢģĪīĶķĻļŅņŌōŖŗŠšŪūŽž–—“”„…€`;

/**
 * A font that all pages share, as reading it takes most of the time of a page. fontkit remembers for each glyph the letter that it first
 * stood for, and pdfkit writes it down; asking for every letter at once makes that the same whatever was rendered before.
 * pdfkit takes fonts that are open, which its types, that know names alone, do not say.
 */
export function openFont(file: string): string {
  const font = create(readFileSync(new URL(`fonts/${file}`, import.meta.url)));
  for (const letter of font.characterSet) font.glyphForCodePoint(letter);
  rememberWords(font);
  rememberUsual(font);
  return font as unknown as string;
}

const MOST_WORDS = 5_000;

/** Most words of certificates are the same: how the letters of a word stand to each other is worked out once. A quarter of a page's time. */
function rememberWords(font: Font): void {
  const layout = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  font.layout = (word, features) => {
    if (features !== undefined) return layout(word, features);
    const run = known.get(word) ?? layout(word);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, run);
    return copyOf(run);
  };
}

/** pdfkit scales the positions of what it is given in place; the width is worked out from them when asked for. */
const copyOf = (run: GlyphRun): GlyphRun =>
  Object.assign(Object.create(Object.getPrototypeOf(run) as object) as GlyphRun, run, { positions: run.positions.map((one) => ({ ...one })) });

/** pdfkit writes which letters a font has as they are drawn; the usual ones are in it, drawn or not. */
export function nameUsualLetters(document: object): void {
  (document as { readonly _font: { encode(words: string): unknown } })._font.encode(USUAL_LETTERS);
}

/** Cutting a font to its letters is a third of a page's time: a page with the usual ones alone gets what was cut before. */
function rememberUsual(font: Font): void {
  const cut = font.createSubset.bind(font);
  const usual = cut();
  const numbers = new Map([0, ...font.layout(USUAL_LETTERS).glyphs.map(({ id }) => id)].map((id) => [id, usual.includeGlyph(id)]));
  const bytes = usual.encode();
  font.createSubset = (): Subset => {
    const added: number[] = [];
    return {
      includeGlyph(id) {
        const known = numbers.get(id);
        if (known !== undefined) return known;
        if (!added.includes(id)) added.push(id);
        return numbers.size + added.indexOf(id);
      },
      encode() {
        if (added.length === 0) return bytes;
        const whole = cut();
        for (const id of [...numbers.keys(), ...added]) whole.includeGlyph(id);
        return whole.encode();
      },
    };
  };
}
