import { expect, test } from 'vitest';
import { bandPath, layOutFlows } from './flow-layout.js';

test('an end takes as many rows as it has flows', () => {
  const { left, right } = layOutFlows([{ from: 'Ikšķile', to: 'Ogre' }, { from: 'Ķegums', to: 'Ogre' }, { from: 'Varakļāni', to: 'Madona' }]);
  expect(left.map(({ size }) => size)).toEqual([1, 1, 1]);
  expect(right).toEqual([{ id: 'Ogre', start: 0, size: 2 }, { id: 'Madona', start: 2, size: 1 }]);
});

test('the bands of one end keep the order of their other ends, so they do not cross', () => {
  const { left, rows } = layOutFlows([{ from: 'a', to: 'x' }, { from: 'b', to: 'y' }, { from: 'a', to: 'y' }]);
  expect(left).toEqual([{ id: 'a', start: 0, size: 2 }, { id: 'b', start: 2, size: 1 }]);
  expect(rows).toEqual([{ from: 0, to: 0 }, { from: 2, to: 2 }, { from: 1, to: 1 }]);
});

test('a band is as thick as asked, in the middle of its rows', () => {
  expect(bandPath(0, 1, 0.5)).toBe('M0 0.25C50 0.25 50 1.25 100 1.25V1.75C50 1.75 50 0.75 0 0.75Z');
});
