import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { enterInstalled, startSample } from '../../src/modules/apps/tests/installed-program.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';

let t: ListeningProgram;

beforeAll(async () => {
  t = await listeningProgram();
});
afterAll(() => t.close());

test('an installed program on a port nobody registered is entered through the browser, and keeps its tokens to itself', async () => {
  const { id } = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal', firstParty: '' });
  const sample = startSample('main.ts', { ISSUER: t.issuer.href, CLIENT_ID: id });
  try {
    const person = browserOf(t);
    const page = await person.signIn(await person.open(await sample.says('OPEN')), 'lietvedis');
    expect(page.body).toContain('Ieiet lietotnē');
    const back = await person.send(page, { decision: 'yes' });
    expect(back.url.hostname).toBe('127.0.0.1');
    expect((await fetch(back.url)).status).toBe(200);
    const entered = JSON.parse(await sample.says('ENTERED')) as { subject: string; name: string; refreshed: boolean };
    expect(entered).toMatchObject({ name: 'Dace Rakstvede', refreshed: true });
    const { rows } = await t.database.pool.query<{ bound: boolean }>(`select payload ? 'jkt' as bound from apps.artifact where model in ('AccessToken', 'RefreshToken') and client_id = $1`, [id]);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every(({ bound }) => bound)).toBe(true);
  } finally {
    sample.stop();
  }
});

test.each(['', 'yes'])('an installed program is confirmed by the person each time, be it our own (“%s”): it cannot prove which one it is', async (firstParty) => {
  const { id } = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal', firstParty });
  const config = await t.discover(id, openid.None());
  const person = browserOf(t);
  const ask = async (more: Record<string, string> = {}) => openid.buildAuthorizationUrl(config, { redirect_uri: 'http://127.0.0.1:4711/atpakal', scope: 'openid', code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()), code_challenge_method: 'S256', ...more });
  await person.send(await person.signIn(await person.open(await ask()), 'lietvedis'), { decision: 'yes' });
  const second = await person.open(await ask());
  expect(second.body).toContain('Ieiet lietotnē');
  expect(second.body).toContain('jautāsim no jauna');
  expect((await person.open(await ask({ prompt: 'none' }))).url.searchParams.get('error')).toBe('interaction_required');
});

test.each(['http://127.0.0.1:4711/cits', 'http://localhost:4711/atpakal', 'http://10.0.0.1/atpakal', 'https://127.0.0.1/atpakal'])('%s is not the loopback address that was registered', async (redirect_uri) => {
  const { id } = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal' });
  const config = await t.discover(id, openid.None());
  const url = openid.buildAuthorizationUrl(config, { redirect_uri, scope: 'openid', code_challenge: await openid.calculatePKCECodeChallenge('x'.repeat(43)), code_challenge_method: 'S256' });
  const page = await browserOf(t).open(url);
  expect(page.status).toBe(400);
  expect(page.body).toContain('invalid_redirect_uri');
});

test('a token bound to a key is of no use without it', async () => {
  const { id } = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal' });
  const { config, tokens, DPoP } = await enterInstalled(t, id, 'lietvedis', await openid.randomDPoPKeyPair());
  expect(tokens.refresh_token).toBeTruthy();
  await openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck, { DPoP: DPoP! });
  expect((await fetch(config.serverMetadata().userinfo_endpoint!, { headers: { authorization: `Bearer ${tokens.access_token}` } })).status).toBe(401);
  const thief = openid.getDPoPHandle(config, await openid.randomDPoPKeyPair());
  await expect(openid.refreshTokenGrant(config, tokens.refresh_token!, undefined, { DPoP: thief })).rejects.toMatchObject({ error: 'invalid_grant' });
});
