import { expect, test } from 'vitest';
import { agreedPoints } from './assessment.js';

const one = (round: 'first' | 'second' | 'third' | 're-check', halfPoints: number) => ({ round, halfPoints });

test('one assessment decides nothing, two near ones give their mean in the candidate’s favour', () => {
  expect(agreedPoints([one('first', 20)], 4)).toBeNull();
  expect(agreedPoints([one('first', 20), one('second', 23)], 4)).toBe(22);
  expect(agreedPoints([one('first', 20), one('second', 24)], 4)).toBe(22);
});

test('two that differ by more than allowed wait for a third, which decides', () => {
  const apart = [one('first', 20), one('second', 25)];
  expect(agreedPoints(apart, 4)).toBeNull();
  expect(agreedPoints([...apart, one('third', 21)], 4)).toBe(21);
});

test('one more look near the threshold goes before what was agreed', () => {
  expect(agreedPoints([one('first', 20), one('second', 20), one('re-check', 23)], 4)).toBe(23);
});
