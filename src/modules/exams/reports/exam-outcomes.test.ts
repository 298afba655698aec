import { expect, test } from 'vitest';
import { shownOf } from './exam-outcomes.js';

test('no hidden number of a row follows from those that are shown', () => {
  const cells = [0, 1, 2, 3, 4, 5, 9, 30];
  let tried = 0;
  for (const reached of cells) for (const below of cells) for (const exempt of [0, 1, 4, 7]) for (const without of [0, 2, 6]) {
    const counts = [reached, below, exempt, 0, without];
    const { shown, total, shownMean } = shownOf({ reached, below, exempt, replaced: 0, without, mean: 50 }, 5);
    const sum = counts.reduce((all, one) => all + one, 0);
    for (const [at, value] of [...counts, sum].entries()) if (value > 0 && value < 5) expect([...shown, total][at]).toBeNull();
    if (sum > 0 && sum < 5) expect([...shown, total]).toEqual([null, null, null, null, null, null]);
    // One unknown alone in an equation would be known.
    expect([...shown, total].filter((value) => value === null).length).not.toBe(1);
    if (shownMean !== null) expect(total !== null && reached + below >= 5).toBe(true);
    tried += 1;
  }
  expect(tried).toBe(768);
});
