import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './secret-box.js';

const key = randomBytes(32);

test('what is sealed opens with the same key only', () => {
  const box = seal(key, 'GEZDGNBV');
  expect(unseal(key, box)).toBe('GEZDGNBV');
  expect(box.includes('GEZDGNBV')).toBe(false);
  expect(() => unseal(randomBytes(32), box)).toThrow();
});

test('a changed box does not open', () => {
  const box = seal(key, 'GEZDGNBV');
  box[box.length - 1]! ^= 1;
  expect(() => unseal(key, box)).toThrow();
});
