import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { type Configuration, Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { same } from '#kernel/text.js';
import { systemClock } from '#kernel/clock.js';
import { isRefusal, type RedirectProvider } from '../proving.js';
import type { OpenIdConnection } from './connection.js';
import { openIdOf } from './openid.js';

const clock = systemClock();
const RETURN_TO = 'https://vienkopus.example/sign-in/outside/ventspils/return';
let server: Server;
let issuer: string;
let peersKey: CryptoKey;
/** How the person signs in at the peer this time. */
let login: { accountId: string; amr?: readonly string[]; acr?: string };
let claims: Record<string, unknown>;

beforeEach(() => {
  login = { accountId: 'f7a1', amr: ['pwd', 'mfa'] };
  claims = { name: 'Zane Robežniece' };
});

/** A real provider by another hand (oidc-provider), whose page signs in at once as `login` says. */
beforeAll(async () => {
  const peer: { provider?: Provider } = {};
  server = createServer((request, response) => {
    const url = new URL(request.url!, issuer);
    if (url.pathname.startsWith('/interaction/')) return void peer.provider!.interactionFinished(request, response, login.accountId === '' ? { error: 'access_denied' } : { login: { ...login, amr: [...(login.amr ?? [])] } }, { mergeWithLastSubmission: false });
    return void peer.provider!.callback()(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  peersKey = privateKey;
  const configuration: Configuration = {
    clients: [{ client_id: 'vienkopus', client_secret: 'secret', redirect_uris: [RETURN_TO], token_endpoint_auth_method: 'client_secret_post' }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'one' }] },
    claims: { openid: ['sub', 'name', 'personal_code', 'amr', 'acr', 'oid'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    features: { devInteractions: { enabled: false } },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...claims }) }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client!.clientId, accountId: context.oidc.session!.accountId! });
      grant.addOIDCScope('openid profile');
      grant.addOIDCClaims(['name', 'personal_code', 'amr', 'acr', 'oid']);
      await grant.save();
      return grant;
    },
    cookies: { keys: ['key'] },
    ttl: { Interaction: 60, Grant: 60, Session: 60, AccessToken: 60, IdToken: 60 },
  };
  peer.provider = new Provider(issuer, configuration);
});
afterAll(() => new Promise((resolve) => {
  server.close(resolve);
  server.closeAllConnections();
}));

const connection = (more: Partial<OpenIdConnection> = {}): OpenIdConnection => ({
  id: 'ventspils',
  method: 'openid',
  title: same('Ventspils'),
  issuer,
  clientId: 'vienkopus',
  clientSecret: 'secret',
  scopes: [],
  personCodeClaim: null,
  acrLevels: {},
  believesFactors: true,
  mustSay: {},
  keeps: [],
  fetch,
  ...more,
});

async function begun(provider: RedirectProvider, anew = false) {
  const began = await provider.begin({ returnTo: RETURN_TO, lang: 'lv', now: clock.now(), anew });
  if (isRefusal(began)) throw new Error(began.reason);
  return began;
}

/** Follows the browser's way through the peer, cookies and all, until it is sent back to us. */
async function walked(address: string): Promise<Record<string, string>> {
  const cookies = new Map<string, string>();
  for (let at = address; ; ) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.split('=')[0]!, cookie.split(';')[0]!.slice(cookie.indexOf('=') + 1));
    const next = answer.headers.get('location');
    if (!next) throw new Error(`the peer answered ${answer.status}: ${await answer.text()}`);
    if (next.startsWith(RETURN_TO)) return Object.fromEntries(new URL(next).searchParams);
    at = new URL(next, issuer).href;
  }
}

async function signedIn(more: Partial<OpenIdConnection> = {}, anew = false) {
  const provider = openIdOf(connection(more));
  const { state, address } = await begun(provider, anew);
  const answer = await walked(address);
  return provider.finish(JSON.parse(JSON.stringify(state)), answer, clock.now());
}

test('who signed in there is proven here by issuer and subject', async () => {
  expect(await signedIn()).toMatchObject({ kind: 'proven', proof: { method: 'openid', issuer, subject: 'f7a1', personCode: null, name: 'Zane Robežniece' } });
});

test.each([
  ['two factors', { amr: ['pwd', 'mfa'] }, {}, 'substantial'],
  ['something known and something had', { amr: ['pwd', 'otp'] }, {}, 'substantial'],
  ['two things known', { amr: ['pwd', 'pin'] }, {}, 'low'],
  ['a password', { amr: ['pwd'] }, {}, 'low'],
  ['nothing said', {}, {}, 'low'],
  ['two factors of a provider that is not believed', { amr: ['mfa'] }, { believesFactors: false }, 'low'],
  ['a class that was agreed on', { acr: 'urn:sample:high', amr: ['pwd'] }, { acrLevels: { 'urn:sample:high': 'high' } }, 'high'],
  ['a class that nobody agreed on', { acr: 'constructor', amr: ['pwd'] }, {}, 'low'],
] as const)('%s is worth its level', async (_, said, more, level) => {
  login = { accountId: 'f7a1', ...said };
  expect(await signedIn(more)).toMatchObject({ kind: 'proven', proof: { level } });
});

test('what a provider says of its factors never passes for means of ours, and counts only where it is believed', async () => {
  login = { accountId: 'f7a1', amr: ['pwd', 'otp', 'hwk', 'sc', 'rc', 'mfa'] };
  expect(await signedIn({ believesFactors: false })).toMatchObject({ proof: { level: 'low', amr: ['pwd'], evidence: { amr: 'pwd otp hwk sc rc mfa' } } });
  expect(await signedIn()).toMatchObject({ proof: { level: 'substantial', amr: ['pwd', 'otp', 'pop', 'mfa'] } });
});

test('a personal code counts only where the connection says whose claim it is', async () => {
  claims = { ...claims, personal_code: 'PNOLV-481222-06929' };
  expect(await signedIn()).toMatchObject({ kind: 'proven', proof: { personCode: null } });
  expect(await signedIn({ personCodeClaim: 'personal_code' })).toMatchObject({ kind: 'proven', proof: { personCode: '48122206929' } });
});

test('who lacks what the connection asks for is not let in', async () => {
  claims = { ...claims, oid: 'one' };
  expect(await signedIn({ mustSay: { oid: 'one' } })).toMatchObject({ kind: 'proven', proof: { evidence: { oid: 'one' } } });
  expect(await signedIn({ mustSay: { oid: 'two' } })).toMatchObject({ kind: 'refused', reason: 'not-meant-for', whose: { subject: expect.any(String), personCode: null } });
});

test('to raise a session the person is asked anew, and the time of it is checked', async () => {
  const { address } = await begun(openIdOf(connection()), true);
  expect(new URL(address).searchParams.get('prompt')).toBe('login');
  const saidToBeOf = (seconds: number | undefined) => forging((said) => ({ ...said, auth_time: seconds === undefined ? undefined : Number(said['auth_time']) - seconds }), 'peer');
  expect(await signedIn({ fetch: saidToBeOf(60) }, true)).toMatchObject({ kind: 'proven' });
  for (const seconds of [400, 3600, undefined]) expect(await signedIn({ fetch: saidToBeOf(seconds) }, true)).toEqual({ kind: 'refused', reason: 'bad-token' });
});

test('an answer belongs to one sign-in and is good once', async () => {
  const provider = openIdOf(connection());
  const one = await begun(provider);
  const two = await begun(provider);
  const answer = await walked(one.address);
  expect(await provider.finish(two.state, answer, clock.now())).toEqual({ kind: 'refused', reason: 'wrong-return' });
  expect(await provider.finish(two.state, { ...answer, state: String(two.state['handle']) }, clock.now())).toEqual({ kind: 'refused', reason: 'session-gone' });
  const three = await begun(provider);
  const again = await walked(three.address);
  expect(await provider.finish({ ...three.state, nonce: 'other' }, again, clock.now())).toEqual({ kind: 'refused', reason: 'bad-token' });
  expect(await provider.finish(three.state, again, clock.now())).toEqual({ kind: 'refused', reason: 'session-gone' });
});

test('an answer that names another issuer is refused (mix-up, RFC 9207)', async () => {
  const provider = openIdOf(connection());
  const { state, address } = await begun(provider);
  expect(await provider.finish(state, { ...(await walked(address)), iss: 'https://evil.example' }, clock.now())).toEqual({ kind: 'refused', reason: 'bad-token' });
});

test('who refuses, a wrong secret, and a provider that is away are told apart', async () => {
  login = { accountId: '' };
  expect(await signedIn()).toEqual({ kind: 'refused', reason: 'user-refused' });
  login = { accountId: 'f7a1' };
  expect(await signedIn({ clientSecret: 'other' })).toEqual({ kind: 'refused', reason: 'system-not-accepted' });
  expect(await openIdOf(connection({ issuer: 'http://127.0.0.1:1' })).begin({ returnTo: RETURN_TO, lang: 'lv', now: clock.now() })).toEqual({ kind: 'refused', reason: 'unreachable' });
});

test('a provider for any tenant at all is not accepted', () => {
  expect(() => openIdOf(connection({ issuer: 'https://login.microsoftonline.com/common/v2.0' }))).toThrow(/tenant/);
});

/** The way to the peer with a token of our own making in place of the peer's. */
function forging(change: (claims: Record<string, unknown>) => Record<string, unknown>, by: 'peer' | 'stranger' | 'nobody'): OpenIdConnection['fetch'] {
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (!String(input instanceof Request ? input.url : input).endsWith('/token')) return answer;
    const body = (await answer.json()) as { id_token: string };
    const [, payload] = body.id_token.split('.');
    const said = change(JSON.parse(Buffer.from(payload!, 'base64url').toString('utf8')) as Record<string, unknown>);
    const forged =
      by === 'nobody'
        ? `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(said)).toString('base64url')}.`
        : await new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(by === 'peer' ? peersKey : (await generateKeyPair('RS256')).privateKey);
    return Response.json({ ...body, id_token: forged });
  };
}

const unchanged = (said: Record<string, unknown>) => said;

test.each([
  ['signed by a stranger', unchanged, 'stranger'],
  ['without a signature', unchanged, 'nobody'],
  ['for another client', (said: Record<string, unknown>) => ({ ...said, aud: 'other' }), 'peer'],
  ['of another issuer', (said: Record<string, unknown>) => ({ ...said, iss: 'https://evil.example' }), 'peer'],
  ['that has expired', (said: Record<string, unknown>) => ({ ...said, exp: 1_000_000_000 }), 'peer'],
] as const)('an ID token %s is refused', async (_, change, by) => {
  expect(await signedIn({ fetch: forging(unchanged, 'peer') })).toMatchObject({ kind: 'proven' });
  expect(await signedIn({ fetch: forging(change, by) })).toEqual({ kind: 'refused', reason: 'bad-token' });
});
