import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';

let t: ListeningProgram;
let helper: { id: string };
let old: { id: string; secret: string | null };
let token: string;

beforeAll(async () => {
  t = await listeningProgram();
  helper = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal' });
  old = await t.client({ kind: 'ticket', titleLv: 'BRIDZIS', titleEn: 'BRIDZIS', scopes: ['profile'] });
  token = await tokenOf('lietvedis');
});
afterAll(() => t.close());

/** What an installed helper holds after a person entered it. */
async function tokenOf(login: string): Promise<string> {
  const config = await t.discover(helper.id, openid.None());
  const verifier = openid.randomPKCECodeVerifier();
  const url = openid.buildAuthorizationUrl(config, { redirect_uri: 'http://127.0.0.1:4711/atpakal', scope: 'openid', code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' });
  const person = browserOf(t);
  const { url: back } = await person.send(await person.signIn(await person.open(url), login), { decision: 'yes' });
  return (await openid.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier, idTokenExpected: true })).access_token;
}

const post = (path: string, authorization: string, body: unknown) =>
  fetch(`${t.address}${path}`, { method: 'POST', headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function ticket(more: Record<string, string> = {}, bearer = token): Promise<string> {
  const answer = await post('/oidc/ticket', `Bearer ${bearer}`, { client_id: old.id, host: 'pc-17', ...more });
  expect(answer.status).toBe(200);
  const given = (await answer.json()) as { ticket: string; expires_in: number };
  expect(given.expires_in).toBe(60);
  return given.ticket;
}

const exchange = (words: string, host = 'pc-17', secret = old.secret) => post('/oidc/ticket/exchange', `Basic ${btoa(`${old.id}:${secret}`)}`, { ticket: words, host });

test('a ticket stands for a person, once', async () => {
  const words = await ticket();
  const answer = await exchange(words, 'PC-17');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ name: 'Dace Rakstvede', acr: 'urn:vienkopus:loa:low', sub: expect.not.stringContaining(await t.userId('lietvedis')) });
  expect((await exchange(words)).status).toBe(401);
});

test('not from another computer, and then not at all', async () => {
  const words = await ticket();
  expect((await exchange(words, 'pc-18')).status).toBe(401);
  expect((await exchange(words)).status).toBe(401);
});

test('not for another program, not with a wrong secret, and these do not spend it', async () => {
  const words = await ticket();
  expect((await exchange(words, 'pc-17', 'wrong')).status).toBe(401);
  const other = await t.client({ kind: 'ticket', titleLv: 'DZIMTS', titleEn: 'DZIMTS' });
  expect((await post('/oidc/ticket/exchange', `Basic ${btoa(`${other.id}:${other.secret}`)}`, { ticket: words, host: 'pc-17' })).status).toBe(401);
  expect((await exchange(words)).status).toBe(200);
});

test('not after a minute', async () => {
  const words = await ticket();
  await t.database.pool.query(`update apps.ticket set expires_at = expires_at - interval '61 seconds'`);
  expect((await exchange(words)).status).toBe(401);
});

test('not for a suspended person', async () => {
  const words = await ticket({}, await tokenOf('vaditajs'));
  await t.database.pool.query(`update access.app_user set state = 'suspended' where login = 'vaditajs'`);
  expect((await exchange(words)).status).toBe(401);
});

test('not where the program needs a surer sign-in than the helper', async () => {
  const strict = await t.client({ kind: 'ticket', titleLv: 'Stingra', titleEn: 'Strict', leastLevel: 'substantial' });
  expect((await post('/oidc/ticket', `Bearer ${token}`, { client_id: strict.id, host: 'pc-17' })).status).toBe(409);
});

test('only an installed program with a good token is given one', async () => {
  expect((await post('/oidc/ticket', 'Bearer x', { client_id: old.id, host: 'pc-17' })).status).toBe(401);
  expect((await post('/oidc/ticket', `Bearer ${token}`, { client_id: helper.id, host: 'pc-17' })).status).toBe(404);
});

test('of two who exchange a ticket at the same moment one is let in', async () => {
  const words = await ticket();
  const statuses = (await Promise.all([exchange(words), exchange(words)])).map(({ status }) => status).sort();
  expect(statuses).toEqual([200, 401]);
});
