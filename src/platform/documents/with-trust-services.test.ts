import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { type Behaviour, usualBehaviour } from '../../../simulators/trust-services/simulator.js';
import { containStamped, proveStamped, sealFiles, type SealServices, signFiles, type Stamped, stampSigned, BatchTookTooLong } from './sealing/seal-files.js';
import { preflight } from './sealing/preflight.js';
import { PDF, type Sealing, startSealing } from './tests/sealed.js';
import { certificatesOf } from './trust/certificate.js';
import { readTimeStampToken } from './trust/time-stamp-token.js';
import { bytesOf } from './bytes.js';
import { timeStampClient } from './trust/time-stamp-client.js';
import { TrustServiceError } from './trust/trust-service-error.js';

const DATA = Buffer.from('what is stamped');
let sealing: Sealing;

beforeAll(async () => void (sealing = await startSealing()));
afterEach(() => void Object.assign(sealing.trust.behaviour, usualBehaviour()));
afterAll(() => sealing.trust.stop());

const behave = (changes: Partial<Behaviour>) => Object.assign(sealing.trust.behaviour, changes);
const codeOf = (doing: Promise<unknown>) => doing.then(() => 'kept', (error: unknown) => (error instanceof TrustServiceError ? error.code : String(error)));
const stamp = () => codeOf(sealing.services().timeStamps.stamp(DATA));
async function ask(since = new Date(0)) {
  const { seal, revocation } = sealing.services();
  const { leaf, chain } = await seal.certificate();
  return codeOf(revocation.good(leaf, chain[0]!, since));
}

describe('a time stamp', () => {
  test('is kept when it is over our data, for our request, by a believed authority, and of now', async () => {
    const { token, at } = await sealing.services().timeStamps.stamp(DATA);
    expect(readTimeStampToken(bytesOf(token)).at).toEqual(at);
    expect(Math.abs(at.getTime() - systemClock().now().getTime())).toBeLessThan(60_000);
  });

  test.each<[string, Partial<Behaviour>, string]>([
    ['from a service that is down', { down: true }, 'unreachable'],
    ['that is refused', { rejects: true }, 'refused'],
    ['over other data', { imprint: 'wrong' }, 'other-data'],
    ['for another request', { nonce: 'wrong' }, 'other-nonce'],
    ['for any request', { nonce: 'none' }, 'other-nonce'],
    ['under another policy', { policy: '1.3.6.1.4.1.32473.1.2' }, 'other-policy'],
    ['by a clock that is ahead', { skewMs: 3_600_000 }, 'wrong-clock'],
    ['by a clock that is behind', { skewMs: -3_600_000 }, 'wrong-clock'],
  ])('%s is not kept: %s', async (_, changes, code) => {
    behave(changes);
    expect(await stamp()).toBe(code);
  });

  test('signed by someone whose certificate is not for time stamps is not kept', async () => {
    behave({ tsa: await sealing.trust.authority.issue('tsa', { withoutPurpose: true }) });
    expect(await stamp()).toBe('untrusted');
  });

  test('by an authority that nobody named is not kept', async () => {
    const stranger = await startSealing();
    const { timeStampUrl: url } = stranger.trust.settings;
    expect(await codeOf(timeStampClient({ url, anchors: certificatesOf(sealing.trust.settings.authorities), clock: systemClock() }).stamp(DATA))).toBe('untrusted');
    await stranger.trust.stop();
  });

  test('is not waited for longer than allowed', async () => {
    const never = (_: unknown, init?: RequestInit) => new Promise<Response>((_done, refuse) => init?.signal?.addEventListener('abort', () => refuse(init.signal?.reason as Error)));
    const client = timeStampClient({ url: 'http://nowhere.example', anchors: [], clock: systemClock(), fetch: never as typeof fetch, withinMs: 50 });
    expect(await codeOf(client.stamp(DATA))).toBe('unreachable');
  });
});

describe('an answer about the certificate', () => {
  test.each<[string, Partial<Behaviour>, string]>([
    ['that it is good', {}, 'kept'],
    ['from a service that is down', { down: true }, 'unreachable'],
    ['that it is revoked', { status: 'revoked' }, 'revoked'],
    ['that it is unknown', { status: 'unknown' }, 'unknown'],
    ['that is no longer true', { answerAgeMs: 2 * 3_600_000 }, 'outdated'],
    ['by a clock that is ahead', { skewMs: 3_600_000 }, 'wrong-clock'],
  ])('%s: %s', async (_, changes, code) => {
    behave(changes);
    expect(await ask()).toBe(code);
  });

  test('by someone whom its authority has not charged is not kept', async () => {
    behave({ responder: await sealing.trust.authority.issue('responder', { withoutPurpose: true }) });
    expect(await ask()).toBe('untrusted');
  });

  test('that stays older than the time stamp is not kept', async () => {
    behave({ answerAgeMs: 60_000 });
    expect(await ask(systemClock().now())).toBe('outdated');
  });
});

describe('a batch', () => {
  const sets = (count: number) => Array.from({ length: count }, (_, at) => [{ ...PDF, name: `${at}.pdf` }]);
  const proofsOf = (services: SealServices, stamped: readonly Stamped[]) => proveStamped(services, stamped.map(({ stampedAt }) => stampedAt));

  test('has a stamp for each and one answer for all, made after the last stamp', async () => {
    const before = { ...sealing.trust.asked };
    const { seal, timeStamps, revocation } = sealing.services();
    const given: Date[] = [];
    const watched = { good: async (...asked: Parameters<typeof revocation.good>) => (given.push(asked[2]), revocation.good(...asked)) };
    const stamped = await stampSigned({ seal, timeStamps, revocation }, await signFiles(seal, sets(20), systemClock().now()));
    const services = { seal, timeStamps, revocation: watched };
    const proofs = await proofsOf(services, stamped);
    expect(await containStamped(services, stamped, proofs)).toHaveLength(20);
    expect(sealing.trust.asked.stamps - before.stamps).toBe(20);
    expect(given).toEqual([new Date(Math.max(...stamped.map(({ stampedAt }) => stampedAt.getTime())))]);
    const later = { ...stamped[0]!, stampedAt: new Date(proofs.answeredAt.getTime() + 1) };
    await expect(containStamped(services, [later], proofs)).rejects.toThrow(/older than a time stamp/);
  });

  test('goes on from what was kept after a failure in the middle, with the same bytes', async () => {
    const services = sealing.services();
    const signed = await signFiles(services.seal, sets(40), systemClock().now());
    const kept = new Map<number, Stamped>();
    await expect(
      stampSigned(services, signed, (one, at) => {
        kept.set(at, one);
        if (kept.size === 10) behave({ down: true });
      }),
    ).rejects.toMatchObject({ code: 'unreachable', mayPass: true });
    expect(kept.size).toBeGreaterThanOrEqual(10);
    expect(kept.size).toBeLessThan(40);
    behave({ down: false });
    const rest = await stampSigned(services, signed.filter((_, at) => !kept.has(at)));
    const all = [...kept.values(), ...rest];
    expect(await containStamped(services, all, await proofsOf(services, all))).toHaveLength(40);
  });

  test('that took longer than one answer may serve is stamped anew, not released', async () => {
    const services = sealing.services();
    const stamped = await stampSigned(services, await signFiles(services.seal, sets(2), systemClock().now()));
    const [first, second] = stamped;
    const early = { ...first!, stampedAt: new Date(first!.stampedAt.getTime() - 16 * 60_000) };
    await expect(proofsOf(services, [early, second!])).rejects.toThrow(BatchTookTooLong);
  });

  test.each<[string, Partial<Behaviour>]>([['TSA is down', { down: true }], ['clock is ahead', { skewMs: 600_000 }], ['certificate is revoked', { status: 'revoked' }], ['answer is old', { answerAgeMs: 600_000 }]])('is not released when the %s', async (_, changes) => {
    behave(changes);
    await expect(sealFiles(sealing.services(), sets(3), systemClock().now())).rejects.toThrow(TrustServiceError);
  });
});

describe('the check before a batch', () => {
  const tried = async (kind: 'seal-p256' | 'seal-advanced', until = new Date('2026-12-31T00:00:00Z'), production = true) => {
    const steps = await preflight(sealing.services(kind), { clock: systemClock(), until, production });
    return steps.filter(({ passed }) => !passed).map(({ step }) => step);
  };

  test('passes where everything is ready', async () => {
    expect(await tried('seal-p256')).toEqual([]);
  });

  test('says that a seal is not qualified, which matters in production alone', async () => {
    expect(await tried('seal-advanced')).toEqual(['qualified']);
    expect(await tried('seal-advanced', undefined, false)).toEqual([]);
  });

  test('says that the certificate ends before the work does', async () => {
    expect(await tried('seal-p256', new Date('2101-01-01T00:00:00Z'))).toEqual(['certificate']);
  });

  test('says which service fails, and why in words', async () => {
    behave({ status: 'revoked', rejects: true });
    const steps = await preflight(sealing.services(), { clock: systemClock(), until: systemClock().now(), production: false });
    expect(steps.filter(({ passed }) => !passed)).toMatchObject([{ step: 'time-stamp', why: { lv: expect.stringContaining('noraida') as string } }, { step: 'revocation', why: { lv: expect.stringContaining('atsaukts') as string } }]);
  });
});
