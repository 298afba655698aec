import { expect, test } from 'vitest';
import { ForetoldChanges, type RegisterChange } from './foretold-changes.js';

const change = (key: string, more: Partial<RegisterChange> = {}): RegisterChange => ({ participant: 'access', kind: 'grant', key, unitId: 1, label: 'A', before: 'Vecais novads', after: null, effect: 'ends', count: 1, ...more });

test('what happened as it was foretold has no fault, in whatever order it came and under whatever name it is shown', () => {
  const foretold = new ForetoldChanges();
  for (const key of ['a', 'b', 'a']) foretold.foretell(change(key));
  for (const key of ['b', 'a', 'a']) foretold.happened(change(key, { label: 'B' }));
  expect([foretold.size, foretold.fault]).toEqual([2, null]);
});

test('what was foretold only and what only happened are counted apart, with their registers, kinds and effects', () => {
  const foretold = new ForetoldChanges();
  foretold.foretell(change('a'));
  foretold.foretell(change('b'));
  foretold.happened(change('a'));
  foretold.happened(change('b', { effect: 'continues' }));
  foretold.happened(change('c', { kind: 'user' }));
  expect(foretold.fault).toEqual({ onlyForetold: 1, onlyHappened: 2, kinds: ['access/grant/ends', 'access/grant/continues', 'access/user/ends'] });
});
