import { expect, test } from 'vitest';
import { instantInRiga } from '#kernel/clock.js';
import { isoDate } from '#kernel/iso-date.js';
import { headersOf, moveOf, newAddress, oldAddress } from './moved-address.js';

const move = (oldPath: string, newPath: string, answersUntil: string | null = null) => ({ oldPath, newPath, deprecatedFrom: isoDate('2026-09-01'), answersUntil: answersUntil === null ? null : isoDate(answersUntil) });
const FIRST = move('/api/v0/intake', '/api/intake');
const CODES = move('/api/v0/intake/codes', '/api/intake/errors');

test('an old address leads on with all that stood below and behind it, and a longer one goes before a shorter', () => {
  expect(moveOf('/api/v0/intake/codes?x=1', [FIRST, CODES])).toBe(CODES);
  expect(moveOf('/api/v0/intake/codesx', [FIRST, CODES])).toBe(FIRST);
  expect(newAddress('/api/v0/intake/batches/7?after=3', FIRST)).toBe('/api/intake/batches/7?after=3');
  expect(moveOf('/api/v0/intakes', [FIRST])).toBeUndefined();
  expect(moveOf('/api/intake/batches', [FIRST])).toBeUndefined();
});

test('what was moved along is counted under the address that was called', () => {
  expect(oldAddress('/api/intake/batches/:id', FIRST)).toBe('/api/v0/intake/batches/:id');
  expect(oldAddress('/oidc/token', FIRST)).toBe('/oidc/token');
});

test('the answer says since when the address is old, until when it answers, and where to go', () => {
  expect(headersOf('/api/v0/intake/batches?dryRun=1', move('/api/v0/intake', '/api/intake', '2027-07-01'), instantInRiga)).toEqual({
    deprecation: '@1788210000',
    sunset: 'Wed, 30 Jun 2027 21:00:00 GMT',
    link: '</api/intake/batches>; rel="successor-version", </intake/moved>; rel="deprecation"; type="text/html"',
  });
  expect(headersOf('/api/v0/intake', FIRST, instantInRiga)).not.toHaveProperty('sunset');
});
