import { expect, test } from 'vitest';
import { gathering } from './gathering.js';

const soon = () => new Promise<void>((resolve) => void setImmediate(resolve));

test('who asks while one is under way shares the next, and each has their own answer', async () => {
  const asked: number[][] = [];
  const double = gathering(async (keys: readonly number[]) => {
    asked.push([...keys]);
    await soon();
    return keys.map((key) => key * 2);
  });
  expect(await Promise.all([1, 2, 3, 3].map(double))).toEqual([2, 4, 6, 6]);
  expect(asked).toEqual([[1], [2, 3, 3]]);
});

test('nobody is answered from what was asked before they came', async () => {
  let value = 'before';
  const read = gathering(async (keys: readonly null[]) => {
    const seen = value;
    await soon();
    return keys.map(() => seen);
  });
  const first = read(null);
  value = 'after';
  expect([await first, await read(null)]).toEqual(['before', 'after']);
  const [third, changed] = [read(null), (value = 'changed')];
  expect([await third, await read(null)]).toEqual(['after', changed]);
});

test('a failure reaches those who asked it and no one later, and groups are not too large', async () => {
  let failing = true;
  const sizes: number[] = [];
  const ask = gathering(async (keys: readonly number[]) => {
    sizes.push(keys.length);
    await soon();
    if (failing) throw new Error('broken');
    return keys;
  }, 2);
  await expect(ask(1)).rejects.toThrow('broken');
  failing = false;
  expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([1, 2, 3, 4]);
  expect(sizes).toEqual([1, 1, 2, 1]);
});
