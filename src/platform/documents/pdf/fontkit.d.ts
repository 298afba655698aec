/** fontkit 2 brings no types; this is all that is used of it. */
declare module 'fontkit' {
  interface GlyphRun {
    readonly positions: readonly object[];
  }
  interface Font {
    readonly characterSet: readonly number[];
    glyphForCodePoint(letter: number): unknown;
    layout(word: string, features?: unknown): GlyphRun;
  }
  export function create(file: Uint8Array): Font;
}
