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
  ['institution-head', '/become-a-user', 'Kā kļūt par lietotāju', 'How to become a user'],
  ['institution-head', '/my/sessions', 'Manas sesijas', 'My sessions'],
  ['institution-head', '/my/sign-in/password', 'Mainīt paroli', 'Change the password'],
  ['institution-head', '/my/sign-in/code', 'Vienreizējie kodi', 'One-time codes'],
  ['institution-head', '/access/confirmations', 'Ikgadējā pārskatīšana', 'Yearly review'],
  ['ministry-operator', '/access/not-asked', 'Vēl nav pieprasījuši tiesības', 'Not asked for rights yet'],
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

test('the error page names the field that is wrong', async () => {
  const person = visitor(t);
  await person.signIn(demo('rights-administrator').login, DEMO_PASSWORD);
  for (const [lang, words] of [['lv', 'Diena: '], ['en', 'Day: ']] as const) {
    const page = await person.open(`/access/here?on=kaut-kad&lang=${lang}`);
    expect([page.status, page.body.includes(`<li>${words}`)]).toEqual([422, true]);
  }
});

test('the sign-in page offers the demonstration users in both languages', async () => {
  expect((await visitor(t).open('/sign-in?lang=lv')).body).toContain('Ministrijas reformu operators');
  expect((await visitor(t).open('/sign-in?lang=en')).body).toContain('Reform operator of the ministry');
});

test('a document goes along with a request, is said to have no signature to check, and comes back as it was, to be saved and not opened', async () => {
  const person = visitor(t);
  await person.signIn('lietvedis', DEMO_PASSWORD);
  const token = /name="_csrf" value="([^"]+)"/.exec((await person.open('/my/rights/request')).body)![1]!;
  const form = new FormData();
  for (const [name, value] of Object.entries({ _csrf: token, roleCode: 'auditor', place: 'country', regNr: '', from: '2026-12-01', to: '', basis: 'Revīzijas plāns' })) form.append(name, value);
  form.append('file', new Blob(['<script>alert(1)</script>'], { type: 'text/html' }), 'iesniegums.pdf');
  const body = new Response(form);
  const answer = await t.server.inject({
    method: 'POST', url: '/my/rights/request', payload: Buffer.from(await body.arrayBuffer()),
    headers: { accept: 'text/html', 'content-type': body.headers.get('content-type')!, cookie: [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect(answer.statusCode).toBe(303);
  const page = await person.open('/my/rights');
  expect(page.body).toContain('datne bez paraksta');
  const found = await person.open(/\/access\/requests\/[0-9a-f-]+\/document/.exec(page.body)![0]);
  const file = await person.open(/\/access\/requests\/[0-9a-f-]+\/file/.exec(found.body)![0]);
  expect(file.body).toBe('<script>alert(1)</script>');
  expect(file.raw.headers).toMatchObject({ 'content-type': 'application/octet-stream' });
  expect(file.raw.headers['content-disposition']).toMatch(/^attachment/);
});

test('the application to sign comes filled in as PDF/A for what the form says, blank for anybody, and not for what cannot be given', async () => {
  const person = visitor(t);
  await person.signIn('lietvedis', DEMO_PASSWORD);
  const wish = { roleCode: 'auditor', place: 'country', regNr: '', from: '2026-12-01', to: '', basis: 'Revīzijas plāns' };
  const filled = await person.send('/my/rights/request/application', wish, '/my/rights/request');
  expect([filled.status, filled.raw.headers['content-type'], filled.raw.rawPayload.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-']);
  const blank = (await visitor(t).open('/become-a-user/form')).raw.rawPayload;
  expect([blank.subarray(0, 5).toString(), blank.equals(filled.raw.rawPayload)]).toEqual(['%PDF-', false]);
  const refused = await person.send('/my/rights/request/application', { ...wish, from: '2020-01-01' }, '/my/rights/request');
  expect([refused.status, refused.body.includes('Revīzijas plāns'), refused.body.includes('id="f-from-error"')]).toEqual([422, true, true]);
  expect((await t.database.pool.query(`select 1 from access.right_request where basis = $1 and wanted_from = '2020-01-01'`, [wish.basis])).rowCount).toBe(0);
});

test('a form with mistakes comes back with what was typed and a sentence at each field', async () => {
  const person = visitor(t);
  await person.signIn(demo('rights-administrator').login, DEMO_PASSWORD);
  const answer = await person.send('/access/grants/new', { login: 'nav.tada', roleCode: 'auditor', place: 'country', from: '2026-12-01', to: '', basis: 'Rīkojums' });
  expect(answer.status).toBe(422);
  expect(answer.body).toContain('Nav aktīva lietotāja ar šādu lietotājvārdu');
  expect(answer.body).toContain('value="nav.tada"');
});

test('a limit out of its range is refused with the range, one in range is kept', async () => {
  const person = visitor(t);
  await person.signIn(demo('administrator').login, DEMO_PASSWORD);
  const set = (name: string, numbers: string, from = '2026-11-21') => person.send(`/access/parameters/${name}`, { numbers, from, basis: 'Rīkojums' });
  const refused = await set('session-idle-minutes', '0');
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('der vērtība no 5 līdz 720. Norādīts: 0.');
  expect((await set('attempts-on-account', '4')).body).toContain('der vērtība no 10 līdz 100');
  expect((await set('session-idle-minutes', '30', '2026-11-20')).body).toContain('kas jau bija spēkā, paliek');
  expect((await set('no-such', '30')).status).toBe(404);
});

test('a changed limit is confirmed after it has been shown, waits for its day, and can be taken back before it', async () => {
  const person = visitor(t);
  await person.signIn(demo('administrator').login, DEMO_PASSWORD);
  const LIMIT = '/access/parameters/session-absolute-minutes';
  const inForce = async () => (await t.database.pool.query<{ numbers: number[]; from: string; to: string | null }>(
    `select numbers, valid_from::text as from, valid_to::text as to from access.parameter where name = 'session-absolute-minutes' and superseded_at is null order by valid_from`)).rows;
  const before = await inForce();
  const typed = { numbers: '60', from: '2026-12-01', basis: 'Rīkojums Nr. 9' };
  const shown = await person.send(LIMIT, typed);
  expect(shown.status).toBe(200);
  for (const words of ['Apstipriniet maiņu', '720\u00a0minūtes', '60\u00a0minūtes', '01.12.2026.', 'Rīkojums Nr. 9', 'Visus lietotājus, kas pierakstās; aktīvo lietotāju skaits:', 'var atsaukt']) expect([words, shown.body.includes(words)]).toEqual([words, true]);
  expect(await inForce()).toEqual(before);

  const seen = /name="seen" value="([^"]+)"/.exec(shown.body)![1]!;
  expect((await person.send(`${LIMIT}/confirm`, typed)).status).toBe(422);
  expect((await person.send(`${LIMIT}/confirm`, { ...typed, seen })).status).toBe(303);
  expect(await inForce()).toEqual([{ ...before[0], to: '2026-12-01' }, { numbers: [60], from: '2026-12-01', to: null }]);
  const late = await person.send(`${LIMIT}/confirm`, { ...typed, numbers: '90', seen });
  expect([late.status, late.body.includes('vērtību mainīja kāds cits')]).toEqual([409, true]);
  const other = await person.send('/access/parameters/session-idle-minutes', { ...typed, numbers: '61', from: '2026-11-25' });
  expect(other.body).toContain('Ar 01.12.2026. tas nebūtu saskaņā ar citu vērtību. Vērtība nevar būt lielāka par ierobežojumu “Sesija beidzas jebkurā gadījumā”: 60');
  const replaced = await person.send(LIMIT, { ...typed, numbers: '120', from: '2026-11-25' });
  expect(replaced.body).toContain('Atceļ plānoto');

  const list = (await person.open('/access/parameters')).body;
  expect(list).toContain('vēl nav spēkā');
  const id = /name="id" value="([^"]+)"/.exec(list)![1]!;
  expect((await person.send(`${LIMIT}/take-back`, { id })).status).toBe(303);
  expect((await inForce()).map(({ numbers, to }) => [numbers, to])).toEqual([[[720], null]]);
  expect((await t.database.pool.query(`select from access.parameter where name = 'session-absolute-minutes'`)).rowCount).toBe(4);
  const holding = (await t.database.pool.query<{ id: string }>(`select id from access.parameter where name = 'session-absolute-minutes' and superseded_at is null`)).rows[0]!.id;
  expect((await person.send(`${LIMIT}/take-back`, { id: holding })).status).toBe(409);
  const auditor = visitor(t);
  await auditor.signIn(demo('auditor').login, DEMO_PASSWORD);
  const log = (await auditor.open('/audit')).body;
  for (const words of ['Robeža: Sesija beidzas jebkurā gadījumā', 'Bija: 720', 'Ir: 60', 'No: 01.12.2026.', 'Atsaukta plānota ierobežojuma maiņa']) expect([words, log.includes(words)]).toEqual([words, true]);
});

test('the audit log names the right, its role and whose it is, not their identifiers', async () => {
  const giver = visitor(t);
  await giver.signIn(demo('rights-administrator').login, DEMO_PASSWORD);
  const given = await giver.send('/access/grants/new', { login: 'lietvedis', roleCode: 'auditor', place: 'country', from: '2026-12-01', to: '', basis: 'Rīkojums' });
  expect(given.status).toBe(303);
  const auditor = visitor(t);
  await auditor.signIn(demo('auditor').login, DEMO_PASSWORD);
  const { body } = await auditor.open('/audit?action=access.give-grant');
  expect(body).toContain('No: 01.12.2026. · Loma: Auditors · Lietotājs: Dace Rakstvede (lietvedis) · Tiesības: Dace Rakstvede: Auditors · Vieta: Veids – visa valsts');
});

test('a person’s card gives a right and ends one, and comes back to the card; nobody is offered that for themselves', async () => {
  const login = demo('municipality-user-administrator').login;
  const keeper = visitor(t);
  await keeper.signIn(login, DEMO_PASSWORD);
  const card = `/access/users/${await userIdOf(t, 'izpilddirektors')}`;
  const before = (await keeper.open(card)).body;
  const end = /\/access\/grants\/[0-9a-f-]+\/end\?back=user/.exec(before)![0];
  const form = /\/access\/grants\/new\?login=izpilddirektors&(?:amp;)?back=user/.exec(before)![0].replace('&amp;', '&');
  expect((await keeper.open(form)).body).toContain('value="izpilddirektors"');
  expect((await keeper.open(form)).body).not.toContain('Sistēmas administrators');
  expect((await keeper.open(end)).body).toContain('(izpilddirektors)');
  expect(await keeper.send(end, { on: '2026-12-31', why: 'Amata maiņa' })).toMatchObject({ status: 303, location: card });
  expect((await keeper.open(`/access/users/${await userIdOf(t, login)}`)).body).not.toContain('/access/grants/new');
});

test('a right ends in the yearly review only with a reason, and the answer names whose', async () => {
  const grantId = (await t.database.pool.query<{ id: string }>(`select g.id from access.role_grant g join access.app_user u on u.id = g.user_id where u.login = 'lietvedis' and g.role_code = 'school-secretary'`)).rows[0]!.id;
  const head = visitor(t);
  await head.signIn(demo('institution-head').login, DEMO_PASSWORD);
  const path = `/access/confirmations/${grantId}/end`;
  expect((await head.send(path, { why: '' })).body).toContain('Rakstiet iemeslu: lietotājs to redzēs.');
  expect((await head.send(path, { why: 'Cits amats', on: '2020-01-01' })).body).toContain('Diena jau ir pagājusi.');
  expect(await head.send(path, { why: 'Cits amats' })).toMatchObject({ status: 303, location: '/access/confirmations' });
  expect((await head.open('/access/confirmations')).body).toContain('Dace Rakstvede: tiesības “Skolas lietvedis” ir izbeigtas.');
  const { rows } = await t.database.pool.query('select ended_reason from access.role_grant where id = $1', [grantId]);
  expect(rows[0]).toEqual({ ended_reason: 'Cits amats' });
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
  expect(rows[0].body_lv).toContain('Jūsu lietotājvārds ir janis.jaunais.');
  expect((await person.open(link)).body).toContain('<strong>janis.jaunais</strong>');
  const choice = { password: 'zirgs skapis mākonis', again: 'zirgs skapis mākonis' };
  expect(await person.send(link, choice)).toMatchObject({ status: 303, location: '/sign-in' });
  expect((await person.send(link, choice)).status).toBe(409);
  expect((await person.signIn('janis.jaunais', choice.password)).status).toBe(303);
  // Confirming is not offered where it can only fail.
  expect((await person.open('/my/sign-in')).body).toContain('Kontam vēl nav norādīta persona');
});
