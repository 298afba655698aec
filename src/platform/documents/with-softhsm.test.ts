import { execFile } from 'node:child_process';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayWhyNot, whyNoVerifiers } from '#test/setup/verifiers.js';
import { type Pkcs11Key, pkcs11Seal } from './sealing/pkcs11-seal.js';
import { sealFiles } from './sealing/seal-files.js';
import { PDF, type Sealing, startSealing } from './tests/sealed.js';
import { certificatesOf } from './trust/certificate.js';

const run = promisify(execFile);
const LIBRARY = '/usr/lib/softhsm/libsofthsm2.so';
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-softhsm-'));
const missing = await whyNoVerifiers('softhsm');
sayWhyNot('sealing by a PKCS#11 device', missing);

let sealing: Sealing;
let key: (changes?: Partial<Pkcs11Key>) => Pkcs11Key;
const IDS = { 'seal-rsa': 'a1', 'seal-p256': 'b2' } as const;

beforeAll(async () => {
  sealing = await startSealing();
  const { holders, issuing, root } = sealing.trust.authority;
  const certificates = certificatesOf([root, issuing, holders['seal-rsa'], holders['seal-p256']].map(({ certificate }) => certificate.toString('pem')).join('\n'));
  key = (changes = {}) => ({ library: LIBRARY, token: 'viaa', pin: '4711', keyId: Buffer.from(IDS['seal-rsa'], 'hex'), certificates, ...changes });
  if (missing !== null) return;
  mkdirSync(join(folder, 'tokens'));
  process.env['SOFTHSM2_CONF'] = join(folder, 'softhsm2.conf');
  writeFileSync(process.env['SOFTHSM2_CONF'], `directories.tokendir = ${join(folder, 'tokens')}\n`);
  const softhsm = (...args: string[]) => run('/usr/bin/softhsm2-util', args);
  await softhsm('--init-token', '--free', '--label', 'viaa', '--so-pin', '0000', '--pin', '4711');
  for (const [kind, id] of Object.entries(IDS)) {
    const file = join(folder, `${kind}.p8`);
    writeFileSync(file, holders[kind as keyof typeof IDS].key.export({ type: 'pkcs8', format: 'pem' }));
    await softhsm('--import', file, '--label', kind, '--id', id, '--token', 'viaa', '--pin', '4711');
  }
});
afterAll(async () => {
  await sealing.trust.stop();
  rmSync(folder, { recursive: true, force: true });
  delete process.env['SOFTHSM2_CONF'];
});

describe.skipIf(missing !== null)('a seal in a device', () => {
  test.each(['seal-rsa', 'seal-p256'] as const)('%s signs many at once with the key of its certificate', async (kind) => {
    const seal = await pkcs11Seal(key({ keyId: Buffer.from(IDS[kind], 'hex') }));
    const { leaf, chain } = await seal.certificate();
    const data = Array.from({ length: 40 }, (_, n) => Buffer.from(`document ${n}`));
    const [one, other] = await Promise.all([seal.sign(data), seal.sign(data.toReversed())]);
    const of = createPublicKey(new X509Certificate(leaf).publicKey.export({ type: 'spki', format: 'pem' }));
    const isOf = (bytes: Buffer, value: Uint8Array) => verify('sha256', bytes, { key: of, dsaEncoding: 'ieee-p1363' }, value);
    expect(data.every((bytes, at) => isOf(bytes, one[at]!) && isOf(bytes, other.toReversed()[at]!))).toBe(true);
    expect(chain.map((der) => new X509Certificate(der).subject.match(/CN=(.*)/)?.[1])).toEqual(['SIMULATED ICA', 'SIMULATED Root']);
    seal.close();
  });

  test('seals containers', async () => {
    const seal = await pkcs11Seal(key());
    const [container] = await sealFiles({ ...sealing.services(), seal }, [[PDF]], sealing.clock.now());
    expect(container!.subarray(30, 38).toString()).toBe('mimetype');
    seal.close();
  });

  test.each<[string, Partial<Pkcs11Key>, string]>([
    ['a token that is not there', { token: 'another' }, 'no token “another”'],
    ['a key that is not there', { keyId: Buffer.from('ff', 'hex') }, 'exactly one private key'],
    ['a wrong PIN', { pin: '0815' }, '0xa0'],
    ['certificates of other keys only', { certificates: [] }, 'none of the certificates'],
  ])('%s is told before anything is sealed', async (_, changes, words) => {
    await expect(pkcs11Seal(key(changes))).rejects.toThrow(words);
  });

  test('a file that is no library is refused', async () => {
    await expect(pkcs11Seal(key({ library: join(folder, 'softhsm2.conf') }))).rejects.toThrow();
  });
});
