import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '#kernel/clock.js';
import { type SignApi, type SignApiBehaviour, startSignApi, usualSignApiBehaviour } from '../../../simulators/sign-api/simulator.js';
import { openTrustAuthority } from '../../../simulators/trust-services/authority.js';
import { bytesOf } from './bytes.js';
import { checkContainer } from './checking/check-container.js';
import { longTermPolicy } from './checking/policy.js';
import type { ContainerSealer, SealedContainer } from './sealing/container-sealer.js';
import { archiveContainer } from './sealing/archive-container.js';
import { preflightOfSealer } from './sealing/preflight.js';
import { type SignApiSeal, signApiSealer } from './sealing/sign-api-sealer.js';
import { AWKWARD, PDF, type Sealing, startSealing } from './tests/sealed.js';
import { certificatesOf } from './trust/certificate.js';
import { TrustServiceError } from './trust/trust-service-error.js';

let sealing: Sealing;
let service: SignApi;
let later = 0;
let seal: SignApiSeal;
const clock: Clock = { now: () => systemClock(later).now(), today: () => systemClock(later).today() };

beforeAll(async () => {
  sealing = await startSealing();
  service = await startSignApi({ port: 0, authority: sealing.trust.authority, clock });
  const anchors = certificatesOf(sealing.trust.settings.authorities);
  const [authCertificate] = certificatesOf(service.settings.certificate);
  seal = { ...service.settings, file: service.seal('seal-advanced'), authCertificate: authCertificate!.der, anchors: { signing: anchors, timeStamping: anchors }, clock };
});
afterEach(() => {
  Object.assign(service.behaviour, usualSignApiBehaviour());
  later = 0;
  for (const method of Object.keys(service.asked)) delete service.asked[method];
});
afterAll(async () => {
  await service.stop();
  await sealing.trust.stop();
});

const behave = (changes: Partial<SignApiBehaviour>) => void Object.assign(service.behaviour, changes);
const sealerWith = (changes: Partial<SignApiSeal> = {}): ContainerSealer => signApiSealer({ ...seal, ...changes });

/** Sets as they are kept from one attempt to the next, as the database does it. */
function kept(files: readonly (typeof PDF)[][]) {
  const names: (string | null)[] = files.map(() => null);
  const sealed: SealedContainer[] = [];
  const attempt = (sealer: ContainerSealer) =>
    sealer
      .seal(files.map((one, at) => ({ files: one, begun: names[at]! })), {
        begun: async (begun) => begun.forEach(({ at, name }) => void (names[at] = name)),
        sealed: async (made) => made.forEach((one) => void (sealed[one.at] = one.sealed)),
      })
      .then(() => 'sealed', (error: unknown) => (error instanceof TrustServiceError ? error.code : String(error)));
  return { names, sealed, attempt };
}

const check = (container: Uint8Array) => checkContainer(bytesOf(container), longTermPolicy(seal.anchors), clock.now());

describe('SignAPI', () => {
  test.each(['container', 'signature'] as const)('seals digests, and its %s becomes a container of ours that our check believes', async (gives) => {
    behave({ gives });
    const { sealed, attempt } = kept([[PDF], [PDF, AWKWARD]]);
    expect(await attempt(sealerWith())).toBe('sealed');
    const reports = await Promise.all(sealed.map(({ container }) => check(container)));
    expect(reports.map(({ passed, signatures, files }) => [passed, signatures.map(({ level }) => level), files.map(({ name }) => name)])).toEqual([[true, ['B-LT'], [PDF.name]], [true, ['B-LT'], [PDF.name, AWKWARD.name]]]);
    expect(service.asked).toEqual({ token: 1, start: 2, addDocumentDigest: 2, eSealCreate: 1, sealed: 2, download: 2, close: 2 });
  });

  test('what it sealed takes archive time stamps as ours does', async () => {
    const { sealed, attempt } = kept([[PDF]]);
    await attempt(sealerWith());
    const { timeStamps, revocation } = sealing.services();
    const policy = longTermPolicy(seal.anchors);
    const { container } = await archiveContainer(bytesOf(sealed[0]!.container), { timeStamps, revocation }, policy, { now: clock.now() });
    const report = await check(container);
    expect([report.passed, report.signatures[0]!.level]).toEqual([true, 'B-LTA']);
  });

  test('a lost answer seals nothing twice: what was begun is looked for under its name first', async () => {
    behave({ losesAnswerTo: 1 });
    const { names, sealed, attempt } = kept([[PDF], [AWKWARD]]);
    expect(await attempt(sealerWith())).toBe('unreachable');
    expect([sealed, names.every((name) => name !== null)]).toEqual([[], true]);
    expect(await attempt(sealerWith())).toBe('sealed');
    expect([sealed.length, service.asked['sealed'], service.asked['start']]).toEqual([2, 2, 2]);
  });

  test('a session that the service has forgotten is begun anew', async () => {
    behave({ losesAnswerTo: 1 });
    const { sealed, attempt, names } = kept([[PDF]]);
    await attempt(sealerWith());
    names[0] = 'f0'.repeat(32);
    expect(await attempt(sealerWith())).toBe('sealed');
    expect(sealed).toHaveLength(1);
  });

  test('a token that has ended or is forgotten is asked for again', async () => {
    const sealer = sealerWith();
    await kept([[PDF]]).attempt(sealer);
    later = 3_600_000;
    expect(await kept([[PDF]]).attempt(sealer)).toBe('sealed');
    behave({ forgetsTokens: 1 });
    expect(await kept([[PDF]]).attempt(sealer)).toBe('sealed');
    expect(service.asked['token']).toBe(3);
  });

  test.each<[SignApiBehaviour['signs'], RegExp]>([
    ['other digest', /file-digests/],
    ['other name', /files-signed/],
    ['by another seal', /another seal/],
    ['without time stamp', /level/],
    ['with a revoked certificate', /revocation-status/],
  ])('what it signs wrongly (%s) is refused, kept nowhere, and begun anew when a person says so', async (signs, why) => {
    behave({ signs });
    const { names, sealed, attempt } = kept([[PDF]]);
    const fault = await sealerWith().seal([{ files: [PDF], begun: null }], { begun: async () => undefined, sealed: async () => undefined }).catch((error: unknown) => error as TrustServiceError);
    expect(fault).toMatchObject({ code: 'untrusted', mayPass: false, cause: { message: expect.stringMatching(why) as string } });
    expect(await attempt(sealerWith())).toBe('untrusted');
    expect([sealed, names]).toEqual([[], [null]]);
    behave({ signs: 'asked' });
    expect(await attempt(sealerWith())).toBe('sealed');
  });

  test.each<[string, () => Partial<SignApiSeal>]>([
    ['a wrong secret', () => ({ clientSecret: 'guessed' })],
    ['a seal that it did not give', () => ({ file: sealing.trust.seal('seal-p256') })],
    ['a certificate of another for time stamps', () => ({ authCertificate: seal.anchors.signing[0]!.der })],
  ])('with %s nothing is sealed', async (_, changes) => {
    expect(await kept([[PDF]]).attempt(sealerWith(changes()))).toBe('refused');
  });

  test('a stranger’s answer and a service that is down seal nothing', async () => {
    const strangers = certificatesOf((await openTrustAuthority(null)).root.certificate.toString('pem'));
    expect(await kept([[PDF]]).attempt(sealerWith({ anchors: { signing: strangers, timeStamping: strangers } }))).toBe('untrusted');
    behave({ down: true });
    expect(await kept([[PDF]]).attempt(sealerWith())).toBe('unreachable');
  });

  test('is tried on a probe before a season, and a seal in a file is not qualified', async () => {
    const asked = { clock, until: clock.now(), production: false };
    expect((await preflightOfSealer(sealerWith(), asked)).map(({ step, passed }) => [step, passed])).toEqual([['certificate', true], ['service', true]]);
    behave({ signs: 'other digest' });
    expect((await preflightOfSealer(sealerWith(), { ...asked, production: true })).map(({ step, passed }) => [step, passed])).toEqual([['certificate', true], ['qualified', false], ['service', false]]);
  });
});
