import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { RIGA, signedInRegistrar } from './registrar.js';

let t: TestPlatform;
let registrar: Awaited<ReturnType<typeof signedInRegistrar>>;
beforeAll(async () => {
  t = await testPlatform();
  registrar = await signedInRegistrar(t);
});
afterAll(() => t.close());

const BEFORE = /Ko reģistrs rādīja iepriekš \((\d+)\)/g;
const page = async (regNr: string, query = 'lang=lv') => (await registrar.open(`/institutions/${regNr}?${query}`)).body.replaceAll('\u00a0', ' ');
const seenByAll = async (regNr: string) => (await t.server.inject(`/institutions/${regNr}?lang=lv`)).body;
const rowOf = async (regNr: string, history: string): Promise<string> => (await registrar.cardOf(regNr))[history].at(-1).rowId;

describe('what the register said before', () => {
  test('a corrected and a withdrawn entry stay to be seen by registrars, with when and by whom; not by everyone', async () => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'rename', { name: 'Kļūdainā skola', from: '2018-09-01' });
    expect(await page(regNr)).not.toMatch(BEFORE);
    await registrar.record(regNr, `corrections/name/${await rowOf(regNr, 'names')}`, { name: 'Pareizā skola', from: '2018-09-01' });
    await registrar.record(regNr, `withdrawals/name/${await rowOf(regNr, 'names')}`, { why: 'Ierakstīts par citu iestādi' });
    const html = await page(regNr);
    expect([...html.matchAll(BEFORE)].map((found) => found[1])).toEqual(['3']);
    for (const words of ['01.09.2010.–31.08.2018.: Nosaukums – Paraugu', 'no 01.09.2018.: Nosaukums – Kļūdainā skola', 'no 01.09.2018.: Nosaukums – Pareizā skola', '(jūs), labots vai atsaukts 21.11.2026.']) expect(html).toContain(words);
    expect(await page(regNr, 'lang=en')).toContain('What the register said before');
    const open = await seenByAll(regNr);
    expect(open).not.toContain('Ko reģistrs rādīja');
    expect(open).not.toContain('Kļūdainā skola');
  });

  test('an entry that only ended when the next began was never wrong', async () => {
    const regNr = await registrar.newSchool();
    await registrar.record(regNr, 'rename', { name: 'Jaunā skola', from: '2018-09-01' });
    await registrar.record(regNr, 'founder', { founderType: 'state', founderName: 'Ministrija', from: '2020-01-01', basis: 'Rīkojums Nr. 4' });
    expect(await page(regNr)).not.toMatch(BEFORE);
  });

  test('every history, the closing and a succession tell what they said', async () => {
    const regNr = await registrar.newSchool();
    const successor = await registrar.newSchool();
    await registrar.record(regNr, 'delivery-place', { programme: 'preschool', atvk: RIGA, street: 'Pils iela 3', from: '2015-09-01' });
    await registrar.record(regNr, 'succession', { successorRegNr: successor, kind: 'merged', effective: '2026-01-01', basis: 'Lēmums Nr. 8' });
    const card = await registrar.cardOf(regNr);
    const link = /successions\/([0-9a-f-]{36})/.exec(await page(regNr))![1]!;
    const corrections: readonly (readonly [string, Record<string, string>])[] = [
      [`corrections/standing/${card.standings[0].rowId}`, { type: 'gymnasium', legalStatus: 'municipal', subordination: 'municipality', basis: 'Lēmums', from: '2010-09-01' }],
      [`corrections/founder/${card.founders[0].rowId}`, { founderType: 'state', founderName: 'Ministrija', reason: 'founded', basis: 'Rīkojums', from: '2010-09-01' }],
      [`corrections/address/${card.addresses[0].rowId}`, { atvk: RIGA, street: 'Skolas iela 10', from: '2010-09-01' }],
      [`withdrawals/delivery_place/${card.deliveryPlaces[0].rowId}`, { why: 'Tur nemācīja' }],
      [`successions/${link}/withdrawal`, { why: 'Lēmums atcelts' }],
      ['close', { closedOn: '2027-08-01', reason: 'liquidated', basis: 'Domes lēmums Nr. 9' }],
      ['closure-withdrawal', { why: 'Lēmums atcelts' }],
    ];
    for (const [path, fields] of corrections) expect([path, await registrar.record(regNr, path, fields)]).toEqual([path, 'recorded']);
    const html = await page(regNr);
    for (const words of ['Tips un statuss – ', 'ibinātājs – Rīga (Domes lēmums Nr. 1)', 'Juridiskā adrese – Skolas iela 1, Rīga', 'Īstenošanas vieta – Pirmsskolas izglītība, Pils iela 3, Rīga', 'Slēgšana 01.08.2027.: Likvidēta (Domes lēmums Nr. 9)', 'Pievienota iestādei: ']) expect(html).toContain(words);
  });
});

describe('a closing on a day to come', () => {
  const closing = async () => {
    const regNr = await registrar.newSchool();
    expect(await registrar.record(regNr, 'close', { closedOn: '2026-12-31', reason: 'liquidated', basis: 'Domes lēmums Nr. 9' })).toBe('recorded');
    return regNr;
  };

  test('is told on today’s page as of that day, and never as if it had come', async () => {
    const regNr = await closing();
    for (const html of [await page(regNr), await seenByAll(regNr), await page(regNr, 'lang=lv&on=2027-01-10')]) {
      expect(html).toContain('Iestādi slēgs 31.12.2026.');
      expect(html).not.toContain('Iestāde ir slēgta');
    }
    expect(await page(regNr, 'lang=lv&on=2027-01-10')).toContain('Kā reģistrā ierakstīts uz priekšu par dienu 10.01.2027.');
    expect(await page(regNr)).toContain(`href="/institutions/${regNr}/closure-withdrawal"`);
    expect(await seenByAll(regNr)).not.toContain('closure-withdrawal');
  });

  test('leaves everything to be recorded until that day, and nothing from it on', async () => {
    const regNr = await closing();
    const html = await page(regNr);
    for (const path of ['rename', 'founder', 'address', 'delivery-place']) expect(html).toContain(`href="/institutions/${regNr}/${path}"`);
    expect(html).not.toContain(`href="/institutions/${regNr}/close"`);
    expect(await registrar.record(regNr, 'rename', { name: 'Pēdējais nosaukums', from: '2026-12-01' })).toBe('recorded');
    expect(await registrar.record(regNr, 'founder', { founderType: 'state', founderName: 'Ministrija', from: '2026-12-10', basis: 'Rīkojums Nr. 4' })).toBe('recorded');
    expect(await registrar.record(regNr, 'rename', { name: 'Par vēlu', from: '2026-12-31' })).toEqual({ from: expect.stringContaining('jau ir slēgta') });
    await registrar.record(regNr, 'closure-withdrawal', { why: 'Lēmums atcelts' });
    expect((await registrar.cardOf(regNr)).founders.filter((row: { role: string; validTo: string | null }) => row.role === 'actual' && row.validTo === null)).toHaveLength(1);
  });

  test('the forms say how many rights end with it and are given back with its undoing', async () => {
    const regNr = await registrar.newSchool();
    expect((await registrar.open(`/institutions/${regNr}/close?lang=lv`)).body).toContain('Iestādē nav tiesību, kas ar slēgšanu beigtos.');
    await t.database.pool.query(
      `insert into access.role_grant (user_id, role_code, institution_id, valid_from, basis, confirmed_on, recorded_at, recorded_by)
        select u.id, 'institution-head', i.id, '2026-01-01', 'Rīkojums', '2026-01-01', now(), 'test' from access.app_user u, institutions.institution i where u.login = 'lietvedis' and i.reg_nr = $1`,
      [regNr],
    );
    expect((await registrar.open(`/institutions/${regNr}/close?lang=lv`)).body).toContain('kas iestādē sniedzas pāri šodienai: 1.');
    await registrar.record(regNr, 'close', { closedOn: '2026-12-31', reason: 'liquidated', basis: 'Domes lēmums Nr. 9' });
    expect(await page(regNr)).toContain('Tiesības, kas ar to beidzas: 1;');
    await t.runDueJobs();
    expect((await registrar.open(`/institutions/${regNr}/closure-withdrawal?lang=lv`)).body).toContain('Tiesības, kas ar slēgšanu vēl tikai beigtos: 1.');
    await registrar.record(regNr, 'closure-withdrawal', { why: 'Lēmums atcelts' });
    expect(await page(regNr)).toContain('Tiesības, kas turpinās: 1;');
  });
});

test('a name recorded ahead heads the page from its day on, and not before; so does that of a successor', async () => {
  const [regNr, successor] = [await registrar.newSchool({ name: 'Tagadējā skola' }), await registrar.newSchool({ name: 'Pēcteces skola' })];
  await registrar.record(regNr, 'rename', { name: 'Nākotnes vidusskola', from: '2027-09-01' });
  await registrar.record(successor, 'rename', { name: 'Nākotnes ģimnāzija', from: '2027-09-01' });
  await registrar.record(regNr, 'succession', { successorRegNr: successor, kind: 'merged', effective: '2026-01-01', basis: 'Lēmums Nr. 8' });
  const html = await page(regNr);
  expect(html).toContain('<h1>Tagadējā skola</h1>');
  expect(html).toMatch(/Pievienota iestādei: <a [^>]*>Pēcteces skola<\/a>/);
  expect((await registrar.open(`/institutions/${regNr}/close?lang=lv`)).body).toContain('<h1>Iestādes slēgšana: Tagadējā skola</h1>');
});

describe('days before the first map', () => {
  test('a founder and an address of then are those of the first map, and it is said so; the first entry is not asked for its day', async () => {
    const regNr = await registrar.newSchool({ foundedOn: '1964-09-01', founderAtvk: '0604300', atvk: '0001000' });
    const html = await page(regNr);
    expect(html).toContain('Aglonas novads kartē ir no 01.07.2009.; par agrāku laiku ar to domāta pašvaldība, kuras teritorijā iestāde ir no šīs dienas.');
    const card = await registrar.cardOf(regNr);
    expect(card.addresses).toMatchObject([{ atvk: '0010000', validFrom: '1964-09-01' }]);
    const form = (await registrar.open(`/institutions/${regNr}/corrections/founder/${card.founders.find((row: { role: string }) => row.role === 'actual').rowId}?lang=lv`)).body;
    expect(form).toContain('sākas dibināšanas dienā – 01.09.1964.');
    expect(form).toContain(`href="/institutions/${regNr}/founding"`);
    expect(form).not.toContain('type="date" value="1964-09-01"');
    expect(form).toMatch(/type="hidden" name="from" value="1964-09-01"/);
  });
});
