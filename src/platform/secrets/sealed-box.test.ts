import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from './sealed-box.js';

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

test('boxes that were sealed before open still', () => {
  const key = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex');
  expect(unseal(key, Buffer.from('yf9BMXgO+K7dbIIjJf9nvuuUTvxH/O257GU41IIfYPw9ZvM/88gWiB4=', 'base64'))).toBe('ļoti slepeni');
});
