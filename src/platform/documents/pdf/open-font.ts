import { readFileSync } from 'node:fs';
import { create, type Font, type GlyphRun } from 'fontkit';

/**
 * A font that all pages share, as reading it takes most of the time of a page. fontkit remembers for each glyph the letter that it first
 * stood for, and pdfkit writes it down; asking for every letter at once makes that the same whatever was rendered before.
 * pdfkit takes fonts that are open, which its types, that know names alone, do not say.
 */
export function openFont(file: string): string {
  const font = create(readFileSync(new URL(`fonts/${file}`, import.meta.url)));
  for (const letter of font.characterSet) font.glyphForCodePoint(letter);
  rememberWords(font);
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
