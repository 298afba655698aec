import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { encrypted } from '../../../../../simulators/latvija-lv/encrypt.js';
import { openSigner, signed } from '../../../../../simulators/latvija-lv/signer.js';
import { type LatvijaLvSimulator, startLatvijaLv } from '../../../../../simulators/latvija-lv/simulator.js';
import { tokenOf, type TokenWishes } from '../../../../../simulators/latvija-lv/token.js';
import { isRefusal, type RedirectProvider } from '../proving.js';
import { latvijaLvOf } from './latvija-lv.js';

const clock = systemClock();
const ANITA = { givenName: 'Anita', familyName: 'Ļaudave', code: '66078114623' };
const ELZA = { givenName: 'Elza', familyName: 'Paraugs', code: '41102883858' };
const RETURN_TO = 'https://vienkopus.example/sign-in/outside/latvija-lv/return';
const ours = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
let simulator: LatvijaLvSimulator;
let provider: RedirectProvider;

beforeAll(async () => {
  simulator = await startLatvijaLv({ port: 0, folder: null, people: [ANITA], clock });
  provider = latvijaLvOf({ ...simulator.settings, privateKey: ours.privateKey });
});
afterAll(() => simulator.stop());

async function begun() {
  const began = await provider.begin({ returnTo: RETURN_TO, lang: 'lv', now: clock.now() });
  if (isRefusal(began)) throw new Error(began.reason);
  return { ...began, handle: String(began.state['handle']) };
}

const UNESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };

/** What the person does on the page; tells the fields of the form that is posted back. */
async function chose(address: string, who: Record<string, string>): Promise<Record<string, string>> {
  const asked = new URL(address);
  expect(await (await fetch(asked)).text()).toContain('Anita Ļaudave');
  const page = await (await fetch(asked.origin + asked.pathname, { method: 'POST', body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), ...who }) })).text();
  expect(page).toContain(`action="${RETURN_TO}"`);
  return Object.fromEntries([...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!.replace(/&(lt|gt|quot|#39|amp);/g, (one) => UNESCAPED[one]!)]));
}

/** A sign-in finished with a token of the test's own making. */
async function outcomeOf(make: (plain: string) => string = (plain) => signed(plain, simulator.signer), wishes: Partial<TokenWishes> = {}, by = provider) {
  const { state, handle } = await begun();
  const plain = tokenOf({ identifier: `PK:${ANITA.code}`, person: ANITA, realm: simulator.settings.realm, context: handle, now: clock.now(), ...wishes });
  return by.finish(JSON.parse(JSON.stringify(state)), { wa: 'wsignin1.0', wctx: handle, wresult: make(plain) }, clock.now());
}

test('a resident who chose to be themselves is proven', async () => {
  const { state, address } = await begun();
  const answer = await chose(address, { person: ANITA.code, capacity: 'PK:{code}' });
  expect(await provider.finish(state, answer, clock.now())).toMatchObject({
    kind: 'proven',
    proof: { method: 'latvija-lv', issuer: 'http://www.latvija.lv/sts', subject: `PK:${ANITA.code}`, personCode: ANITA.code, name: 'ANITA ĻAUDAVE', level: 'high' },
  });
});

test('an answer belongs to one sign-in', async () => {
  const one = await begun();
  const answer = await chose(one.address, { person: ANITA.code });
  const two = await begun();
  expect(await provider.finish(two.state, answer, clock.now())).toEqual({ kind: 'refused', reason: 'wrong-return' });
});

test('who refuses there brings no token', async () => {
  const { state, address } = await begun();
  expect(await provider.finish(state, await chose(address, { person: 'refuse' }), clock.now())).toEqual({ kind: 'refused', reason: 'no-token' });
});

test.each([
  [`AU:100001-PK:${ANITA.code}`, 'acts-for-another'],
  [`PK:${ANITA.code}-UR:40003627089`, 'acts-for-another'],
  [`DP:40003627089-PK:${ANITA.code}`, 'acts-for-another'],
  ['AU:100001', 'identity-not-confirmed'],
  ['veiders@inbox.lv', 'identity-not-confirmed'],
  [`PK:${ELZA.code}`, 'bad-token'],
])('the identifier %s of a resident with another or no code of their own is refused: %s', async (identifier, reason) => {
  // Whom a signed token names, hears of it.
  const whose = { issuer: simulator.settings.issuer, subject: null, personCode: ANITA.code };
  expect(await outcomeOf(undefined, { identifier })).toEqual({ kind: 'refused', reason, ...(reason === 'acts-for-another' && { whose }) });
});

test.each([['4', 'high'], ['3', 'substantial'], ['2', 'low'], ['', 'low'], ['9', 'low']])('assurance "%s" is worth %s', async (assurance, level) => {
  expect(await outcomeOf(undefined, { assurance })).toMatchObject({ kind: 'proven', proof: { level } });
});

const hour = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);

test.each([
  ['for another system', { realm: 'urn:other' }, 'for-another'],
  ['of another issuer', { issuer: 'http://evil.example/sts' }, 'for-another'],
  ['that has expired', { now: hour(-5) }, 'not-valid-now'],
  ['of the future', { now: hour(1) }, 'not-valid-now'],
  ['issued before the sign-in began, and still valid', { now: hour(-1) }, 'issued-before'],
  ['with a name of an unknown kind', { format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' }, 'identity-not-confirmed'],
] as const)('a well-signed token %s is refused', async (_, wishes, reason) => {
  const whose = { issuer: simulator.settings.issuer, subject: `PK:${ANITA.code}`, personCode: ANITA.code };
  expect(await outcomeOf(undefined, wishes)).toEqual({ kind: 'refused', reason, ...('now' in wishes && { whose }) });
});

const sign = (plain: string) => signed(plain, simulator.signer);
const assertionIn = (token: string) => /<saml:Assertion.*<\/saml:Assertion>/s.exec(token)![0];
const forElza = (words: string) => words.replaceAll(ANITA.code, ELZA.code);

test.each([
  ['unsigned', (plain: string) => plain],
  ['changed after signing', (plain: string) => forElza(sign(plain))],
  ['signed by SHA-1', (plain: string) => signed(plain, simulator.signer, { algorithm: 'sha1' })],
  ['with its signature cut out', (plain: string) => sign(plain).replace(/<Signature .*<\/Signature>/s, '')],
  ['with a second, unsigned assertion before the signed one', (plain: string) => sign(plain).replace('<saml:Assertion', `${forElza(assertionIn(plain))}<saml:Assertion`)],
  ['with a second, unsigned assertion after the signed one', (plain: string) => sign(plain).replace('</saml:Assertion>', `</saml:Assertion>${forElza(assertionIn(plain))}`)],
  [
    'whose signed assertion was moved into a forged one',
    (plain: string) => {
      const genuine = assertionIn(sign(plain));
      const forged = forElza(assertionIn(plain)).replace(/AssertionID="[^"]*"/, 'AssertionID="_forged"').replace('</saml:Assertion>', `<x>${genuine}</x></saml:Assertion>`);
      return plain.replace(assertionIn(plain), forged);
    },
  ],
  [
    'whose signature was moved to a forged assertion with the signed one beside it under another name',
    (plain: string) => {
      const token = sign(plain);
      const signature = /<Signature .*<\/Signature>/s.exec(token)![0];
      const hidden = assertionIn(token).replaceAll('saml:Assertion', 'saml:Hidden').replace(signature, '');
      const forged = forElza(assertionIn(plain)).replace(/AssertionID="[^"]*"/, 'AssertionID="_forged"').replace('</saml:Assertion>', `${signature}</saml:Assertion>`);
      return plain.replace(assertionIn(plain), forged + hidden);
    },
  ],
])('a token %s is refused', async (_, make) => {
  expect(await outcomeOf(make)).toEqual({ kind: 'refused', reason: 'bad-signature' });
});

test('a comment inside a signed value does not cut it short', async () => {
  const outcome = await outcomeOf((plain) => sign(plain).replaceAll(`PK:${ANITA.code}<`, `PK:${ANITA.code.slice(0, 6)}<!-- -->${ANITA.code.slice(6)}<`));
  expect(outcome).toMatchObject({ kind: 'proven', proof: { personCode: ANITA.code } });
});

test('a token signed by a stranger is refused, though it brings the stranger’s certificate along', async () => {
  const stranger = await openSigner(null);
  expect(await outcomeOf((plain) => signed(plain, stranger))).toEqual({ kind: 'refused', reason: 'bad-signature' });
});

test.each([
  ['that defines entities', (plain: string) => `<!DOCTYPE x [<!ENTITY e "1">]>${sign(plain)}`, 'bad-token'],
  ['that is not XML', () => '<trust', 'bad-token'],
  ['of enormous size', (plain: string) => sign(plain) + ' '.repeat(200_000), 'bad-token'],
])('a token %s is refused', async (_, make, reason) => {
  expect(await outcomeOf(make)).toEqual({ kind: 'refused', reason });
});

test.each(['aes128-cbc', 'aes256-cbc', 'aes128-gcm', 'aes256-gcm'] as const)('a token encrypted for us by %s is opened, and its signature decides', async (by) => {
  const forUs = (token: string) => encrypted(token, ours.publicKey, by);
  expect(await outcomeOf((plain) => forUs(sign(plain)))).toMatchObject({ kind: 'proven', proof: { personCode: ANITA.code } });
  expect(await outcomeOf((plain) => forUs(plain))).toEqual({ kind: 'refused', reason: 'bad-signature' });
  expect(await outcomeOf((plain) => forUs(forElza(sign(plain))))).toEqual({ kind: 'refused', reason: 'bad-signature' });
});

test('a token encrypted for someone else, damaged, doubled or wrapped by an unsafe method is refused', async () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const forUs = (plain: string) => encrypted(sign(plain), ours.publicKey, 'aes256-cbc');
  const makes: ((plain: string) => string)[] = [
    (plain) => encrypted(sign(plain), stranger.publicKey, 'aes256-cbc'),
    (plain) => forUs(plain).replace(/(<xenc:CipherValue>)[^<]{64}/g, '$1' + 'A'.repeat(64)),
    (plain) => forUs(plain).replace(/<xenc:EncryptedData .*<\/xenc:EncryptedData>/s, (one) => one + one),
    (plain) => forUs(plain).replace('#rsa-oaep-mgf1p', '#rsa-1_5'),
    (plain) => encrypted(forUs(plain), ours.publicKey, 'aes256-cbc'),
  ];
  for (const make of makes) expect(await outcomeOf(make)).toEqual({ kind: 'refused', reason: 'bad-signature' });
  expect(await outcomeOf(forUs, {}, latvijaLvOf({ ...simulator.settings, privateKey: null }))).toEqual({ kind: 'refused', reason: 'encrypted' });
});
