import { createSecretKey, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readPlace, writePlace } from './places.js';

const key = createSecretKey(randomBytes(32));
const AT = Date.parse('2026-07-03T06:00:01Z');

test('a place is read as it was written', () => {
  expect(readPlace(writePlace({ kind: 'place', at: AT }, key), key)).toEqual({ kind: 'place', at: AT });
  expect(readPlace(writePlace({ kind: 'pass', at: AT + 0.4 }, key), key)).toEqual({ kind: 'pass', at: AT });
});

test('nobody moves forward by writing another turn, turning a place into a pass, or signing by themselves', () => {
  const written = writePlace({ kind: 'place', at: AT }, key);
  const sign = written.split('.')[2]!;
  const forged = [
    `place.${(AT - 60_000).toString(36)}.${sign}`, written.replace('place', 'pass'), written.slice(0, -1), `${written}x`, `${written.slice(0, -1)}${written.endsWith('A') ? 'B' : 'A'}`,
    writePlace({ kind: 'pass', at: AT }, createSecretKey(randomBytes(32))), '', 'pass', 'pass..', '…',
  ];
  expect(forged.map((cookie) => readPlace(cookie, key))).toEqual(forged.map(() => null));
  expect(readPlace(null, key)).toBeNull();
});
