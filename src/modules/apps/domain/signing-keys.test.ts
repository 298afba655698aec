import { expect, test } from 'vitest';
import { nextKeyFrom, overKeys, publishedKeys } from './signing-keys.js';

const at = (day: string) => new Date(`2026-${day}T12:00:00Z`);
const key = (kid: string, from: string, withdrawn?: string) => ({ kid, signsFrom: at(from), withdrawnAt: withdrawn ? at(withdrawn) : null });
const kids = (keys: readonly { kid: string }[]) => keys.map((one) => one.kid);
const PACE = { days: 90, aheadDays: 2 };

test('the first key signs at once', () => expect(nextKeyFrom([], at('01-01'), PACE)).toEqual(at('01-01')));

test('a new key is made a few days before it signs, and signs when the old one has served its time', () => {
  expect(nextKeyFrom([key('a', '01-01')], at('03-29'), PACE)).toBeNull();
  expect(nextKeyFrom([key('a', '01-01')], at('03-30'), PACE)).toEqual(at('04-01'));
});

test('after a long stop the new key is still published before it signs', () => {
  expect(nextKeyFrom([key('a', '01-01')], at('09-01'), PACE)).toEqual(at('09-03'));
});

test('the key that signs comes first; the next one and the last one are published beside it', () => {
  const keys = [key('a', '01-01'), key('b', '04-01'), key('c', '06-30')];
  expect(kids(publishedKeys(keys, at('03-31')))).toEqual(['a', 'c', 'b']);
  expect(kids(publishedKeys(keys, at('04-01')))).toEqual(['b', 'c', 'a']);
  expect(kids(publishedKeys(keys, at('04-03')))).toEqual(['b', 'c']);
  expect(kids(overKeys(keys, at('04-03')))).toEqual(['a']);
});

test('a withdrawn key is not published, and is forgotten later', () => {
  const keys = [key('a', '01-01', '02-01'), key('b', '02-01')];
  expect(kids(publishedKeys(keys, at('02-01')))).toEqual(['b']);
  expect(overKeys(keys, at('02-02'))).toEqual([]);
  expect(kids(overKeys(keys, at('02-03')))).toEqual(['a']);
});
