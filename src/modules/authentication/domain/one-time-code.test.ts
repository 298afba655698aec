import { expect, test } from 'vitest';
import { codeAt, enrolmentAddress, readableSecret, stepOfCode } from './one-time-code.js';

/** The secret and instants of RFC 6238, appendix B (SHA-1), of which six digits are the last six of the eight given there. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1000);

test.each([[59, '287082'], [1_111_111_109, '081804'], [1_234_567_890, '005924'], [20_000_000_000, '353130']])('at second %i the code is %s (RFC 6238)', (seconds, code) => {
  expect(codeAt(SECRET, at(seconds))).toBe(code);
});

test('a code is good for its thirty seconds, not one before or after, and once only', () => {
  const code = codeAt(SECRET, at(600));
  for (const seconds of [600, 615, 629.999]) expect(stepOfCode(SECRET, code, at(seconds), null)).toBe(20);
  for (const seconds of [570, 599.999, 630, 659, 690]) expect(stepOfCode(SECRET, code, at(seconds), null)).toBeNull();
  expect(stepOfCode(SECRET, code, at(600), 20)).toBeNull();
  expect(stepOfCode(SECRET, code, at(600), 19)).toBe(20);
});

test('the enrolment names issuer and user, and the secret can be read aloud', () => {
  expect(enrolmentAddress(SECRET, 'janis')).toMatch(/^otpauth:\/\/totp\/Vienkopus:janis\?.*secret=GEZDGNBV/);
  expect(readableSecret('ABCDEFGH')).toBe('ABCD EFGH');
});
