import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, decimalEuros, MoneyInput, parseMoney, readableMoney } from './money.js';

describe('money', () => {
  it.each([
    ['12,50', 1250],
    ['12.50', 1250],
    ['12,5', 1250],
    ['12', 1200],
    ['0,07', 7],
    ['-3,00', -300],
    ['−3', -300],
    ['1 234 567,89', 123456789],
    ['1\u00a0234,50 €', 123450],
    ['€ 5', 500],
    ['5 eur', 500],
    ['0,29', 29],
    ['4,35', 435],
  ])('written "%s" is exactly %i cents', (words, whole) => expect(parseMoney(words)).toBe(whole));

  it.each(['', ',50', '12,', '12,505', '1.234', '1,234.50', '12 34', '1 2345', 'NaN', '1e3', '--1', '99999999999999999'])(
    'is not guessed from "%s"',
    (words) => expect(parseMoney(words)).toBeNull(),
  );

  it('is read in the language of the reader', () => {
    expect(readableMoney(cents(1234550), 'lv')).toBe('12\u00a0345,50\u00a0€');
    expect(readableMoney(cents(-5), 'lv')).toBe('-0,05\u00a0€');
    expect(readableMoney(cents(123450), 'en')).toBe('€1,234.50');
  });

  it('refuses parts of a cent', () => {
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  it('survives being shown and typed again', () => {
    fc.assert(fc.property(fc.maxSafeInteger().map(cents), (amount) => {
      expect(parseMoney(readableMoney(amount, 'lv'))).toBe(amount);
      expect(parseMoney(decimalEuros(amount))).toBe(amount);
    }));
  });

  it('that is none is named by its message key', () => {
    expect(MoneyInput.safeParse('daudz').error?.issues[0]?.message).toBe('not-money');
  });
});
