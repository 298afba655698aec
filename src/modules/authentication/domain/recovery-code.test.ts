import { expect, test } from 'vitest';
import { hashOfRecoveryCode, newRecoveryCodes, readRecoveryCode } from './recovery-code.js';

const KEY = Buffer.alloc(32, 7);

test('ten codes of 120 bits, all different, in groups of four', () => {
  const codes = newRecoveryCodes();
  expect(codes).toHaveLength(10);
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('a code is known again however it was typed', () => {
  const [code] = newRecoveryCodes();
  expect(readRecoveryCode(code!.toLowerCase().replaceAll('-', ' '))).toBe(code);
  expect(readRecoveryCode('oOiL-0000-0000-0000-0000-0000')).toBe('0011-0000-0000-0000-0000-0000');
});

test.each(['', '1234', 'UUUU-UUUU-UUUU-UUUU-UUUU-UUUU', '0000-0000-0000-0000', '0000-0000-0000-0000-0000-00000'])('%j is no code', (typed) => {
  expect(readRecoveryCode(typed)).toBeNull();
});

test('the same code of another user has another hash', () => {
  expect(hashOfRecoveryCode(KEY, 'a', '0000-0000-0000-0000')).not.toBe(hashOfRecoveryCode(KEY, 'b', '0000-0000-0000-0000'));
});
