import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classTitleKey, nameKey } from './names.js';

describe('titles of classes', () => {
  test.each([['2.a', '2A'], ['2.a', '2. a'], ['2.a', '2-a'], ['2.a', ' 2 . A '], ['2.a', '2–a'], ['10.š', '10S'], ['1.1', '1-1'], ['5.a klase', '5A KLASE']])('%s is the same class as %s', (one, other) => {
    expect(classTitleKey(one)).toBe(classTitleKey(other));
  });

  test.each([['5.a', '5.b'], ['1.1', '11'], ['1.2', '12'], ['5.a', '6.a'], ['1.a', '11.a']])('%s is another class than %s', (one, other) => {
    expect(classTitleKey(one)).not.toBe(classTitleKey(other));
  });

  const grade = fc.integer({ min: 1, max: 12 });
  const letter = fc.constantFrom(...'abcdefgkmš');
  const separator = fc.stringMatching(/^[ .\-–]{0,3}$/);

  test('however it is separated and written, a grade and a letter give one key, and another grade or letter another', () => {
    fc.assert(
      fc.property(grade, letter, grade, letter, separator, separator, fc.boolean(), (g1, l1, g2, l2, s1, s2, upper) => {
        const write = (g: number, l: string, s: string) => `${s2}${g}${s}${upper ? l.toUpperCase() : l}`;
        const same = g1 === g2 && l1 === l2;
        expect(classTitleKey(write(g1, l1, s1)) === classTitleKey(`${g2}${l2}`)).toBe(same);
      }),
    );
  });
});

describe('names of subjects', () => {
  test.each([['Svešvaloda (angļu)', 'SVESVALODA ANGLU'], ['Latviešu valoda un literatūra', 'latviesu  valoda un literatura'], ['Sports - veselība', 'Sports. Veselība']])('%s is the same as %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('a digit and a Roman numeral count', () => {
    expect(nameKey('Matemātika I')).not.toBe(nameKey('Matemātika II'));
    expect(nameKey('Kurss 1')).not.toBe(nameKey('Kurss 2'));
  });

  const words = fc.string({ unit: fc.constantFrom(...'aābcčdeēfgģhiījkķlļmnņoprsštuūvzžAĀŠŽ 0129.,-()“”/') });

  test('a key is a key of itself, and case, spaces and punctuation around words never change it', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(nameKey(nameKey(one))).toBe(nameKey(one));
        expect(nameKey(`${one} ${other}`)).toBe(nameKey(one) + nameKey(other));
        expect(nameKey(` ${one.toUpperCase()}. `)).toBe(nameKey(one));
        expect(nameKey(one.normalize('NFD'))).toBe(nameKey(one));
      }),
    );
  });
});
