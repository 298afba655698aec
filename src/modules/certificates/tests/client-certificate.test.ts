import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTrustServices, type TrustServices } from '../../../../simulators/trust-services/simulator.js';
import { tlsKeys } from '../../../../simulators/trust-services/tls.js';
import { systemClock } from '#kernel/clock.js';
import { TrustServiceError } from '#platform/documents/public.js';
import { openTrust } from '../seal/open-trust.js';
import { faultsOfSeal, SealSettings } from '../seal/seal-settings.js';

let folder: string;
let trust: TrustServices;
let settings: SealSettings;
const clock = systemClock();

/** A time-stamp service that answers nobody without a certificate that it knows. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vienkopus-tls-'));
  const [server, ours, stranger] = await Promise.all(['SIMULATED server', 'SIMULATED agency', 'SIMULATED stranger'].map(tlsKeys));
  trust = await startTrustServices({ port: 0, folder: null, clock, tls: { ...server!, clients: ours!.cert } });
  const file = async (name: string, content: string) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
  await file('stranger.pem', stranger!.cert);
  await file('stranger.key', stranger!.key);
  settings = SealSettings.parse({
    SEAL_AUTHORITIES: await file('authorities.pem', trust.settings.authorities),
    SEAL_TIME_STAMP_URL: trust.settings.timeStampUrl,
    SEAL_TIME_STAMP_TLS_CA: await file('server.pem', server!.cert),
    SEAL_TIME_STAMP_CERTIFICATE: await file('ours.pem', ours!.cert),
    SEAL_TIME_STAMP_KEY: await file('ours.key', ours!.key),
  });
});
afterAll(async () => {
  await trust.stop();
  await rm(folder, { recursive: true, force: true });
});

const stampWith = async (changes: Partial<SealSettings>) => {
  const { timeStamps } = await openTrust({ ...settings, ...changes }, clock);
  return timeStamps.stamp(Buffer.from('what is stamped')).then(() => 'stamped', (fault: unknown) => (fault instanceof TrustServiceError ? fault.code : String(fault)));
};

test('a time-stamp service that asks who calls is shown the certificate of the settings', async () => {
  expect(await stampWith({})).toBe('stamped');
});

test.each<[string, () => Partial<SealSettings>]>([
  ['without a certificate', () => ({ SEAL_TIME_STAMP_CERTIFICATE: undefined, SEAL_TIME_STAMP_KEY: undefined })],
  ['with one that it does not know', () => ({ SEAL_TIME_STAMP_CERTIFICATE: join(folder, 'stranger.pem'), SEAL_TIME_STAMP_KEY: join(folder, 'stranger.key') })],
  ['that is another server than ours', () => ({ SEAL_TIME_STAMP_TLS_CA: join(folder, 'stranger.pem') })],
])('%s nothing is stamped', async (_, changes) => {
  expect(await stampWith(changes())).toBe('unreachable');
});

test('certificate and key go together, and a file that cannot be read is told', async () => {
  expect(faultsOfSeal(SealSettings.parse({ SEAL_TIME_STAMP_CERTIFICATE: 'ours.pem' }), { production: false })).toEqual([expect.stringContaining('SEAL_TIME_STAMP_KEY')]);
  await expect(stampWith({ SEAL_TIME_STAMP_KEY: join(folder, 'missing.key') })).rejects.toMatchObject({ text: { lv: expect.stringContaining('nevar nolasīt') as string } });
});
