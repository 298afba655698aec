import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayWhyNot, whyNoVerifiers } from '#test/setup/verifiers.js';
import { bytesOf } from './bytes.js';
import { checkContainer } from './checking/check-container.js';
import { archivalPolicy, longTermPolicy } from './checking/policy.js';
import { certificatesOf } from './trust/certificate.js';
import { startRemoteSeals } from '../../../simulators/remote-seals/simulator.js';
import { archiveContainer } from './sealing/archive-container.js';
import { cscSeal } from './sealing/csc-seal.js';
import { sealFiles } from './sealing/seal-files.js';
import { AWKWARD, PDF, type Sealing, startSealing } from './tests/sealed.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'vienkopus-verifiers-'));
const missing = await whyNoVerifiers('openssl', 'xmlsec1', 'unzip', 'java');
sayWhyNot('containers by xmlsec1, OpenSSL and the JDK', missing);

const KINDS = ['seal-rsa', 'seal-p256'] as const;
const OF_OUR_OWN = KINDS.flatMap((kind) =>
  (['B-B', 'B-T', 'B-LT'] as const).flatMap((level) => [[PDF], [PDF, AWKWARD]].map((files) => ({ kind, level, files, name: `${kind}-${level}-${files.length}` }))),
);
const REMOTE = KINDS.map((kind) => ({ kind, level: 'B-LT' as const, files: [PDF], name: `${kind}-remote` }));
const CASES = [...OF_OUR_OWN, ...REMOTE];
const pathOf = (name: string) => join(folder, `${name}.edoc`);
let sealing: Sealing;

beforeAll(async () => {
  sealing = await startSealing();
  const { root, issuing } = sealing.trust.authority;
  writeFileSync(join(folder, 'root.pem'), root.certificate.toString('pem'));
  writeFileSync(join(folder, 'authorities.pem'), sealing.trust.settings.authorities);
  writeFileSync(join(folder, 'ica.pem'), issuing.certificate.toString('pem'));
  for (const { kind, level, files, name } of OF_OUR_OWN) writeFileSync(pathOf(name), await sealing.container(files, level, kind));
  const remote = await startRemoteSeals({ port: 0, authority: sealing.trust.authority, clock: sealing.clock });
  for (const { kind, files, name } of REMOTE) {
    const seal = await cscSeal({ ...remote.settings, credentialId: kind, clock: sealing.clock });
    writeFileSync(pathOf(name), (await sealFiles({ ...sealing.services(), seal }, [files], sealing.clock.now()))[0]!);
  }
  await remote.stop();
  writeFileSync(pathOf(ARCHIVED), await archivedTwice(await sealing.container([PDF, AWKWARD])));
});
afterAll(async () => {
  await sealing.trust.stop();
  rmSync(folder, { recursive: true, force: true });
});

const VERIFIER = join(import.meta.dirname, 'tests/AsiceVerify.java');
const ARCHIVED = 'archived-twice';
async function archivedTwice(container: Buffer): Promise<Buffer> {
  const anchors = certificatesOf(sealing.trust.settings.authorities);
  const add = async (to: Buffer, hash: 'SHA-256' | 'SHA-512') => (await archiveContainer(bytesOf(to), sealing.services(), archivalPolicy({ signing: anchors, timeStamping: anchors }), { now: sealing.clock.now(), hash })).container;
  return add(await add(container, 'SHA-256'), 'SHA-512');
}

/** Unpacked by another program than ours. */
async function unpacked(container: string): Promise<string> {
  const into = mkdtempSync(join(folder, 'unpacked-'));
  await run('/usr/bin/python3', ['-m', 'zipfile', '-e', container, into]);
  return into;
}
const signatureIn = (into: string): string => readFileSync(join(into, 'META-INF/signatures001.xml'), 'utf8');
const derIn = (xml: string, element: string): Buffer => Buffer.from(new RegExp(`<xades:${element}>([^<]+)<`).exec(xml)![1]!, 'base64');

/** The same container with something changed in it. */
async function changed(name: string, change: (into: string) => void): Promise<string> {
  const into = await unpacked(pathOf(name));
  change(into);
  const file = join(folder, `changed-${readdirSync(folder).length}.edoc`);
  const script = "import os,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],'w')\nz.write('mimetype')\n[z.write(os.path.join(d,f)) for d,_,fs in os.walk('.') for f in fs if f!='mimetype']\nz.close()";
  await run('/usr/bin/python3', ['-c', script, file], { cwd: into });
  return file;
}
const CHANGES: readonly (readonly [string, (into: string) => void])[] = [
  ['a byte added to the file', (into) => writeFileSync(join(into, PDF.name), Buffer.concat([PDF.content, Buffer.from(' ')]))],
  ['another signing time', (into) => writeFileSync(join(into, 'META-INF/signatures001.xml'), signatureIn(into).replace(/<xades:SigningTime>\d{4}/, '<xades:SigningTime>2001'))],
];

test.each(CASES)('our own check agrees on what follows: $name', async ({ level, name }) => {
  const anchors = certificatesOf(sealing.trust.settings.authorities);
  const report = await checkContainer(bytesOf(readFileSync(pathOf(name))), longTermPolicy({ signing: anchors, timeStamping: anchors }), sealing.clock.now());
  const broken = report.signatures.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule));
  expect([report.passed, broken]).toEqual(level === 'B-LT' ? [true, []] : [false, ['level']]);
});

describe.skipIf(missing !== null)('what we seal is believed by', () => {
  test.each(CASES)('xmlsec1: $name', async ({ name }) => {
    expect(await xmlsec(await unpacked(pathOf(name)))).toContain('OK');
  });

  test('the JDK: every container', async () => {
    const { stdout } = await java(...CASES.map(({ name }) => pathOf(name)));
    expect(stdout.trim().split('\n').map((line) => line.slice(line.lastIndexOf(':') + 2))).toEqual(CASES.map(() => 'OK'));
  });

  test.each(CASES.filter(({ level, files }) => level === 'B-LT' && files.length === 1))('OpenSSL, in each of its proofs: $name', async ({ name }) => {
    const into = await unpacked(pathOf(name));
    const xml = signatureIn(into);
    const put = (file: string, content: Buffer | string) => (writeFileSync(join(into, file), content), join(into, file));
    const token = put('tst.der', derIn(xml, 'EncapsulatedTimeStamp'));
    const response = put('ocsp.der', derIn(xml, 'EncapsulatedOCSPValue'));
    const value = put('value.c14n', /<ds:SignatureValue .*<\/ds:SignatureValue>/.exec(xml)![0].replace('<ds:SignatureValue ', '<ds:SignatureValue xmlns:ds="http://www.w3.org/2000/09/xmldsig#" '));
    const seal = put('seal.pem', `-----BEGIN CERTIFICATE-----\n${/<ds:X509Certificate>([^<]+)</.exec(xml)![1]!.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`);
    const [root, ica] = [join(folder, 'root.pem'), join(folder, 'ica.pem')];
    const openssl = async (...args: string[]) => run('/usr/bin/openssl', args).then(({ stdout, stderr }) => stdout + stderr);
    expect(await openssl('ts', '-verify', '-token_in', '-in', token, '-data', value, '-CAfile', root, '-untrusted', ica)).toContain('Verification: OK');
    expect(await openssl('ocsp', '-respin', response, '-issuer', ica, '-cert', seal, '-CAfile', root, '-verify_other', ica, '-no_nonce')).toMatch(/seal\.pem: good[^]*verify OK/);
    expect(await openssl('verify', '-x509_strict', '-CAfile', root, '-untrusted', ica, seal)).toContain('OK');
  });
});

describe.skipIf(missing !== null)('archive time stamps', () => {
  const inputs = async (container: string): Promise<string> => {
    const into = mkdtempSync(join(folder, 'inputs-'));
    await jdk('--archive', into, container);
    return into;
  };
  const verify = (into: string, at: number) => run('/usr/bin/openssl', ['ts', '-verify', '-token_in', '-in', join(into, `token-${at}`), '-data', join(into, `input-${at}`), '-CAfile', join(folder, 'root.pem'), '-untrusted', join(folder, 'ica.pem')]).then(({ stdout, stderr }) => stdout + stderr);

  test('are, as OpenSSL says, over the input that the JDK computes from the container; the signature under them is believed as before', async () => {
    expect(await xmlsec(await unpacked(pathOf(ARCHIVED)))).toContain('OK');
    expect((await java(pathOf(ARCHIVED))).stdout).toMatch(/: OK$/m);
    const into = await inputs(pathOf(ARCHIVED));
    expect(await verify(into, 1)).toContain('Verification: OK');
    expect(await verify(into, 2)).toContain('Verification: OK');
  });

  test('are over nothing that was changed afterwards', async () => {
    const into = await inputs(await changed(ARCHIVED, (folder) => writeFileSync(join(folder, 'META-INF/signatures001.xml'), signatureIn(folder).replace(/<xades:CertificateValues>.*?<\/xades:CertificateValues>/, ''))));
    await expect(verify(into, 1)).rejects.toMatchObject({ code: 1 });
    await expect(verify(into, 2)).rejects.toMatchObject({ code: 1 });
  });
});

describe.skipIf(missing !== null)('what was changed afterwards is refused by both', () => {
  test.each(CHANGES)('%s', async (_, change) => {
    const file = await changed('seal-p256-B-LT-1', change);
    await expect(java(file)).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('REFUSED') as string });
    await expect(unpacked(file).then(xmlsec)).rejects.toMatchObject({ code: 1 });
  });
});

async function xmlsec(into: string): Promise<string> {
  const options = ['--enabled-reference-uris', 'empty,same-doc,local,remote', '--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'];
  const { stdout, stderr } = await run('/usr/bin/xmlsec1', ['--verify', ...options, '--trusted-pem', join(folder, 'root.pem'), '--untrusted-pem', join(folder, 'ica.pem'), 'META-INF/signatures001.xml'], { cwd: into });
  return stdout + stderr;
}

/** Without the class data kept: source launch compiles in memory. */
const java = (...containers: string[]) => jdk(join(folder, 'authorities.pem'), ...containers);
const jdk = (...args: string[]) => run('/usr/bin/java', ['--add-exports', 'java.xml.crypto/com.sun.org.apache.xml.internal.security.c14n=ALL-UNNAMED', VERIFIER, ...args]);
