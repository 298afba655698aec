/** The two languages of every screen; Latvian is first (Valsts valodas likums). */
export type Lang = 'lv' | 'en';
export const LANGS: readonly Lang[] = ['lv', 'en'];

/** Words a person reads, in both languages. */
export interface Text {
  readonly lv: string;
  readonly en: string;
}

/** Picks the words of one language. */
export const say = (text: Text, lang: Lang): string => text[lang];

/** A text that is the same in both languages, such as a proper name. */
export const same = (words: string): Text => ({ lv: words, en: words });

/** Fills `{name}` places of both languages; a place without a value is a programming error. */
export function fill(text: Text, values: Readonly<Record<string, string | number>>): Text {
  const put = (words: string) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}} in "${words}"`);
      return String(value);
    });
  return { lv: put(text.lv), en: put(text.en) };
}

/** Several sentences as one text, each with its full stop. */
export function inTurn(texts: readonly Text[]): Text {
  const joined = (lang: Lang) => texts.map((text, at) => (at < texts.length - 1 && !text[lang].endsWith('.') ? `${text[lang]}.` : text[lang])).join(' ');
  return { lv: joined('lv'), en: joined('en') };
}
