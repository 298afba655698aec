import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InstitutionNumberInput, LegalNumberInput, parseInstitutionNumber, parseLegalNumber } from './registration-number.js';

describe('the number of an education institution', () => {
  it.each(['4413900133', '4219902694', '4213900374', '3813800960', '0000000000'])('is the ten digits %s', (digits) => {
    expect(parseInstitutionNumber(digits)).toBe(digits);
  });

  it('may be written with spaces', () => expect(parseInstitutionNumber(' 4413 900 133')).toBe('4413900133'));

  it.each(['', '441390013', '44139001333', '441390013X'])('is not "%s"', (words) => expect(parseInstitutionNumber(words)).toBeNull());
});

const REAL = ['40003278467', '90000050138', '90000053670', '40900005486', '90011524360', '90000077325'];

describe('a legal registration number', () => {
  it.each(REAL)('is %s', (digits) => expect(parseLegalNumber(digits)).toBe(digits));

  it('may be written as a VAT number', () => expect(parseLegalNumber('LV 40003278467')).toBe('40003278467'));

  it.each(['', '4000327846', '400032784670', '30003278467', '40003278468'])('is not "%s"', (words) => expect(parseLegalNumber(words)).toBeNull());

  it('never survives one wrong digit', () => {
    const place = fc.integer({ min: 0, max: 10 });
    fc.assert(fc.property(fc.constantFrom(...REAL), place, fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const wrong = digits.slice(0, at) + ((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
      return parseLegalNumber(wrong) === null;
    }));
  });
});

it('a wrong number in a form is named by its message key', () => {
  expect(InstitutionNumberInput.safeParse('1').error?.issues[0]?.message).toBe('not-an-institution-number');
  expect(LegalNumberInput.safeParse('1').error?.issues[0]?.message).toBe('not-a-legal-number');
});
