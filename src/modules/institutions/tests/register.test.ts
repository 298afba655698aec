import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { sql } from '#platform/db/sql.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { addLegalFounder } from '../actions/add-legal-founder.js';
import { changeAddress } from '../actions/change-address.js';
import { changeFounder } from '../actions/change-founder.js';
import { checkFounders } from '../actions/check-founders.js';
import { closeInstitution } from '../actions/close-institution.js';
import { correctEntry } from '../actions/correct-entry.js';
import { addDeliveryPlace, closeDeliveryPlace } from '../actions/delivery-places.js';
import { recordSuccession } from '../actions/record-succession.js';
import { registerInstitution } from '../actions/register-institution.js';
import { renameInstitution } from '../actions/rename-institution.js';
import { withdrawEntry } from '../actions/withdraw-entry.js';
import { institutionLife, listInstitutionsOfUnit, listNamesOn } from '../public.js';
import { registerInstitutionsPermission } from '../permissions.js';

const KOKNESE = '0326100';
const registrar = actorWith([registerInstitutionsPermission]);

let t: TestPlatform;
beforeAll(async () => void (t = await testPlatform()));
afterAll(() => t.close());

let numbers = 9_900_100_000;
const school = (changes: object = {}) => ({
  regNr: String((numbers += 1)),
  name: 'Kokneses ģimnāzija',
  type: 'gymnasium',
  legalStatus: 'municipal',
  subordination: 'municipality',
  foundedOn: '2012-09-01',
  basis: 'Kokneses novada domes lēmums Nr. 1',
  founderType: 'municipality',
  founderAtvk: KOKNESE,
  atvk: KOKNESE,
  part: '',
  street: 'Skolas iela 1',
  ...changes,
});
const register = (changes?: object, actor = registrar) => t.perform(registerInstitution, school(changes), actor);
const show = async (regNr: string, on = '') => (await t.server.inject(`/api/institutions/${regNr}${on && `?on=${on}`}`)).json();

describe('registering', () => {
  test('an institution has its name, founder and legal address from the first day', async () => {
    const { regNr, institutionId } = await register({ name: ' Kokneses \n ģimnāzija' });
    expect(await show(regNr, '2012-09-01')).toMatchObject({ name: 'Kokneses ģimnāzija', actualFounder: { name: 'Kokneses novads', reason: 'founded' }, kind: { lv: 'Vispārējās izglītības iestāde' } });
    expect((await show(regNr)).addresses).toMatchObject([{ municipality: 'Kokneses novads', municipalityToday: 'Aizkraukles novads' }]);
    expect(await institutionLife(t.database.read, institutionId)).toEqual({ from: '2012-09-01', to: null });
  });

  test.each([
    ['a number given already', { regNr: '9900100001' }, /already registered/],
    ['a number of eleven digits', { regNr: '40900005486' }, /ten digits/],
    ['a legal number that fails its check', { entNr: '40900005480' }, /check digit/],
    ['a municipality that did not exist on the day', { founderAtvk: '0022000' }, /no municipality with this code/],
    ['an address in a unit that did not exist on the day', { atvk: '0022000' }, /no municipality with this code/],
    ['a parish that the divided unit does not have', { founderAtvk: '0604300', atvk: '0604300', part: 'Kokneses pagasts' }, /Aglonas pagasts/],
    ['a type outside the classifier', { type: 'kindergarten' }, /not in the classifier/],
    ['a name in other letters', { name: 'Кокнесская гимназия' }, /Latin alphabet/],
    ['a name without letters', { name: '“123”' }, /Latin alphabet/],
    ['no founding municipality', { founderAtvk: '' }, /Choose a municipality/],
    ['a founder without a name', { founderType: 'legal person', founderName: '' }, /founder’s name/],
    ['a day that cannot be meant', { foundedOn: '2199-09-01' }, /Check the year/],
    ['no day at all', { foundedOn: '2021-02-30' }, /Not a valid day/],
  ])('%s is refused with a sentence, and nothing is written', async (_, changes, sentence) => {
    const count = async () => (await t.server.inject('/api/institutions?state=all')).json().total;
    const before = await count();
    const error = await register(changes).catch((caught: { text: { en: string }; fields?: { message: { en: string } }[] }) => caught);
    expect(JSON.stringify([error, (error as { text?: unknown }).text])).toMatch(sentence);
    expect(await count()).toBe(before);
  });

  test('a registrar of one municipality registers and changes only its own', async () => {
    const unitOf = async (atvk: string) => (await t.database.read.first(z.object({ unitId: z.number() }), sql`select unit_id from territories.unit_version where atvk = ${atvk}`))!.unitId;
    // Kokneses novads became part of Aizkraukles novads in 2021, so its institutions are Aizkraukle's today.
    const own = actorWith([registerInstitutionsPermission], { everywhere: false, unitIds: [await unitOf('0020000')] });
    const { regNr } = await register({}, own);
    await t.perform(renameInstitution, { regNr, name: 'Kokneses Jaunā skola', from: '2013-09-01' }, own);
    await expect(register({ founderAtvk: '0010000', atvk: '0010000' }, own)).rejects.toThrow(/input has errors|own municipality/);
    const { regNr: other } = await register({ founderAtvk: '0010000', atvk: '0010000' });
    await expect(t.perform(renameInstitution, { regNr: other, name: 'Mana skola', from: '2013-09-01' }, own)).rejects.toThrow(/own municipality/);
    expect((await listInstitutionsOfUnit(t.database.read, await unitOf(KOKNESE), '2013-01-01' as never)).map((one) => one.regNr)).toContain(regNr);
    const { regNr: coming } = await register({ foundedOn: '2027-09-01', founderAtvk: '0020000', atvk: '0020000' }, own);
    await t.perform(renameInstitution, { regNr: coming, name: 'Vēl nedibināta skola', from: '2028-09-01' }, own);
    await t.perform(closeInstitution, { regNr, closedOn: '2024-08-01', reason: 'merged', basis: 'Lēmums Nr. 5' }, own);
    await t.perform(recordSuccession, { regNr, successorRegNr: other, kind: 'merged', effective: '2024-08-01', basis: 'Lēmums Nr. 5' }, own);
  });
});

describe('changes', () => {
  test('a new name holds from its day, and the old one is still found and shown for its own days', async () => {
    const { regNr, institutionId } = await register({ name: 'Bērzgravas pamatskola' });
    await t.perform(renameInstitution, { regNr, name: 'Ziedgravas vidusskola', from: '2018-09-01' }, registrar);
    expect([(await show(regNr, '2018-08-31')).name, (await show(regNr, '2018-09-01')).name]).toEqual(['Bērzgravas pamatskola', 'Ziedgravas vidusskola']);
    expect((await t.server.inject('/api/institutions?q=berzgravas')).json().items).toMatchObject([{ regNr, name: 'Ziedgravas vidusskola' }]);
    expect((await t.server.inject('/api/institutions?q=berzgravas&on=2015-01-01')).json().items).toMatchObject([{ name: 'Bērzgravas pamatskola' }]);
    expect(await listNamesOn(t.database.read, [institutionId], '2015-01-01' as never)).toEqual(new Map([[institutionId, 'Bērzgravas pamatskola']]));
  });

  test('a takeover changes the actual founder and leaves the legal one', async () => {
    const { regNr } = await register();
    await t.perform(changeFounder, { regNr, founderType: 'legal person', founderName: 'SIA “Paraugs”', from: '2019-09-01', basis: 'Līgums Nr. 2' }, registrar);
    const { founders } = await show(regNr);
    expect(founders).toHaveLength(3);
    expect(founders.find((row: { role: string }) => row.role === 'legal')).toMatchObject({ validTo: null });
    expect((await show(regNr)).actualFounder).toMatchObject({ name: 'SIA “Paraugs”', reason: 'takeover' });
  });

  test('two actual founders at a time are refused by the database itself', async () => {
    const { regNr } = await register();
    const { id } = (await t.database.read.first(z.object({ id: z.string() }), sql`select id from institutions.institution where reg_nr = ${regNr}`))!;
    const second = { institutionId: id, role: 'actual', founderType: 'state', founderName: 'Valsts', reason: 'takeover', basis: 'x', validFrom: '2020-01-01', recordedAt: new Date(), recordedBy: 'test' };
    await expect(t.database.transaction((tx) => tx.insert('institutions.founder', second))).rejects.toThrow(/one_actual_founder_at_a_time/);
  });

  test('a day before founding, one absurdly far ahead, or one on which an entry begins already, is refused', async () => {
    const { regNr } = await register();
    const rename = (from: string) => t.perform(renameInstitution, { regNr, name: 'Cits nosaukums', from }, registrar);
    await expect(rename('2012-08-31')).rejects.toMatchObject({ fields: [{ field: 'from', message: { en: expect.stringContaining('before the institution’s founding') } }] });
    await expect(rename('2199-09-01')).rejects.toMatchObject({ fields: [{ field: 'from', message: { en: expect.stringMatching(/can be recorded is 31\.12\.20\d\d\. Check the year\.$/) } }] });
    await expect(t.perform(closeInstitution, { regNr, closedOn: '2199-09-01', reason: 'merged', basis: 'Lēmums' }, registrar)).rejects.toMatchObject({ fields: [{ field: 'closedOn' }] });
    await expect(rename('2012-09-01')).rejects.toMatchObject({ fields: [{ message: { en: expect.stringContaining('begins on that very day') } }] });
  });

  test('a delivery place may lie in another municipality, not twice at one address, and closes on its day', async () => {
    const { regNr } = await register();
    const place = { regNr, programme: 'preschool', atvk: '0010000', part: '', street: 'Pils iela 2', from: '2015-09-01' };
    await t.perform(addDeliveryPlace, place, registrar);
    await expect(t.perform(addDeliveryPlace, place, registrar)).rejects.toMatchObject({ fields: [{ field: 'street', message: { en: expect.stringContaining('already recorded') } }] });
    const { id } = (await t.database.read.first(z.object({ id: z.string() }), sql`select d.id from institutions.delivery_place d join institutions.institution i on i.id = d.institution_id where i.reg_nr = ${regNr}`))!;
    await t.perform(closeDeliveryPlace, { regNr, placeId: id, from: '2017-06-01' }, registrar);
    expect((await show(regNr)).deliveryPlaces).toMatchObject([{ municipality: 'Rīga', validFrom: '2015-09-01', validTo: '2017-06-01' }]);
  });

  test('a correction takes the place of a wrong entry and keeps what was believed', async () => {
    const { regNr } = await register();
    await t.perform(changeAddress, { regNr, kind: 'legal', atvk: '0020000', street: 'Parka iela 3', from: '2022-01-01' }, registrar);
    const wrong = (await t.database.read.first(z.object({ id: z.string() }), sql`select a.id from institutions.address a join institutions.institution i on i.id = a.institution_id where i.reg_nr = ${regNr} and a.street = 'Parka iela 3'`))!;
    await t.perform(correctEntry, { history: 'address', regNr, rowId: wrong.id, atvk: '0020000', street: 'Parka iela 30', from: '2022-01-01' }, registrar);
    expect((await show(regNr)).addresses.map((row: { street: string }) => row.street)).toEqual(['Skolas iela 1', 'Parka iela 30']);
    const believed = await t.database.read.all(z.object({ street: z.string(), right: z.string() }), sql`select a.street, b.street as right from institutions.address a join institutions.address b on b.id = a.superseded_by where a.id = ${wrong.id}`);
    expect(believed).toEqual([{ street: 'Parka iela 3', right: 'Parka iela 30' }]);
  });

  test('closing ends the founder and the places; a closed institution is shown as of its last day', async () => {
    const { regNr } = await register();
    const { regNr: successor } = await register({ name: 'Kokneses apvienotā skola' });
    await t.perform(closeInstitution, { regNr, closedOn: '2023-08-01', reason: 'merged', basis: 'Lēmums Nr. 5' }, registrar);
    await t.perform(recordSuccession, { regNr, successorRegNr: successor, kind: 'merged', effective: '2023-08-01', basis: 'Lēmums Nr. 5' }, registrar);
    expect(await show(regNr)).toMatchObject({ on: '2023-07-31', closure: { reason: 'merged' }, successions: [{ direction: 'to', regNr: successor }], actualFounder: { validTo: '2023-08-01' } });
    await expect(t.perform(closeInstitution, { regNr, closedOn: '2024-08-01', reason: 'merged', basis: 'Lēmums' }, registrar)).rejects.toThrow(/already recorded/);
    await expect(t.perform(renameInstitution, { regNr, name: 'Par vēlu', from: '2024-01-01' }, registrar)).rejects.toMatchObject({ fields: [{ message: { en: expect.stringContaining('already closed') } }] });
    await expect(t.perform(recordSuccession, { regNr: successor, successorRegNr: regNr, kind: 'merged', effective: '2020-01-01', basis: 'Aplis' }, registrar)).rejects.toMatchObject({ fields: [{ message: { en: expect.stringContaining('circle') } }] });
    expect((await t.server.inject('/api/institutions?state=closed&q=koknes')).json().items.map((row: { regNr: string }) => row.regNr)).toContain(regNr);
  });

  test('nobody founded in these tests is without an actual founder', async () => {
    expect(await t.perform(checkFounders, {}, registrar)).toEqual([]);
  });
});

describe('recorded when reforms have passed', () => {
  const actual = async (regNr: string): Promise<{ name: string; rowId: string }[]> => (await show(regNr)).founders.filter((row: { role: string }) => row.role === 'actual');
  const namesOf = async (regNr: string) => (await actual(regNr)).map(({ name }) => name);

  test('a founder that has vanished since passes to its successors on the days of the reforms, as it would have then', async () => {
    const { regNr } = await register();
    expect(await actual(regNr)).toMatchObject([
      { name: 'Kokneses novads', validTo: '2021-07-01', reason: 'founded' },
      { name: 'Aizkraukles novads', validFrom: '2021-07-01', validTo: null, reason: 'territorial reform', basis: expect.stringContaining('Administratīvo teritoriju') },
    ]);
    const { regNr: joined } = await register({ founderAtvk: '0055000', atvk: '0055000', foundedOn: '2022-09-01' });
    expect(await namesOf(joined)).toEqual(['Varakļānu novads', 'Madonas novads']);
    const { regNr: early } = await register({ foundedOn: '1999-09-01' });
    expect(await namesOf(early)).toEqual(['Kokneses novads', 'Aizkraukles novads']);
  });

  test('of a divided municipality the parish decides; without it a person must', async () => {
    const aglona = { founderAtvk: '0604300', atvk: '0604300' };
    const { regNr: told } = await register({ ...aglona, part: 'Aglonas pagasts' });
    const { regNr: untold } = await register(aglona);
    expect([await namesOf(told), await namesOf(untold)]).toEqual([['Aglonas novads', 'Preiļu novads'], ['Aglonas novads']]);
    expect((await t.perform(checkFounders, {}, registrar)).map((gap) => gap.regNr)).toEqual([untold]);
  });

  test('a takeover of before the reform stands in place of what the reform made, and when it is taken back the reform is followed again', async () => {
    const { regNr } = await register();
    await t.perform(changeFounder, { regNr, founderType: 'legal person', founderName: 'SIA “Paraugs”', from: '2019-09-01', basis: 'Līgums Nr. 2' }, registrar);
    expect(await namesOf(regNr)).toEqual(['Kokneses novads', 'SIA “Paraugs”']);
    await t.perform(withdrawEntry, { regNr, history: 'founder', rowId: (await actual(regNr))[1]!.rowId, why: 'Līgums netika noslēgts' }, registrar);
    expect(await namesOf(regNr)).toEqual(['Kokneses novads', 'Aizkraukles novads']);
  });

  test('a founder corrected to another municipality passes where that one did', async () => {
    const { regNr } = await register();
    const founder = { history: 'founder', regNr, rowId: (await actual(regNr))[0]!.rowId, founderType: 'municipality', reason: 'founded', basis: 'Lēmums Nr. 2', from: '2012-09-01' };
    await t.perform(correctEntry, { ...founder, founderAtvk: '0055000' }, registrar);
    expect(await namesOf(regNr)).toEqual(['Varakļānu novads', 'Madonas novads']);
    await t.perform(correctEntry, { ...founder, rowId: (await actual(regNr))[0]!.rowId, founderAtvk: '0010000' }, registrar);
    expect(await actual(regNr)).toMatchObject([{ name: 'Rīga', validTo: null }]);
  });

  test('a delivery place is the same under the code of before, in other letters and spaces, and is not recorded twice', async () => {
    const { regNr } = await register();
    const place = { regNr, programme: 'higher', atvk: KOKNESE, part: '', street: 'Pils iela 2', from: '2015-09-01' };
    await t.perform(addDeliveryPlace, place, registrar);
    await expect(t.perform(addDeliveryPlace, { ...place, atvk: '0020000', street: 'pils  iela 2', from: '2022-09-01' }, registrar)).rejects.toMatchObject({ fields: [{ field: 'street' }] });
    await t.perform(addDeliveryPlace, { ...place, atvk: '0020000', programme: 'adult', from: '2022-09-01' }, registrar);
  });
});

test('of two who record the same founder at once one is told that it is recorded', async () => {
  const { regNr } = await register();
  const add = () => t.perform(addLegalFounder, { regNr, founderType: 'legal person', founderName: 'Biedrība “Paraugs”', from: '2015-01-01', basis: 'Līgums Nr. 1' }, registrar);
  const done = await Promise.allSettled([add(), add(), add()]);
  expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await show(regNr)).founders.filter((row: { role: string }) => row.role === 'legal')).toHaveLength(2);
});
