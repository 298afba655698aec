import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnstorable } from './storable.js';

test('a sign that no table keeps is found where it stands, in words, lists and below, and in names of fields', () => {
  expect(findUnstorable('a\0')).toEqual([]);
  expect(findUnstorable({ login: 'ok', rows: [{ name: 'x' }, { name: 'half \ud800' }] })).toEqual(['rows', '1', 'name']);
  expect(findUnstorable({ answers: { 'a\0': 'x' } })).toEqual(['answers']);
  expect(findUnstorable(Object.assign(Object.create(null), { words: '\0' }))).toEqual(['words']);
});

test('whatever else comes is left alone: well-formed words of any script, numbers, days, files, nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (words) => {
    expect(findUnstorable({ words: words.replaceAll('\0', ''), list: [words.length, null, undefined, true] })).toBeNull();
  }));
  expect(findUnstorable({ day: new Date(0), file: Buffer.from('a\0b'), emoji: '😀', tab: '\t', literal: '\\u0000' })).toBeNull();
});

test('however deep it is nested, looking ends', () => {
  let deep: unknown = 'a\0';
  for (let n = 0; n < 200_000; n += 1) deep = [deep];
  expect(findUnstorable({ deep })).toEqual([]);
});
