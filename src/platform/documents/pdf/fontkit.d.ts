/** fontkit 2 brings no types; this is all that is used of it. */
declare module 'fontkit' {
  interface Font {
    readonly characterSet: readonly number[];
    glyphForCodePoint(letter: number): unknown;
  }
  export function create(file: Uint8Array): Font;
}
