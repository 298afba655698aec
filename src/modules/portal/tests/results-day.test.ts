import { afterAll, beforeAll, expect, test } from 'vitest';
import { annulEntry } from '../../exams/actions/entry-facts.js';
import { NINE, type ResultsDay, resultsDay } from './results-day.js';

let day: ResultsDay;
beforeAll(async () => {
  day = await resultsDay();
});
afterAll(() => day.close());

const BEFORE = '2026-06-26T08:58:00+03:00';
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll('\u202f', ' ').replaceAll(/\s+/g, ' ');

test('before the instant everybody gets the same page, which any cache may keep until then and no longer', async () => {
  const [first, again, signedIn] = [await day.get(BEFORE, '/results'), await day.get(BEFORE, '/results', { from: '8.8.8.8' }), await day.get(BEFORE, '/results', { cookies: await day.session(BEFORE, day.pupils.passed) })];
  expect([first.statusCode, first.body]).toEqual([200, again.body]);
  expect(signedIn.body).toBe(first.body);
  expect(first.headers['set-cookie']).toBeUndefined();
  expect(words(first.body)).toContain('26.06.2026. 09:00 Atlicis: 2 minūtes.');
  expect(first.headers['cache-control']).toBe('public, max-age=60');
  expect((await day.get('2026-06-26T08:59:50+03:00', '/results')).headers['cache-control']).toBe('public, max-age=10');
  expect(words((await day.get(BEFORE, '/results/en')).body)).toContain('Left: 2 minutes.');
  expect((await day.get(BEFORE, '/results?lang=en')).headers['location']).toBe('/results/en');
  expect((await day.get(BEFORE, '/check?lang=en')).body).toContain('href="/results/en"');
});

test('who has the page already gets no second one', async () => {
  const { headers } = await day.get(BEFORE, '/results');
  const again = await day.get(BEFORE, '/results', { headers: { 'if-none-match': String(headers['etag']) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  expect((await day.get('2026-06-26T08:59:00+03:00', '/results', { headers: { 'if-none-match': String(headers['etag']) } })).statusCode).toBe(200);
});

test('a second before nine there is no result, at nine there it is', async () => {
  const at = async (moment: string) => {
    const cookies = await day.session(moment, day.pupils.passed);
    return day.get(moment, '/results/mine', { cookies });
  };
  const early = await at('2026-06-26T08:59:59.999+03:00');
  expect(early.statusCode).toBe(200);
  expect(words(early.body)).toContain('Publicētu rezultātu jums pašlaik nav.');
  expect(words(early.body)).toMatch(/26\.06\.2026\. 09:00 \(Rīgas laiks\)/);
  expect(early.body).not.toMatch(/57\s?%/);
  const onTime = await at(NINE);
  expect(words(onTime.body)).toMatch(/Eksāmens matemātikā 9\. klasei .* 57 % .*71 % .*15 % Apelācija: līdz 27\.07\.2026\./);
  expect(words((await day.get(NINE, '/results')).body)).toContain('Rezultāti publicēti 26.06.2026. 09:00');
});

test('each who has no certificate reads why in plain words, and sees nobody else', async () => {
  const at = '2026-06-26T10:00:00+03:00';
  const seen = async (pupil: keyof ResultsDay['pupils'], lang = 'lv') => words((await day.get(at, `/results/mine?lang=${lang}`, { cookies: await day.session(at, day.pupils[pupil]) })).body);
  expect(await seen('below')).toMatch(/7 % .*Kopvērtējums ir zem sliekšņa \(15 %\)\..*Sertifikātu izsniedz, sākot no sliekšņa/);
  expect(await seen('absent')).toContain('Eksāmenā nepiedalījāties, tāpēc rezultāta nav. Tas nav nulle punktu.');
  expect(await seen('exempt', 'en')).toContain('You are exempt from this exam');
  expect(await seen('absent')).not.toContain('57 %');
  await day.t.perform(annulEntry, { id: day.entries.below, ground: 'rules-broken', documentNr: '5', documentDate: '2026-06-01' }, day.manager);
  expect(await seen('below')).toMatch(/Darbs ir anulēts(?!.*7 %)/);
});

test('each look is logged about the person with its reason, and no address tells of anybody', async () => {
  const at = '2026-06-26T11:00:00+03:00';
  const cookies = await day.session(at, day.pupils.passed);
  const looks = () => day.rows<{ reason: string; facts: unknown }>(`select e.reason, e.facts from audit.entry e join audit.about s on s.entry_id = e.id where e.action = 'portal.read-own-results' and s.person_id = $1 and e.at = $2`, [day.pupils.passed.id, at]);
  expect(await looks()).toEqual([]);
  const page = await day.get(at, '/results/mine', { cookies });
  expect(await looks()).toEqual([{ reason: 'own-results', facts: { shown: 1 } }]);
  const links = [...page.body.matchAll(/(?:href|action)="([^"]+)"/g)].map((found) => found[1]);
  expect(links.filter((link) => /[0-9a-f-]{36}|\d{6}|paraugs|anna/i.test(link!))).toEqual([]);
  expect([page.headers['cache-control'], page.headers['referrer-policy']]).toEqual(['private, no-cache', 'same-origin']);
});

test('a page that has not changed is not sent again, and the look is logged all the same', async () => {
  const at = '2026-06-26T12:00:00+03:00';
  const cookies = await day.session(at, day.pupils.passed);
  const { headers } = await day.get(at, '/results/mine', { cookies });
  expect((await day.get(at, '/results/mine', { cookies, headers: { 'if-none-match': String(headers['etag']) } })).statusCode).toBe(304);
  expect(await day.rows(`select count(*)::int as n from audit.entry where action = 'portal.read-own-results' and at = $1`, [at])).toEqual([{ n: 2 }]);
});

test('whoever is not signed in is led to the ways in, and the first page weighs under thirty kilobytes with all it loads', async () => {
  expect((await day.get(NINE, '/results/mine')).headers['location']).toBe('/results/sign-in');
  const { body } = await day.get(NINE, '/results');
  const loaded = [...body.matchAll(/<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"/g)].map((found) => found[1]!);
  const sizes = await Promise.all(loaded.map(async (address) => (await day.get(NINE, address)).body.length));
  expect(loaded.some((address) => address.startsWith('/assets/portal.'))).toBe(true);
  expect(sizes.reduce((sum, size) => sum + size, body.length)).toBeLessThan(30_000);
  expect(body).not.toContain('<script');
});

// Last: the queue knows no way back in time.
test('a result stands for six months to the second, and the page says so', async () => {
  const at = async (moment: string) => words((await day.get(moment, '/results/mine', { cookies: await day.session(moment, day.pupils.passed) })).body);
  expect(await at('2026-12-26T09:00:00+02:00')).toMatch(/57 %.*pēdējos 6 mēnešos \(no 26\.06\.2026\.\)/);
  expect(await at('2026-12-26T09:00:01+02:00')).toMatch(/Publicētu rezultātu jums pašlaik nav\.[^]*Agrāki rezultāti un visi sertifikāti/);
});
