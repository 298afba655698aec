import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idTable } from './id-table.js';

it('remembers what a map remembers', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 3000 }), (ids) => {
      const [table, map] = [idTable(), new Map<string, number>()];
      ids.forEach((id, nth) => {
        expect(table.add(id, nth + 1)).toBe(map.get(id));
        if (!map.has(id)) map.set(id, nth + 1);
      });
      for (const id of [...ids, 'nav tāda']) expect(table.has(id)).toBe(map.has(id));
    }),
    { numRuns: 60 },
  );
});

it('tells a million like identifiers apart', () => {
  const table = idTable();
  for (let nth = 1; nth <= 1_000_000; nth += 1) if (table.add(`skola-${nth}`, nth) !== undefined) expect.fail(`skola-${nth} counts as a duplicate`);
  expect(table.add('skola-777', 1)).toBe(777);
});
