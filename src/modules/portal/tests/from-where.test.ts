import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../education/tests/made-up-schools.js';
import { perform } from '#platform/actions/perform.js';
import { actorWith } from '#test/test-platform.js';
import { closePlace, openPlace, readOpenings, tryAddress } from '../actions/openings.js';
import { keepPortal } from '../permissions.js';
import { NINE, type ResultsDay, resultsDay, RIGA, type Visit } from './results-day.js';

let day: ResultsDay;
let cookies: Record<string, string>;
beforeAll(async () => {
  day = await resultsDay();
  cookies = await day.session(NINE, day.pupils.passed);
});
afterAll(() => day.close());

const mine = async (visit: Visit) => (await day.get(NINE, '/results/mine', { cookies, ...visit })).statusCode;
const keeper = { ...actorWith([keepPortal]), id: '00000000-0000-7000-8000-0000000000f1' };

test.each([
  ['Latvia', RIGA, 200],
  ['Lithuania', '193.219.1.1', 200],
  ['Estonia', '90.190.1.1', 200],
  ['Latvia by IPv6', '2a03:ec00::1', 200],
  ['Latvia by an address written as IPv6', `::ffff:${RIGA}`, 200],
  ['another country', '8.8.8.8', 403],
  ['another country by IPv6', '2001:4860:4860::8888', 403],
  ['another country by an address written as IPv6', '::ffff:8.8.8.8', 403],
  ['a network of no country', '10.1.2.3', 403],
  ['this very machine', '127.0.0.1', 200],
  ['this very machine by IPv6', '::1', 200],
])('personal pages from %s', async (_, from, status) => {
  expect(await mine({ from })).toBe(status);
});

test('what a sender writes about where they are is believed from nobody but the proxy in front', async () => {
  const forged = { 'x-forwarded-for': RIGA };
  expect(await mine({ from: '8.8.8.8', headers: forged })).toBe(403);
  expect(await mine({ from: '8.8.8.8', headers: { 'x-forwarded-for': `${RIGA}, 127.0.0.1` } })).toBe(403);
  expect(await mine({ from: '10.0.0.5', headers: { 'x-forwarded-for': `${RIGA}, 8.8.8.8` }, proxies: 1 })).toBe(403);
  expect(await mine({ from: '10.0.0.5', headers: { 'x-forwarded-for': `127.0.0.1, 8.8.8.8` }, proxies: 1 })).toBe(403);
  expect(await mine({ from: '10.0.0.5', headers: forged, proxies: 1 })).toBe(200);
});

test('behind a proxy that nobody told the program of, its being near opens nothing', async () => {
  expect(await mine({ from: '127.0.0.1', headers: { 'x-forwarded-for': '8.8.8.8' } })).toBe(403);
  expect(await mine({ from: '127.0.0.1', headers: { forwarded: 'for=8.8.8.8' } })).toBe(403);
  expect(await mine({ from: '127.0.0.1', headers: { 'x-real-ip': '8.8.8.8' } })).toBe(403);
  expect(await mine({ from: '127.0.0.1', headers: { via: '1.1 proxy' } })).toBe(403);
  expect(await mine({ from: RIGA, headers: { via: '1.1 proxy' } })).toBe(403);
  expect(await mine({ from: '127.0.0.1', proxies: 1 })).toBe(403);
});

test('where real people’s data is, this very machine opens nothing: a proxy there may write nothing of whom it serves', async () => {
  const production = true;
  for (const from of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) expect([from, await mine({ from, production })]).toEqual([from, 403]);
  expect(await mine({ from: RIGA, production })).toBe(200);
  expect(await mine({ from: '127.0.0.1', headers: { 'x-forwarded-for': RIGA, 'x-real-ip': RIGA, via: '1.1 proxy' }, proxies: 1, production })).toBe(200);
  expect(await mine({ from: '127.0.0.1', headers: { 'x-forwarded-for': '127.0.0.1' }, proxies: 1, production })).toBe(403);
  const { openings } = await perform({ ...day.t.platform, installation: { ...day.t.platform.installation, production } }, readOpenings, {}, { actor: keeper });
  expect(openings.filter(({ counts }) => !counts).map(({ network }) => network)).toEqual(['127.0.0.0/8', '::1/128']);
});

test('from elsewhere the page says what to do instead, before and after signing in, shows nothing personal, and the first page stays open', async () => {
  for (const [url, own] of [['/results/sign-in', {}], ['/results/mine', cookies]] as const) {
    const page = await day.get(NINE, url, { from: '8.8.8.8', cookies: own });
    expect([page.statusCode, page.body.includes('Igaunija, Latvija un Lietuva')]).toEqual([403, true]);
    expect(page.body).toContain('17.06.2026.');
    expect(page.body).toContain('Latvija.lv');
    expect(page.body).not.toMatch(/57\s?%|Eksāmens matemātikā/);
  }
  expect((await day.get(NINE, '/results', { from: '8.8.8.8' })).statusCode).toBe(200);
  expect((await day.get(NINE, '/exams/catalogue', { from: '8.8.8.8' })).statusCode).toBe(200);
});

test('a network is let in from its day on and no longer than until its end, and both are kept with their basis', async () => {
  expect(await mine({ from: '203.0.113.9' })).toBe(403);
  await day.on('2026-06-26', openPlace, { place: '203.0.113.9/32', from: '2026-06-26', basis: 'Vēstniecības lūgums, izdomāts' }, keeper);
  expect([await mine({ from: '203.0.113.9' }), await mine({ from: '203.0.113.10' })]).toEqual([200, 403]);
  const { openings } = await day.t.perform(readOpenings, {}, keeper);
  const made = openings.find(({ network }) => network === '203.0.113.9/32')!;
  await day.on('2026-06-26', closePlace, { id: made.id, from: '2026-06-26' }, keeper);
  expect(await mine({ from: '203.0.113.9' })).toBe(403);
  expect(await day.rows('select basis, ended_by is not null as ended from portal.opening where id = $1', [made.id])).toEqual([{ basis: 'Vēstniecības lūgums, izdomāts', ended: true }]);
});

test('a network that is written with an address inside it becomes the network', async () => {
  await day.on('2026-06-26', openPlace, { place: '198.51.100.77/24', from: '2027-01-01', basis: 'Izdomāts' }, keeper);
  expect((await day.t.perform(readOpenings, {}, keeper)).openings.map(({ network }) => network)).toContain('198.51.100.0/24');
  expect(await mine({ from: '198.51.100.5' })).toBe(403);
});

test.each(['LVA', '10.0.0.0/33', '0.0.0.0/0', '::/0', '300.1.1.1', 'Rīga', '10.0.0.0/-1', '10.0.0.0/8/8'])('%s is no place, and it is said how to write one', async (place) => {
  const refusal = await refusalOf(day.on('2026-06-26', openPlace, { place, from: '2026-06-26', basis: 'Izdomāts' }, keeper));
  expect([refusal.status, (refusal as unknown as { fields: { field: string }[] }).fields[0]!.field]).toEqual([422, 'place']);
});

test('a place is not added twice nor in the past, and only who holds the right for the whole country changes anything', async () => {
  const add = (place: string, from: string, actor = keeper) => refusalOf(day.on('2026-06-26', openPlace, { place, from, basis: 'Izdomāts' }, actor));
  expect((await add('lv', '2026-06-26')).status).toBe(422);
  expect((await add('FI', '2026-06-25')).status).toBe(422);
  expect((await add('FI', '2026-06-26', { ...actorWith([keepPortal], { everywhere: false, unitIds: [1] }), id: keeper.id })).status).toBe(403);
  expect((await add('FI', '2026-06-26', { ...actorWith([]), id: keeper.id })).status).toBe(403);
});

test('who answers the telephone can try an address and reads why', async () => {
  expect(await day.t.perform(tryAddress, { address: ' ::ffff:8.8.8.8 ' }, keeper)).toEqual({ address: '8.8.8.8', standing: { open: false, country: 'US' } });
  expect(await day.t.perform(tryAddress, { address: RIGA }, keeper)).toMatchObject({ standing: { open: true, by: 'country', country: 'LV' } });
  expect(await day.t.perform(tryAddress, { address: '127.0.0.1' }, keeper)).toMatchObject({ standing: { open: true, by: 'network', country: null } });
  expect((await refusalOf(day.t.perform(tryAddress, { address: 'riga' }, keeper))).status).toBe(422);
});
