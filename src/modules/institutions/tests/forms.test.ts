import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo, fillWithUsers } from '../../access/tests/made-up-country.js';
import { errorsOf } from './registrar.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';

let t: TestPlatform;
let registrar: ReturnType<typeof visitor>;

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t, { users: 50, grants: 100 });
  registrar = visitor(t);
  await registrar.signIn(demo('registrar').login, DEMO_PASSWORD);
});
afterAll(() => t.close());

const NEW = {
  regNr: '9900777001',
  entNr: '',
  name: 'Aizkraukles Jaunā skola',
  type: 'primary-school',
  legalStatus: 'municipal',
  subordination: 'municipality',
  foundedOn: '2022-09-01',
  basis: 'Domes lēmums Nr. 7',
  founderType: 'municipality',
  founderAtvk: '0020000',
  atvk: '0020000',
  street: 'Skolas iela 7',
};
const ABOUT = `/institutions/${NEW.regNr}`;

describe('a registrar without script', () => {
  test('is told what is wrong beside each field, and what was typed stays', async () => {
    const told = async (wrong: Record<string, string>) => errorsOf((await registrar.send('/institutions/register?lang=lv', { ...NEW, ...wrong })).body);
    const answer = await registrar.send('/institutions/register?lang=lv', { ...NEW, regNr: '12', street: '' });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('value="Aizkraukles Jaunā skola"');
    const empty = 'Lauks ir jāaizpilda';
    expect(await told({ regNr: '12', entNr: '7', name: 'Школа', foundedOn: '', basis: '', founderAtvk: '', street: '' }), 'all of it at once, the missing founder too').toEqual({
      regNr: expect.stringContaining('desmit cipari'), entNr: expect.stringContaining('Nav derīgs'), name: expect.stringContaining('latīņu'), foundedOn: expect.stringContaining(empty), basis: expect.stringContaining(empty),
      founderAtvk: expect.stringContaining('Izvēlieties pašvaldību'), street: expect.stringContaining(empty),
    });
    expect(Object.keys(await told({ founderType: 'legal person', founderName: '', street: '' })).toSorted()).toEqual(['founderName', 'street']);
    expect(await told({ phone: 'pie dežuranta', email: 'skola', website: 'http://', addressCode: '12' })).toEqual({
      phone: expect.stringContaining('ar cipariem'), email: expect.stringContaining('e-pasta adrese'), website: expect.stringContaining('www.skola.lv'), addressCode: expect.stringContaining('tieši 9 cipari'),
    });
    expect(Object.keys(await told({ foundedOn: '2199-09-01', type: 'nav', founderAtvk: '9999999', atvk: '9999999' })).toSorted()).toEqual(['atvk', 'foundedOn', 'founderAtvk', 'type']);
  });

  test('registers, renames, hands over, adds a place and closes, each by a form', async () => {
    const steps: readonly (readonly [path: string, fields: Record<string, string>])[] = [
      ['/institutions/register', NEW],
      [`${ABOUT}/rename`, { name: 'Aizkraukles Lejas skola', from: '2023-09-01' }],
      [`${ABOUT}/founder`, { founderType: 'legal person', founderName: 'SIA “Paraugs”', from: '2024-09-01', reason: 'takeover', basis: 'Līgums Nr. 3' }],
      [`${ABOUT}/delivery-place`, { programme: 'preschool', atvk: '0001000', street: 'Pils iela 3', from: '2024-09-01' }],
      [`${ABOUT}/close`, { closedOn: '2026-08-01', reason: 'liquidated', basis: 'Lēmums Nr. 9' }],
    ];
    for (const [path, fields] of steps) {
      for (const lang of ['en', 'lv']) expect((await registrar.open(`${path}?lang=${lang}`)).body).toContain(`<html lang="${lang}">`);
      const answer = await registrar.send(path, fields);
      expect([path, answer.status, answer.location]).toEqual([path, 303, ABOUT]);
    }
    const { body } = await registrar.open(`${ABOUT}?lang=lv`);
    for (const words of ['Aizkraukles Lejas skola', 'Iestāde ir slēgta 01.08.2026.', 'SIA “Paraugs”', 'Pils iela 3, Rīga', 'Lēmums Nr. 9']) expect(body).toContain(words);
  });

  test('the same registration number twice is refused with a sentence beside the number', async () => {
    const answer = await registrar.send('/institutions/register?lang=lv', NEW);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatch(/id="f-regNr-error"[^>]*>[^<]*(<[^>]*>[^<]*)*?Iestāde ar šādu reģistrācijas numuru jau ir reģistrēta/);
  });

  test('sees the institutions that wait for a decision', async () => {
    const { status, body } = await registrar.open('/institutions/founder-gaps?lang=lv');
    expect(status).toBe(200);
    expect(body).toContain('<h1>Iestādes bez faktiskā dibinātāja</h1>');
  });
});

test('a resident has no right to the forms', async () => {
  const resident = visitor(t);
  await resident.signIn('iedzivotajs', DEMO_PASSWORD);
  expect((await resident.open('/institutions/register')).status).toBe(403);
  expect((await resident.open('/institutions')).body).not.toContain('/institutions/register');
});

test('a machine or a page with the session’s token records by the API, and is told what is wrong', async () => {
  const csrf = /name="_csrf" value="([^"]+)"/.exec((await registrar.open('/institutions/register')).body)![1]!;
  const cookie = [...registrar.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const post = (url: string, payload: object) => t.server.inject({ method: 'POST', url, payload, headers: { cookie, 'x-csrf-token': csrf, 'accept-language': 'en' } });
  const made = await post('/api/institutions', { ...NEW, regNr: '9900777002' });
  expect([made.statusCode, made.json().regNr]).toEqual([200, '9900777002']);
  const moved = await post('/api/institutions/9900777002/addresses', { kind: 'actual', atvk: '0001000', street: 'Brīvības iela 1', from: '2024-01-01' });
  expect(moved.statusCode).toBe(200);
  const wrong = await post('/api/institutions/9900777002/addresses', { kind: 'actual', atvk: '0326100', street: 'Brīvības iela 1', from: '2024-02-01' });
  expect([wrong.statusCode, wrong.headers['content-type']]).toEqual([422, expect.stringContaining('application/problem+json')]);
  expect(wrong.body).toMatch(/pašvaldības ar šādu kodu nebija/);
});
