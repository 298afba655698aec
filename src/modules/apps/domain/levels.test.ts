import { expect, test } from 'vitest';
import { acrOf, neededLevel } from './levels.js';

test('a program gets at least its own level, and more when it asks for more', () => {
  expect(neededLevel('substantial', undefined)).toBe('substantial');
  expect(neededLevel('substantial', acrOf('low'))).toBe('substantial');
  expect(neededLevel('low', acrOf('high'))).toBe('high');
});

test('of several levels asked for any will do', () => {
  expect(neededLevel('low', `${acrOf('high')} ${acrOf('substantial')}`)).toBe('substantial');
});

test('a level that is none of ours is passed over', () => {
  expect(neededLevel('low', 'urn:mace:incommon:iap:silver')).toBe('low');
});
