import { afterAll, beforeAll, expect, test } from 'vitest';
import { NINE, type ResultsDay, resultsDay } from './results-day.js';

let day: ResultsDay;
beforeAll(async () => {
  day = await resultsDay();
  await day.rows(`update portal.parameter set numbers = case name when 'entries-per-second' then '{2}'::int[] else '{5}' end where name in ('entries-per-second', 'entries-at-once')`);
});
afterAll(() => day.close());

const COOKIE = 'results-place';
const IN_THE_QUEUE = 'Jūs esat rindā';
const after = (seconds: number) => new Date(Date.parse(NINE) + seconds * 1000).toISOString();

/** One browser that comes to the door at an instant; with what it was given before. */
async function come(at: string, kept?: string, url = '/results/sign-in') {
  const answer = await day.get(at, url, { cookies: kept ? { [COOKIE]: kept } : {} });
  return { answer, waits: answer.body.includes(IN_THE_QUEUE), kept: answer.cookies.find(({ name }) => name === COOKIE)?.value ?? '' };
}

test('of thirty who come at once five are let in, the others wait without an error and are let in one after the other as they came', async () => {
  const came = [];
  for (let n = 0; n < 30; n += 1) came.push(await come(NINE));
  expect(came.map(({ answer }) => answer.statusCode)).toEqual(came.map(() => 200));
  expect(came.map(({ waits }) => waits)).toEqual(came.map((_, at) => at >= 5));
  const before = came.slice(5).map(({ answer }) => Number(/class="big">(\d+)</.exec(answer.body)![1]));
  expect(before).toEqual(before.map((_, at) => at));
  expect(came[5]!.answer.headers).toMatchObject({ refresh: '1', 'cache-control': 'no-store' });
  expect(came[29]!.answer.headers['refresh']).toBe('13');

  // Each comes back each second, the last ones first: nobody is let in before who came earlier.
  const entered: number[] = [];
  for (let second = 1; second <= 14; second += 1) {
    for (let n = 29; n >= 5; n -= 1) {
      if (entered.includes(n)) continue;
      const again = await come(after(second), came[n]!.kept);
      expect(again.answer.statusCode).toBe(200);
      if (!again.waits) entered.push(n);
    }
    expect(entered.length).toBe(Math.min(25, second * 2));
    expect(Math.max(...entered)).toBe(4 + entered.length);
  }
});

test('who was let in does not queue again, and who asks often without a cookie only comes later', async () => {
  const at = after(1000);
  const inside = await come(at);
  expect(inside.waits).toBe(false);
  for (let n = 0; n < 8; n += 1) await come(at);
  expect((await come(at)).waits).toBe(true);
  expect((await come(at, inside.kept)).waits).toBe(false);
  expect((await come(after(1000 + 29 * 60), inside.kept)).waits).toBe(false);
});

test('a place that was written by somebody else, or whose turn is long past, is none', async () => {
  const at = after(9000);
  for (let n = 0; n < 6; n += 1) await come(at);
  const waiting = await come(at);
  expect(waiting.waits).toBe(true);
  const [, turn, sign] = waiting.kept.split('.');
  const earlier = (Number.parseInt(turn!, 36) - 60_000).toString(36);
  for (const forged of [`place.${earlier}.${sign}`, `pass.${turn}.${sign}`, 'pass.zzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA']) expect((await come(at, forged)).waits).toBe(true);
  const late = after(9000 + 20 * 60);
  for (let n = 0; n < 5; n += 1) await come(late);
  expect((await come(late, waiting.kept)).waits).toBe(true);
});

test('whoever is signed in waits for their results too, and a pass from the door opens them', async () => {
  const at = after(20_000);
  for (let n = 0; n < 5; n += 1) await come(at);
  const cookies = await day.session(at, day.pupils.passed);
  const waiting = await day.get(at, '/results/mine', { cookies });
  expect([waiting.statusCode, waiting.body.includes(IN_THE_QUEUE), /57\s?%/.test(waiting.body)]).toEqual([200, true, false]);
  expect(await day.rows(`select 1 as n from audit.entry where action = 'portal.read-own-results' and at = $1`, [at])).toEqual([]);
  const kept = waiting.cookies.find(({ name }) => name === COOKIE)!.value;
  const later = after(20_002);
  expect((await day.get(later, '/results/mine', { cookies: { ...cookies, [COOKIE]: kept } })).body).toMatch(/57\s?%/);
});

test('the first page never queues', async () => {
  const at = after(30_000);
  for (let n = 0; n < 6; n += 1) await come(at);
  expect((await come(at)).waits).toBe(true);
  expect((await come(at, undefined, '/results')).waits).toBe(false);
});
