import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { type EparakstsSimulator, startEparaksts } from '../../../../../simulators/eparaksts/simulator.js';
import { isRefusal, type RedirectProvider } from '../proving.js';
import { eparakstsOf } from './eparaksts.js';

const clock = systemClock();
const ZANE = { givenName: 'Zane', familyName: 'Robežniece', code: '48122206929' };
const RETURN_TO = 'https://vienkopus.example/sign-in/outside/eparaksts/return';
let simulator: EparakstsSimulator;
let provider: RedirectProvider;

beforeAll(async () => {
  simulator = await startEparaksts({ port: 0, people: [ZANE], clock });
  provider = eparakstsOf({ ...simulator.settings, fetch });
});
afterEach(() => void (simulator.tamper = null));
afterAll(() => simulator.stop());

async function begun() {
  const began = await provider.begin({ returnTo: RETURN_TO, lang: 'lv', now: clock.now() });
  if (isRefusal(began)) throw new Error(began.reason);
  return began;
}

/** What the person does on the page of the provider; tells the fields that come back in the address. */
async function chose(address: string, who: Record<string, string>): Promise<Record<string, string>> {
  const asked = new URL(address);
  expect(await (await fetch(asked)).text()).toContain('Zane Robežniece');
  const answer = await fetch(asked.origin + asked.pathname, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), ...who }) });
  const back = new URL(answer.headers.get('location')!);
  expect(back.origin + back.pathname).toBe(RETURN_TO);
  return Object.fromEntries(back.searchParams);
}

const finish = (state: unknown, answer: Record<string, string>) => provider.finish(JSON.parse(JSON.stringify(state)), answer, clock.now());

test('the person whom the platform names is proven, with code and level', async () => {
  const { state, address } = await begun();
  const outcome = await finish(state, await chose(address, { person: ZANE.code }));
  expect(outcome).toMatchObject({ kind: 'proven', proof: { method: 'eparaksts', issuer: 'eparaksts', subject: 'PNOLV-481222-06929', personCode: ZANE.code, name: 'ZANE ROBEŽNIECE', level: 'high', amr: ['mfa', 'pin', 'sc'] } });
});

test('a code is good once, for its own sign-in only', async () => {
  const first = await begun();
  const answer = await chose(first.address, { person: ZANE.code });
  const second = await begun();
  expect(await finish(second.state, answer)).toEqual({ kind: 'refused', reason: 'wrong-return' });
  expect(await finish(second.state, { ...answer, state: String(second.state['handle']) })).toEqual({ kind: 'refused', reason: 'session-gone' });
  const third = await begun();
  const again = await chose(third.address, { person: ZANE.code });
  expect(await finish(third.state, again)).toMatchObject({ kind: 'proven' });
  expect(await finish(third.state, again)).toEqual({ kind: 'refused', reason: 'session-gone' });
});

test('who refuses is told so, and an address without a code says nothing', async () => {
  const { state, address } = await begun();
  expect(await finish(state, await chose(address, { person: 'refuse' }))).toEqual({ kind: 'refused', reason: 'user-refused' });
  expect(await finish(state, { state: String(state['handle']) })).toEqual({ kind: 'refused', reason: 'wrong-return' });
});

test.each([
  ['without an identity', { serial_number: undefined }, { kind: 'refused', reason: 'no-identity' }],
  ['without a subject', { sub: undefined }, { kind: 'refused', reason: 'bad-answer' }],
  ['of another country', { serial_number: 'PNOEE-40504040001' }, { kind: 'proven', proof: { subject: 'PNOEE-40504040001', personCode: null } }],
  ['by another means', { acr: 'urn:eparaksts:authentication:flow:mobileid', amr: 'urn:eparaksts:authentication:flow:mobileid' }, { kind: 'proven', proof: { level: 'substantial', amr: ['mfa', 'pin', 'pop'] } }],
  ['by a weak means', { acr: 'urn:safelayer:tws:policies:authentication:level:low' }, { kind: 'proven', proof: { level: 'low', amr: [] } }],
  ['of whose means nothing is said', { acr: undefined }, { kind: 'proven', proof: { level: 'low', amr: [] } }],
])('a person %s is taken for what they are', async (_, change, outcome) => {
  const { state, address } = await begun();
  const answer = await chose(address, { person: ZANE.code });
  simulator.tamper = (person) => ({ ...person, ...change });
  expect(await finish(state, answer)).toMatchObject(outcome);
});

test('a wrong key, and a platform that is away, are told apart', async () => {
  const { state, address } = await begun();
  const answer = await chose(address, { person: ZANE.code });
  expect(await eparakstsOf({ ...simulator.settings, clientSecret: 'other', fetch }).finish(state, answer, clock.now())).toEqual({ kind: 'refused', reason: 'system-not-accepted' });
  expect(await eparakstsOf({ ...simulator.settings, url: 'http://127.0.0.1:1/', fetch }).finish(state, answer, clock.now())).toEqual({ kind: 'refused', reason: 'unreachable' });
});

test('only made-up people can be played', async () => {
  const { address } = await begun();
  const asked = new URL(address);
  const answer = await fetch(asked.origin + asked.pathname, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ ...Object.fromEntries(asked.searchParams), name: 'Kāds Īsts', code: '161175-19997' }) });
  expect(answer.status).toBe(400);
});
