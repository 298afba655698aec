import * as openid from 'openid-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';

let t: ListeningProgram;
let config: openid.Configuration;

beforeAll(async () => {
  t = await listeningProgram();
  const { id } = await t.client({ kind: 'device', titleLv: 'SOPA uz termināļservera' });
  config = await t.discover(id, openid.None());
});
afterAll(() => t.close());
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const begin = () => openid.initiateDeviceAuthorization(config, { scope: 'openid profile', device_name: 'TS-ADAZI-2' });

/** One question of the device whether its code has been entered: the answer's error, or its tokens. */
async function poll({ device_code }: { device_code: string }, by = config): Promise<Record<string, unknown>> {
  const { token_endpoint: endpoint } = by.serverMetadata();
  const answer = await fetch(endpoint!, { method: 'POST', body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:device_code', client_id: by.clientMetadata().client_id, device_code }) });
  return (await answer.json()) as Record<string, unknown>;
}

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);

/** A person types the code of a device. */
async function type(userCode: string, login = 'lietvedis') {
  const person = browserOf(t);
  const form = await person.signIn(await person.open('/oidc/device'), login);
  return { person, page: await person.send(form, { user_code: userCode }) };
}

test('a device is let in by a person who types its code and sees what it is', async () => {
  const device = await begin();
  expect(device).toMatchObject({ expires_in: 300, interval: 5, verification_uri: `${t.address}/oidc/device` });
  expect(device.user_code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$/);
  expect(device.verification_uri_complete).toBeUndefined();
  expect(await poll(device)).toMatchObject({ error: 'authorization_pending' });
  const { person, page } = await type(device.user_code.toLowerCase());
  for (const words of ['SOPA uz termināļservera', 'TS-ADAZI-2', 'Ādažu novads', '127.0.0.1', device.user_code]) expect(page.body).toContain(words);
  const consent = await person.send(page, {});
  for (const words of ['SOPA uz termināļservera', 'jūsu vārds un uzvārds', 'kamēr esat šeit pierakstījies', 'jautāsim no jauna']) expect(consent.body).toContain(words);
  expect((await person.send(consent, { decision: 'yes' })).body).toContain('Ierīce ir ielaista');
  later(6);
  const tokens = await openid.pollDeviceAuthorizationGrant(config, { ...device, interval: 0 });
  expect(tokens.claims()!.sub).not.toBe(await t.userId('lietvedis'));
  expect((await openid.fetchUserInfo(config, tokens.access_token, tokens.claims()!.sub)).name).toBe('Dace Rakstvede');
  expect(await poll(device)).toMatchObject({ error: 'invalid_grant' });
  const history = (await person.open('/my/sign-in/history')).body;
  for (const words of ['SOPA uz termināļservera', 'Ar ierīces kodu', 'TS-ADAZI-2']) expect(history).toContain(words);
  expect((await t.database.pool.query(`select facts->>'entered' as way from audit.entry where action = 'apps.keep-entry' and facts->>'user' = $1`, [await t.userId('lietvedis')])).rows).toEqual([{ way: 'device' }]);
});

test('one who asks too often is slowed down, and longer each time', async () => {
  const device = await begin();
  expect(await poll(device)).toMatchObject({ error: 'authorization_pending' });
  later(2);
  expect(await poll(device)).toMatchObject({ error: 'slow_down' });
  later(6);
  expect(await poll(device)).toMatchObject({ error: 'slow_down' });
  later(16);
  expect(await poll(device)).toMatchObject({ error: 'authorization_pending' });
});

test('a code runs out after five minutes, on the device and on the page', async () => {
  const device = await begin();
  const other = await begin();
  later(320);
  expect(await poll(device)).toMatchObject({ error: 'expired_token' });
  expect((await type(other.user_code)).page.body).toContain('Koda laiks ir beidzies');
});

test('a person refuses a device that is not theirs', async () => {
  const device = await begin();
  const { person, page } = await type(device.user_code);
  const refused = (await person.send(page, { abort: 'yes' })).body;
  expect([refused.includes('<h1>Ierīcei ir atteikts</h1>'), refused.includes('Pārbaudiet ievadīto')]).toEqual([true, false]);
  expect((await person.open('/my/sign-in/history')).body).toMatch(/Ar ierīces kodu[\s\S]*Ierīcei atteicāt/);
  expect(await poll(device)).toMatchObject({ error: 'access_denied' });
});

test('a wrong code and an empty one are told apart, and a used one is not taken twice', async () => {
  expect((await type('BBBB-BBBB')).page.body).toContain('Šāda koda nav');
  expect((await type('')).page.body).toContain('Ierakstiet kodu, ko rāda ierīce');
  const device = await begin();
  const { person, page } = await type(device.user_code);
  await person.send(await person.send(page, {}), { decision: 'yes' });
  expect((await type(device.user_code, 'vaditajs')).page.body).toContain('Kods jau ir izmantots');
});

test('guessing codes is held back by the person and by the network, apart from sign-ins, and not for those who got in from there before', async () => {
  const attempts = async () => (await t.database.pool.query<{ outcome: string; n: number }>(`select outcome, count(*)::int as n from authentication.sign_in_attempt where address_prefix like 'device codes, %' and outcome <> 'throttled' group by 1 order by 1`)).rows;
  await t.database.pool.query(`delete from authentication.sign_in_attempt`);
  const person = browserOf(t);
  await person.signIn(await person.open('/oidc/device'), 'operators');
  const guess = async (userCode: string) => person.send(await person.open('/oidc/device'), { user_code: userCode });
  for (let n = 0; n < 4; n += 1) expect((await guess('BBBB-BBBB')).body).toContain('Šāda koda nav');
  expect((await guess('')).body).toContain('Ierakstiet kodu');
  expect((await guess('BBBB-BBBB')).body).toContain('Šāda koda nav');
  const device = await begin();
  const refused = await guess(device.user_code);
  expect([refused.status, refused.body.includes('Pārāk daudz nepareizu kodu')]).toEqual([429, true]);
  await expect.poll(attempts).toEqual([{ outcome: 'failed', n: 5 }]);

  // Another session of the same person counts with it; others behind the same address do not.
  expect((await type(device.user_code, 'operators')).page.status).toBe(429);
  const other = await type((await begin()).user_code, 'lietvedis');
  expect(other.page.body).toContain('Vai ielaist šo ierīci?');
  await expect.poll(attempts).toEqual([{ outcome: 'failed', n: 5 }, { outcome: 'succeeded', n: 1 }]);

  // A network full of guesses closes only to those who never let a device in from there.
  await t.database.pool.query(`insert into authentication.sign_in_attempt (at, account_key, address_prefix, outcome) select $1, 'x' || n, 'device codes, 127.0.0.0/24', 'failed' from generate_series(1, 100) n`, [t.platform.clock.now()]);
  expect((await type((await begin()).user_code, 'vaditajs')).page.status).toBe(429);
  expect((await type((await begin()).user_code, 'lietvedis')).page.body).toContain('Vai ielaist šo ierīci?');
  const back = await browserOf(t).signIn(await browserOf(t).open('/sign-in'), 'auditors');
  expect(back.status).toBe(200);
});

test('a device is held to its networks: nobody is given a code elsewhere, and what was given serves nothing there', async () => {
  const { id } = await t.client({ kind: 'device', titleLv: 'NEKIP uz termināļservera', networks: '127.0.0.0/8' });
  const home = config;
  config = await t.discover(id, openid.None());
  const device = await begin();
  const { person, page } = await type(device.user_code);
  await person.send(await person.send(page, {}), { decision: 'yes' });
  await t.database.pool.query(`update apps.client set networks = '{192.0.2.0/24}' where id = $1`, [id]);
  expect(await poll(device)).toMatchObject({ error: 'invalid_grant' });
  await expect(begin()).rejects.toMatchObject({ error: 'access_denied' });
  await expect(t.client({ kind: 'device', titleLv: 'Cita', networks: '192.0.2.7/24' })).rejects.toMatchObject({ fields: [{ field: 'networks' }] });
  config = home;
});

test('whoever decides about the rights of others lets a device in by a passkey only', async () => {
  const person = browserOf(t);
  const refused = await person.signIn(await person.open('/oidc/device'), 'administrators');
  expect([refused.status, refused.url.pathname, refused.body.includes('Ierīcei vajadzīga jūsu piekļuves atslēga')]).toEqual([403, '/oidc/device-with-passkey', true]);
  await t.database.pool.query(`update authentication.session set amr = array['pwd', 'hwk', 'mfa'] where user_id = $1`, [await t.userId('administrators')]);
  expect((await person.open('/oidc/device')).body).toContain('name="user_code"');
});

test('a person signed in by a password alone lets no device in that needs more: neither by its program, nor by where it stands', async () => {
  await t.database.pool.query(`delete from authentication.sign_in_attempt`);
  const { id } = await t.client({ kind: 'device', titleLv: 'DZIMTS', leastLevel: 'substantial' });
  const strict = await t.discover(id, openid.None());
  const device = await openid.initiateDeviceAuthorization(strict, { scope: 'openid' });
  const { person, page } = await type(device.user_code, 'izglitiba');
  expect((await person.send(page, {})).url.href).toMatch(/\/sign-in\/again\?to=.*level=substantial/);
  expect(await poll(device, strict)).toMatchObject({ error: 'authorization_pending' });

  // Its municipality asks for a second factor outside its networks; the person sits inside, the device does not.
  const policy = (networks: string[]) =>
    t.database.pool.query(`insert into authentication.policy (unit_id, allowed, inner_networks, basis, recorded_at, recorded_by) values ($1, $2, $3, 'Rīkojums', now(), 'test')`, [t.units[0], ['password', 'passkey', 'code'], networks]);
  await policy(['127.0.0.0/8']);
  const inside = await type((await begin()).user_code, 'izglitiba');
  expect((await inside.person.send(inside.page, {})).body).toContain('Ieiet lietotnē');
  const outside = await begin();
  await t.database.pool.query(`update apps.artifact set payload = jsonb_set(payload, '{deviceInfo,address}', '"203.0.113.9"') where model = 'DeviceCode' and payload->'deviceInfo' is not null`);
  const there = await type(outside.user_code, 'izglitiba');
  expect(there.page.body).toContain('203.0.113.9');
  expect((await there.person.send(there.page, {})).url.href).toMatch(/\/sign-in\/again\?to=.*level=substantial/);
  expect(await poll(outside)).toMatchObject({ error: 'authorization_pending' });
});

test('a link cannot fill in the code, and nobody is asked for it who is not signed in', async () => {
  const device = await begin();
  const person = browserOf(t);
  const page = await person.open(`/oidc/device?user_code=${device.user_code}`);
  expect(page.url.pathname).toBe('/sign-in');
  const form = await person.signIn(page, 'lietvedis');
  expect(form.url.href).toBe(`${t.address}/oidc/device`);
  expect(form.body).not.toContain(device.user_code);
});
