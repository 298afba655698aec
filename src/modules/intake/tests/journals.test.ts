import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '../../authentication/tests/browser-like.js';
import { demo } from '../../access/tests/made-up-country.js';
import { A, B, REG_NRS, sendingSchool, type SendingSchool } from './sending-school.js';

const [SCHOOL, OTHER_SCHOOL] = REG_NRS;
let s: SendingSchool;
let keeper: ReturnType<typeof visitor>;
let head: ReturnType<typeof visitor>;
let fifth: string;
let addresses = 0;
const signedIn = async (role: string) => {
  const someone = visitor(s.t, `198.51.100.${(addresses += 1)}`);
  await someone.signIn(demo(role).login, demo(role).password);
  return someone;
};
beforeAll(async () => {
  s = await sendingSchool();
  fifth = await s.aClass('5.a', 5);
  keeper = await signedIn('education-administrator');
  head = await signedIn('institution-head');
});
afterAll(() => s.t.close());

const mail = () => s.rows<{ to_address: string; subject: string; body: string }>('select to_address, subject, body from platform.outbox_mail where notice_id is null order by id');

test('an e-journal is registered, its contact is added, and a technical user must be no person', async () => {
  const wrong = await keeper.send('/intake/journals/new', { code: 'klases-soma', name: 'Klases soma', vendor: 'SIA Somas', login: 'klasifikatori.nav' });
  expect([wrong.status, wrong.body.includes('Šāda lietotāja nav')]).toEqual([422, true]);
  const { id: person } = await s.pupil(fifth);
  await s.rows(`update access.app_user set person_id = $1 where login = 'auditors'`, [person]);
  const someone = await keeper.send('/intake/journals/new', { code: 'klases-soma', name: 'Klases soma', vendor: 'SIA Somas', login: 'auditors' });
  expect([someone.status, someone.body.includes('pierakstās cilvēks')]).toEqual([422, true]);
  const made = await keeper.send('/intake/journals/new', { code: 'klases-soma', name: 'Klases soma', vendor: 'SIA Somas', login: '' });
  expect([made.status, made.location]).toEqual([303, '/intake/journals/klases-soma']);
  expect((await keeper.send('/intake/journals/new', { code: 'klases-soma', name: 'X', vendor: 'Y', login: '' })).body).toContain('jau ir reģistrēts');
  await keeper.send('/intake/journals/klases-soma', { contact: 'Toms Somiņš', email: 'toms@soma.example', user: '' });
  const card = (await keeper.open('/intake/journals/klases-soma')).body;
  expect(card).toContain('toms@soma.example');
  expect(card).toContain('nav norādīts: sūtīt vēl nevar');
  expect((await head.open('/intake/journals')).status).toBe(403);
});

test('all that is wrong with a new e-journal is told at once, each beside its field, and what was typed stays', async () => {
  const all = await keeper.send('/intake/journals/new', { code: '1 žurnāls', name: '', vendor: '', login: 'nav.tada' });
  expect(all.status).toBe(422);
  for (const field of ['code', 'name', 'vendor', 'login']) expect(all.body).toContain(`id="f-${field}-error"`);
  expect(all.body).toContain('value="nav.tada"');
  const taken = await keeper.send('/intake/journals/new', { code: 'zalais', name: 'X', vendor: '', login: 'sistema.zalais' });
  expect(taken.body).toMatch(/id="f-code-error"[^]*jau ir reģistrēts[^]*id="f-vendor-error"[^]*id="f-login-error"[^]*jau strādā cits e-žurnāls/);
  const changed = await keeper.send('/intake/journals/zalais/change', { name: '', vendor: '', login: 'sistema.zalais' });
  expect([changed.status, changed.body.includes('id="f-vendor-error"'), changed.body.includes('id="f-login-error"')]).toEqual([422, true, false]);
});

test('scenario of VI-103: the school sees which of three causes it is, who mends it, and that it is mended', async () => {
  const { token } = await s.journal('tresais');
  const send = async () => (await (await s.call('/batches', { method: 'POST', body: JSON.stringify({ institution: SCHOOL, year: 2026, kind: 'mark', rows: [{}] }), headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } }, token)).json()) as { cause?: string; type?: string };
  expect(await send()).toMatchObject({ type: '/problems/VI-103', cause: 'confirmation' });
  const page = async () => (await head.open(`/intake/troubles/rights?regNr=${SCHOOL}`)).body;
  expect(await page()).toMatch(/tresais[^]*nav apstiprināts[^]*Novērš iestādes vadītājs/);

  const confirmed = await head.send(`/intake/schools/${SCHOOL}/confirm`, { code: 'tresais', from: '2027-01-25' });
  expect(confirmed.status).toBe(303);
  expect(await send()).toMatchObject({ cause: 'period' });
  expect(await page()).toMatch(/tresais[^]*citas dienas/);
  const [binding] = await s.rows<{ id: string }>(`select id from intake.journal_school where valid_from = '2027-01-25'`);
  expect((await head.send(`/intake/schools/${SCHOOL}/journals/${binding!.id}/end`, { on: '2027-01-25' })).status).toBe(303);
  await head.send(`/intake/schools/${SCHOOL}/confirm`, { code: 'tresais', from: '2027-01-20' });
  expect((await send()).cause).toBeUndefined();

  await keeper.send('/intake/journals/tresais/state', { state: 'suspended', reason: 'Sūta svešus datus' });
  expect(await send()).toMatchObject({ cause: 'journal' });
  expect(await page()).toMatch(/tresais[^]*žurnāls nedrīkst sūtīt[^]*Sūta svešus datus/);
  expect((await keeper.send('/intake/journals/tresais/state', { state: 'suspended', reason: 'Vēlreiz' })).status).toBe(422);
  await expect.poll(async () => (await s.rows('select cause, calls from intake.refused_call order by cause')).length, { timeout: 15_000, interval: 200 }).toBe(3);
  expect(await page()).toContain('Iestāde šo e-žurnālu nav apstiprinājusi.');
  expect(await s.rows('select cause, calls from intake.refused_call order by cause')).toEqual(['confirmation', 'journal', 'period'].map((cause) => ({ cause, calls: 1 })));
});

test('a head confirms for the own school alone, and the end holds from its day on', async () => {
  expect((await head.send(`/intake/schools/${OTHER_SCHOOL}/confirm`, { code: 'zalais', from: '2027-01-20' })).status).toBe(404);
  const secretary = await signedIn('school-secretary');
  expect((await secretary.send(`/intake/schools/${SCHOOL}/confirm`, { code: 'zalais', from: '2027-01-20' })).status).toBe(403);
  const twice = await head.send(`/intake/schools/${SCHOOL}/confirm`, { code: 'zalais', from: '2027-01-20' });
  expect([twice.status, twice.body.includes('jau ir apstiprināts')]).toEqual([409, true]);
  const early = await head.send(`/intake/schools/${SCHOOL}/confirm`, { code: 'zalais', from: '2019-01-20' });
  expect([early.status, early.body.includes('vairāk nekā gadu atpakaļ')]).toEqual([422, true]);
  const [binding] = await s.rows<{ id: string }>('select id from intake.journal_school where journal_id = $1 and institution_id = $2', [s.journalId, A]);
  const past = await head.send(`/intake/schools/${SCHOOL}/journals/${binding!.id}/end`, { on: '2027-01-19' });
  expect([past.status, past.body.includes('Pagātnē izbeigt nevar')]).toEqual([422, true]);
  expect(await s.rows('select institution_id from intake.journal_school where institution_id = $1', [B])).toEqual([]);
});

test('the old address answers the same, says that it is old, and the board shows who still uses it', async () => {
  const old = await fetch(`${s.t.address}/api/v0/intake/journals/me`, { headers: { authorization: `Bearer ${await tokenOf()}` } });
  expect(old.status).toBe(200);
  expect(await old.json()).toMatchObject({ code: 'ceturtais' });
  expect(Object.fromEntries(old.headers)).toMatchObject({ deprecation: '@1788210000', link: '</api/intake/journals/me>; rel="successor-version", </intake/moved>; rel="deprecation"; type="text/html"' });
  expect(old.headers.get('sunset')).toBeNull();
  const now = await fetch(`${s.t.address}/api/intake/journals/me`);
  expect([now.status, now.headers.get('deprecation')]).toEqual([401, null]);
  await expect.poll(async () => (await keeper.open('/intake/addresses')).body, { timeout: 15_000, interval: 200 }).toMatch(/ceturtais[^]*\/api\/v0\/intake/);
  expect(await s.rows(`select path, calls from intake.journal_call c join intake.journal j on j.id = c.journal_id where j.code = 'ceturtais'`)).toEqual([{ path: '/api/v0/intake/journals/me', calls: 1 }]);
  expect((await visitor(s.t).open('/intake/moved')).body).toContain('/api/v0/intake');
});

let machine: string | undefined;
const tokenOf = async () => (machine ??= (await s.journal('ceturtais', [A])).token);

test('announcing the end tells every technical contact once, with at least 90 days, and after it the old address says where to go', async () => {
  const [moved] = await s.rows<{ id: string }>(`select id from intake.moved_address`);
  expect((await keeper.send(`/intake/addresses/${moved!.id}/end`, { answersUntil: '2027-03-01' })).body).toContain('vismaz 90 dienas');
  await keeper.send(`/intake/addresses/${moved!.id}/end`, { answersUntil: '2027-06-01' });
  expect(await mail()).toMatchObject([{ to_address: 'toms@soma.example', body: expect.stringContaining('atbildēs līdz 31.05.2027.') as string }]);
  const ask = async (path: string) => fetch(`${s.t.address}${path}`, { headers: { authorization: `Bearer ${await tokenOf()}` } });
  await expect.poll(async () => (await ask('/api/v0/intake/journals/me')).headers.get('sunset'), { timeout: 5_000 }).toBe('Mon, 31 May 2027 21:00:00 GMT');

  await s.rows(`update intake.moved_address set answers_until = '2027-01-01'`);
  await keeper.send('/intake/addresses', { oldPath: '/api/v1/intake', newPath: '/api/intake', deprecatedFrom: '2027-02-01', answersUntil: '' });
  expect(await mail()).toHaveLength(2);
  await expect.poll(async () => (await ask('/api/v0/intake/journals/me')).status, { timeout: 5_000 }).toBe(410);
  expect(await (await ask('/api/v0/intake/journals/me')).json()).toMatchObject({ type: '/problems/address-moved', successor: '/api/intake/journals/me' });
  expect((await ask('/api/v1/intake/journals/me')).status).toBe(200);
  for (const [fields, words] of [[{ oldPath: '/intake', newPath: '/api/intake' }, 'jāsākas ar /api/'], [{ oldPath: '/api/v9/x', newPath: '/api/v1/intake/y' }, 'pati ir pārcelta'], [{ oldPath: '/api/v1/intake', newPath: '/api/intake' }, 'jau ir izziņota']] as const) {
    expect((await keeper.send('/intake/addresses', { deprecatedFrom: '2027-02-01', answersUntil: '', ...fields })).body).toContain(words);
  }
});

test('a vendor’s contact sees the own e-journal alone', async () => {
  const vendor = await signedIn('e-journal-vendor');
  expect((await vendor.open('/intake/mine')).body).toContain('neesat neviena e-žurnāla kontaktpersona');
  await keeper.send('/intake/journals/zalais', { contact: 'Zane Lapiņa', email: 'zane@zalais.example', user: demo('e-journal-vendor').login });
  const page = (await vendor.open('/intake/mine')).body;
  expect(page).toContain('zalais');
  expect(page).not.toContain('klases-soma');
  expect((await vendor.open('/intake/journals/zalais')).status).toBe(403);
  expect((await vendor.open(`/intake/schools/${SCHOOL}`)).status).toBe(403);
});
