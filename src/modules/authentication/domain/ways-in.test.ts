import { expect, test } from 'vitest';
import { FACTORS } from './factors.js';
import { waysIn } from './ways-in.js';

const NOTHING = { allowed: FACTORS, password: false, passkeys: 0, identities: [] };

test('each thing that can begin a sign-in counts once', () => {
  expect(waysIn(NOTHING)).toEqual([]);
  expect(waysIn({ ...NOTHING, password: true, passkeys: 3, identities: ['smart-id', 'smart-id'] })).toEqual(['password', 'passkey', 'smart-id']);
});

test('what the municipality does not allow is no way in', () => {
  expect(waysIn({ allowed: ['passkey'], password: true, passkeys: 0, identities: ['smart-id'] })).toEqual([]);
});
