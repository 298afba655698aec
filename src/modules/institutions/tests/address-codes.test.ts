import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { RIGA, signedInRegistrar } from './registrar.js';

let t: TestPlatform;
let registrar: Awaited<ReturnType<typeof signedInRegistrar>>;
beforeAll(async () => {
  t = await testPlatform();
  registrar = await signedInRegistrar(t);
});
afterAll(() => t.close());

const [FIRST, SECOND, THIRD] = ['101234567', '102345678', '103456789'] as const;
const MOVED = { kind: 'legal', atvk: RIGA, street: 'Jaunā iela 2', from: '2020-01-01' };
const TEACHES = { programme: 'preschool', atvk: RIGA, street: 'Pils iela 3', from: '2015-09-01' };

test('an address and a delivery place keep the code of the address register, and the page shows it', async () => {
  const regNr = await registrar.newSchool({ addressCode: FIRST });
  expect(await registrar.record(regNr, 'address', { ...MOVED, addressCode: SECOND })).toBe('recorded');
  expect(await registrar.record(regNr, 'delivery-place', { ...TEACHES, addressCode: ` ${THIRD} ` })).toBe('recorded');
  const card = await registrar.cardOf(regNr);
  expect(card.addresses).toMatchObject([{ addressCode: FIRST }, { addressCode: SECOND }]);
  expect(card.deliveryPlaces).toMatchObject([{ addressCode: THIRD }]);
  const { body } = await t.server.inject(`/institutions/${regNr}?lang=lv`);
  for (const words of [`Jaunā iela 2, Rīga (adreses kods ${SECOND})`, `Pils iela 3, Rīga (adreses kods ${THIRD})`]) expect(body).toContain(words);
  expect((await t.server.inject(`/institutions/${regNr}?lang=en`)).body).toContain(`address code ${SECOND}`);
});

test('it may be unknown', async () => {
  const regNr = await registrar.newSchool({ addressCode: '' });
  expect(await registrar.record(regNr, 'delivery-place', TEACHES)).toBe('recorded');
  expect(await registrar.cardOf(regNr)).toMatchObject({ addresses: [{ addressCode: null }], deliveryPlaces: [{ addressCode: null }] });
});

test.each([
  ['address', MOVED],
  ['delivery-place', TEACHES],
])('%s: other than nine digits are told beside the field, what was typed stays, and the database refuses them too', async (path, fields) => {
  const regNr = await registrar.newSchool();
  for (const addressCode of ['12345678', '1234567890', '12345678A']) {
    expect(await registrar.record(regNr, path, { ...fields, addressCode })).toEqual({ addressCode: expect.stringContaining('tieši 9 cipari') });
    expect((await registrar.sendTo(regNr, path, { ...fields, addressCode })).body).toMatch(new RegExp(`name="addressCode"[^>]*value="${addressCode}"`));
  }
  expect(await registrar.cardOf(regNr)).toMatchObject({ addresses: [{ street: 'Skolas iela 1' }], deliveryPlaces: [] });
  for (const table of ['address', 'delivery_place']) {
    await expect(t.database.transaction((tx) => tx.run(sql`insert into ${sql.table(`institutions.${table}`)} (institution_id, ${sql.raw(table === 'address' ? 'kind' : 'programme')}, atvk, street, address_code, valid_from, recorded_at, recorded_by)
      select id, ${table === 'address' ? 'actual' : 'general'}, ${RIGA}, 'x', '12', founded_on, now(), 'test' from institutions.institution where reg_nr = ${regNr}`))).rejects.toThrow(/code_has_nine_digits/);
  }
});

test('a correction begins with the code, changes or empties it, and keeps it where a machine does not name it', async () => {
  const regNr = await registrar.newSchool({ addressCode: FIRST });
  await registrar.record(regNr, 'delivery-place', { ...TEACHES, addressCode: THIRD });
  const card = await registrar.cardOf(regNr);
  const row = { history: 'delivery_place', rowId: card.deliveryPlaces[0].rowId };
  expect((await registrar.open(`/institutions/${regNr}/corrections/address/${card.addresses[0].rowId}?lang=lv`)).body).toMatch(new RegExp(`name="addressCode"[^>]*value="${FIRST}"`));
  expect(await registrar.record(regNr, `corrections/address/${card.addresses[0].rowId}`, { atvk: RIGA, street: 'Skolas iela 10', addressCode: SECOND, from: '2010-09-01' })).toBe('recorded');
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await registrar.open('/institutions/register')).body)![1]!;
  const cookie = [...registrar.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const correct = (payload: object) => t.server.inject({ method: 'POST', url: `/api/institutions/${regNr}/corrections`, payload: { atvk: RIGA, street: 'Pils iela 5', from: '2015-09-01', ...payload }, headers: { cookie, 'x-csrf-token': csrf } });
  expect((await correct(row)).statusCode).toBe(200);
  const kept = await registrar.cardOf(regNr);
  expect(kept).toMatchObject({ addresses: [{ street: 'Skolas iela 10', addressCode: SECOND }], deliveryPlaces: [{ street: 'Pils iela 5', addressCode: THIRD }] });
  expect((await correct({ ...row, rowId: kept.deliveryPlaces[0].rowId, addressCode: null })).statusCode).toBe(200);
  expect((await registrar.cardOf(regNr)).deliveryPlaces).toMatchObject([{ addressCode: null }]);
});

test('the code stays when an entry ends, an institution closes and reopens, or its founding day moves', async () => {
  const regNr = await registrar.newSchool({ addressCode: FIRST });
  await registrar.record(regNr, 'delivery-place', { ...TEACHES, addressCode: THIRD });
  await registrar.record(regNr, 'close', { closedOn: '2027-08-01', reason: 'liquidated', basis: 'Lēmums Nr. 9' });
  await registrar.record(regNr, 'closure-withdrawal', { why: 'Dome lēmumu atcēla' });
  await registrar.record(regNr, 'founding', { number: regNr, foundedOn: '2011-09-01' });
  await registrar.record(regNr, 'address', MOVED);
  expect(await registrar.cardOf(regNr)).toMatchObject({ addresses: [{ addressCode: FIRST, validFrom: '2011-09-01', validTo: '2020-01-01' }, { addressCode: null }], deliveryPlaces: [{ addressCode: THIRD, validTo: null }] });
  const versions = await t.database.read.first(z.object({ n: z.number() }), sql`select count(*)::int as n from institutions.delivery_place d join institutions.institution i on i.id = d.institution_id where i.reg_nr = ${regNr} and d.address_code = ${THIRD}`);
  expect(versions).toEqual({ n: 3 });
});
