import type { Lang } from './text.js';

const ORDERS = { lv: new Intl.Collator('lv'), en: new Intl.Collator('en') };

/** The order of Latvian names: that of `collate platform.latvian`, for what is sorted after it came from the database. */
export const inLatvianOrder = (one: string, other: string): number => ORDERS.lv.compare(one, other);

/** The order of words as readers of a language expect it. */
export const inOrderOf = (lang: Lang) => (one: string, other: string): number => ORDERS[lang].compare(one, other);
