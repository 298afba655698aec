import { expect, test } from 'vitest';
import { z } from 'zod';
import { emptyAsNull } from './empty-field.js';

const Asked = z.object({ grade: emptyAsNull(z.coerce.number().int().max(12)) });

test.each([[{}], [{ grade: '' }], [{ grade: '  ' }], [{ grade: null }]])('nothing written in %j is nothing', (raw) => {
  expect(Asked.parse(raw)).toEqual({ grade: null });
});

test('what is written is held to its rule, from a form and from a program alike', () => {
  expect([Asked.parse({ grade: '5' }), Asked.parse({ grade: 5 })]).toEqual([{ grade: 5 }, { grade: 5 }]);
  expect(Asked.safeParse({ grade: '13' }).success).toBe(false);
});
