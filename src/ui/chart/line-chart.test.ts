import { expect, test } from 'vitest';
import { linePath } from './line-chart.js';

const share = (value: number) => value / 10;

test('a line goes from point to point, the largest value at the top', () => {
  expect(linePath([0, 10], { share })).toBe('M25 100L75 0');
});

test('a missing value leaves a gap', () => {
  expect(linePath([5, null, 5, 10], { share })).toBe('M12.5 50M62.5 50L87.5 0');
});
