import { type Text, fill } from '#kernel/text.js';

/** What the embedded fonts have: Latin letters of Europe's languages, with Latvian ones, and the signs that go with them. */
const PRINTABLE = /[\u0020-\u007e\u00a0-\u00ff\u0100-\u017f\u0218-\u021b\u2010-\u2015\u2018-\u201e\u2026\u20ac]/u;

/** A text has letters that the certificate's fonts do not have; made before anything is rendered, so that no sheet lacks a letter. */
export class UnprintableLetters extends Error {
  readonly letters: readonly string[];
  readonly text: Text;
  constructor(letters: readonly string[], field: string) {
    const listed = letters.map((one) => `${one} (U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`).join(', ');
    super(`the fonts have no ${listed}, which ${field} needs`);
    this.letters = letters;
    this.text = fill({ lv: 'Sertifikāta fontā nav zīmju: {listed}. Pārbaudiet lauku “{field}” vai papildiniet fontu.', en: 'The fonts of the certificate do not have: {listed}. Check the field "{field}", or add to the fonts.' }, { listed, field });
  }
}

/** The text as it is printed: letters with their marks in one (NFC). @throws UnprintableLetters */
export function printable(words: string, field: string): string {
  const whole = words.normalize('NFC');
  const missing = [...new Set(whole)].filter((letter) => !PRINTABLE.test(letter));
  if (missing.length > 0) throw new UnprintableLetters(missing, field);
  return whole;
}
