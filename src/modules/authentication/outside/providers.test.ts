import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.js';
import { startSimulators } from '../../../../simulators/start.js';
import { fetchTrusting } from './call.js';
import { OutsideSettings, outsideProviders } from './providers.js';

const clock = systemClock();
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-outside-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const providersOf = (environment: Record<string, string>, production = false) => outsideProviders(OutsideSettings.parse(environment), { production });

test('nothing is on until it is set', () => {
  expect(providersOf({}, true)).toEqual({ smartId: null, redirects: [], known: [], takenOut: [], origins: [] });
});

test('what the operator takes out is said by means or by the issuer of one e-journal, and nothing else is taken', () => {
  expect(providersOf({ OUTSIDE_TAKEN_OUT: 'smart-id, https://journal.example.lv/oidc' }, true).takenOut).toEqual([{ method: 'smart-id', issuer: null }, { method: 'e-journal', issuer: 'https://journal.example.lv/oidc' }]);
  for (const wrong of ['password', 'smart-id;eparaksts', 'smart-id,']) expect(() => OutsideSettings.parse({ OUTSIDE_TAKEN_OUT: wrong }), wrong).toThrow('with commas between');
});

test('the settings that the simulators give turn every provider on, and each can begin', async () => {
  const simulators = await startSimulators({ folder, clock });
  try {
    const { smartId, redirects, origins } = providersOf({ ...simulators.settings });
    expect(redirects.map(({ id, answers }) => [id, answers])).toEqual([['eparaksts', 'get'], ['latvija-lv', 'post'], ['e-klase', 'get'], ['mykoob', 'get']]);
    expect(origins).toHaveLength(5);
    expect(await smartId!.beginDeviceLink({ lang: 'lv', now: clock.now(), person: null, returnTo: null })).toHaveProperty('state');
    for (const provider of redirects) {
      const began = await provider.begin({ returnTo: 'http://localhost:3000/return', lang: 'lv', now: clock.now() });
      if (!('address' in began)) throw new Error(began.reason);
      expect(origins).toContain(new URL(began.address).origin);
      expect((await fetch(began.address)).status).toBe(200);
    }
    expect(() => providersOf({ ...simulators.settings }, true)).toThrow(/https only[^]*prove nobody/);
  } finally {
    await simulators.stop();
  }
});

test('every missing or wrong setting is named at once', () => {
  writeFileSync(join(folder, 'empty.pem'), 'nothing');
  const faults = () =>
    providersOf({ SMART_ID_URL: 'https://rp-api.example/v3', SMART_ID_CA: join(folder, 'empty.pem'), EPARAKSTS_URL: 'https://eparaksts.example', LATVIJA_LV_URL: 'https://latvija.example', LATVIJA_LV_CERTIFICATE: '/no/such/file', LATVIJA_LV_KEY: join(folder, 'empty.pem'), E_JOURNALS: 'E-klase' });
  for (const name of ['SMART_ID_UUID', 'SMART_ID_NAME', 'SMART_ID_CA', 'EPARAKSTS_CLIENT_ID', 'EPARAKSTS_CLIENT_SECRET', 'LATVIJA_LV_REALM', 'LATVIJA_LV_CERTIFICATE', 'LATVIJA_LV_KEY', 'E_JOURNALS']) expect(faults).toThrow(name);
});

/** A certificate for this machine, signed by itself. */
async function certified() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=127.0.0.1',
    notBefore: new Date('2020-01-01T00:00:00Z'),
    notAfter: new Date('2049-01-01T00:00:00Z'),
    keys,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([{ type: 'ip', value: '127.0.0.1' }])],
  });
  return { cert: PemConverter.encode(certificate.rawData, 'CERTIFICATE'), key: PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY') };
}

test('a pinned certificate is the only one believed', async () => {
  const [own, other] = await Promise.all([certified(), certified()]);
  const server = createServer(own, (request, response) => {
    if (request.url === '/away') return void response.writeHead(302, { location: 'https://evil.example/' }).end();
    request.pipe(response.writeHead(200, { 'x-method': request.method }));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const answer = await fetchTrusting(own.cert)(address, { method: 'POST', body: 'asked' });
    expect([answer.status, answer.headers.get('x-method'), await answer.text()]).toEqual([200, 'POST', 'asked']);
    expect((await fetchTrusting(own.cert)(`${address}away`)).status).toBe(302);
    await expect(fetchTrusting(other.cert)(address)).rejects.toThrow('fetch failed');
    await expect(fetchTrusting(null)(address)).rejects.toThrow('fetch failed');
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
