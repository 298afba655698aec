import { expect, test } from 'vitest';
import { looksLikePersonCode, shown } from './mask.js';

test('a personal code is seen wherever it stands, with or without its hyphen', () => {
  expect(['010203-12345', '01020312345', 'user.010203-12345', '32000112345/x'].map(looksLikePersonCode)).toEqual([true, true, true, true]);
  expect(shown('010203-12345', false)).toBe('0•••');
});

test('digits of a UUID, longer numbers and days are no code', () => {
  expect(['01a1ff85-cb6a-7c53-8a2f-393c33d179e4', '019a5a10-1111-7000-8000-01234567890a.900001', '123456789012', '2026-12-18'].map(looksLikePersonCode)).toEqual([false, false, false, false]);
});
