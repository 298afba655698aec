import * as openid from 'openid-client';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { browserOf } from './browser.js';
import { type ListeningProgram, listeningProgram } from './program.js';
import { webProgram } from './web-program.js';

/** OWASP ASVS 5.0, 10: what the journeys in test/integration/openid-*.test.ts do not show. See docs/security/asvs-5.md. */
let t: ListeningProgram;
let web: Awaited<ReturnType<typeof webProgram>>;

beforeAll(async () => {
  t = await listeningProgram();
  web = await webProgram(t);
});
afterAll(() => t.close());
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1_000);
const refusedWith = (code: string) => expect.objectContaining({ error: code });
const LASTING = { scope: 'openid offline_access', prompt: 'consent' };
const DAY = 86_400;

test('a code is good for a minute', async () => {
  const [soon, late] = [await web.ask(), await web.ask()];
  const person = browserOf(t);
  const first = await person.signIn(await person.open(soon.url), 'lietvedis');
  later(50);
  expect((await soon.finish(first.url)).id_token).toBeTruthy();
  const second = await person.open(late.url);
  later(70);
  await expect(late.finish(second.url)).rejects.toEqual(refusedWith('invalid_grant'));
});

test('a renewed token lasts no longer than what it came from: fourteen days after the person agreed it is over', async () => {
  const { tokens } = await web.enter(browserOf(t), 'vaditajs', LASTING);
  later(10 * DAY);
  const second = await openid.refreshTokenGrant(web.config, tokens.refresh_token!);
  later(3 * DAY);
  const third = await openid.refreshTokenGrant(web.config, second.refresh_token!);
  later(2 * DAY);
  await expect(openid.refreshTokenGrant(web.config, third.refresh_token!)).rejects.toEqual(refusedWith('invalid_grant'));
});

test.each([
  [{}, ['kamēr esat šeit pierakstījies', 'par šiem datiem vairs nejautāsim']],
  [LASTING, ['Ne ilgāk kā 14 dienas no šī brīža', 'Lietošana šo laiku nepagarina']],
])('who is asked to agree reads which data goes to whom and for how long (%j)', async (wishes, words) => {
  const others = await webProgram(t, { back: 'https://svesa.example.lv/atpakal', firstParty: '', titleLv: 'Dienasgrāmata' });
  const asked = await others.ask(wishes);
  const person = browserOf(t);
  const page = await person.signIn(await person.open(asked.url), 'lietvedis');
  for (const said of ['Dace Rakstvede', 'Dienasgrāmata', 'Ādažu novads', 'Manas lietotnes', ...words]) expect(page.body).toContain(said);
  await expect(asked.finish((await person.send(page, { decision: 'no' })).url)).rejects.toEqual(refusedWith('access_denied'));
});

test('a person’s tokens open nothing of our own API, and a machine’s tell nothing of a person', async () => {
  const { tokens } = await web.enter(browserOf(t), 'operators', LASTING);
  for (const token of [tokens.access_token, tokens.id_token!, tokens.refresh_token!]) {
    for (const path of ['/api/events', '/my/rights', '/my/sessions']) {
      const answer = await fetch(`${t.address}${path}`, { redirect: 'manual', headers: { accept: 'application/json', authorization: `Bearer ${token}` } });
      expect([path, answer.status, answer.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer']);
    }
  }
  await t.database.pool.query(`insert into access.app_user (login, name, unit_id, recorded_at, recorded_by) values ('sistema.asvs', 'Sistēma', $1, now(), 'test')`, [t.units[0]]);
  const machine = await t.client({ kind: 'machine', user: 'sistema.asvs' });
  const config = await t.discover(machine.id, openid.ClientSecretBasic(machine.secret!));
  const { access_token: token } = await openid.clientCredentialsGrant(config);
  expect((await fetch(config.serverMetadata().userinfo_endpoint!, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
});

test('a program that keeps a secret gets and takes back nothing without it', async () => {
  const { tokens } = await web.enter(browserOf(t), 'auditors', LASTING);
  const { token_endpoint: renew, revocation_endpoint: revoke } = web.config.serverMetadata();
  const post = (address: string, fields: Record<string, string>, headers: Record<string, string> = {}) => fetch(address, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const wrong = { authorization: `Basic ${btoa(`${web.id}:wrong`)}` };
  for (const headers of [{}, wrong]) {
    expect((await post(renew!, { grant_type: 'refresh_token', refresh_token: tokens.refresh_token!, client_id: web.id }, headers)).status).toBeGreaterThanOrEqual(400);
    expect((await post(revoke!, { token: tokens.refresh_token!, client_id: web.id }, headers)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await openid.refreshTokenGrant(web.config, tokens.refresh_token!)).access_token).toBeTruthy();
});

test('a program is given only what it is registered for, whatever it asks', async () => {
  const narrow = await webProgram(t, { back: 'https://saura.example.lv/atpakal', scopes: ['profile'] });
  const person = browserOf(t);
  await web.enter(person, 'lietvedis');
  const asked = await narrow.ask({ scope: 'openid profile email' });
  await expect(asked.finish((await person.open(asked.url)).url)).rejects.toEqual(refusedWith('invalid_scope'));
  const { tokens } = await narrow.enter(person, 'lietvedis', { scope: 'openid profile' });
  expect(Object.keys(await openid.fetchUserInfo(narrow.config, tokens.access_token, tokens.claims()!.sub)).toSorted()).toEqual(['name', 'sub']);
});

test('a program is registered by an administrator only: there is no place where it registers itself', async () => {
  expect(web.config.serverMetadata().registration_endpoint).toBeUndefined();
  for (const path of ['/oidc/reg', '/oidc/register', '/oidc/request']) expect((await fetch(`${t.address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ redirect_uris: ['https://x.example/'] }) })).status).toBe(404);
});

test('a sign-out that names nobody’s sign-in ends nothing before the person says so', async () => {
  const person = browserOf(t);
  await web.enter(person, 'lietvedis');
  for (const address of ['/oidc/session/end', `/oidc/session/end?client_id=${web.id}`]) {
    expect((await person.open(address)).body).toContain('Vai izrakstīties?');
    expect((await person.open('/my/sessions')).status).toBe(200);
  }
});
