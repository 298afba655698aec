import { afterAll, beforeAll, expect, test } from 'vitest';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { DEMO_PASSWORD } from '../domain/demo-users.js';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo, fillWithUsers, userIdOf } from './made-up-country.js';

let t: TestPlatform;

beforeAll(async () => {
  t = await testPlatform();
  await fillWithUsers(t, { users: 200, grants: 400 });
});
afterAll(() => t.close());

const PAGES: readonly (readonly [role: string, path: string, lv: string, en: string])[] = [
  ['institution-head', '/my/rights', 'Manas tiesības', 'My rights'],
  ['institution-head', '/my/rights/request', 'Pieprasīt tiesības', 'Request a right'],
  ['institution-head', '/my/sessions', 'Manas sesijas', 'My sessions'],
  ['institution-head', '/my/sign-in/password', 'Mainīt paroli', 'Change the password'],
  ['institution-head', '/my/sign-in/code', 'Vienreizējie kodi', 'One-time codes'],
  ['institution-head', '/access/confirmations', 'Ikgadējā pārskatīšana', 'Yearly review'],
  ['ministry-operator', '/access/not-asked', 'Bez pieprasījuma pirms reformas', 'Without a request before a reform'],
  ['rights-administrator', '/access/here', 'Tiesības manā pārziņā', 'Rights in my charge'],
  ['rights-administrator', '/access/grants/new', 'Piešķirt tiesības', 'Give a right'],
  ['rights-administrator', '/access/requests', 'Tiesību pieprasījumi', 'Requests for rights'],
  ['municipality-user-administrator', '/access/users', 'Lietotāji', 'Users'],
  ['municipality-user-administrator', '/access/users/new', 'Jauns lietotājs', 'New user'],
  ['administrator', '/access/roles', 'Lomas', 'Roles'],
  ['administrator', '/access/roles/auditor', 'Auditors', 'Auditor'],
  ['administrator', '/access/parameters', 'Ierobežojumi', 'Limits'],
];

test.each(PAGES)('%s sees %s in both languages', async (role, path, lv, en) => {
  const person = visitor(t);
  await person.signIn(demo(role).login, DEMO_PASSWORD);
  for (const [lang, words] of [['lv', lv], ['en', en]] as const) {
    const page = await person.open(`${path}?lang=${lang}`);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`<html lang="${lang}">`);
    expect(page.body).toContain(`<h1>${words}</h1>`);
  }
});

test.each(PAGES.filter(([, path]) => path.startsWith('/access')))('%s’s page %s is not for a resident, nor for a stranger', async (_role, path) => {
  expect((await visitor(t).open(path)).status).toBe(401);
  const resident = visitor(t);
  await resident.signIn('iedzivotajs', DEMO_PASSWORD);
  expect((await resident.open(path)).status).toBe(403);
});

test('the sign-in page offers the demonstration users in both languages', async () => {
  expect((await visitor(t).open('/sign-in?lang=lv')).body).toContain('Ministrijas reformu operators');
  expect((await visitor(t).open('/sign-in?lang=en')).body).toContain('Reform operator of the ministry');
});

test('a signed document goes along with a request, and comes back as it was, to be saved and not opened', async () => {
  const person = visitor(t);
  await person.signIn('lietvedis', DEMO_PASSWORD);
  const token = /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/rights/request')).body)![1]!;
  const form = new FormData();
  for (const [name, value] of Object.entries({ _csrf: token, roleCode: 'auditor', place: 'country', regNr: '', from: '2026-12-01', to: '', basis: 'Revīzijas plāns' })) form.append(name, value);
  form.append('file', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'iesniegums.html');
  const body = new Response(form);
  const answer = await t.server.inject({
    method: 'POST', url: '/my/rights/request', payload: Buffer.from(await body.arrayBuffer()),
    headers: { accept: 'text/html', 'content-type': body.headers.get('content-type')!, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(answer.statusCode).toBe(303);
  const page = await person.open('/my/rights');
  expect(page.body).toContain('paraksts vēl nav pārbaudīts');
  const file = await person.open(/\/access\/requests\/[0-9a-f-]+\/file/.exec(page.body)![0]);
  expect(file.body).toBe('<script>alert(1)</script>');
  expect(file.raw.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
  expect(file.raw.headers['content-disposition']).toMatch(/^attachment/);
});

test('a form with mistakes comes back with what was typed and a sentence at each field', async () => {
  const person = visitor(t);
  await person.signIn(demo('rights-administrator').login, DEMO_PASSWORD);
  const answer = await person.send('/access/grants/new', { login: 'nav.tada', roleCode: 'auditor', place: 'country', from: '2026-12-01', to: '', basis: 'Rīkojums' });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Nav aktīva lietotāja ar šādu lietotājvārdu');
  expect(answer.body).toContain('value="nav.tada"');
});

test('the exported list of users opens as a spreadsheet', async () => {
  const person = visitor(t);
  await person.signIn(demo('municipality-user-administrator').login, DEMO_PASSWORD);
  const csv = await person.open('/access/users/export?format=csv');
  expect(csv.status).toBe(200);
  expect(csv.body.split('\r\n')[0]).toContain('Lietotājvārds');
  expect((await person.open('/access/users/export?format=xlsx')).raw.rawPayload.subarray(0, 2).toString()).toBe('PK');
});

test('a user chooses a password by the link from the mail, once', async () => {
  const administrator = visitor(t);
  await administrator.signIn(demo('institution-user-administrator').login, DEMO_PASSWORD);
  const form = await administrator.open('/access/users/new');
  const place = /value="(institution:[0-9a-f-]+)"/.exec(form.body)![1]!;
  await administrator.send('/access/users/new', { name: 'Jānis Jaunais', login: 'janis.jaunais', email: 'janis@vienkopus.example', place });
  await t.runDueJobs();
  const { rows } = await t.database.pool.query(`select body_lv from platform.notice where user_id = $1`, [await userIdOf(t, 'janis.jaunais')]);
  const link = /\/set-password\/[\w-]+$/.exec(rows[0].body_lv)![0];
  const person = visitor(t);
  expect((await person.open(link)).status).toBe(200);
  const choice = { password: 'zirgs skapis mākonis', again: 'zirgs skapis mākonis' };
  expect(await person.send(link, choice)).toMatchObject({ status: 303, location: '/sign-in' });
  expect((await person.send(link, choice)).status).toBe(409);
  expect((await person.signIn('janis.jaunais', choice.password)).status).toBe(303);
});
