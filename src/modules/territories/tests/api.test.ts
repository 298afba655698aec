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
  expect(body.candidates.map((unit: { atvk: string }) => unit.atvk)).toEqual(['0044000', '0048000']);
});

test.each([
  ['/api/territories?on=2021-02-30', 422, /Not a valid day/],
  ['/api/territories?on=1999-01-01', 422, /known from 01\.07\.2009\. Choose/],
  ['/api/territories/resolve?atvk=0801800&to=1999-01-01', 422, /"field":"to"/],
  ['/api/territories/1234567', 404, /no unit with the ATVK code/],
  ['/api/territories/12', 422, /seven digits/],
  ['/api/territories/resolve?atvk=0801800', 422, /required/],
  ['/api/territories/resolve?atvk=0801800&from=2022-01-01&to=2026-01-01', 409, /was not valid on/],
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
