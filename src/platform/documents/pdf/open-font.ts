import { readFileSync } from 'node:fs';
import { create } from 'fontkit';

/**
 * A font that all pages share, as reading it takes most of the time of a page. fontkit remembers for each glyph the letter that it first
 * stood for, and pdfkit writes it down; asking for every letter at once makes that the same whatever was rendered before.
 * pdfkit takes fonts that are open, which its types, that know names alone, do not say.
 */
export function openFont(file: string): string {
  const font = create(readFileSync(new URL(`fonts/${file}`, import.meta.url)));
  for (const letter of font.characterSet) font.glyphForCodePoint(letter);
  return font as unknown as string;
}
