import { type IsoDate, readableDay } from '#kernel/iso-date.js';
import { type Lang, same, say, type Text } from '#kernel/text.js';
import { valueInWords } from './log-values.js';
import { FACT_NAMES } from './log-words.js';

/** What turns identifiers that facts hold into words; undefined where it knows none. */
export type InWords = (key: string, value: string) => Text | undefined;

export interface FactLine {
  readonly name: string;
  readonly value: string;
}

/** The facts of a log entry in words, those without a value left out; facts within facts stand in one line. */
export const factLines = (facts: Readonly<Record<string, unknown>>, lang: Lang, inWords: InWords): FactLine[] =>
  Object.entries(facts).flatMap(([key, value]) => {
    const words = valueOf(key, value, lang, inWords);
    return words === '' ? [] : [{ name: nameOf(key, lang), value: words }];
  });

const nameOf = (key: string, lang: Lang) => (FACT_NAMES[key] ? say(FACT_NAMES[key], lang) : key);

function valueOf(key: string, value: unknown, lang: Lang, inWords: InWords): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return say(value ? YES : NO, lang);
  if (typeof value === 'string') return DAY.test(value) ? readableDay(value as IsoDate) : say(inWords(key, value) ?? valueInWords(value), lang);
  if (Array.isArray(value)) return value.map((one) => valueOf(key, one, lang, inWords)).filter(Boolean).join(', ');
  if (typeof value === 'object') return factLines(value as Record<string, unknown>, lang, inWords).map((one) => `${one.name} – ${one.value}`).join(', ');
  return say(inWords(key, String(value)) ?? same(String(value)), lang);
}

/** Every string and number among the facts, however deep, as words: what may be an identifier. */
export const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YES: Text = { lv: 'jā', en: 'yes' };
const NO: Text = { lv: 'nē', en: 'no' };
