import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { type Clock, systemClock } from '#kernel/clock.js';
import { MULTISIGN, type RemoteBehaviour, type RemoteSeals, startRemoteSeals, usualRemoteBehaviour } from '../../../simulators/remote-seals/simulator.js';
import { type CscCredential, cscSeal } from './sealing/csc-seal.js';
import { type Sealing, startSealing } from './tests/sealed.js';
import { TrustServiceError } from './trust/trust-service-error.js';

let sealing: Sealing;
let remote: RemoteSeals;
let later = 0;
const clock: Clock = { now: () => systemClock(later).now(), today: () => systemClock(later).today() };

beforeAll(async () => {
  sealing = await startSealing();
  remote = await startRemoteSeals({ port: 0, authority: sealing.trust.authority, clock });
});
afterEach(() => {
  Object.assign(remote.behaviour, usualRemoteBehaviour());
  later = 0;
  for (const method of Object.keys(remote.asked)) delete remote.asked[method];
});
afterAll(async () => {
  await remote.stop();
  await sealing.trust.stop();
});

const behave = (changes: Partial<RemoteBehaviour>) => void Object.assign(remote.behaviour, changes);
const credential = (changes: Partial<CscCredential> = {}): CscCredential => ({ ...remote.settings, credentialId: 'seal-rsa', clock, ...changes });
const codeOf = (doing: Promise<unknown>) => doing.then(() => 'sealed', (error: unknown) => (error instanceof TrustServiceError ? error.code : String(error)));
const signTwo = async (changes: Partial<CscCredential> = {}) => (await cscSeal(credential(changes))).sign([Buffer.from('one'), Buffer.from('two')]);

describe('a remote seal', () => {
  test.each([['seal-rsa', 'der'], ['seal-p256', 'der'], ['seal-p256', 'plain']] as const)('%s signs hashes, its values written as XML wants them (it gives %s)', async (credentialId, ecdsa) => {
    behave({ ecdsa });
    const seal = await cscSeal(credential({ credentialId }));
    const { leaf, chain } = await seal.certificate();
    const data = [Buffer.from('one'), Buffer.from('two'), Buffer.from('three')];
    const values = await seal.sign(data);
    const key = createPublicKey(new X509Certificate(leaf).publicKey.export({ type: 'spki', format: 'pem' }));
    expect(data.map((one, at) => verify('sha256', one, { key, dsaEncoding: 'ieee-p1363' }, values[at]!))).toEqual([true, true, true]);
    expect(chain).toHaveLength(2);
  });

  test('is asked for as many at once as one act may authorise, and for a token once', async () => {
    const seal = await cscSeal(credential());
    const values = await seal.sign(Array.from({ length: 2 * MULTISIGN + 1 }, (_, n) => Buffer.from(String(n))));
    expect(values).toHaveLength(2 * MULTISIGN + 1);
    expect(remote.asked).toEqual({ token: 1, 'credentials/info': 1, 'credentials/authorize': 3, 'signatures/signHash': 3 });
  });

  test('gets a new token when the old one ends or is forgotten', async () => {
    const seal = await cscSeal(credential());
    later = 3_600_000;
    await seal.sign([Buffer.from('one')]);
    expect(remote.asked['token']).toBe(2);
    behave({ forgetsTokens: 1 });
    await seal.sign([Buffer.from('two')]);
    expect(remote.asked['token']).toBe(3);
  });

  test.each<[string, Partial<RemoteBehaviour>, string]>([
    ['of a service that is down', { down: true }, 'unreachable'],
    ['whose tokens are refused again and again', { forgetsTokens: 5 }, 'refused'],
    ['that is switched off', { key: 'disabled' }, 'key-off'],
    ['whose certificate is revoked', { status: 'revoked' }, 'key-off'],
    ['that a person has to approve each time', { mode: 'oauth2code' }, 'needs-person'],
    ['whose answers come in another order', { answers: 'mixed up' }, 'untrusted'],
    ['that forgets one signature', { answers: 'one short' }, 'bad-answer'],
  ])('%s seals nothing: %s', async (_, changes, code) => {
    behave(changes);
    expect(await codeOf(signTwo())).toBe(code);
  });

  test.each<[string, Partial<CscCredential>]>([['a wrong PIN', { pin: '000000' }], ['a wrong secret', { clientSecret: 'guessed' }], ['an unknown credential', { credentialId: 'seal-of-others' }]])('with %s is refused', async (_, changes) => {
    expect(await codeOf(signTwo(changes))).toBe('refused');
  });
});
