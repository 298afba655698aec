import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

const PRESCHOOL = { type: 'preschool', legalStatus: 'municipal', subordination: 'municipality', from: '2023-09-01', basis: 'Domes lēmums Nr. 2' };

describe('standing', () => {
  test('another type from a day brings its kind, and the old one holds for its own days', async () => {
    const regNr = await registrar.newSchool();
    expect(await registrar.record(regNr, 'standing', { ...PRESCHOOL, type: 'music-school' })).toBe('recorded');
    expect([(await registrar.cardOf(regNr, '2023-08-31')).kind.lv, (await registrar.cardOf(regNr)).kind.lv]).toEqual(['Vispārējās izglītības iestāde', 'Profesionālās ievirzes izglītības iestāde']);
    expect((await registrar.cardOf(regNr)).standings).toMatchObject([{ validTo: '2023-09-01' }, { basis: 'Domes lēmums Nr. 2', validFrom: '2023-09-01', validTo: null }]);
  });

  test('the form shows what follows from each type and what is recorded now', async () => {
    const regNr = await registrar.newSchool();
    const { body } = await registrar.open(`/institutions/${regNr}/standing?lang=lv`);
    const rows = body.split('<tr').slice(1).map((row) => row.replaceAll(/<[^>]*>/g, '|'));
    expect(rows.find((row) => row.includes('Mūzikas skola'))).toMatch(/Profesionālās ievirzes izglītības iestāde\|.*var būt/);
    expect(rows.find((row) => row.includes('Pirmsskolas izglītības konsultatīvais centrs'))).toMatch(/Pirmsskolas izglītības iestāde\|.*nav\|/);
    expect(body).toMatch(/<option value="primary-school" selected/);
  });

  test('a type without accreditation ends a page that holds, once that is confirmed', async () => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'accreditation', { pageNr: 'AI 700', from: '2020-09-01', to: '' });
    expect(await registrar.record(regNr, 'standing', PRESCHOOL)).toEqual({ endAccreditation: expect.stringContaining('akreditācijas lapa AI 700') });
    expect((await registrar.cardOf(regNr)).standings).toHaveLength(1);
    expect(await registrar.record(regNr, 'standing', { ...PRESCHOOL, endAccreditation: 'yes' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).accreditations).toMatchObject([{ pageNr: 'AI 700', validTo: '2023-09-01' }]);
  });

  test.each([
    ['a day before founding', { from: '2010-08-31' }, 'from', /pirms iestādes dibināšanas/],
    ['a day on which an entry begins already', { from: '2010-09-01' }, 'from', /jau sākas cits ieraksts/],
    ['a type outside the classifier', { type: 'kindergarten' }, 'type', /nav klasifikatorā/],
    ['no basis', { basis: '' }, 'basis', /jāaizpilda/],
  ])('%s is told beside its field, what was typed stays, and nothing is written', async (_, changes, field, sentence) => {
    const regNr = await registrar.newSchool();
    const typed = { ...PRESCHOOL, ...changes };
    expect(await registrar.record(regNr, 'standing', typed)).toEqual({ [field]: expect.stringMatching(sentence) });
    const { status, body } = await registrar.sendTo(regNr, 'standing', { ...typed, legalStatus: 'foundation' });
    expect(status).toBe(422);
    expect(body).toMatch(/<option value="foundation" selected/);
    expect((await registrar.cardOf(regNr)).standings).toHaveLength(1);
  });
});

test('the status of a state gymnasium is granted once and withdrawn, each by its act', async () => {
  const regNr = await registrar.newSchool({ type: 'gymnasium' });
  expect(await registrar.record(regNr, 'gymnasium-title-end', { from: '2022-09-01', basis: 'Rīkojums Nr. 2' })).toEqual({ from: expect.stringContaining('nav valsts ģimnāzijas statusa') });
  expect(await registrar.record(regNr, 'gymnasium-title', { from: '2012-09-01', basis: 'Rīkojums Nr. 1' })).toBe('recorded');
  expect(await registrar.record(regNr, 'gymnasium-title', { from: '2015-09-01', basis: 'Rīkojums Nr. 1' })).toEqual({ from: expect.stringContaining('jau ir valsts ģimnāzijas statuss') });
  expect(await registrar.record(regNr, 'gymnasium-title-end', { from: '2022-09-01', basis: 'Rīkojums Nr. 2' })).toBe('recorded');
  const card = await registrar.cardOf(regNr, '2022-08-31');
  expect(card.stateGymnasium).toBe(true);
  expect(card.gymnasiumTitles).toMatchObject([{ basis: 'Rīkojums Nr. 1', endBasis: 'Rīkojums Nr. 2', validFrom: '2012-09-01', validTo: '2022-09-01' }]);
  expect((await registrar.cardOf(regNr)).stateGymnasium).toBe(false);
});

describe('accreditation', () => {
  test('the next term begins where the last one ends, and the form says so', async () => {
    const regNr = await registrar.newSchool();
    expect(await registrar.record(regNr, 'accreditation', { pageNr: 'AI 701', from: '2018-09-01', to: '2024-09-01' })).toBe('recorded');
    expect((await registrar.open(`/institutions/${regNr}/accreditation`)).body).toMatch(/name="from"[^>]*value="2024-09-01"/);
    expect(await registrar.record(regNr, 'accreditation', { pageNr: 'AI 702', from: '2024-09-01', to: '2030-09-01' })).toBe('recorded');
    expect((await registrar.cardOf(regNr)).accreditation).toMatchObject({ pageNr: 'AI 702' });
  });

  test.each([
    ['a term that overlaps another', { from: '2023-09-01' }, 'from', /jau ir spēkā cita akreditācijas lapa/],
    ['a number given to another page', { pageNr: 'AI 703', from: '2025-09-01' }, 'pageNr', /AI 703 jau ir ierakstīta/],
    ['a term that ends before it begins', { from: '2025-09-01', to: '2025-09-01' }, 'to', /beigām jābūt pēc/],
    ['a page without a number', { pageNr: ' ', from: '2025-09-01' }, 'pageNr', /jāaizpilda/],
  ])('%s is told beside its field', async (name, changes, field, sentence) => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'accreditation', { pageNr: name.startsWith('a number') ? 'AI 703' : `AI ${name}`, from: '2018-09-01', to: '2024-09-01' });
    expect(await registrar.record(regNr, 'accreditation', { pageNr: 'AI 999', to: '', ...changes })).toEqual({ [field]: expect.stringMatching(sentence) });
    expect((await registrar.cardOf(regNr)).accreditations).toHaveLength(1);
  });

  test('a preschool has none, whichever of the two is recorded first', async () => {
    const preschool = await registrar.newSchool({ type: 'preschool' });
    expect(await registrar.record(preschool, 'accreditation', { pageNr: 'AI 705', from: '2020-09-01', to: '' })).toEqual({ from: expect.stringContaining('“Pirmsskolas izglītības iestāde”') });
    expect((await registrar.open(`/institutions/${preschool}?lang=lv`)).body).toContain('šāda tipa iestādei akreditācijas nav');
  });
});

test('contacts and the number in the enterprise register change; the audit log keeps old and new, and registrars see what they were', async () => {
  const regNr = await registrar.newSchool({ phone: '60000001' });
  const right = { phone: '+371 60000002', email: 'skola@paraugs.example', website: 'https://skola.example/', entNr: '40900005486' };
  expect(await registrar.record(regNr, 'details', { ...right, email: 'nav adrese', website: 'nav adrese', phone: 'zvaniet', entNr: '40900005480' })).toEqual({
    phone: expect.any(String), email: expect.stringContaining('e-pasta adrese'), website: expect.any(String),
  });
  expect(await registrar.record(regNr, 'details', { ...right, entNr: '40900005480' })).toEqual({ entNr: expect.stringContaining('kontroles ciparu') });
  expect(await registrar.record(regNr, 'details', right)).toBe('recorded');
  expect(await registrar.cardOf(regNr)).toMatchObject({ entNr: '40900005486', contacts: { phone: '+371 60000002', email: 'skola@paraugs.example', website: 'https://skola.example/' } });
  const [entry] = await t.database.read.all(z.object({ facts: z.unknown() }), sql`select facts from audit.entry where action = 'institutions.change-details' and facts->>'institution' = ${regNr}`);
  expect(entry).toMatchObject({ facts: { was: { phone: '60000001', entNr: null }, now: { phone: '+371 60000002', entNr: '40900005486' } } });
  expect(await registrar.record(regNr, 'details', right)).toBe('recorded');
  expect(await registrar.record(regNr, 'details', { ...right, phone: '' })).toBe('recorded');
  const seen = (await registrar.open(`/institutions/${regNr}?lang=lv`)).body;
  expect(seen).toContain('Ko reģistrs rādīja iepriekš (2)');
  for (const words of ['Saziņa: 60000001', 'Saziņa: +371 60000002, skola@paraugs.example, https://skola.example/, Uzņēmumu vai nodokļu maksātāju reģistra numurs (11 cipari) 40900005486']) expect(seen).toContain(words);
  expect((await t.server.inject(`/institutions/${regNr}?lang=lv`)).body).not.toContain('60000001');
});

test('an address, one more founder and the end of a delivery place are recorded by forms', async () => {
  const regNr = await registrar.newSchool();
  expect(await registrar.record(regNr, 'address', { kind: 'legal', atvk: RIGA, street: 'Jaunā iela 2', from: '2020-01-01' })).toBe('recorded');
  expect(await registrar.record(regNr, 'legal-founder', { founderType: 'municipality', founderAtvk: RIGA, from: '2012-01-01', basis: 'Līgums Nr. 1' })).toEqual({ founderAtvk: expect.stringContaining('jau ir ierakstīts') });
  expect(await registrar.record(regNr, 'legal-founder', { founderType: 'legal person', founderName: 'Biedrība “Paraugs”', from: '2012-01-01', basis: 'Līgums Nr. 1' })).toBe('recorded');
  await registrar.record(regNr, 'delivery-place', { programme: 'preschool', atvk: RIGA, street: 'Pils iela 3', from: '2015-09-01' });
  const [place] = (await registrar.cardOf(regNr)).deliveryPlaces;
  const end = `delivery-places/${place.rowId}/end`;
  expect((await registrar.open(`/institutions/${regNr}/${end}?lang=lv`)).body).toContain('Pils iela 3');
  expect(await registrar.record(regNr, end, { from: '2015-09-01' })).toEqual({ from: expect.stringContaining('pēc sākuma') });
  expect(await registrar.record(regNr, end, { from: '2019-06-01' })).toBe('recorded');
  const card = await registrar.cardOf(regNr);
  expect(card.addresses.map((row: { street: string }) => row.street)).toEqual(['Skolas iela 1', 'Jaunā iela 2']);
  expect(card.founders.filter((row: { role: string }) => row.role === 'legal')).toHaveLength(2);
  // Each of two founders at a time has a line of its own in the picture.
  const lines = [...(await t.server.inject(`/institutions/${regNr}?lang=lv`)).body.matchAll(/class="period-label">Dibinātājs</g)];
  expect(lines).toHaveLength(2);
  expect(card.deliveryPlaces).toMatchObject([{ validTo: '2019-06-01' }]);
});

test('a successor is recorded by a form, and an unknown one or a circle is told beside it', async () => {
  const [first, second] = [await registrar.newSchool(), await registrar.newSchool()];
  const way = { kind: 'merged', effective: '2024-08-01', basis: 'Domes lēmums Nr. 3' };
  expect(await registrar.record(first, 'succession', { ...way, successorRegNr: '9900000009' })).toEqual({ successorRegNr: expect.stringContaining('nav iestādes ar šādu reģistrācijas numuru') });
  expect(await registrar.record(first, 'succession', { ...way, successorRegNr: second })).toBe('recorded');
  expect(await registrar.record(first, 'succession', { ...way, successorRegNr: second })).toEqual({ successorRegNr: expect.stringContaining('jau ir ierakstīta') });
  expect(await registrar.record(second, 'succession', { ...way, successorRegNr: first })).toEqual({ successorRegNr: expect.stringContaining('apli') });
});

test('an institution does not close before something that is recorded of it', async () => {
  const regNr = await registrar.newSchool();
  await registrar.record(regNr, 'rename', { name: 'Jaunā skola', from: '2025-09-01' });
  const closing = { reason: 'liquidated', basis: 'Lēmums Nr. 9' };
  expect(await registrar.record(regNr, 'close', { ...closing, closedOn: '2025-08-01' })).toEqual({ closedOn: expect.stringContaining('nosaukums (01.09.2025.)') });
  expect((await registrar.cardOf(regNr)).closure).toBeNull();
  expect(await registrar.record(regNr, 'close', { ...closing, closedOn: '2026-08-01' })).toBe('recorded');
});
