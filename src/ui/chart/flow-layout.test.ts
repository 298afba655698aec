import { expect, test } from 'vitest';
import { bandPath, layOutFlows } from './flow-layout.js';

const close = (values: readonly number[]) => values.map((value) => Math.round(value * 1000) / 1000);

test('an end takes as many rows as it has flows', () => {
  const { left, right } = layOutFlows([{ from: 'Ikšķile', to: 'Ogre' }, { from: 'Ķegums', to: 'Ogre' }, { from: 'Varakļāni', to: 'Madona' }]);
  expect(left.map(({ size }) => size)).toEqual([1, 1, 1]);
  expect(right.map(({ id, start, size }) => [id, start, size])).toEqual([['Ogre', 0, 2], ['Madona', 2, 1]]);
});

test('bands into one end lie side by side in the middle of its rows', () => {
  const { right, bands } = layOutFlows([{ from: 'a', to: 'x' }, { from: 'b', to: 'x' }]);
  expect(close(bands.map(({ thickness }) => thickness))).toEqual([0.65, 0.65]);
  expect(close([right[0]!.top, right[0]!.thickness])).toEqual([0.35, 1.3]);
  expect(close(bands.map(({ to }) => to))).toEqual([0.35, 1]);
});

test('the bands of one end keep the order of their other ends, so they do not cross', () => {
  const { bands } = layOutFlows([{ from: 'a', to: 'x' }, { from: 'b', to: 'y' }, { from: 'a', to: 'y' }]);
  expect(bands[0]!.from).toBeLessThan(bands[2]!.from);
  expect(bands[2]!.to).toBeLessThan(bands[1]!.to);
});

test('a band is as thick as its weight says, and never gone', () => {
  const { bands } = layOutFlows([{ from: 'a', to: 'x', weight: 100 }, { from: 'b', to: 'x', weight: 0 }]);
  expect(close(bands.map(({ thickness }) => thickness))).toEqual([0.65, 0.1]);
  expect(bandPath({ from: 0.25, to: 1.25, thickness: 0.5 })).toBe('M0 0.25C50 0.25 50 1.25 100 1.25V1.75C50 1.75 50 0.75 0 0.75Z');
});
