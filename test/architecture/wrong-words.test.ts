import { expect, test } from 'vitest';
import { z } from 'zod';
import { MODULES } from '#app/modules.js';

const ACTIONS = MODULES.flatMap(({ pages, api }) => [
  ...api.map(({ action }) => action),
  ...pages.flatMap((page) => (page.kind === 'custom' ? [] : page.kind === 'form' ? [page.load, page.action] : [page.action])),
]);
const FIELDS = ACTIONS.flatMap(({ name, input }) => (input instanceof z.ZodObject ? Object.entries(input.shape as Record<string, z.ZodType>).map(([field, schema]) => ({ of: `${name} ${field}`, schema })) : []));

test('a field of an address or a form that holds half a position, or another thing, is refused and never a fault of ours', () => {
  expect(FIELDS.length).toBeGreaterThan(500);
  const faults = FIELDS.flatMap(({ of, schema }) =>
    ['["', '{"a":1}', 'nothing', '["2026-13-45","x"]', '%'].flatMap((words) => {
      try {
        schema.safeParse(words);
        return [];
      } catch (error) {
        return [`${of}: ${String(error)}`];
      }
    }),
  );
  expect([...new Set(faults)]).toEqual([]);
});

test('a position that is none is refused where a list begins after it', () => {
  const isRefused = (action: string) => FIELDS.filter(({ of }) => of === `${action} after`).map(({ schema }) => schema.safeParse('["x","y"]').success);
  for (const action of ['education.find-pupils', 'reforms.show-changes', 'access.list-confirmations']) expect([action, isRefused(action).includes(true)]).toEqual([action, false]);
});
