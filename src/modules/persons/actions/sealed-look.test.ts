import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { KeptLook } from '../domain/kept-look.js';
import { sealLook, unsealLook } from './sealed-look.js';

const key = randomBytes(32);
const look: KeptLook = { userId: 'anna', personId: 'p', reason: 'application', caseReference: '1-2/3', until: 1_000 };

test('a kept look opens for the same official and person until its minutes are over, and tells nothing on the way', () => {
  const sealed = sealLook(key, look);
  expect(sealed).not.toContain('anna');
  expect(unsealLook(key, sealed, { userId: 'anna', personId: 'p' }, 999)).toEqual(look);
  expect(unsealLook(key, sealed, { userId: 'anna', personId: 'p' }, 1_000)).toBeNull();
  expect(unsealLook(key, sealed, { userId: 'anna', personId: 'q' }, 0)).toBeNull();
  expect(unsealLook(key, sealed, { userId: 'juris', personId: 'p' }, 0)).toBeNull();
});

test('what was changed, or sealed with another key, opens nothing', () => {
  expect(unsealLook(randomBytes(32), sealLook(key, look), { userId: 'anna', personId: 'p' }, 0)).toBeNull();
  expect(unsealLook(key, 'bm90IHNlYWxlZA', { userId: 'anna', personId: 'p' }, 0)).toBeNull();
});
