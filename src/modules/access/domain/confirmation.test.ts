import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { confirmationState, dueDay } from './confirmation.js';

test.each([['2025-11-01', 12, '2026-11-01'], ['2024-02-29', 12, '2025-02-28'], ['2025-08-31', 6, '2026-02-28'], ['2026-03-31', -1, '2026-02-28']])('%s and %i months is %s', (day, months, due) => {
  expect(dueDay(isoDate(day), months)).toBe(due);
});

test('a confirmation is due soon a month before, and overdue from its day', () => {
  const due = isoDate('2026-11-01');
  expect(confirmationState(due, isoDate('2026-10-01'))).toBe('confirmed');
  expect(confirmationState(due, isoDate('2026-10-02'))).toBe('due-soon');
  expect(confirmationState(due, due)).toBe('overdue');
});
