import { z } from 'zod';

declare const brand: unique symbol;
/** Number of an education institution in the education register (izglītības iestādes reģistrācijas numurs): ten digits, no meaning inside. */
export type InstitutionNumber = string & { readonly [brand]: 'InstitutionNumber' };
/** Number of a legal person or public body in the commercial and taxpayer registers (reģistrācijas numurs): eleven digits with a check. */
export type LegalNumber = string & { readonly [brand]: 'LegalNumber' };

const compact = (words: string) => words.replace(/\s/g, '');

/** The words as an education institution's number, spaces allowed; null where they are none. */
export function parseInstitutionNumber(words: string): InstitutionNumber | null {
  const digits = compact(words);
  return /^\d{10}$/.test(digits) ? (digits as InstitutionNumber) : null;
}

const WEIGHTS = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1] as const;

/**
 * The words as a legal registration number, spaces and a VAT number's `LV` in front allowed; null where they are none.
 * Eleven digits, the first above 3, and Σ weight × digit mod 11 = 3 (the rule of python-stdnum's lv.pvn).
 */
export function parseLegalNumber(words: string): LegalNumber | null {
  const digits = compact(words).replace(/^LV/i, '');
  if (!/^[4-9]\d{10}$/.test(digits)) return null;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits.charAt(at)), 0);
  return sum % 11 === 3 ? (digits as LegalNumber) : null;
}

const input = <T>(parse: (words: string) => T | null, key: string) =>
  z.string().transform((words, context) => {
    const number = parse(words);
    if (number !== null) return number;
    context.addIssue({ code: 'custom', message: key });
    return z.NEVER;
  });

export const InstitutionNumberInput = input(parseInstitutionNumber, 'not-an-institution-number');
export const LegalNumberInput = input(parseLegalNumber, 'not-a-legal-number');
