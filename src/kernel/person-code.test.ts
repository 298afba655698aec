import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, isoDate } from './iso-date.js';
import {
  birthDateInCode,
  formOf,
  isMadeUp,
  looksMistyped,
  madeUpPersonCode,
  parsePersonCode,
  PersonCodeInput,
  personCode,
  readablePersonCode,
} from './person-code.js';

const anyDay = fc.integer({ min: 0, max: 55_000 }).map((days) => addDays(isoDate('1880-01-01'), days));
const anyNumber = fc.integer({ min: 0, max: 9_999_999 });

describe('a personal code', () => {
  it.each(['161175-19997', '16117519997', ' 161175 19997 ', '161175–19997', '161175 -\u00a019997'])('is read from "%s"', (words) => {
    expect(parsePersonCode(words)).toBe('16117519997');
  });

  it.each(['', '161175-1999', '161175-199977', '1611-7519997', '161175-1999X', '310275-19997', '161375-19997', '161175-39997', '401175-19997', '310000-00000x'])(
    'is not "%s"',
    (words) => expect(parsePersonCode(words)).toBeNull(),
  );

  it('is shown with the dash after six digits', () => {
    expect(readablePersonCode(personCode('16117519997'))).toBe('161175-19997');
  });

  it('of the old form carries the birth date of its century', () => {
    expect(birthDateInCode(personCode('161175-19997'))).toBe('1975-11-16');
    expect(birthDateInCode(personCode('010190-00000'))).toBe('1890-01-01');
    expect(birthDateInCode(personCode('290200-20000'))).toBe('2000-02-29');
  });

  it('of the new form carries no birth date', () => {
    expect(formOf(personCode('327382-19997'))).toBe('new');
    expect(birthDateInCode(personCode('327382-19997'))).toBeNull();
  });

  it('of the old form with another last digit draws a warning and is not refused', () => {
    expect(looksMistyped(personCode('161175-19997'))).toBe(false);
    for (const digit of '012345689') expect(looksMistyped(personCode(`161175-1999${digit}`))).toBe(true);
  });

  it('of the old form whose check result is 10 always draws the warning', () => {
    for (let digit = 0; digit < 10; digit++) expect(looksMistyped(personCode(`010170-1018${digit}`))).toBe(true);
  });

  it('of the new form never draws a warning, whatever its digits', () => {
    fc.assert(fc.property(fc.integer({ min: 32_000_000_000, max: 39_999_999_999 }), (digits) => !looksMistyped(personCode(String(digits)))));
  });

  it('says the key of its sentence when the input is none, and does not repeat the input', () => {
    const keyOf = (words: string) => PersonCodeInput.safeParse(words).error?.issues[0]?.message;
    expect(keyOf('161175-1999')).toBe('not-a-person-code');
    expect(keyOf('161375-19997')).toBe('no-day-in-person-code');
    expect(() => personCode('161375-19997')).toThrow(/^not a personal code$/);
  });

  it('read back from how it is shown is the same code', () => {
    fc.assert(fc.property(anyNumber, anyDay, (number, day) => {
      const code = madeUpPersonCode(number, day);
      return parsePersonCode(readablePersonCode(code)) === code;
    }));
  });
});

describe('a made-up code', () => {
  it('begins where no real code begins: not with a day, not with 32 to 39', () => {
    fc.assert(fc.property(anyNumber, anyDay, (number, day) => {
      const start = Number(madeUpPersonCode(number, day).slice(0, 2));
      return start > 39 && isMadeUp(madeUpPersonCode(number, day)) && !looksMistyped(madeUpPersonCode(number, day));
    }));
  });

  it('shows the day and month of birth before July 2017, and the new form since', () => {
    expect(madeUpPersonCode(1, isoDate('1975-05-15')).slice(0, 4)).toBe('5505');
    expect(formOf(madeUpPersonCode(1, isoDate('2017-06-30')))).toBe('old');
    expect(formOf(madeUpPersonCode(1, isoDate('2017-07-01')))).toBe('new');
    expect(formOf(madeUpPersonCode(1, isoDate('1975-05-15'), 'new'))).toBe('new');
  });

  it('is never shared by two numbers, whenever they were born', () => {
    fc.assert(fc.property(anyNumber, anyNumber, anyDay, anyDay, (a, b, dayA, dayB) => {
      fc.pre(a !== b);
      return madeUpPersonCode(a, dayA) !== madeUpPersonCode(b, dayB);
    }));
  });

  it.each(['1975-05-15', '2020-02-29'])('is different for each of a whole crowd born on %s', (day) => {
    const codes = new Set(Array.from({ length: 100_000 }, (_, at) => madeUpPersonCode(at * 25, isoDate(day))));
    expect(codes.size).toBe(100_000);
  });

  it('is refused beyond seven digits', () => {
    for (const number of [-1, 1.5, 10_000_000]) expect(() => madeUpPersonCode(number, isoDate('1975-05-15'))).toThrow(RangeError);
  });
});
