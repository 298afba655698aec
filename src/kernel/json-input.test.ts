import { expect, test } from 'vitest';
import { z } from 'zod';
import { jsonInput } from './json-input.js';

test('what is no JSON, or not of the shape, is a wrong format and no fault', () => {
  const Position = jsonInput(z.tuple([z.string(), z.int()]));
  expect(Position.parse('["a",1]')).toEqual(['a', 1]);
  for (const words of ['', '["a",1', '["a"]', '{}', 'null', '%%%']) expect([words, Position.safeParse(words).error?.issues[0]?.message]).toEqual([words, 'wrong-format']);
});
