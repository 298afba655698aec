import { z } from 'zod';
import { type IsoDate, parseIsoDate } from './iso-date.js';

declare const brand: unique symbol;
/**
 * A Latvian personal code (personas kods) as its 11 digits. A person may have several over time, and the birth date is
 * the register's, never the code's. Shown with `readablePersonCode`; never in a log line, a URL or a file name.
 */
export type PersonCode = string & { readonly [brand]: 'PersonCode' };

/** `old`: DDMMYY-CNNNK with the birth date inside. `new` (since 01.07.2017): 32…39 and nine random digits. */
export type PersonCodeForm = 'old' | 'new';

const WRITTEN = /^(\d{6})[-\u2010-\u2015\u2212]?(\d{5})$/;
const NEW = /^3[2-9]/;
/** Forms moved by 40 days, or by 60 in front, where no real code begins: see `madeUpPersonCode`. */
const MADE_UP_OLD = /^(4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])/;
const MADE_UP_NEW = /^9[2-9]/;

/** The words as a code, with or without the dash and spaces; null where they can be none. The check digit is not looked at. */
export function parsePersonCode(words: string): PersonCode | null {
  const parts = WRITTEN.exec(words.replace(/\s/g, ''));
  if (!parts) return null;
  const code = `${parts[1]}${parts[2]}` as PersonCode;
  return NEW.test(code) || isMadeUp(code) || birthDateInCode(code) ? code : null;
}

/** The words as a code. @throws Error where they are none, without repeating them; use only for what is known to be one. */
export function personCode(words: string): PersonCode {
  const code = parsePersonCode(words);
  if (!code) throw new Error('not a personal code');
  return code;
}

/** Input schema of a code, with the message key people's sentence hangs on: not written as one at all, or with no day of birth where one stands. */
export const PersonCodeInput = z.string().transform((words, context) => {
  const code = parsePersonCode(words);
  if (code) return code;
  context.addIssue({ code: 'custom', message: WRITTEN.test(words.replace(/\s/g, '')) ? 'no-day-in-person-code' : 'not-a-person-code' });
  return z.NEVER;
});

/** As people read it: `161175-19997`. */
export const readablePersonCode = (code: PersonCode): string => `${code.slice(0, 6)}-${code.slice(6)}`;

export const formOf = (code: PersonCode): PersonCodeForm => (NEW.test(code) || MADE_UP_NEW.test(code) ? 'new' : 'old');

/** Whether the code was made up here and can belong to nobody. A register of real people refuses such codes. */
export const isMadeUp = (code: PersonCode): boolean => MADE_UP_OLD.test(code) || MADE_UP_NEW.test(code);

const CENTURY: Readonly<Record<string, string>> = { 0: '18', 1: '19', 2: '20' };

/** The birth date an old code carries, to compare with the register's; null for new and made-up codes. */
export function birthDateInCode(code: PersonCode): IsoDate | null {
  const century = CENTURY[code.charAt(6)];
  return century === undefined ? null : parseIsoDate(`${century}${code.slice(4, 6)}-${code.slice(2, 4)}-${code.slice(0, 2)}`);
}

const WEIGHTS = [1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/**
 * Whether a person should look at the code again: an old code whose last digit is not (1101 − Σ weight × digit) mod 11.
 * A warning and never a refusal; new codes are random by law, so nothing is said of them.
 */
export const looksMistyped = (code: PersonCode): boolean =>
  formOf(code) === 'old' && !isMadeUp(code) && checkOf(code) !== Number(code.charAt(10));

/** 0…10; no digit is 10, so such a code cannot have been issued. */
const checkOf = (code: PersonCode): number =>
  (1101 - WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(code.charAt(at)), 0)) % 11;

const NEW_CODES_BEGIN = '2017-07-01';
/** Odd and not divisible by 5, so that multiplying modulo a power of ten only shuffles. */
const SHUFFLE = 2_953_847;

/**
 * The code of a made-up person: a different one for every number from 0 to 9,999,999, whatever the birth dates.
 * It can belong to nobody, because real codes begin with a day 01–31 or with 32–39, and these do not:
 * - old form: day of birth + 40, month, then seven digits of the number (15 May → `5505NN-NNNNN`);
 * - new form, for births since 01.07.2017 or when asked for: 92…99 instead of 32…39, two zeros, then the number.
 * The day + 40 follows the habit of Nordic test registers. There is no check digit.
 */
export function madeUpPersonCode(number: number, birthDate: IsoDate, form = formAtBirth(birthDate)): PersonCode {
  if (!Number.isInteger(number) || number < 0 || number > 9_999_999) throw new RangeError('made-up people are numbered from 0 to 9999999');
  const shuffled = String((number * SHUFFLE) % 10_000_000).padStart(7, '0');
  if (form === 'new') return `9${2 + (number % 8)}00${shuffled}` as PersonCode;
  return `${Number(birthDate.slice(8)) + 40}${birthDate.slice(5, 7)}${shuffled}` as PersonCode;
}

const formAtBirth = (birthDate: IsoDate): PersonCodeForm => (birthDate < NEW_CODES_BEGIN ? 'old' : 'new');
