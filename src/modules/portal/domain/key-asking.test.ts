import { expect, test } from 'vitest';
import { nextAsk } from './key-asking.js';
import { packetWindow } from './packet-window.js';

const at = (iso: string) => new Date(iso);
const numbers = { 'packet-days': 14, 'packet-hours': 18 };

test('a device asks just after the instant, each at a moment of its own, and never before it', () => {
  const moments = Array.from({ length: 100 }, (_, n) => nextAsk({ leftMs: 90_000, spreadMs: 3000, failures: 0, chance: n / 100 }));
  expect([Math.min(...moments), Math.max(...moments)]).toEqual([90_000, 92_970]);
  expect(nextAsk({ leftMs: 86_400_000, spreadMs: 3000, failures: 0, chance: 0.5 })).toBe(600_000);
  expect(nextAsk({ leftMs: null, spreadMs: 3000, failures: 0, chance: 0 })).toBe(30_000);
});

test('while nobody answers it asks ever less often, up to a minute', () => {
  expect([1, 2, 3, 20].map((failures) => nextAsk({ leftMs: 0, spreadMs: 0, failures, chance: 1 }))).toEqual([1000, 2000, 4000, 60_000]);
});

test('packets are asked for days before, given from hours before, and in the last minute and after it no more, also where clocks changed in between', () => {
  const why = (visibleFrom: string, now: string) => {
    const window = packetWindow(at(visibleFrom), at(now), numbers);
    return window === 'none' ? window : window.why;
  };
  const nine = '2026-07-03T09:00:00+03:00';
  expect(['2026-06-19T08:59:59+03:00', '2026-06-19T09:00:00+03:00', '2026-07-02T14:59:59+03:00', '2026-07-02T15:00:00+03:00', '2026-07-03T08:58:59+03:00', '2026-07-03T08:59:00+03:00', nine].map((now) => why(nine, now))).toEqual(['none', 'early', 'early', 'open', 'open', 'closed', 'none']);
  expect(packetWindow(at('2026-03-29T09:00:00+03:00'), at('2026-03-28T20:00:00+02:00'), numbers)).toMatchObject({ why: 'open', from: at('2026-03-28T14:00:00+02:00') });
  expect(packetWindow(at('2026-10-25T09:00:00+02:00'), at('2026-10-24T20:00:00+03:00'), numbers)).toMatchObject({ why: 'open', from: at('2026-10-24T16:00:00+03:00') });
  expect(packetWindow(at(nine), at('2026-07-03T08:00:00+03:00'), { ...numbers, 'packet-days': 0 })).toBe('none');
});
