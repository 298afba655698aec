/** fontkit 2 brings no types; this is all that is used of it. */
declare module 'fontkit' {
  interface GlyphRun {
    readonly glyphs: readonly { readonly id: number }[];
    readonly positions: readonly object[];
  }
  /** A font cut to some of its glyphs, numbered in the order in which they come in. */
  interface Subset {
    includeGlyph(id: number): number;
    encode(): Uint8Array;
  }
  interface Font {
    readonly characterSet: readonly number[];
    glyphForCodePoint(letter: number): unknown;
    layout(word: string, features?: unknown): GlyphRun;
    createSubset(): Subset;
  }
  export function create(file: Uint8Array): Font;
}
