import { expect, test } from 'vitest';
import { inTens, middleOf } from './spread.js';

const of = (...totals: number[]) => totals.map((total) => ({ total, candidates: 1 }));

test('a hundred per cent stands in the last of ten groups, and nobody is lost between them', () => {
  const groups = inTens(of(0, 9, 10, 89, 90, 99, 100));
  expect(groups.map(({ candidates }) => candidates)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 1, 3]);
  expect(groups.at(-1)).toMatchObject({ from: 90, to: 100 });
});

test('the middle of an even number of candidates lies between the two in the middle', () => {
  expect([middleOf(of(30, 10, 20)), middleOf(of(40, 10, 20, 30)), middleOf([{ total: 5, candidates: 9 }, { total: 90, candidates: 2 }]), middleOf([])]).toEqual([20, 25, 5, 0]);
});
