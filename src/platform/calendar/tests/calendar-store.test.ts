import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { type TestPlatform, testPlatform } from '#test/test-platform.js';
import { businessCalendar } from '../business-calendar.js';
import { daysOfCalendar, STATE } from '../calendar-day.js';
import { parseCalendarDays, parseCalendarOrders } from '../calendar-file.js';
import { findCalendarDays, findYearsWithOrder, loadCalendar } from '../calendar-store.js';

let test: TestPlatform;
beforeAll(async () => (test = await testPlatform()));
afterAll(() => test.close());

const file = (name: string) => readFileSync(new URL(`../../../../db/data/calendar/${name}`, import.meta.url), 'utf8');
const data = { days: parseCalendarDays(file('days.csv')), orders: parseCalendarOrders(file('orders.csv')) };
const load = () => test.database.transaction((tx) => loadCalendar(tx, data, new Date('2026-11-21T08:00:00Z'), 'system'));

it('the calendar counts the same from the database as from its files, however often they are loaded', async () => {
  await load();
  expect(await load()).toBe(0);
  const stored = await findCalendarDays(test.database.read);
  expect(stored).toHaveLength(data.days.length);
  expect(businessCalendar(daysOfCalendar(STATE, stored)).addWorkingDays(isoDate('2025-12-12'), 20).day).toBe('2026-01-17');
  expect(await findYearsWithOrder(test.database.read, STATE)).toEqual(new Set([2023, 2024, 2025, 2026]));
});

it('what an operator has recorded stays when the files are loaded again', async () => {
  await load();
  await test.database.transaction(async (tx) => {
    await tx.raw(`update platform.calendar_day set superseded_at = now(), superseded_by = 'operators', superseded_why = 'Labojums' where day = '2026-06-27'`, []);
    await tx.insert('platform.calendar_day', { calendar: STATE, day: '2026-06-27', kind: 'closed', legalRef: 'Labojums', recordedAt: new Date(), recordedBy: 'operators' });
  });
  expect(await load()).toBe(0);
  const rows = (await findCalendarDays(test.database.read)).filter((row) => row.day === '2026-06-27');
  expect(rows).toEqual([{ calendar: STATE, day: '2026-06-27', kind: 'closed', legalRef: 'Labojums' }]);
});
