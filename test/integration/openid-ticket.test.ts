import * as openid from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserOf } from '../../src/modules/apps/tests/browser.js';
import { enterInstalled, samplePath, startSample } from '../../src/modules/apps/tests/installed-program.js';
import { type ListeningProgram, listeningProgram } from '../../src/modules/apps/tests/program.js';

let t: ListeningProgram;
let helper: { id: string };
let old: { id: string; secret: string | null };
let token: string;
let key: CryptoKeyPair;

beforeAll(async () => {
  t = await listeningProgram();
  helper = await t.client({ kind: 'native', redirectUris: 'http://127.0.0.1/atpakal' });
  old = await t.client({ kind: 'ticket', titleLv: 'BRIDZIS', titleEn: 'BRIDZIS', scopes: ['profile'] });
  token = await tokenOf('lietvedis');
  key = await openid.randomDPoPKeyPair();
});
afterAll(() => t.close());

/** What an installed helper holds after a person entered it. */
const tokenOf = async (login: string) => (await enterInstalled(t, helper.id, login)).tokens.access_token;

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

test('an old program that can only post a password is entered through its helper, with a token bound to a key', async () => {
  const server = startSample('old-server.ts', { ISSUER: t.issuer.href, CLIENT_ID: old.id, CLIENT_SECRET: old.secret! });
  const sample = startSample('main.ts', { ISSUER: t.issuer.href, CLIENT_ID: helper.id, OLD_PROGRAM_ID: old.id, OLD_PROGRAM: samplePath('old-program.ts'), OLD_SERVER: await server.says('LISTENING') });
  try {
    const person = browserOf(t);
    const back = await person.send(await person.signIn(await person.open(await sample.says('OPEN')), 'lietvedis'), { decision: 'yes' });
    await fetch(back.url);
    expect(await sample.says('WORKING')).toBe('as Dace Rakstvede');
  } finally {
    sample.stop();
    server.stop();
  }
});

test('a helper whose token is bound to a key shows the key: without it, with another, or with the same proof again there is no ticket, and it is said why', async () => {
  const { config, tokens } = await enterInstalled(t, helper.id, 'lietvedis', key);
  const path = `${t.issuer.href}/ticket`;
  const body = JSON.stringify({ client_id: old.id, host: 'pc-17' });
  const asked = (by: CryptoKeyPair) => openid.fetchProtectedResource(config, tokens.access_token, new URL(path), 'POST', body, new Headers({ 'content-type': 'application/json' }), { DPoP: openid.getDPoPHandle(config, by) }).catch((refused: openid.WWWAuthenticateChallengeError) => refused.response);
  const codeOf = async (answer: Response) => [answer.headers.get('www-authenticate'), answer.status, ((await answer.json()) as { type: string }).type.replace('/problems/', '')];
  expect(await codeOf(await post('/oidc/ticket', `Bearer ${tokens.access_token}`, JSON.parse(body)))).toEqual(['DPoP, Bearer', 401, 'proof-of-key-needed']);
  expect(await codeOf(await asked(await openid.randomDPoPKeyPair()))).toEqual(['DPoP, Bearer', 401, 'proof-of-key-not-good']);
  let sent: Headers | undefined;
  config[openid.customFetch] = (address, init) => fetch(address, { ...(init as RequestInit), headers: (sent = new Headers(init.headers)) });
  const given = await asked(key);
  expect(given.status).toBe(200);
  expect((await exchange(((await given.json()) as { ticket: string }).ticket)).status).toBe(200);
  expect(await codeOf(await fetch(path, { method: 'POST', body, headers: sent! }))).toEqual(['DPoP, Bearer', 401, 'proof-of-key-not-good']);
});

test('not from another computer, and then not at all', async () => {
  const words = await ticket();
  expect((await exchange(words, 'pc-18')).status).toBe(401);
  expect((await exchange(words)).status).toBe(401);
  const { rows } = await t.database.pool.query(`select reason, device from authentication.sign_in_event where kind = 'refused' and user_id = $1`, [await t.userId('lietvedis')]);
  expect(rows).toEqual([{ reason: 'ticket-elsewhere', device: 'pc-18' }]);
  expect((await t.database.pool.query(`select facts from audit.entry where action = 'apps.exchange-ticket' and facts ? 'reason'`)).rows).toEqual([{ facts: { client: old.id, user: await t.userId('lietvedis'), good: false, reason: 'ticket-elsewhere' } }]);
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
