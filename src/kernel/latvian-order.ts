import type { Lang } from './text.js';

const ORDERS = { lv: new Intl.Collator('lv'), en: new Intl.Collator('en') };

/** The order of Latvian names: that of `collate platform.latvian`, for what is sorted after it came from the database. */
export const inLatvianOrder = (one: string, other: string): number => ORDERS.lv.compare(one, other);

/** The order of words as readers of a language expect it. */
export const inOrderOf = (lang: Lang) => (one: string, other: string): number => ORDERS[lang].compare(one, other);

const LONG: Readonly<Record<string, string>> = { ā: 'a', ē: 'e', ī: 'i', ō: 'o', ū: 'u', Ā: 'A', Ē: 'E', Ī: 'I', Ō: 'O', Ū: 'U' };
const shortened = (words: string): string => words.replaceAll(/[āēīōū]/gi, (letter) => LONG[letter] ?? letter);

/** The order in which made-up data is drawn, so that the same numbers stand for the same institutions: long vowels count as short ones. */
export const inDrawnOrder = (one: string, other: string): number => inLatvianOrder(shortened(one), shortened(other)) || inLatvianOrder(one, other);
