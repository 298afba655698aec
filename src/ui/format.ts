import { dayInRiga, timeInRiga } from '#kernel/clock.js';
import { readableDay } from '#kernel/day.js';
import type { Lang } from '#kernel/text.js';

/** U+202F: keeps a number and its groups or unit on one line. */
const NARROW_SPACE = '\u202f';

/** An instant as Riga's clocks show it: `21.11.2026. 14:05`. */
export const instant = (at: Date): string => `${readableDay(dayInRiga(at))} ${timeInRiga(at)}`;

/** `1 234 567,5` in Latvian (narrow no-break spaces), `1,234,567.5` in English. */
export const number = (value: number, lang: Lang, decimals = 0): string =>
  numberFormat(lang, decimals).format(value).replaceAll('\u00a0', NARROW_SPACE);

const formats = new Map<string, Intl.NumberFormat>();

/** Made once: making one takes longer than writing a hundred numbers. */
function numberFormat(lang: Lang, decimals: number): Intl.NumberFormat {
  const key = `${lang} ${decimals}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(lang, { useGrouping: 'always', minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(key, made);
  return made;
}

/** A ratio as per cent: `12,5 %`, `12.5%`. */
export const percent = (ratio: number, lang: Lang, decimals = 0): string =>
  `${number(ratio * 100, lang, decimals)}${lang === 'lv' ? NARROW_SPACE : ''}%`;

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in decimal units, with one decimal below ten: `340 B`, `1,2 MB`. */
export function bytes(size: number, lang: Lang): string {
  const step = Math.min(UNITS.length - 1, size < 1000 ? 0 : Math.floor(Math.log10(size) / 3));
  const value = size / 1000 ** step;
  return `${number(value, lang, step > 0 && value < 10 ? 1 : 0)}${NARROW_SPACE}${UNITS[step]}`;
}

/** How long something took, in its two largest units: `340 ms`, `4,2 s`, `1 min 20 s`, `2 h 5 min`. */
export function duration(ms: number, lang: Lang): string {
  if (ms < 1000) return `${number(ms, lang)}${NARROW_SPACE}ms`;
  if (ms < 10_000) return `${number(ms / 1000, lang, 1)}${NARROW_SPACE}s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return pair([Math.floor(seconds / 60), 'min'], [seconds % 60, 's'], lang);
  const minutes = Math.round(seconds / 60);
  return pair([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min'], lang);
}

type Part = readonly [amount: number, unit: string];

const pair = (large: Part, small: Part, lang: Lang): string =>
  [large, small]
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${number(amount, lang)}${NARROW_SPACE}${unit}`)
    .join(' ');

/** A noun's two forms in each language: for one (in Latvian also 21, 31, … 101), and for other numbers. */
export type Forms = Readonly<Record<Lang, readonly [one: string, other: string]>>;

const RULES = { lv: new Intl.PluralRules('lv'), en: new Intl.PluralRules('en') };

/** The form that goes with a number. */
export const plural = (count: number, forms: Forms, lang: Lang): string =>
  forms[lang][RULES[lang].select(count) === 'one' ? 0 : 1];

/** The number with its noun: `21 iestāde`, `2 713 iestādes`. */
export const counted = (count: number, forms: Forms, lang: Lang): string =>
  `${number(count, lang)}\u00a0${plural(count, forms, lang)}`;
