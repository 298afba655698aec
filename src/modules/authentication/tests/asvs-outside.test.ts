import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#app/config.js';
import { buildServer } from '#app/server.js';
import { systemClock } from '#kernel/clock.js';
import { isoDate } from '#kernel/iso-date.js';
import { same } from '#kernel/text.js';
import { registerMadeUpPeople } from '#modules/persons/public.js';
import { installation } from '#platform/actions/installation.js';
import { SILENT } from '#platform/log/log.js';
import { testPlatform, type TestPlatform } from '#test/test-platform.js';
import { startEparaksts, type EparakstsSimulator } from '../../../../simulators/eparaksts/simulator.js';
import { startSmartId, type SmartIdSimulator } from '../../../../simulators/smart-id/simulator.js';
import { DEMO_PASSWORD } from '../../access/domain/demo-users.js';
import { fillWithUsers, userIdOf } from '../../access/tests/made-up-country.js';
import { actorOf } from '#modules/access/public.js';
import { rememberBrowser } from '../actions/ask-phone.js';
import { readMyHistory } from '../actions/my-history.js';
import { takeAssertion } from '../actions/outside-proof.js';
import { proveByOutside } from '../actions/prove-again.js';
import { signInByProof } from '../actions/sign-in-by-proof.js';
import type { Proof } from '../domain/proof.js';
import { followPhones } from '../jobs/follow-phones.js';
import { hashOfToken } from '../domain/token.js';
import { openIdOf } from '../outside/openid/openid.js';
import { visitor } from './browser-like.js';

/** OWASP ASVS 5.0, 6.8, 10.1, 10.2 and 10.5: identities elsewhere. What each point is shown by stands in docs/security/asvs-5.md. */
let t: TestPlatform;
let simulator: EparakstsSimulator;
let smartId: SmartIdSimulator;
const folder = mkdtempSync(join(tmpdir(), 'smart-id-'));
const VISITOR = { address: '198.51.100.7', addressPrefix: '198.51.100.0/24', device: 'Firefox' };
const ANDRIS = { givenName: 'Andris', familyName: 'Vadonis', code: '54034483847' };
const PROOF: Proof = { method: 'smart-id', issuer: 'smart-id', subject: 'PNOLV-540344-83847', personCode: ANDRIS.code, name: 'ANDRIS VADONIS', level: 'high', amr: ['mfa'], evidence: {} };

beforeAll(async () => {
  t = await testPlatform({ now: systemClock().now().toISOString() });
  simulator = await startEparaksts({ port: 0, people: [ANDRIS], clock: t.platform.clock });
  const { settings } = simulator;
  smartId = await startSmartId({ port: 0, folder: null, people: [ANDRIS], clock: t.platform.clock });
  writeFileSync(join(folder, 'ca.pem'), smartId.settings.authority);
  const { url, uuid, name, scheme } = smartId.settings;
  const config = readConfig({ NODE_ENV: 'test', REQUESTS_PER_MINUTE: '100000', EPARAKSTS_URL: settings.url, EPARAKSTS_CLIENT_ID: settings.clientId, EPARAKSTS_CLIENT_SECRET: settings.clientSecret, SMART_ID_URL: url, SMART_ID_UUID: uuid, SMART_ID_NAME: name, SMART_ID_SCHEME: scheme, SMART_ID_CA: join(folder, 'ca.pem') });
  await t.server.close();
  const platform = Object.assign(t.platform, { installation: installation(config, 'the secret of the tests') });
  Object.assign(t, { server: await buildServer(config, platform, SILENT) });
  await fillWithUsers(t);
  await t.database.transaction((tx) => registerMadeUpPeople(tx, [{ given: 'Andris', family: 'Vadonis', code: ANDRIS.code, bornOn: isoDate('1972-03-14'), sex: 'male' }], t.platform.clock.today(), t.platform.clock.now()));
  await t.database.pool.query(`update access.app_user set person_id = (select person_id from persons.code where code = $1) where login = 'vaditajs'`, [ANDRIS.code]);
});
afterAll(async () => {
  await simulator.stop();
  await smartId.stop();
  rmSync(folder, { recursive: true });
  await t.close();
});

/** What the person does on the provider's page; the path and fields that the browser is sent back with. */
async function chose(address: string): Promise<string> {
  const asked = new URL(address);
  const answer = await fetch(asked.origin + asked.pathname, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), person: ANDRIS.code }) });
  const back = new URL(answer.headers.get('location')!);
  return back.pathname + back.search;
}

const leave = (person: ReturnType<typeof visitor>) => person.send('/sign-in/outside/eparaksts', { purpose: 'sign-in', to: '/my/rights' });

test('only the browser that left for a provider comes back from it, once', async () => {
  const person = visitor(t);
  const back = await chose((await leave(person)).location!);
  const stranger = visitor(t);
  await leave(stranger);
  for (const other of [visitor(t), stranger]) {
    expect((await other.open(back)).status).toBe(403);
    expect(other.cookies.has('session')).toBe(false);
  }
  expect((await person.open(back)).location).toBe('/my/rights');
  expect(person.cookies.has('session')).toBe(true);
  // Only an administrator has said whose account it is: by their own identity they see their data, by the account’s password nobody does.
  expect((await person.open('/me')).status).toBe(200);
  const byPassword = visitor(t);
  await byPassword.signIn('vaditajs', DEMO_PASSWORD);
  expect((await byPassword.open('/me')).status).toBe(404);
  const copy = visitor(t);
  copy.cookies.set('proof', person.cookies.get('proof') ?? '');
  expect((await copy.open(back)).status).toBe(403);
});

test('whoever stays away at a provider for more than ten minutes begins anew', async () => {
  const person = visitor(t);
  const back = await chose((await leave(person)).location!);
  const { rows } = await t.database.pool.query(`select distinct extract(epoch from expires_at - began_at)::int as seconds from authentication.pending_proof where used_at is null`);
  expect(rows).toEqual([{ seconds: 600 }]);
  await t.database.pool.query(`update authentication.pending_proof set expires_at = $1 where used_at is null`, [t.platform.clock.now()]);
  expect((await person.open(back)).status).toBe(403);
  expect(person.cookies.has('session')).toBe(false);
});

test('what a provider hands over stays on the server: the browser sees its code and state, and no token or verifier', async () => {
  const person = visitor(t);
  const left = await leave(person);
  const address = new URL(left.location!);
  expect(address.searchParams.get('code_challenge_method')).toBe('S256');
  expect(address.searchParams.has('code_verifier')).toBe(false);
  const back = await person.open(await chose(left.location!));
  const seen = [left, back].map(({ raw }) => JSON.stringify(raw.headers) + raw.body).join();
  expect(back.location).toBe('/my/rights');
  expect(seen).not.toMatch(/access_token|id_token|refresh_token|Bearer|code_verifier/);
  expect([...person.cookies.keys()].filter((name) => !['session', 'proof', 'language'].includes(name))).toEqual([]);
});

test('the same subject at another provider is somebody else', async () => {
  const stranger: Proof = { ...PROOF, method: 'openid', issuer: 'https://elsewhere.example', personCode: null };
  expect(await t.perform(signInByProof, { proof: PROOF, visitor: VISITOR })).toMatchObject({ kind: 'signed-in', userId: await userIdOf(t, 'vaditajs') });
  expect(await t.perform(signInByProof, { proof: stranger, visitor: VISITOR })).toEqual({ kind: 'nobody' });
});

test('people who sign in at the same moment share transactions, and each comes in as who they are', async () => {
  const stranger: Proof = { ...PROOF, method: 'openid', issuer: 'https://elsewhere.example', personCode: null };
  const entries = await Promise.all(Array.from({ length: 24 }, (_, at) => t.perform(signInByProof, { proof: at % 2 === 0 ? PROOF : stranger, visitor: VISITOR })));
  const owner = await userIdOf(t, 'vaditajs');
  expect(entries.map((one) => ('userId' in one ? one.userId : one.kind))).toEqual(entries.map((_, at) => (at % 2 === 0 ? owner : 'nobody')));
  const tokens = entries.flatMap((one) => ('token' in one ? hashOfToken(one.token) : []));
  const { rows } = await t.database.pool.query<{ sessions: number; transactions: number }>('select count(*)::int as sessions, count(distinct xmin::text)::int as transactions from authentication.session where id = any($1)', [tokens]);
  expect(rows[0]!.sessions).toBe(12);
  expect(rows[0]!.transactions).toBeLessThan(12);
});

test('what a school’s journal says of a code opens nobody’s account at work', async () => {
  const journal: Proof = { ...PROOF, method: 'e-journal', issuer: 'https://journal.example', subject: '1', level: 'low', amr: ['pwd'] };
  const entry = await t.perform(signInByProof, { proof: journal, visitor: VISITOR });
  expect(entry.kind === 'signed-in' && entry.userId).not.toBe(await userIdOf(t, 'vaditajs'));
  const { rows } = await t.database.pool.query(`select unit_id, institution_id from access.app_user where id = $1`, ['userId' in entry ? entry.userId : null]);
  expect(rows).toEqual([{ unit_id: null, institution_id: null }]);
});

test('a signed assertion is taken once, whoever brings it', async () => {
  const proof: Proof = { ...PROOF, method: 'latvija-lv', issuer: 'http://www.latvija.lv/sts', evidence: { assertionHash: 'a'.repeat(64) } };
  const taken = await Promise.all([1, 2, 3].map(() => t.perform(takeAssertion, { proof })));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await t.perform(takeAssertion, { proof: { ...proof, evidence: { assertionHash: 'b'.repeat(64) } } })).toBe(true);
  expect(await t.perform(takeAssertion, { proof: PROOF })).toBe(true);
});

test('a provider whose metadata name another issuer is not believed', async () => {
  let says = '';
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(says));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = { id: 'x', method: 'openid', title: same('X'), issuer, clientId: 'c', clientSecret: 's', scopes: [], personCodeClaim: null, acrLevels: {}, believesFactors: true, mustSay: {}, keeps: [], fetch } as const;
  const begin = () => openIdOf(connection).begin({ returnTo: 'https://vienkopus.example/back', lang: 'lv', now: systemClock().now() });
  const metadata = (of: string) => JSON.stringify({ issuer: of, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'] });
  try {
    says = metadata(issuer);
    expect(await begin()).toMatchObject({ address: expect.stringContaining(`${issuer}/auth`) });
    for (const other of ['https://honest.example', `${issuer}/other`]) {
      says = metadata(other);
      expect(await begin()).toMatchObject({ kind: 'refused' });
    }
  } finally {
    server.close();
  }
});

test('whoever came by a sure identity to an account that is not confirmed is told of the step that is left, not that they are ready', async () => {
  const entry = await t.perform(signInByProof, { proof: PROOF, visitor: VISITOR });
  const person = visitor(t);
  person.cookies.set('session', 'token' in entry ? entry.token : '');
  const before = (await person.open('/my/sign-in')).body;
  expect([before.includes('Palicis viens solis'), before.includes('vien kontu vēl nepiesaista'), before.includes('Jūs esat gatavs')]).toEqual([true, true, false]);
});

test('whoever has two factors here is not proven anew by a single one elsewhere', async () => {
  const user = await userIdOf(t, 'vaditajs');
  const actor = await actorOf(t.database.read, user, t.platform.clock.today());
  const session = async () => {
    const entry = await t.perform(signInByProof, { proof: PROOF, visitor: VISITOR });
    return 'token' in entry ? hashOfToken(entry.token) : '';
  };
  const again = async (proof: Proof) => (await t.perform(proveByOutside, { present: await session(), visitor: VISITOR, proof }, actor)).kind;
  const weak: Proof = { ...PROOF, level: 'low', amr: ['pwd'] };
  expect(await again(weak)).toBe('signed-in');
  await t.database.pool.query(`insert into authentication.code_generator (user_id, secret, confirmed_at) values ($1, '\\x00', now())`, [user]);
  expect([await again(weak), await again(PROOF), await again({ ...PROOF, subject: 'PNOLV-421174-37694', personCode: '42117437694' })]).toEqual(['wrong', 'signed-in', 'wrong']);
});

test('an identity that does not fit the account stands in the history of whoever tried it, and of whom it names', async () => {
  const person = visitor(t, '192.0.2.64');
  await person.signIn('lietvedis', DEMO_PASSWORD);
  const left = await person.send('/sign-in/outside/eparaksts', { purpose: 'confirm', to: '/my/sign-in' });
  expect((await person.open(await chose(left.location!))).status).toBe(403);
  const seen = async (login: string) => (await historyOf(login)).filter(({ by }) => by[0]!.en === 'eParaksts').map(({ what }) => what.en);
  expect([await seen('lietvedis'), await seen('vaditajs')]).toEqual([['The account names no person'], ['This identity was tried at another account']]);
  // So it does where it was to prove somebody else anew, who has a wrong try.
  const actor = await actorOf(t.database.read, await userIdOf(t, 'lietvedis'), t.platform.clock.today());
  expect(await t.perform(proveByOutside, { present: hashOfToken(person.cookies.get('session')!), visitor: VISITOR, proof: PROOF }, actor)).toEqual({ kind: 'wrong' });
  expect((await historyOf('vaditajs')).map(({ by, what }) => `${by[0]!.en}: ${what.en}`)).toContain('Smart-ID: This identity was tried at another account');
});

const historyOf = async (login: string) => (await t.perform(readMyHistory, {}, await actorOf(t.database.read, await userIdOf(t, login), t.platform.clock.today()))).failed;
const NO_ACCOUNT = '16117519997';
const askPhone = (person: ReturnType<typeof visitor>, code: string) => person.send('/sign-in/smart-id/phone', { purpose: 'sign-in', to: '/my/rights', code });
/** What waits on the simulated phone. */
const waiting = async () => [...(await (await fetch(smartId.address)).text()).matchAll(/\/phone\/([\w-]+)/g)].map(([, id]) => id!);

test('nobody’s phone is asked from a browser that its owner has not used Smart-ID in, and a stranger learns nothing of any code', async () => {
  const stranger = visitor(t, '192.0.2.61');
  const neighbour = visitor(t, '192.0.2.62');
  const other = await t.perform(rememberBrowser, { code: NO_ACCOUNT, asked: false, visitor: VISITOR });
  for (const known of ['', 'yes', `${Math.floor(Date.now() / 1_000)}.${'a'.repeat(64)}`, other]) {
    for (const person of [stranger, neighbour]) person.cookies.set('smart-id-known', known);
    const answers = await Promise.all([askPhone(stranger, ANDRIS.code), known === other ? askPhone(stranger, ANDRIS.code) : askPhone(neighbour, NO_ACCOUNT)]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(answers[0]!.body).toContain('Smart-ID vēl nav lietots');
    expect(answers[1]!.body.replaceAll(/nonce-\S+/g, '')).toBe(answers[0]!.body.replaceAll(/nonce-\S+/g, ''));
  }
  expect(await waiting()).toEqual([]);
});

test('a known browser asks its owner’s phone, five times unanswered at most, and of all phones together no more than is allowed', async () => {
  const person = visitor(t, '192.0.2.63');
  person.cookies.set('smart-id-known', await t.perform(rememberBrowser, { code: ANDRIS.code, asked: false, visitor: VISITOR }));
  for (let n = 0; n < 3; n += 1) expect((await askPhone(person, ANDRIS.code)).location).toBe('/sign-in/smart-id');
  const answerOnPhone = async (action: string) => fetch(`${smartId.address}/phone/${(await waiting()).at(-1)!}`, { method: 'POST', body: new URLSearchParams({ action }) });
  await answerOnPhone('USER_REFUSED');
  expect((await person.open('/sign-in/smart-id')).status).toBe(403);
  expect((await historyOf('vaditajs')).map(({ by, what, addressPrefix }) => [by[0]!.en, what.en, addressPrefix])).toEqual(expect.arrayContaining([['Smart-ID', 'Refused on the device', '192.0.2.0/24'], ['Smart-ID', 'A request was sent to the phone', '192.0.2.0/24']]));
  expect((await t.database.pool.query(`select facts from audit.entry where action = 'authentication.note-refusal' order by at desc, id desc limit 1`)).rows[0].facts).toMatchObject({ factor: 'smart-id', purpose: 'sign-in', reason: 'user-refused', network: '192.0.2.0/24' });
  // The fifth is answered, and none counts any more.
  for (let n = 0; n < 2; n += 1) expect((await askPhone(person, ANDRIS.code)).status).toBe(303);
  await answerOnPhone('OK');
  const proven = await person.open('/sign-in/smart-id');
  expect(proven.location).toMatch(/^\/sign-in\/choose/);
  expect(proven.raw.cookies.map(({ name }) => name)).toContain('smart-id-known');
  // The clock of these tests stands still: what comes after the success is to come after it.
  await t.database.pool.query(`update authentication.sign_in_attempt set at = at - interval '1 second'`);
  for (let n = 0; n < 5; n += 1) expect((await askPhone(person, ANDRIS.code)).status).toBe(303);
  expect((await askPhone(person, ANDRIS.code)).status).toBe(429);
  // What a phone says stands in its owner's history also where whoever asked never comes for it; once, and nobody comes in by it later.
  await t.database.pool.query(`delete from authentication.sign_in_attempt`);
  const gone = visitor(t, '192.0.2.65');
  gone.cookies.set('smart-id-known', person.cookies.get('smart-id-known')!);
  await askPhone(gone, ANDRIS.code);
  await answerOnPhone('WRONG_VC');
  const followed = async () => {
    await followPhones.run({ platform: t.platform, now: t.platform.clock.now() }, {});
    return (await historyOf('vaditajs')).filter(({ what }) => what.en === 'A wrong verification code was chosen on the device').length;
  };
  expect(await followed()).toBe(0);
  await t.database.pool.query(`update authentication.pending_proof set began_at = began_at - interval '4 minutes' where used_at is null`);
  expect([await followed(), await followed()]).toEqual([1, 1]);
  expect((await gone.open('/sign-in/smart-id')).status).toBe(403);
  const elsewhere = visitor(t, '198.51.100.9');
  elsewhere.cookies.set('smart-id-known', person.cookies.get('smart-id-known')!);
  expect((await askPhone(elsewhere, ANDRIS.code)).status).toBe(303);
  await t.database.pool.query(`insert into authentication.sign_in_attempt (account_key, address_prefix, outcome, at) select account_key, address_prefix, outcome, at from authentication.sign_in_attempt, generate_series(1, 1000) where address_prefix = 'phones in all'`);
  const asked = (await waiting()).length;
  expect((await askPhone(elsewhere, ANDRIS.code)).status).toBe(429);
  expect(await waiting()).toHaveLength(asked);
});
