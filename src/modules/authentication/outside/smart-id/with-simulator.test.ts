import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { personCode } from '#kernel/person-code.js';
import { openAuthority } from '../../../../../simulators/smart-id/authority.js';
import { type SmartIdSimulator, startSmartId } from '../../../../../simulators/smart-id/simulator.js';
import { serve } from '../../../../../simulators/web.js';
import { isRefusal } from '../proving.js';
import { smartIdOf, type SmartId } from './smart-id.js';
import { SMART_ID_REFUSALS } from './texts.js';

const clock = systemClock();
const JANIS = { givenName: 'Jānis', familyName: 'Bērziņš', code: '54034483847' };
const LIGA = { givenName: 'Līga', familyName: 'Kalniņa', code: '42117437694' };
let simulator: SmartIdSimulator;
let smartId: SmartId;

beforeAll(async () => {
  simulator = await startSmartId({ port: 0, folder: null, people: [JANIS, LIGA], clock });
  smartId = smartIdWith({});
});
afterEach(() => void (simulator.tamper = null));
afterAll(() => simulator.stop());

function smartIdWith(other: { level?: 'ADVANCED'; uuid?: string; url?: string; authorities?: string[] }): SmartId {
  const { url, uuid, name, scheme, authority } = simulator.settings;
  return smartIdOf({ url, uuid, name, scheme, authorities: [authority], level: 'QUALIFIED', fetch, ...other });
}

const RETURN_TO = 'https://vienkopus.example/sign-in/smart-id/return';

async function begun(by = smartId, more: { person?: string; returnTo?: string | null } = {}) {
  const began = await by.beginDeviceLink({ lang: 'lv', now: clock.now(), person: more.person ? personCode(more.person) : null, returnTo: more.returnTo === undefined ? RETURN_TO : more.returnTo });
  if (isRefusal(began)) throw new Error(began.reason);
  return began.state;
}

/** Plays the phone by the interface that SK offers for automatic tests; tells its status. */
async function phone(deviceLink: string, document: string, more: Record<string, string> = {}) {
  const flowType = new URL(deviceLink).searchParams.get('deviceLinkType');
  const answer = await fetch(new URL('/mock/device-link', simulator.address), { method: 'POST', body: JSON.stringify({ documentNumber: document, deviceLink, flowType, ...more }) });
  return answer.status;
}

const qrOf = (state: unknown) => smartId.links(state, 'lv', clock.now())!.qr;
const documentOf = ({ code }: { code: string }, kind = 'Q') => `PNOLV-${code.slice(0, 6)}-${code.slice(6)}-MOCK-${kind}`;

async function outcomeOfQr(tamper: SmartIdSimulator['tamper'] = null, by = smartId, document = documentOf(JANIS)) {
  const state = await begun(by);
  simulator.tamper = tamper;
  expect(await phone(qrOf(state), document)).toBe(200);
  return by.finish(state, null, clock.now());
}

test('whoever scans the code and confirms is proven with the personal code of the certificate', async () => {
  const state = await begun();
  expect(await smartId.finish(state, null, clock.now())).toEqual({ kind: 'waiting' });
  expect(await phone(qrOf(state), documentOf(JANIS))).toBe(200);
  const outcome = await smartId.finish(JSON.parse(JSON.stringify(state)), null, clock.now());
  expect(outcome).toMatchObject({ kind: 'proven', proof: { method: 'smart-id', issuer: 'smart-id-demo', subject: 'PNOLV-540344-83847', personCode: '54034483847', name: 'JĀNIS BĒRZIŅŠ', level: 'high', amr: ['mfa', 'pin', 'swk'] } });
  if (outcome.kind === 'proven') {
    expect(outcome.proof.evidence).toMatchObject({ certificateLevel: 'QUALIFIED', flow: 'QR', documentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(JSON.stringify(outcome.proof)).not.toContain(state.link!.secret);
  }
});

test('a link that was changed, or made without the secret, is refused by the phone, and nothing of the secret is in it', async () => {
  const state = await begun();
  const link = qrOf(state);
  expect(link).not.toContain(state.link!.secret);
  expect(await phone(link.replace('lang=lav', 'lang=eng'), documentOf(JANIS))).toBe(400);
  expect(await phone(link.replace(/authCode=.*/, `authCode=${'A'.repeat(43)}`), documentOf(JANIS))).toBe(400);
  expect(await phone(link, documentOf(JANIS))).toBe(200);
});

test('on the same device nothing counts before the browser is back with what the app gave it', async () => {
  const received: URLSearchParams[] = [];
  const browser = await serve(0, ({ query }) => {
    received.push(query);
    return {};
  });
  const returnTo = `${browser.address}/return`;
  try {
    const state = await begun(smartId, { returnTo });
    expect(await phone(smartId.links(state, 'en', clock.now())!.sameDevice!, documentOf(LIGA), { initialCallbackUrl: 'given' })).toBe(200);
    expect(await smartId.finish(state, null, clock.now())).toEqual({ kind: 'waiting' });
    const came = Object.fromEntries(received[0]!);
    for (const wrong of [{ ...came, value: 'other' }, { ...came, sessionSecretDigest: 'other' }, { ...came, userChallengeVerifier: 'other' }, {}]) {
      expect(await smartId.finish(state, wrong, clock.now())).toEqual({ kind: 'refused', reason: 'wrong-return' });
    }
    const another = await begun(smartId, { returnTo });
    expect(await smartId.finish(another, came, clock.now())).toEqual({ kind: 'refused', reason: 'wrong-return' });
    expect(await smartId.finish(state, came, clock.now())).toMatchObject({ kind: 'proven', proof: { personCode: LIGA.code, evidence: { flow: 'Web2App' } } });
  } finally {
    await browser.stop();
  }
});

test('without https there is only a QR code', async () => {
  const state = await begun(smartId, { returnTo: 'http://vienkopus.example/return' });
  expect(smartId.links(state, 'lv', clock.now())).toEqual({ qr: expect.stringContaining('deviceLinkType=QR') as string, sameDevice: null });
});

test('the notification flow shows the code that the phone shows', async () => {
  const began = await smartId.beginNotification({ lang: 'lv', now: clock.now(), person: personCode(JANIS.code) });
  if (isRefusal(began)) throw new Error(began.reason);
  const asked = await (await fetch(`${simulator.address}/phone/${began.state.sessionId}`)).text();
  expect(asked).toContain(`<p class="code">${began.verificationCode}</p>`);
  expect(smartId.links(began.state, 'lv', clock.now())).toBeNull();
  expect(await smartId.finish(began.state, null, clock.now())).toEqual({ kind: 'waiting' });
  await fetch(`${simulator.address}/phone/${began.state.sessionId}`, { method: 'POST', body: new URLSearchParams({ action: 'OK' }) });
  expect(await smartId.finish(began.state, null, clock.now())).toMatchObject({ kind: 'proven', proof: { personCode: JANIS.code, evidence: { flow: 'Notification' } } });
});

test.each([
  ['050405-10009', 'proven'],
  ['320000-10003', 'proven'],
  ['030403-10016', 'user-refused'],
  ['030403-10024', 'user-refused-text'],
  ['030403-10075', 'wrong-code'],
  ['030403-10083', 'timeout'],
  ['050404-19993', 'no-account-of-level'],
  ['161175-19997', 'no-account'],
])('the test identity %s ends with %s', async (code, end) => {
  const began = await smartId.beginNotification({ lang: 'en', now: clock.now(), person: personCode(code) });
  const outcome = isRefusal(began) ? began : await smartId.finish(began.state, null, clock.now());
  expect(outcome.kind === 'refused' ? outcome.reason : outcome.kind).toBe(end);
});

test.each([
  ['USER_REFUSED', 'user-refused'],
  ['USER_REFUSED_INTERACTION', 'user-refused-text'],
  ['USER_REFUSED_CERT_CHOICE', 'user-refused-account-choice'],
  ['TIMEOUT', 'timeout'],
  ['WRONG_VC', 'wrong-code'],
  ['DOCUMENT_UNUSABLE', 'document-unusable'],
  ['ACCOUNT_UNUSABLE', 'account-unusable'],
  ['REQUIRED_INTERACTION_NOT_SUPPORTED_BY_APP', 'app-too-old'],
  ['PROTOCOL_FAILURE', 'protocol-failure'],
  ['EXPECTED_LINKED_SESSION', 'other-session-expected'],
  ['SERVER_ERROR', 'service-failure'],
  ['SOMETHING_NEW', 'unknown-end'],
] as const)('the end %s has its own refusal with words in both languages', async (end, reason) => {
  const state = await begun();
  await fetch(`${simulator.address}/phone/${state.sessionId}`, { method: 'POST', body: new URLSearchParams({ action: end }) });
  expect(await smartId.finish(state, null, clock.now())).toEqual({ kind: 'refused', reason });
  expect(smartId.say(reason).lv).not.toBe(smartId.say(reason).en);
});

test('every refusal has words of its own', () => {
  const words = Object.values(SMART_ID_REFUSALS).flatMap(({ lv, en }) => [lv, en]);
  expect(new Set(words).size).toBe(words.length);
});

test('an answer with another person’s certificate is refused', async () => {
  const outcome = await outcomeOfQr(async (answer, { authority }) => ({ ...answer, cert: { ...answer.cert, value: (await authority.issue(LIGA, clock.now())).certificate } }));
  expect(outcome).toEqual({ kind: 'refused', reason: 'bad-signature' });
});

test('another person’s own answer to a question meant for one person is refused', async () => {
  const state = await begun(smartId, { person: JANIS.code });
  simulator.tamper = async (answer, { authority, text, sign }) => {
    const credential = await authority.issue(LIGA, clock.now());
    return { ...answer, result: { ...answer.result, documentNumber: documentOf(LIGA) }, signature: { ...answer.signature, value: await sign(text, credential) }, cert: { ...answer.cert, value: credential.certificate } };
  };
  await phone(qrOf(state), documentOf(JANIS));
  expect(await smartId.finish(state, null, clock.now())).toEqual({ kind: 'refused', reason: 'other-person', whose: expect.objectContaining({ personCode: JANIS.code }) as object });
});

test('an altered signature, and any altered part of what was signed, is refused', async () => {
  const changes: Record<string, unknown>[] = [{ value: Buffer.alloc(256, 7).toString('base64') }, { serverRandom: Buffer.alloc(24, 7).toString('base64') }, { userChallenge: 'A'.repeat(43) }];
  for (const change of changes) {
    expect(await outcomeOfQr((answer) => ({ ...answer, signature: { ...answer.signature, ...change } }))).toEqual({ kind: 'refused', reason: 'bad-signature' });
  }
  expect(await outcomeOfQr((answer) => ({ ...answer, interactionTypeUsed: 'displayTextAndPIN' }))).toEqual({ kind: 'refused', reason: 'bad-signature' });
  expect(await outcomeOfQr((answer) => ({ ...answer, signature: { ...answer.signature, flowType: 'Notification' } }))).toEqual({ kind: 'refused', reason: 'wrong-flow' });
  expect(await outcomeOfQr((answer) => ({ ...answer, signature: { ...answer.signature, signatureAlgorithm: 'sha256WithRSAEncryption' } }))).toEqual({ kind: 'refused', reason: 'bad-signature' });
  expect(await outcomeOfQr((answer) => ({ ...answer, signatureProtocol: 'RAW_DIGEST_SIGNATURE' }))).toEqual({ kind: 'refused', reason: 'bad-answer' });
});

test('an answer to one question does not answer another', async () => {
  let first: Parameters<NonNullable<SmartIdSimulator['tamper']>>[0] | undefined;
  expect(await outcomeOfQr((answer) => (first = answer))).toMatchObject({ kind: 'proven' });
  expect(await outcomeOfQr(() => first!)).toEqual({ kind: 'refused', reason: 'bad-signature' });
});

const day = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);

test.each([
  ['an expired certificate', { from: day(-30), to: day(-1) }, 'certificate-not-valid-now'],
  ['a certificate of tomorrow', { from: day(1), to: day(30) }, 'certificate-not-valid-now'],
  ['a certificate for signing', { purpose: 'signing' }, 'wrong-purpose'],
  ['a certificate of a lower level, whatever the answer calls it', { level: 'ADVANCED' }, 'wrong-purpose'],
] as const)('%s is refused', async (_, holding, reason) => {
  const outcome = await outcomeOfQr(async (answer, { authority, text, sign }) => {
    const credential = await authority.issue(JANIS, clock.now(), holding);
    return { ...answer, signature: { ...answer.signature, value: await sign(text, credential) }, cert: { ...answer.cert, value: credential.certificate } };
  });
  expect(outcome).toEqual({ kind: 'refused', reason });
});

test('a lower level than asked is refused, and counts as less where it was asked for', async () => {
  const asAdvanced: SmartIdSimulator['tamper'] = async (answer, { authority, text, sign }) => {
    const credential = await authority.issue(JANIS, clock.now(), { level: 'ADVANCED' });
    return { ...answer, signature: { ...answer.signature, value: await sign(text, credential) }, cert: { value: credential.certificate, certificateLevel: 'ADVANCED' } };
  };
  expect(await outcomeOfQr(asAdvanced)).toEqual({ kind: 'refused', reason: 'level-too-low', whose: expect.objectContaining({ personCode: JANIS.code }) as object });
  expect(await outcomeOfQr(asAdvanced, smartIdWith({ level: 'ADVANCED' }))).toMatchObject({ kind: 'proven', proof: { level: 'substantial' } });
});

test('a certificate from before April 2025 is still one for authentication', async () => {
  const outcome = await outcomeOfQr(async (answer, { authority, text, sign }) => {
    const credential = await authority.issue(JANIS, clock.now(), { purpose: 'old-authentication' });
    return { ...answer, signature: { ...answer.signature, value: await sign(text, credential) }, cert: { ...answer.cert, value: credential.certificate } };
  });
  expect(outcome).toMatchObject({ kind: 'proven' });
});

test('a certificate of another authority is refused, even one of the same name', async () => {
  const stranger = await openAuthority(null);
  const outcome = await outcomeOfQr(async (answer, { text, sign }) => {
    const credential = await stranger.issue(JANIS, clock.now());
    return { ...answer, signature: { ...answer.signature, value: await sign(text, credential) }, cert: { ...answer.cert, value: credential.certificate } };
  });
  expect(outcome).toEqual({ kind: 'refused', reason: 'untrusted-certificate' });
  expect(await outcomeOfQr(null, smartIdWith({ authorities: [stranger.certificate] }))).toEqual({ kind: 'refused', reason: 'untrusted-certificate' });
});

test('a service that is away, does not know us, or has forgotten the session is told apart', async () => {
  const wishes = { lang: 'lv', now: clock.now(), person: null, returnTo: null } as const;
  expect(await smartIdWith({ url: 'http://127.0.0.1:1/v3/' }).beginDeviceLink(wishes)).toEqual({ kind: 'refused', reason: 'unreachable' });
  expect(await smartIdWith({ uuid: '11111111-1111-4111-8111-111111111111' }).beginDeviceLink(wishes)).toEqual({ kind: 'refused', reason: 'system-not-accepted' });
  const state = await begun();
  expect(await smartId.finish({ ...state, sessionId: '11111111-1111-4111-8111-111111111111' }, null, clock.now())).toEqual({ kind: 'refused', reason: 'session-gone' });
});

test('the phone page confirms for the chosen person and brings the browser back', async () => {
  const state = await begun();
  const link = smartId.links(state, 'lv', clock.now())!.sameDevice!;
  const shown = await (await fetch(link)).text();
  expect(shown).toContain('Jūs pierakstāties sistēmā Vienkopus');
  const real = await fetch(`${simulator.address}/phone/${state.sessionId}`, { method: 'POST', body: new URLSearchParams({ action: 'OK', link, name: 'Kāds Īsts', code: '161175-19997' }) });
  expect([real.status, await real.text()]).toEqual([400, expect.stringContaining('izdomāti') as string]);
  const back = await fetch(`${simulator.address}/phone/${state.sessionId}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ action: 'OK', link, document: documentOf(LIGA) }) });
  const address = new URL(back.headers.get('location')!);
  expect(address.origin + address.pathname).toBe(RETURN_TO);
  expect(await smartId.finish(state, Object.fromEntries(address.searchParams), clock.now())).toMatchObject({ kind: 'proven', proof: { personCode: LIGA.code } });
});
