import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

const get = async (url: string) => {
  const answer = await t.server.inject({ url, headers: { 'accept-language': 'en' } });
  return { status: answer.statusCode, type: answer.headers['content-type'], body: answer.json() };
};

test.each([
  ['2021-06-30', 119],
  ['2021-07-01', 43],
  ['2025-06-30', 43],
  ['2025-07-01', 42],
])('on %s there are %i municipalities', async (on, total) => {
  const { body } = await get(`/api/territories?on=${on}`);
  expect(body).toMatchObject({ on, total });
  expect(body.items).toHaveLength(total);
});

test('names stand in Latvian order', async () => {
  const { body } = await get('/api/territories?on=2022-01-01');
  expect(body.items.slice(0, 4).map((unit: { name: string }) => unit.name)).toEqual(['Aizkraukles novads', 'Alūksnes novads', 'Augšdaugavas novads', 'Ādažu novads']);
});

test('a unit tells its predecessors and successors', async () => {
  const { body } = await get('/api/territories/0604300');
  expect(body.successors).toEqual([
    { atvk: '0032000', name: 'Krāslavas novads', effectiveDate: '2021-07-01', extent: 'part', parts: ['Grāveru pagasts', 'Kastuļinas pagasts', 'Šķeltovas pagasts'] },
    { atvk: '0042000', name: 'Preiļu novads', effectiveDate: '2021-07-01', extent: 'part', parts: ['Aglonas pagasts'] },
  ]);
  expect((await get('/api/territories/0020000')).body.predecessors).toHaveLength(6);
});

test('a parish decides where a place of a split unit lies', async () => {
  const { body } = await get(`/api/territories/resolve?atvk=0801800&part=${encodeURIComponent('Vangažu pilsēta')}&from=2020-01-01&to=2026-01-01`);
  expect(body.unit).toMatchObject({ atvk: '0044000', name: 'Ropažu novads' });
});

test('without the parish a split is not guessed: 409 with the candidates', async () => {
  const { status, type, body } = await get('/api/territories/resolve?atvk=0801800&from=2020-01-01&to=2026-01-01');
  expect(status).toBe(409);
  expect(type).toMatch('application/problem+json');
  expect(body.candidates).toEqual([
    { atvk: '0044000', name: 'Ropažu novads', parts: ['Vangažu pilsēta'] },
    { atvk: '0048000', name: 'Siguldas novads', parts: ['Inčukalna pagasts'] },
  ]);
  const wrong = await get(`/api/territories/resolve?atvk=0801800&part=${encodeURIComponent('Rīgas pagasts')}&to=2026-01-01`);
  expect([wrong.status, wrong.body.candidates.length, wrong.body.title]).toEqual([409, 2, expect.stringContaining('the part “Rīgas pagasts” does not tell')]);
});

test('a parish may be written in small letters; back in time it decides too', async () => {
  const { body } = await get(`/api/territories/resolve?atvk=0801800&part=${encodeURIComponent('vangažu PILSĒTA')}&to=2026-01-01`);
  expect(body).toMatchObject({ part: 'Vangažu pilsēta', unit: { atvk: '0044000' } });
  const back = await get(`/api/territories/resolve?atvk=0042000&part=${encodeURIComponent('Aglonas pagasts')}&to=2021-06-30`);
  expect(back.body.unit).toMatchObject({ atvk: '0604300', name: 'Aglonas novads' });
});

test.each([
  ['/api/territories?on=2021-02-30', 422, /Not a valid day/],
  ['/api/territories?on=1999-01-01', 422, /known from 01\.07\.2009\. Choose/],
  ['/api/territories/resolve?atvk=0801800&to=1999-01-01', 422, /"field":"to"/],
  ['/api/territories/1234567', 404, /no unit with the ATVK code/],
  ['/api/territories/12', 422, /seven digits/],
  ['/api/territories/resolve?atvk=0801800', 422, /required/],
  ['/api/territories/resolve?atvk=0801800&from=2022-01-01&to=2026-01-01', 422, /"field":"from".*was not valid on/],
  ['/api/territories/resolve?atvk=0887600&to=2010-06-01', 404, /does not know which unit/],
])('%s is answered by %i and a clear sentence', async (url, status, sentence) => {
  const answer = await get(url);
  expect(answer.status).toBe(status);
  expect(JSON.stringify(answer.body)).toMatch(sentence);
});

test('the map of a day is GeoJSON with a feature per unit', async () => {
  const { body, type } = await get('/api/territories.geojson?on=2022-01-01');
  expect(type).toMatch('application/geo+json');
  expect(body.features).toHaveLength(43);
  expect(body.features.filter((one: { properties: { approximate: boolean } }) => one.properties.approximate).length).toBeGreaterThan(0);
});

test('the page of a day says what the data do not know of it, and what has yet to come', async () => {
  const page = async (url: string) => (await t.server.inject({ url })).body.replaceAll('\u00a0', ' ');
  expect(await page('/territories?on=2010-06-01&lang=lv')).toContain('Kartē trūkst: Mērsraga novads, Rojas novads. Par tiem dati ir tikai no 03.01.2011.');
  expect(await page('/territories?on=2011-01-03&lang=lv')).not.toContain('Kartē trūkst');
  expect(await page('/territories?on=2099-01-01&lang=en')).toContain('This day is yet to come');
  const reform = await page('/territories/reforms/2021-07-01?lang=lv');
  expect([reform.split('Pārtraukta līnija ir aptuvena').length, reform.includes('Krāslavas novads (aptuvena robeža)'), reform.includes('Aglonas novads (aptuvena robeža)')]).toEqual([2, true, false]);
  expect((await t.server.inject({ url: '/territories/reforms/2020-01-01' })).statusCode).toBe(404);
  expect(await page('/territories/0604300?lang=lv')).toContain('Aglonas pagasts, Grāveru pagasts, Kastuļinas pagasts, Šķeltovas pagasts');
});
