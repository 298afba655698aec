import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { EVERYWHERE } from '#platform/actions/actor.js';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { countMissingOrders, showCalendar } from '../actions/show-calendar.js';
import { keepCalendar } from '../permissions.js';
import { signedIn, type SignedIn } from './signed-in.js';

let t: TestPlatform;
let keeper: SignedIn;
let clerk: SignedIn;
beforeAll(async () => {
  t = await testPlatform({ now: '2026-11-21T10:00:00+02:00' });
  keeper = await signedIn(t.platform, actorWith([keepCalendar]));
  clerk = await signedIn(t.platform, actorWith([]));
});
afterAll(() => t.close());

const ORDER = { legalRef: 'Ministru kabineta 09.06.2026. rīkojums Nr. 1 (izdomāts)', source: 'https://example.lv/rikojums' };
const RECORD_2027 = '/calendar/orders/2027';
const count = async (input: object) => (await t.perform(showCalendar, input)).deadline!.day;
const missing = () => countMissingOrders({ tx: t.database.read, actor: actorWith([keepCalendar]), scope: EVERYWHERE, today: t.platform.clock.today(), now: t.platform.clock.now(), installation: t.platform.installation });

test('the year is drawn for everyone: holidays by name, moved days with their order, in both languages', async () => {
  const page = await t.server.inject({ url: '/calendar?year=2026', headers: { accept: 'text/html' } });
  expect(page.statusCode).toBe(200);
  expect(page.body.match(/class="month"/g)).toHaveLength(12);
  expect(page.body).toContain('2026. gads: 250\u00a0darba dienas');
  expect(page.body).toMatch(/datetime="2026-11-18"[^>]*title="Latvijas Republikas proklamēšanas diena"/);
  expect(page.body).toMatch(/day-moved-on[^>]*datetime="2026-06-27"/);
  expect(page.body).toMatch(/datetime="2026-11-21"[^>]*aria-current="date"/);
  expect(page.body).toContain('href="https://www.la.lv/');
  expect(page.body).not.toContain('/calendar/orders/');
  expect((await t.server.inject({ url: '/calendar?year=2026&lang=en', headers: { accept: 'text/html' } })).body).toContain('2026: 250\u00a0working days');
});

test.each([
  [{ from: '2025-04-30', days: '5' }, '2025-05-10', '2025-05-09'],
  [{ from: '2025-10-31', days: '10' }, '2025-11-13', '2025-11-14'],
  [{ from: '2025-12-12', days: '20' }, '2026-01-17', '2026-01-16'],
  [{ from: '2026-06-15', days: '10' }, '2026-07-01', '2026-07-01'],
])('%o ends on %s for the state and on %s where nothing is moved', async (asked, state, municipality) => {
  expect(await count({ ...asked, whose: 'state' })).toBe(state);
  expect(await count({ ...asked, whose: 'municipality' })).toBe(municipality);
});

test('the page says how it counted, and what it cannot count', async () => {
  expect((await clerk.get('/calendar?from=2025-12-12&days=20')).text).toMatch(/17\.01\.2026\. plkst\. 23\.59: 20 darba dienas/);
  for (const wrong of ['year=1066', 'from=2026-02-30&days=1', 'days=1001', 'days=daudz', 'whose=nobody']) {
    const page = await clerk.get(`/calendar?${wrong}`);
    expect([page.status, page.text.includes('error-summary')], wrong).toEqual([422, true]);
  }
});

test('a year without its order alarms those who keep the calendar, until it is recorded', async () => {
  expect(await missing()).toBe(1);
  expect((await keeper.get('/')).text).toMatch(/href="\/calendar"[^]*?Gadi bez rīkojuma/);
  expect((await clerk.get('/calendar')).text).toContain('Nav ierakstīts rīkojums par darba dienu pārcelšanu: 2027');
  expect((await clerk.get(RECORD_2027)).status).toBe(403);
  expect((await clerk.post(RECORD_2027, ORDER)).status).toBe(403);

  expect((await keeper.post(RECORD_2027, ORDER)).status).toBe(303);
  expect(await missing()).toBe(0);
  expect((await clerk.get('/calendar?year=2027')).text).toContain('Rīkojums nevienu darba dienu nepārceļ');
  expect((await keeper.post(RECORD_2027, ORDER)).text).toContain('Šī gada rīkojums jau ir ierakstīts');
});

test('a recorded move counts at once; taken back it counts no more, stays in the history, and the year alarms again', async () => {
  await keeper.post(RECORD_2027, { ...ORDER, off: '2027-05-03', on: '2027-05-15' });
  expect(await count({ from: '2027-04-30', days: '1' })).toBe('2027-05-05');
  expect((await clerk.get('/calendar?year=2027')).text).toMatch(/03\.05\.2027\.[^]*15\.05\.2027\.[^]*example\.lv/);

  const takeBack = '/calendar/orders/2027/take-back';
  expect((await clerk.post(takeBack, { day: '2027-05-03', why: 'Nepareiza sestdiena' })).status).toBe(403);
  expect((await keeper.get(`${takeBack}?day=2027-05-03`)).text).toContain('15.05.2027.');
  expect((await keeper.post(takeBack, { day: '2027-05-03', why: '' })).status).toBe(422);
  expect((await keeper.post(takeBack, { day: '2027-05-03', why: 'Nepareiza sestdiena' })).status).toBe(303);
  expect(await count({ from: '2027-04-30', days: '1' })).toBe('2027-05-03');
  expect(await missing()).toBe(1);
  expect((await keeper.get(`${takeBack}?day=2027-05-03`)).status).toBe(404);

  const kept = await t.database.read.all(z.object({ day: z.string(), supersededWhy: z.string().nullable() }), sql`select day, superseded_why from platform.calendar_day where day >= '2027-01-01' order by day`);
  expect(kept).toEqual([{ day: '2027-05-03', supersededWhy: 'Nepareiza sestdiena' }, { day: '2027-05-15', supersededWhy: 'Nepareiza sestdiena' }]);
  const audited = await t.database.read.all(z.object({ action: z.string() }), sql`select action from audit.entry where action like 'workspace.%calendar%' and outcome = 'done' order by at, id`);
  expect(audited.map((one) => one.action)).toEqual(['workspace.record-calendar-order', 'workspace.record-calendar-order', 'workspace.take-back-calendar-order']);
});

test.each([
  ['no source', { ...ORDER, source: '' }, 'field-wrong'],
  ['a source that is no address', { ...ORDER, source: 'javascript:alert(1)' }, 'field-wrong'],
  ['only one of the two days', { ...ORDER, off: '2027-06-25' }, 'Lauks ir jāaizpilda'],
  ['a day of another year', { ...ORDER, off: '2028-06-26', on: '2028-06-10' }, 'Diena nav norādītajā gadā'],
  ['a day that is free already', { ...ORDER, off: '2027-06-24', on: '2027-06-19' }, 'jau ir brīva'],
  ['a Saturday too far away', { ...ORDER, off: '2027-06-25', on: '2027-07-17' }, 'citā tā paša mēneša sestdienā'],
])('an order with %s is refused and nothing is written', async (_, fields, sentence) => {
  const answer = await keeper.post(RECORD_2027, fields as Record<string, string>);
  expect([answer.status, answer.text.includes(sentence)]).toEqual([422, true]);
  expect(await missing()).toBe(1);
});
