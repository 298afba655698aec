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
  await soon();
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
  }, { mostAtOnce: 2 });
  await expect(ask(1)).rejects.toThrow('broken');
  failing = false;
  expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([1, 2, 3, 4]);
  expect(sizes).toEqual([1, 1, 2, 1]);
});

test('what is wrong with one is not everybody’s', async () => {
  const ask = gathering(async (keys: readonly number[]) => {
    await soon();
    if (keys.includes(13)) throw new Error('not thirteen');
    return keys;
  });
  const outcomes = await Promise.allSettled([1, 2, 13, 4].map(ask));
  expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as Error).message))).toEqual([1, 2, 'not thirteen', 4]);
});

test('as many are under way at a time as there are lanes', async () => {
  let [underWay, most] = [0, 0];
  const ask = gathering(
    async (keys: readonly number[]) => {
      most = Math.max(most, (underWay += 1));
      await soon();
      underWay -= 1;
      return keys;
    },
    { lanes: 2 },
  );
  expect(await Promise.all([1, 2, 3, 4].map(ask))).toEqual([1, 2, 3, 4]);
  expect(most).toBe(2);
});
