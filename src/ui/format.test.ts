import { describe, expect, test } from 'vitest';
import { bytes, counted, duration, instant, number, percent, plural } from './format.js';

const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ');
const INSTITUTIONS = { lv: ['iestāde', 'iestādes'], en: ['institution', 'institutions'] } as const;

test('an instant is shown as the clocks of Riga show it, in summer and in winter', () => {
  expect(instant(new Date('2021-06-30T20:59:00Z'))).toBe('30.06.2021. 23:59');
  expect(instant(new Date('2021-06-30T21:00:00Z'))).toBe('01.07.2021. 00:00');
  expect(instant(new Date('2026-11-21T12:05:00Z'))).toBe('21.11.2026. 14:05');
});

test('a number has a decimal comma and narrow no-break spaces in Latvian', () => {
  expect(number(2713, 'lv')).toBe('2\u202f713');
  expect(number(1234567.891, 'lv', 2)).toBe('1\u202f234\u202f567,89');
  expect(number(1234567.891, 'en', 2)).toBe('1,234,567.89');
  expect(percent(0.125, 'lv', 1)).toBe('12,5\u202f%');
  expect(percent(0.5, 'en')).toBe('50%');
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1240, '1,2 kB'],
  [56_000_000, '56 MB'],
  [5e15, '5 000 TB'],
])('%d bytes are %s', (size, words) => expect(plain(bytes(size, 'lv'))).toBe(words));

test.each([
  [340, '340 ms'],
  [4200, '4,2 s'],
  [12_000, '12 s'],
  [60_000, '1 min'],
  [80_000, '1 min 20 s'],
  [3_599_600, '1 h'],
  [7_500_000, '2 h 5 min'],
])('%d ms are %s', (ms, words) => expect(plain(duration(ms, 'lv'))).toBe(words));

describe('nouns beside numbers', () => {
  test.each([1, 21, 101, 1001])('%d is singular in Latvian', (count) => expect(plural(count, INSTITUTIONS, 'lv')).toBe('iestāde'));
  test.each([0, 2, 10, 11, 19, 20, 111])('%d is plural in Latvian', (count) => expect(plural(count, INSTITUTIONS, 'lv')).toBe('iestādes'));
  test('21 is plural in English, only 1 is not', () => {
    expect(plain(counted(21, INSTITUTIONS, 'en'))).toBe('21 institutions');
    expect(plain(counted(1, INSTITUTIONS, 'en'))).toBe('1 institution');
  });
});
