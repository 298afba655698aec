import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadReform, readReferenceData } from '#app/data/reference-data.js';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { exportInstitutions, findInstitutions, type FoundInstitutions } from '../actions/find-institutions.js';
import { loadBeforeReforms } from './made-up.js';

let t: TestPlatform;
beforeAll(async () => {
  t = await testPlatform();
  await loadBeforeReforms(t, 400);
  for (const reform of (await readReferenceData()).reforms) await loadReform(t.database, reform, new Date('2026-01-01'));
});
afterAll(() => t.close());

const page = async (url: string) => {
  const answer = await t.server.inject({ url });
  return { status: answer.statusCode, html: answer.body.replaceAll('\u00a0', ' ') };
};
const api = async (query: string) => (await t.server.inject(`/api/institutions?${query}`)).json();

describe('the public list', () => {
  test.each([
    ['lv', /Izglītības iestādes/, /Kāds reģistrs bija šajā dienā/],
    ['en', /Education institutions/, /The register as of the day/],
  ])('speaks %s', async (lang, title, day) => {
    const { status, html } = await page(`/institutions?lang=${lang}`);
    expect(status).toBe(200);
    expect(html).toMatch(title);
    expect(html).toMatch(day);
  });

  test('diacritics do not count, and words may stand in any order', async () => {
    const found = await api(`q=${encodeURIComponent('PAMATSKOLA kokneses')}`);
    expect(found.items.map((row: { name: string }) => row.name)).toContain('Kokneses pamatskola');
    expect((await api('q=plavinu')).total).toBe((await api(`q=${encodeURIComponent('Pļaviņu')}`)).total);
    expect((await api('q=plavinu')).total).toBeGreaterThan(0);
  });

  test('quotation marks and commas of a pasted name do not count, nor how its letters are put together', async () => {
    const { total } = await api('q=kokneses+pamatskola');
    for (const q of ['„Kokneses” pamatskola', '"Kokneses", (pamatskola)', 'Kokneses pamatskola'.normalize('NFD')]) expect([q, (await api(`q=${encodeURIComponent(q)}`)).total]).toEqual([q, total]);
    expect((await api(`q=${encodeURIComponent('Pļaviņu'.normalize('NFD'))}`)).total).toBeGreaterThan(0);
  });

  test('the codes by which entries name classifiers are told to machines', async () => {
    const { kinds, types, legalStatuses, subordinations } = (await t.server.inject('/api/institution-classifiers')).json();
    expect([kinds.length, types.length, legalStatuses.length, subordinations.length]).toEqual([8, 37, 12, 5]);
    expect(types).toContainEqual({ code: 'gymnasium', name: { lv: 'Ģimnāzija', en: 'Gymnasium' }, kind: 'general', accredited: true });
    const [{ regNr }] = (await api('kind=preschool')).items;
    expect((await t.server.inject(`/api/institutions/${regNr}`)).json().standings.at(-1).codes.type).toMatch(/^preschool/);
  });

  test('a per cent sign is a per cent sign', async () => {
    expect((await api('q=%25')).total).toBe(0);
  });

  test('pages by key show each institution once, in Latvian order', async () => {
    const names: string[] = [];
    const numbers = new Set<string>();
    let total = 0;
    for (let after: string | null = ''; after !== null; ) {
      const found: { items: { name: string; regNr: string }[]; next: string | null; total: number } = await api(`state=all&after=${after}`);
      for (const row of found.items) {
        names.push(row.name);
        numbers.add(row.regNr);
      }
      total = found.total;
      after = found.next;
    }
    expect(numbers.size).toBe(total);
    const places = ['Aizkraukles', 'Alūksnes', 'Ādažu', 'Cēsu', 'Garkalnes', 'Gulbenes', 'Rūjienas', 'Saldus', 'Valkas'].map((place) => names.indexOf(`${place} pamatskola`));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  type Row = FoundInstitutions['institutions'][number];
  const SHOWN: readonly (readonly ['asc' | 'desc', string, (row: Row) => string])[] = [
    ['asc', 'typeLv', (row) => row.typeLv],
    ['desc', 'typeEn', (row) => row.typeEn],
    ['asc', 'unit', (row) => row.unit ?? ''],
    ['desc', 'founder', (row) => row.founder ?? ''],
    ['desc', 'regNr', (row) => row.regNr],
    ['asc', 'closed', (row) => row.closedOn ?? ''],
  ];

  test.each(SHOWN)('%s by %s it shows each institution once, page after page, in the order of its file', async (order, sort, shown) => {
    const asked = { state: 'all', on: '2021-07-01', edition: '2025-07-01', sort, order };
    const rows: Row[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const found: FoundInstitutions = await t.perform(findInstitutions, { ...asked, after });
      rows.push(...found.institutions);
      after = found.next;
    }
    const file = await Array.fromAsync((await t.perform(exportInstitutions, { ...asked, format: 'csv' })).rows, ({ regNr }) => regNr);
    expect(rows.map(({ regNr }) => regNr)).toEqual(file);
    expect(new Set(file).size).toBe((await t.perform(findInstitutions, { ...asked, sort: '', order: '' })).total);
    const values = rows.map(shown);
    expect(values).toEqual(order === 'asc' ? values.toSorted(inLatvianOrder) : values.toSorted(inLatvianOrder).toReversed());
    expect(new Set(values).size).toBeGreaterThan(1);
  });

  test('an institution found by the name of its municipality of any edition', async () => {
    const numbers = async (q: string) => (await api(`q=${encodeURIComponent(q)}&state=all`)).items.map((row: { regNr: string }) => row.regNr);
    const [first] = await numbers('Kokneses novads');
    expect(await numbers('Aizkraukles novads')).toContain(first);
  });

  test.each([
    ['on=2021-02-30', /Nav derīga diena/],
    ['on=1999-01-01', /zināma no 01\.07\.2009/],
    ['atvk=0326100', /izvēlētajā dienā nebija/],
  ])('%s is answered by a sentence', async (query, sentence) => {
    const { status, html } = await page(`/institutions?${query}`);
    expect(status).toBe(422);
    expect(html).toMatch(sentence);
  });

  test('asks the database a fixed number of questions, however many rows it shows', async () => {
    const { pool } = t.database;
    let asked = 0;
    pool.on('acquire', () => (asked += 1));
    await api('q=kokneses+pamatskola');
    const few = asked;
    asked = 0;
    await api('state=all');
    expect(asked).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });

  test('downloads as the rows it shows', async () => {
    const csv = (await t.server.inject('/institutions/export?format=csv&q=koknes')).body;
    const { total } = await api('q=koknes');
    expect(csv.trim().split(/\r?\n/)).toHaveLength(total + 1);
    const xlsx = await t.server.inject('/institutions/export?format=xlsx');
    expect(xlsx.statusCode).toBe(200);
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the page of an institution', () => {
  test('stands on any day: before the reform Kokneses novads, after it Aizkraukles novads', async () => {
    const [{ regNr }] = (await api('q=kokneses+pamatskola')).items;
    const before = await page(`/institutions/${regNr}?on=2021-06-30`);
    expect(before.html).toMatch(/Kā reģistrā bija 30\.06\.2021\./);
    expect(before.html).toMatch(/<dd>Kokneses novads<\/dd>/);
    const after = await page(`/institutions/${regNr}`);
    expect(after.html).toMatch(/<dd>Aizkraukles novads<\/dd>/);
    expect(after.html).toMatch(/Kokneses novads \(tagad Aizkraukles novads\)/);
  });

  test('an unknown number, or a day before founding, is told so', async () => {
    expect((await page('/institutions/0000000000')).status).toBe(404);
    const [{ regNr }] = (await api('q=kokneses+pamatskola')).items;
    expect((await page(`/institutions/${regNr}?on=1900-01-01`)).html).toMatch(/Iestāde ir dibināta/);
  });

  test('an institution whose founder ended undecided says that a person must decide', async () => {
    const undecided = (await api('q=aglonas')).items.find((row: { municipality: unknown }) => row.municipality === null);
    const { html } = await page(`/institutions/${undecided.regNr}`);
    expect(html).toMatch(/Faktiskais dibinātājs Aglonas novads beidza pastāvēt 01\.07\.2021\./);
    expect(html).toMatch(/tagadējā pašvaldība bez pagasta nav nosakāma/);
    expect((await page(`/institutions/${undecided.regNr}?on=2021-06-30`)).html).not.toMatch(/beidza pastāvēt/);
  });

  test('forms of the registrar ask a stranger to sign in', async () => {
    expect((await page('/institutions/register')).status).toBe(401);
  });
});
