import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allot } from './allot.js';

test('parts follow the weights by largest remainders', () => {
  expect(allot(10, [600, 300, 100], [0, 0, 0])).toEqual([6, 3, 1]);
  expect(allot(4, [1, 1, 1], [1, 1, 1])).toEqual([2, 1, 1]);
});

test('parts always sum up to the whole, and none is below its minimum', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 120 }), fc.nat(5_000), (units, more) => {
      const minimums = units.map(([, least]) => least);
      const total = minimums.reduce((all, least) => all + least, 0) + more;
      const parts = allot(total, units.map(([weight]) => weight), minimums);
      expect(parts.reduce((all, part) => all + part, 0)).toBe(total);
      expect(parts.every((part, at) => part >= minimums[at]!)).toBe(true);
    }),
  );
});
