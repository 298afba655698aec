import { expect, test } from 'vitest';
import { oncePerBytes } from './once.js';

test('those asked for last are worked out once, those before them at most twice as many are kept', () => {
  const worked: number[] = [];
  const square = oncePerBytes(([n]) => (worked.push(n!), { is: n! * n! }), 3);
  const ask = (...numbers: number[]) => numbers.map((n) => square(new Uint8Array([n])).is);
  expect(ask(1, 2, 3)).toEqual([1, 4, 9]);
  expect(square(new Uint8Array([2])), 'the very same').toBe(square(new Uint8Array([2])));
  ask(4, 3, 2);
  expect(worked, 'nothing of the last three was forgotten by the fourth').toEqual([1, 2, 3, 4]);
  ask(5, 6, 7, 1);
  expect(worked, 'what nobody asked for any more was').toEqual([1, 2, 3, 4, 5, 6, 7, 1]);
});
