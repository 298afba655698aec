import { expect, test } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { causeOf } from './journal.js';

const day = isoDate('2026-11-21');
const sends = { state: 'registered', userId: 'u' } as const;
const from = (validFrom: string, validTo: string | null = null) => ({ validFrom: isoDate(validFrom), validTo: validTo === null ? null : isoDate(validTo) });

test('of the three causes of VI-103 the first that holds is named', () => {
  expect(causeOf({ state: 'suspended', userId: 'u' }, [from('2026-09-01')], day)).toBe('journal');
  expect(causeOf({ state: 'registered', userId: null }, [], day)).toBe('journal');
  expect(causeOf(sends, [], day)).toBe('confirmation');
  expect(causeOf(sends, [from('2025-09-01', '2026-11-21')], day)).toBe('period');
  expect(causeOf(sends, [from('2026-11-22')], day)).toBe('period');
});

test('one confirmation that covers the day is enough, its first day counted and its end not', () => {
  expect(causeOf(sends, [from('2025-09-01', '2026-06-01'), from('2026-11-21')], day)).toBeNull();
  expect(causeOf(sends, [from('2026-11-20', '2026-11-22')], day)).toBeNull();
});
