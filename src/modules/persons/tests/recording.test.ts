import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoDate } from '#kernel/iso-date.js';
import { parsePersonCode } from '#kernel/person-code.js';
import { actorWith, testPlatform, type TestPlatform } from '#test/test-platform.js';
import { changeName } from '../actions/change-name.js';
import { correctAddress } from '../actions/correct-address.js';
import { correctBirth } from '../actions/correct-birth.js';
import { correctName } from '../actions/correct-name.js';
import { declareAddress } from '../actions/declare-address.js';
import { findPersons } from '../actions/find-persons.js';
import { endProtection, protectPerson } from '../actions/protect-person.js';
import { recordDeath } from '../actions/record-death.js';
import { recordGuardianship } from '../actions/record-guardianship.js';
import { registerPerson } from '../actions/register-person.js';
import { replaceCode } from '../actions/replace-code.js';
import { viewCard } from '../actions/view-card.js';
import { findPersonsPermission, protectPersonsPermission, readProtectedPermission, recordPersonsPermission } from '../permissions.js';
import { isGuardianOf } from '../public.js';
import { listNames } from '../store/cards.js';

let t: TestPlatform;
const clerk = actorWith([findPersonsPermission, recordPersonsPermission, protectPersonsPermission, readProtectedPermission]);
const OLD_AGLONA = { atvk: '0604300', part: 'Aglonas pagasts', street: 'Somersētas iela 1' };
const PROOF = { basis: 'Miršanas reģistra ieraksts Nr. 7', confirmed: 'yes' };
const NEW_RIGA = { atvk: '0001000', part: '', street: 'Brīvības iela 5-7' };

beforeAll(async () => {
  t = await testPlatform();
});
afterAll(() => t.close());

let registered = 0;
async function register(changes: object = {}): Promise<{ id: string; code: string }> {
  registered += 1;
  const code = `6105${String(registered).padStart(7, '0')}`;
  const person = { given: 'Anna', family: 'Bērziņa', code, bornOn: '1990-05-21', sex: 'female', ...OLD_AGLONA, livesThereSince: '2015-03-01' };
  const { id } = await t.perform(registerPerson, { ...person, ...changes }, clerk);
  return { id, code };
}
const card = (id: string) => t.perform(viewCard, { id, caseReference: '1' }, clerk, 'application');
const refused = (status: number, field?: string) => ({ status, ...(field && { fields: [expect.objectContaining({ field })] }) });

describe('recording', () => {
  it('a new name begins on its day, the old one ends there, and the search finds the new one', async () => {
    const { id, code } = await register();
    await t.perform(changeName, { id, given: 'Anna', family: 'Ģērmane', from: '2020-06-06' }, clerk);
    expect((await card(id)).names).toMatchObject([
      { family: 'Ģērmane', validFrom: '2020-06-06', validTo: null },
      { family: 'Bērziņa', validFrom: '1990-05-21', validTo: '2020-06-06' },
    ]);
    const found = await t.perform(findPersons, { family: 'germ', caseReference: '1' }, clerk, 'application');
    expect(found.persons).toMatchObject([{ id, code: `${code.slice(0, 6)}-*****` }]);
  });

  it('a corrected name keeps what was believed before', async () => {
    const { id } = await register({ family: 'Kalnņa' });
    const [wrong] = (await card(id)).names;
    await t.perform(correctName, { id, rowId: wrong!.id, given: 'Anna', family: 'Kalniņa', from: wrong!.validFrom }, clerk, 'pārrakstīšanās kļūda');
    expect((await card(id)).names.map((name) => name.family)).toEqual(['Kalniņa']);
    const before = await listNames(t.database.read, id, new Date(t.platform.clock.now().getTime() - 1));
    expect(before).toEqual([]);
    const client = await t.database.transaction((tx) => tx.raw('select family, superseded_at is null as right from persons.name where person_id = $1 order by family', [id]));
    expect(client.rows).toMatchObject([{ family: 'Kalniņa', right: true }, { family: 'Kalnņa', right: false }]);
  });

  it('an address keeps the unit of its own day; a later one is under the new code', async () => {
    const { id } = await register();
    await t.perform(declareAddress, { id, ...NEW_RIGA, from: '2022-01-10' }, clerk);
    expect((await card(id)).addresses).toMatchObject([
      { atvk: '0001000', validFrom: '2022-01-10', validTo: null },
      { atvk: '0604300', part: 'Aglonas pagasts', validFrom: '2015-03-01', validTo: '2022-01-10' },
    ]);
  });

  it('a missing parish is added by a correction', async () => {
    const { id } = await register({ part: '' });
    const [address] = (await card(id)).addresses;
    await t.perform(correctAddress, { id, rowId: address!.id, ...OLD_AGLONA, from: address!.validFrom }, clerk, 'trūka pagasta');
    expect((await card(id)).addresses).toMatchObject([{ part: 'Aglonas pagasts', validFrom: '2015-03-01' }]);
  });

  it('an old code stays the person’s when a new one is given, and both lead to them', async () => {
    const { id, code } = await register();
    await t.perform(replaceCode, { id, code: '92001234567', from: '2021-01-01' }, clerk);
    for (const one of [code, '92001234567']) {
      expect((await t.perform(findPersons, { code: one, caseReference: '1' }, clerk, 'application')).persons).toMatchObject([{ id }]);
    }
  });

  it('a mistyped check digit only asks to look again, and a code of other birth does', async () => {
    const code = parsePersonCode('161175-19996')!;
    const person = { given: 'Jānis', family: 'Paraugs', code, bornOn: '1975-11-16', sex: 'male', ...OLD_AGLONA, livesThereSince: '2015-03-01' };
    await expect(t.perform(registerPerson, person, clerk)).rejects.toMatchObject(refused(422, 'codeSure'));
    await expect(t.perform(registerPerson, { ...person, code: '161175-19997', bornOn: '1975-11-17' }, clerk)).rejects.toMatchObject(refused(422, 'codeSure'));
    const { id } = await t.perform(registerPerson, { ...person, codeSure: 'yes' }, clerk);
    expect((await card(id)).codes).toMatchObject([{ code }]);
  });

  it('a guardian acts for a child until majority', async () => {
    const child = await register({ bornOn: '2015-02-03' });
    const guardian = await register();
    await t.perform(recordGuardianship, { id: child.id, kind: 'guardian', guardianCode: guardian.code, basis: 'Lēmums Nr. 5', from: '2020-01-01' }, clerk);
    expect((await card(child.id)).guardianships).toMatchObject([{ guardianId: guardian.id, validTo: '2033-02-03' }]);
    const acts = (day: string) => isGuardianOf(t.database.read, guardian.id, child.id, isoDate(day));
    expect(await Promise.all(['2019-12-31', '2020-01-01', '2033-02-02', '2033-02-03'].map(acts))).toEqual([false, true, true, false]);
  });

  it('a corrected birth takes along what began with it and when majority comes, and keeps what was believed', async () => {
    const child = await register({ bornOn: '2015-02-03', livesThereSince: '2015-02-03' });
    const parent = await register({ bornOn: '1990-05-21' });
    const id = child.id;
    await t.perform(recordGuardianship, { id, kind: 'parent', guardianCode: parent.code, basis: 'Dzimšanas reģistrs', from: '2015-02-03' }, clerk);
    await t.perform(changeName, { id, given: 'Anna', family: 'Liepa', from: '2020-06-06' }, clerk);
    const was = { wasBornOn: '2015-02-03', wasSex: 'female' };
    await t.perform(correctBirth, { id, bornOn: '2015-03-02', sex: 'female', ...was }, clerk, 'diena un mēnesis samainīti');
    expect(await card(id)).toMatchObject({
      person: { bornOn: '2015-03-02', sex: 'female' },
      names: [{ family: 'Liepa', validFrom: '2020-06-06' }, { family: 'Bērziņa', validFrom: '2015-03-02', validTo: '2020-06-06' }],
      codes: [{ validFrom: '2015-03-02' }],
      addresses: [{ validFrom: '2015-03-02' }],
      guardianships: [{ validFrom: '2015-03-02', validTo: '2033-03-02' }],
      before: { births: [{ bornOn: '2015-02-03', sex: 'female', recordedBy: clerk.id }] },
    });
    await expect(t.perform(correctBirth, { id, bornOn: '2014-03-02', sex: 'female', ...was }, clerk, 'x'), 'seen before the other correction').rejects.toMatchObject(refused(409));
    await t.perform(correctBirth, { id, bornOn: '2015-03-02', sex: 'male', wasBornOn: '2015-03-02', wasSex: 'female' }, clerk, 'kļūda');
    expect((await card(id)).before.births).toMatchObject([{ bornOn: '2015-03-02', sex: 'female' }, { bornOn: '2015-02-03', sex: 'female' }]);
    expect((await t.perform(findPersons, { bornOn: '2015-03-02', caseReference: '1' }, clerk, 'application')).persons.map((found) => found.id)).toContain(id);
  });

  it('a birth is corrected to nothing that the other entries forbid', async () => {
    const child = await register({ bornOn: '2015-02-03' });
    const parent = await register();
    const { id } = child;
    await t.perform(recordGuardianship, { id, kind: 'parent', guardianCode: parent.code, basis: 'x', from: '2016-01-01' }, clerk);
    const correct = (of: string, wasBornOn: string, bornOn: string, more: object = {}) => t.perform(correctBirth, { id: of, bornOn, sex: 'female', wasBornOn, wasSex: 'female', ...more }, clerk, 'kļūda');
    const wrong: readonly (readonly [bornOn: string, says: string])[] = [
      ['2027-01-01', 'vēl nav pienākusi'], ['1823-02-03', 'Pārbaudiet gadu'], ['2015-02-03', 'jau ir tieši tādi'], ['2016-02-01', 'agrāku dienu: 01.03.2015.'], ['1999-01-01', 'bērna pārstāvību no 01.01.2016.'],
    ];
    for (const [bornOn, says] of wrong) await expect(correct(id, '2015-02-03', bornOn), bornOn).rejects.toMatchObject({ status: 422, fields: [{ field: 'bornOn', message: { lv: expect.stringContaining(says) } }] });
    await expect(correct(parent.id, '1990-05-21', '2006-05-21'), 'the mother of a child').rejects.toMatchObject(refused(422, 'bornOn'));
    const old = await register({ code: '161175-19997', bornOn: '1975-11-16' });
    await expect(correct(old.id, '1975-11-16', '1975-11-17')).rejects.toMatchObject(refused(422, 'codeSure'));
    expect((await card(old.id)).person.bornOn, 'nothing is written').toBe('1975-11-16');
    await correct(old.id, '1975-11-16', '1975-11-17', { codeSure: 'yes' });
    expect((await card(id)).before.births).toEqual([]);
  });

  it('protection begins and ends by day', async () => {
    const { id } = await register();
    await t.perform(protectPerson, { id, kind: 'violence', basis: 'Lēmums', from: '2024-01-01' }, clerk);
    const stranger = actorWith([findPersonsPermission, recordPersonsPermission]);
    await expect(t.perform(changeName, { id, given: 'A', family: 'B', from: '2024-01-01' }, stranger)).rejects.toMatchObject(refused(404));
    await t.perform(endProtection, { id, on: '2025-01-01' }, clerk);
    await t.perform(changeName, { id, given: 'A', family: 'B', from: '2024-01-01' }, stranger);
  });
});

describe('bad input is refused with a sentence, and nothing is written', () => {
  const bad: [string, (id: string, code: string) => Promise<unknown>, ReturnType<typeof refused>][] = [
    ['a code that belongs to someone', (_, code) => t.perform(registerPerson, { given: 'A', family: 'B', code, bornOn: '1990-05-21', sex: 'male', ...OLD_AGLONA, livesThereSince: '2015-03-01' }, clerk), refused(422, 'code')],
    ['a unit that has ended', (id) => t.perform(declareAddress, { id, ...OLD_AGLONA, from: '2022-01-01' }, clerk), refused(422, 'atvk')],
    ['an unknown unit', (id) => t.perform(declareAddress, { id, ...NEW_RIGA, atvk: '9999999', from: '2022-01-01' }, clerk), refused(422, 'atvk')],
    ['a part that a parted unit does not have', (id) => t.perform(declareAddress, { id, ...OLD_AGLONA, part: 'Rīgas pagasts', from: '2016-01-01' }, clerk), refused(422, 'part')],
    ['an address from before the present one', (id) => t.perform(declareAddress, { id, ...OLD_AGLONA, from: '2014-01-01' }, clerk), refused(422, 'from')],
    ['an address to come', (id) => t.perform(declareAddress, { id, ...NEW_RIGA, from: '2027-01-01' }, clerk), refused(422, 'from')],
    ['a wrong address code', (id) => t.perform(declareAddress, { id, ...NEW_RIGA, addressCode: '12', from: '2022-01-01' }, clerk), refused(422, 'addressCode')],
    ['a name before birth', (id) => t.perform(changeName, { id, given: 'A', family: 'B', from: '1980-01-01' }, clerk), refused(422, 'from')],
    ['a name of digits', (id) => t.perform(changeName, { id, given: 'A1', family: 'B', from: '2020-01-01' }, clerk), refused(422, 'given')],
    ['death before birth', (id) => t.perform(recordDeath, { id, on: '1980-01-01', ...PROOF }, clerk), refused(422, 'on')],
    ['guardianship of an adult', (id, code) => t.perform(recordGuardianship, { id, kind: 'parent', guardianCode: code, basis: 'x', from: '2020-01-01' }, clerk), refused(422, 'from')],
    ['a guardian nobody knows', (id) => t.perform(recordGuardianship, { id, kind: 'parent', guardianCode: '92009999999', basis: 'x', from: '1995-01-01' }, clerk), refused(422, 'guardianCode')],
    ['a child as its own guardian', (id, code) => t.perform(recordGuardianship, { id, kind: 'parent', guardianCode: code, basis: 'x', from: '1995-01-01' }, clerk), refused(422, 'guardianCode')],
    ['an end of protection that is not', (id) => t.perform(endProtection, { id, on: '2020-01-01' }, clerk), refused(409)],
  ];
  it.each(bad)('%s', async (_, attempt, expected) => {
    const { id, code } = await register();
    await expect(attempt(id, code)).rejects.toMatchObject(expected);
    const { names, codes, addresses, guardianships } = await card(id);
    expect([names.length, codes.length, addresses.length, guardianships.length]).toEqual([1, 1, 1, 0]);
  });

  it('the same two people twice at a time', async () => {
    const child = await register({ bornOn: '2015-02-03' });
    const parent = await register();
    const record = () => t.perform(recordGuardianship, { id: child.id, kind: 'parent', guardianCode: parent.code, basis: 'x', from: '2015-02-03' }, clerk);
    await record();
    await expect(record()).rejects.toMatchObject(refused(422, 'from'));
    const placed = () => t.perform(recordGuardianship, { id: child.id, kind: 'care', place: 'SAC “Paraugs”', basis: 'x', from: '2020-01-01' }, clerk);
    const [one, other] = (await Promise.allSettled([placed(), placed()])).toSorted((a, b) => (a.status < b.status ? -1 : 1));
    expect([one, other], 'a form sent twice at the same moment').toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: refused(422, 'from') }]);
  });

  it('a person of another municipality', async () => {
    const { id } = await register();
    const elsewhere = actorWith([recordPersonsPermission], { unitIds: [1] });
    await expect(t.perform(recordDeath, { id, on: '2025-01-01', ...PROOF }, elsewhere)).rejects.toMatchObject(refused(404));
  });
});
