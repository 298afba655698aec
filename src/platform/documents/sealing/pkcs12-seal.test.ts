import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify, X509Certificate } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { pkcs12Of } from '../../../../simulators/trust-services/pkcs12.js';
import { openTrustAuthority } from '../../../../simulators/trust-services/authority.js';
import { NotForProduction, pkcs12Seal } from './pkcs12-seal.js';

const authority = await openTrustAuthority(null);
const file = pkcs12Of(authority.holders['seal-p256'], [authority.issuing, authority.root], 'secret');
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-pkcs12-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a key in a file is refused in production', () => {
  expect(() => pkcs12Seal({ file, password: 'secret', production: true })).toThrow(NotForProduction);
});

test('a wrong password opens nothing', () => {
  expect(() => pkcs12Seal({ file, password: 'guessed', production: false })).toThrow('the password does not open the key');
});

test('a file of something else is refused', () => {
  expect(() => pkcs12Seal({ file: Buffer.from('not a file of keys'), password: 'secret', production: false })).toThrow();
});

test('it signs with the key of the certificate that it shows, and shows those above it in their order', async () => {
  const seal = pkcs12Seal({ file, password: 'secret', production: false });
  const { leaf, chain } = await seal.certificate();
  const [value] = await seal.sign([Buffer.from('data')]);
  expect(verify('sha256', Buffer.from('data'), { key: new X509Certificate(leaf).publicKey, dsaEncoding: 'ieee-p1363' }, value!)).toBe(true);
  expect(chain.map((der) => new X509Certificate(der).subject.match(/CN=(.*)/)?.[1])).toEqual(['SIMULATED ICA', 'SIMULATED Root']);
});

test.skipIf(!existsSync('/usr/bin/openssl'))('a file that OpenSSL wrote is read', async () => {
  const at = (name: string) => join(folder, name);
  const { key, certificate } = authority.holders['seal-rsa'];
  writeFileSync(at('key.pem'), key.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(at('leaf.pem'), certificate.toString('pem'));
  writeFileSync(at('chain.pem'), [authority.root, authority.issuing].map((one) => one.certificate.toString('pem')).join('\n'));
  execFileSync('/usr/bin/openssl', ['pkcs12', '-export', '-inkey', at('key.pem'), '-in', at('leaf.pem'), '-certfile', at('chain.pem'), '-out', at('seal.p12'), '-passout', 'pass:secret']);
  const seal = pkcs12Seal({ file: readFileSync(at('seal.p12')), password: 'secret', production: false });
  expect(seal.algorithm).toBe('rsa-sha256');
  expect((await seal.certificate()).chain).toHaveLength(2);
});
