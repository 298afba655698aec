import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { correctEntry } from '../actions/correct-entry.js';
import { registerInstitutionsPermission } from '../permissions.js';
import { RIGA, signedInRegistrar } from './registrar.js';

let t: TestPlatform;
let registrar: Awaited<ReturnType<typeof signedInRegistrar>>;
beforeAll(async () => {
  t = await testPlatform();
  registrar = await signedInRegistrar(t);
});
afterAll(() => t.close());

/** The newest row of a history on the card, as the page's links name it. */
const newestRow = async (regNr: string, history: string): Promise<string> => (await registrar.cardOf(regNr))[history].at(-1).rowId;
const believedBefore = async (table: string, rowId: string) =>
  t.database.read.first(z.object({ replaced: z.boolean(), withdrawn: z.boolean() }), sql`select superseded_by is not null as replaced, superseded_at is not null as withdrawn from ${sql.table(`institutions.${table}`)} where id = ${rowId}`);

describe('names', () => {
  const renamed = async () => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'rename', { name: 'Kļūdainā skola', from: '2018-09-01' });
    return { regNr, rowId: await newestRow(regNr, 'names') };
  };

  test('the page links to the correction, whose form begins with what is recorded', async () => {
    const { regNr, rowId } = await renamed();
    const href = `/institutions/${regNr}/corrections/name/${rowId}`;
    expect((await registrar.open(`/institutions/${regNr}?lang=lv`)).body).toContain(`href="${href}"`);
    expect((await t.server.inject(`/institutions/${regNr}`)).body).not.toContain('/corrections/');
    const { body } = await registrar.open(`${href}?lang=lv`);
    expect(body).toMatch(/name="name"[^>]*value="Kļūdainā skola"/);
    expect(body).toMatch(/name="from"[^>]*value="2018-09-01"/);
    expect(body).not.toContain('name="to"');
    expect((await registrar.open(`${href}?lang=en`)).body).toContain('Correcting an entry');
  });

  test('the right day moves the end of the name before, and the wrong row stays as what was believed', async () => {
    const { regNr, rowId } = await renamed();
    expect(await registrar.record(regNr, `corrections/name/${rowId}`, { name: 'Pareizā skola', from: '2019-09-01' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).names).toMatchObject([{ validTo: '2019-09-01' }, { name: 'Pareizā skola', validFrom: '2019-09-01', validTo: null }]);
    expect(await believedBefore('name', rowId)).toEqual({ replaced: true, withdrawn: true });
    expect(await registrar.record(regNr, `corrections/name/${await newestRow(regNr, 'names')}`, { name: 'Pareizā skola', from: '2017-09-01' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).names).toMatchObject([{ validTo: '2017-09-01' }, { validFrom: '2017-09-01' }]);
    expect((await registrar.sendTo(regNr, `corrections/name/${rowId}`, { name: 'Vēlreiz', from: '2019-09-01' })).status).toBe(404);
  });

  test.each([
    ['before founding', '2010-08-31', /pirms iestādes dibināšanas/],
    ['the day on which the name before begins', '2010-09-01', /jau ir spēkā cits ieraksts/],
    ['no day at all', '2019-02-30', /Nav derīga diena/],
  ])('%s is told beside the day, what was typed stays, and nothing is written', async (_, from, sentence) => {
    const { regNr, rowId } = await renamed();
    const path = `corrections/name/${rowId}`;
    expect(await registrar.record(regNr, path, { name: 'Cits vārds', from })).toEqual({ from: expect.stringMatching(sentence) });
    expect((await registrar.sendTo(regNr, path, { name: 'Cits vārds', from })).body).toMatch(/name="name"[^>]*value="Cits vārds"/);
    expect((await registrar.cardOf(regNr)).names).toMatchObject([{}, { name: 'Kļūdainā skola', validFrom: '2018-09-01' }]);
  });

  test('a name that never was is taken back, and the one before goes on; the first can only be corrected', async () => {
    const { regNr, rowId } = await renamed();
    expect(await registrar.record(regNr, `withdrawals/name/${rowId}`, { why: '' })).toEqual({ why: expect.any(String) });
    expect(await registrar.record(regNr, `withdrawals/name/${rowId}`, { why: 'Ierakstīts par citu iestādi' })).toBe('recorded');
    const { names } = await registrar.cardOf(regNr);
    expect(names).toMatchObject([{ validFrom: '2010-09-01', validTo: null }]);
    expect(await believedBefore('name', rowId)).toEqual({ replaced: false, withdrawn: true });
    expect(await registrar.record(regNr, `withdrawals/name/${names[0].rowId}`, { why: 'Mēģinājums' })).toEqual({ '': expect.stringContaining('nevar atsaukt') });
  });
});

test('standing, founder, address and delivery place are corrected by forms that begin with what is recorded', async () => {
  const regNr = await registrar.newSchool();
  await registrar.record(regNr, 'delivery-place', { programme: 'preschool', atvk: RIGA, street: 'Pils iela 3', from: '2015-09-01' });
  const wrong = await registrar.cardOf(regNr);
  const forms: readonly (readonly [path: string, shown: string, fields: Record<string, string>])[] = [
    [`standing/${wrong.standings[0].rowId}`, '<option value="primary-school" selected', { type: 'gymnasium', legalStatus: 'municipal', subordination: 'municipality', basis: 'Lēmums Nr. 4', from: '2010-09-01' }],
    [`founder/${wrong.founders[0].rowId}`, '<option value="0001000" selected>Rīga<', { founderType: 'state', founderName: 'Izglītības un zinātnes ministrija', reason: 'founded', basis: 'Rīkojums Nr. 4', from: '2010-09-01' }],
    [`address/${wrong.addresses[0].rowId}`, 'value="Skolas iela 1"', { atvk: RIGA, street: 'Skolas iela 10', from: '2010-09-01' }],
    [`delivery_place/${wrong.deliveryPlaces[0].rowId}`, '<option value="preschool" selected', { programme: 'interest', name: 'Pulciņi', atvk: RIGA, street: 'Pils iela 5', from: '2015-09-01', to: '2020-09-01' }],
  ];
  for (const [path, shown, fields] of forms) {
    expect((await registrar.open(`/institutions/${regNr}/corrections/${path}?lang=lv`)).body).toContain(shown);
    expect([path, await registrar.record(regNr, `corrections/${path}`, fields)]).toEqual([path, 'recorded']);
  }
  const right = await registrar.cardOf(regNr);
  expect(right).toMatchObject({ type: { lv: 'Ģimnāzija' }, addresses: [{ street: 'Skolas iela 10' }], deliveryPlaces: [{ kind: 'interest', name: 'Pulciņi', street: 'Pils iela 5', validTo: '2020-09-01' }] });
  expect(right.founders.map((row: { name: string }) => row.name).sort()).toEqual(['Izglītības un zinātnes ministrija', 'Rīga']);
});

test('a gymnasium title and an accreditation page are corrected and taken back', async () => {
  const regNr = await registrar.newSchool({ type: 'gymnasium' });
  await registrar.record(regNr, 'gymnasium-title', { from: '2012-09-01', basis: 'Rīkojums Nr. 1' });
  await registrar.record(regNr, 'accreditation', { pageNr: 'AK 1', from: '2012-09-01', to: '2018-09-01' });
  await registrar.record(regNr, 'accreditation', { pageNr: 'AK 2', from: '2018-09-01', to: '2024-09-01' });
  const title = `gymnasium_title/${await newestRow(regNr, 'gymnasiumTitles')}`;
  const page = `accreditation/${await newestRow(regNr, 'accreditations')}`;
  expect(await registrar.record(regNr, `corrections/${title}`, { basis: 'Rīkojums Nr. 10', endBasis: 'Rīkojums Nr. 11', from: '2013-09-01', to: '2020-09-01' })).toBe('recorded');
  expect(await registrar.record(regNr, `corrections/${page}`, { pageNr: 'AK 1', from: '2018-09-01', to: '2024-09-01' })).toEqual({ pageNr: expect.stringContaining('jau ir ierakstīta') });
  expect(await registrar.record(regNr, `corrections/${page}`, { pageNr: 'AK 3', from: '2018-08-31', to: '2024-09-01' })).toEqual({ from: expect.stringContaining('cits ieraksts') });
  expect(await registrar.record(regNr, `corrections/${page}`, { pageNr: 'AK 2', from: '2018-09-01', to: '2018-09-01' })).toEqual({ to: expect.stringContaining('pirms sākuma') });
  expect(await registrar.record(regNr, `corrections/${page}`, { pageNr: 'AK 2', from: '2018-10-01', to: '' })).toBe('recorded');
  expect(await registrar.cardOf(regNr)).toMatchObject({
    gymnasiumTitles: [{ basis: 'Rīkojums Nr. 10', endBasis: 'Rīkojums Nr. 11', validFrom: '2013-09-01', validTo: '2020-09-01' }],
    accreditations: [{ pageNr: 'AK 1' }, { pageNr: 'AK 2', validFrom: '2018-10-01', validTo: null }],
  });
  const standing = `corrections/standing/${await newestRow(regNr, 'standings')}`;
  expect(await registrar.record(regNr, standing, { type: 'preschool', legalStatus: 'municipal', subordination: 'municipality', basis: 'Lēmums', from: '2010-09-01' })).toEqual({ type: expect.stringContaining('spēkā akreditācijas lapa AK 1') });
  expect(await registrar.record(regNr, `withdrawals/accreditation/${await newestRow(regNr, 'accreditations')}`, { why: 'Citas skolas lapa' })).toBe('recorded');
  expect((await registrar.cardOf(regNr)).accreditations).toMatchObject([{ pageNr: 'AK 1', validTo: '2018-09-01' }]);
});

describe('a closing', () => {
  const closed = async () => {
    const regNr = await registrar.newSchool();
    for (const street of ['Pils iela 3', 'Pils iela 4']) await registrar.record(regNr, 'delivery-place', { programme: 'preschool', atvk: RIGA, street, from: '2015-09-01' });
    const early = (await registrar.cardOf(regNr)).deliveryPlaces.find((place: { street: string }) => place.street === 'Pils iela 4');
    await registrar.record(regNr, `delivery-places/${early.rowId}/end`, { from: '2024-08-01' });
    await registrar.record(regNr, 'close', { closedOn: '2024-08-01', reason: 'liquidated', basis: 'Lēmums Nr. 9' });
    return regNr;
  };
  const ends = async (regNr: string) => {
    const { founders, deliveryPlaces, closure } = await registrar.cardOf(regNr);
    return { founder: founders[0].validTo, legal: founders[1].validTo, places: deliveryPlaces.map((place: { validTo: string }) => place.validTo).sort(), closure: closure?.closedOn ?? null };
  };

  test('on a wrong day for a wrong reason is corrected, and what ended with it ends on the right day', async () => {
    const regNr = await closed();
    expect((await registrar.open(`/institutions/${regNr}/closure?lang=lv`)).body).toMatch(/value="2024-08-01"/);
    expect(await registrar.record(regNr, 'closure', { closedOn: '2010-09-01', reason: 'merged', basis: 'Lēmums Nr. 10' })).toEqual({ closedOn: expect.stringContaining('pirms iestādes dibināšanas') });
    expect(await registrar.record(regNr, 'closure', { closedOn: '2015-08-01', reason: 'merged', basis: 'Lēmums Nr. 10' })).toEqual({ closedOn: expect.stringContaining('īstenošanas vieta (01.09.2015.)') });
    expect(await registrar.record(regNr, 'closure', { closedOn: '2025-08-01', reason: 'merged', basis: 'Lēmums Nr. 10' })).toBe('recorded');
    expect(await ends(regNr)).toEqual({ founder: '2025-08-01', legal: '2025-08-01', places: ['2024-08-01', '2025-08-01'], closure: '2025-08-01' });
    expect((await registrar.cardOf(regNr)).closure).toMatchObject({ reason: 'merged', basis: 'Lēmums Nr. 10' });
  });

  test('that never was is taken back, also after a correction: founder and places go on, but for those closed beforehand', async () => {
    const regNr = await closed();
    await registrar.record(regNr, 'closure', { closedOn: '2025-08-01', reason: 'merged', basis: 'Lēmums Nr. 10' });
    expect(await registrar.record(regNr, 'closure-withdrawal', { why: 'Dome lēmumu atcēla' })).toBe('recorded');
    expect(await ends(regNr)).toEqual({ founder: null, legal: null, places: ['2024-08-01', null], closure: null });
    expect((await t.server.inject(`/api/institutions?q=${regNr}`)).json().total).toBe(1);
    expect((await registrar.sendTo(regNr, 'closure-withdrawal', { why: 'Vēlreiz' })).status).toBe(404);
  });
});

test('a succession is corrected to the right successor and day, never to a circle, and is taken back', async () => {
  const [first, wrong, right] = [await registrar.newSchool(), await registrar.newSchool(), await registrar.newSchool()];
  const way = { kind: 'merged', effective: '2024-08-01', basis: 'Lēmums Nr. 3' };
  await registrar.record(first, 'succession', { ...way, successorRegNr: wrong });
  await registrar.record(right, 'succession', { ...way, successorRegNr: wrong });
  const path = async () => `successions/${(await registrar.cardOf(first)).successions[0].successionId}`;
  expect((await registrar.open(`/institutions/${first}/${await path()}?lang=lv`)).body).toContain(`value="${wrong}"`);
  expect(await registrar.record(first, await path(), { ...way, successorRegNr: first })).toEqual({ successorRegNr: expect.stringContaining('pati sev') });
  expect(await registrar.record(first, await path(), { ...way, effective: '2010-01-01', successorRegNr: right })).toEqual({ effective: expect.stringContaining('pirms iestādes dibināšanas') });
  expect(await registrar.record(first, await path(), { ...way, kind: 'split', effective: '2024-09-01', successorRegNr: right })).toBe('recorded');
  expect((await registrar.cardOf(first)).successions).toMatchObject([{ regNr: right, kind: 'split', effective: '2024-09-01' }]);
  expect(await registrar.record(wrong, 'succession', { ...way, successorRegNr: first })).toEqual({ successorRegNr: expect.stringContaining('apli') });
  expect(await registrar.record(first, `${await path()}/withdrawal`, { why: 'Nav notikusi' })).toBe('recorded');
  expect((await registrar.cardOf(first)).successions).toEqual([]);

  const atOnce = await Promise.all([registrar.record(first, 'succession', { ...way, successorRegNr: right }), registrar.record(wrong, 'succession', { ...way, successorRegNr: first })]);
  expect(atOnce, 'right → wrong is recorded: of two that close the circle at the same moment the second is refused').toContainEqual({ successorRegNr: expect.stringContaining('apli') });
  expect(atOnce).toContain('recorded');
});

test('by the API the same is corrected and taken back, and only its rowId is needed', async () => {
  const regNr = await registrar.newSchool();
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await registrar.open('/institutions/register')).body)![1]!;
  const cookie = [...registrar.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const post = (path: string, payload: object) => t.server.inject({ method: 'POST', url: `/api/institutions/${regNr}/${path}`, payload, headers: { cookie, 'x-csrf-token': csrf } });
  expect((await post('accreditations', { pageNr: 'API 1', from: '2020-09-01' })).json()).toEqual({ regNr });
  const { rowId } = (await registrar.cardOf(regNr)).accreditations[0];
  expect((await post('corrections', { history: 'accreditation', rowId, pageNr: 'API 2', from: '2020-09-01', to: '2026-09-01' })).statusCode).toBe(200);
  const corrected = (await registrar.cardOf(regNr)).accreditations[0];
  expect(corrected).toMatchObject({ pageNr: 'API 2', validTo: '2026-09-01' });
  expect((await post('withdrawals', { history: 'accreditation', rowId: corrected.rowId, why: 'Mēģinājums' })).statusCode).toBe(200);
  expect((await registrar.cardOf(regNr)).accreditations).toEqual([]);
});

test('a wrong number or founding day is corrected, and what began on that day moves with it', async () => {
  const [regNr, other] = [await registrar.newSchool(), await registrar.newSchool()];
  await registrar.record(regNr, 'rename', { name: 'Jaunā skola', from: '2013-09-01' });
  expect(await registrar.record(regNr, 'founding', { number: other, foundedOn: '2011-09-01' })).toEqual({ number: expect.stringContaining('jau ir reģistrēta') });
  for (const foundedOn of ['2013-09-01', '2014-09-01']) expect(await registrar.record(regNr, 'founding', { number: regNr, foundedOn })).toEqual({ foundedOn: expect.stringContaining('jau ir ieraksti') });
  expect(await registrar.record(regNr, 'founding', { number: '9900889999', foundedOn: '2011-09-01' })).toBe('recorded');
  expect(await registrar.cardOf('9900889999')).toMatchObject({
    foundedOn: '2011-09-01',
    names: [{ validFrom: '2011-09-01', validTo: '2013-09-01' }, {}],
    standings: [{ validFrom: '2011-09-01' }],
    founders: [{ validFrom: '2011-09-01' }, { validFrom: '2011-09-01' }],
    addresses: [{ validFrom: '2011-09-01' }],
  });
  expect((await registrar.open(`/institutions/${regNr}`)).status).toBe(404);
});

test('a registrar of another municipality corrects nothing here', async () => {
  const regNr = await registrar.newSchool();
  const other = actorWith([registerInstitutionsPermission], { everywhere: false, unitIds: [-1] });
  const rowId = await newestRow(regNr, 'names');
  await expect(t.perform(correctEntry, { regNr, history: 'name', rowId, name: 'Svešā skola', from: '2010-09-01' }, other)).rejects.toThrow(/own municipality/);
  expect((await registrar.cardOf(regNr)).names).toHaveLength(1);
});
