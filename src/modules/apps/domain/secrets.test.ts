import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashOf, isSecretOf, newSecret, pairwiseSubject } from './secrets.js';

const key = randomBytes(32);

test('a secret is known by its hash', () => {
  const secret = newSecret();
  expect(isSecretOf(secret, hashOf(secret))).toBe(true);
  expect(isSecretOf(newSecret(), hashOf(secret))).toBe(false);
});

test('a user is someone else in each sector, and the same in each program of one', () => {
  expect(pairwiseSubject(key, 'a.lv', 'user')).toBe(pairwiseSubject(key, 'a.lv', 'user'));
  expect(pairwiseSubject(key, 'a.lv', 'user')).not.toBe(pairwiseSubject(key, 'b.lv', 'user'));
  expect(pairwiseSubject(key, 'a.lv', 'user')).not.toBe(pairwiseSubject(key, 'a.lv', 'other'));
});
