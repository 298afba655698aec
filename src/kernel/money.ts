import { z } from 'zod';
import type { Lang } from './text.js';

declare const brand: unique symbol;
/** An amount in whole euro cents. */
export type Cents = number & { readonly [brand]: 'Cents' };

/** A whole number of cents as money. @throws RangeError for fractions and for what a double cannot count exactly. */
export function cents(whole: number): Cents {
  if (!Number.isSafeInteger(whole)) throw new RangeError('money is a whole number of cents');
  return (whole === 0 ? 0 : whole) as Cents;
}

/** Digits, with a space between thousands where there is one, then up to two decimals. */
const WRITTEN = /^([-\u2212]?)(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d{1,2}))?$/;

/**
 * Money as people write it: `12,50`, `12.5`, `1 234,50 €`, `-3`. Null where the meaning is not certain,
 * such as three digits after the mark (`1.234`), and where it is no amount.
 */
export function parseMoney(words: string): Cents | null {
  const plain = words.replace(/\s/g, ' ').replace(/^ *(?:€|EUR)|(?:€|EUR) *$/i, '').trim();
  const parts = WRITTEN.exec(plain);
  if (!parts) return null;
  const whole = Number(`${parts[2]!.replaceAll(' ', '')}${(parts[3] ?? '').padEnd(2, '0')}`);
  return Number.isSafeInteger(whole) ? cents(parts[1] ? -whole : whole) : null;
}

/** Input schema of money, with the message key people's sentence hangs on. */
export const MoneyInput = z.string().transform((words, context) => {
  const amount = parseMoney(words);
  if (amount !== null) return amount;
  context.addIssue({ code: 'custom', message: 'not-money' });
  return z.NEVER;
});

/** The amount in euros as exact decimal digits (`-0.05`), for files and other programs. */
export function decimalEuros(amount: Cents): `${number}` {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

const FORMATS = {
  lv: new Intl.NumberFormat('lv', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' }),
};

/** As people read it: `1234,50 €`, `€1,234.50`. */
export const readableMoney = (amount: Cents, lang: Lang): string => FORMATS[lang].format(decimalEuros(amount));
