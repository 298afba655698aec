import { expect, test } from 'vitest';
import { tellBatchFailure } from './batch-failure.js';

test('a failure is told in both languages with what it is about', () => {
  const { lv, en } = tellBatchFailure({ code: 'no-such-year', facts: { year: 1999 } })!;
  expect([lv, en]).toEqual([expect.stringMatching(/^1999: Tāda mācību gada nav/) as string, expect.stringMatching(/^1999: There is no such school year/) as string]);
  expect(tellBatchFailure({ code: 'something-new', facts: {} })!.en).toContain('something-new');
});

test('what was kept in words before stays as it was said, and no failure says nothing', () => {
  expect(tellBatchFailure({ code: 'said-before', facts: { said: 'Kaut kas nogāja greizi.' } })!.lv).toBe('Kaut kas nogāja greizi.');
  expect(tellBatchFailure({ code: '', facts: {} })).toBeNull();
});
