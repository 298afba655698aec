import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BasicConstraintsExtension, CertificatePolicyExtension, ExtendedKeyUsageExtension, type JsonName, KeyUsageFlags, KeyUsagesExtension, PemConverter, X509Certificate, X509CertificateGenerator } from '@peculiar/x509';
import { type Person, readable } from '../people.js';

const BY_THE_AUTHORITY = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' } as const;
const BY_A_PERSON = { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-512' } as const;
const NAME = 'CN=SIMULATED EID-Q, O=Vienkopus simulators, C=LV';

/** A key pair with its certificate. */
export interface Credential {
  readonly key: CryptoKey;
  /** DER in Base64, as the service sends it. */
  readonly certificate: string;
}

export interface Holding {
  readonly level?: 'ADVANCED' | 'QUALIFIED';
  readonly from?: Date;
  readonly to?: Date;
  /** What the certificate is for; `signing` is the other certificate that every account has. */
  readonly purpose?: 'authentication' | 'signing' | 'old-authentication';
}

export interface Authority {
  /** PEM, for those who are to trust it. */
  readonly certificate: string;
  issue(person: Person, now: Date, holding?: Holding): Promise<Credential>;
}

const POLICIES = { QUALIFIED: ['1.3.6.1.4.1.10015.17.2', '0.4.0.2042.1.2'], ADVANCED: ['1.3.6.1.4.1.10015.17.1', '0.4.0.2042.1.1'] };
const PURPOSES = {
  authentication: { usages: KeyUsageFlags.digitalSignature, extended: ['1.3.6.1.4.1.62306.5.7.0'] },
  'old-authentication': { usages: KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment, extended: ['1.3.6.1.5.5.7.3.2'] },
  signing: { usages: KeyUsageFlags.nonRepudiation, extended: [] },
};
const YEARS_MS = 3 * 365 * 86_400_000;

/** The authority of the simulator, the same at each start when there is a folder to keep it in. */
export async function openAuthority(folder: string | null): Promise<Authority> {
  const { key, pem } = await keptOrNew(folder);
  const issuer = new X509Certificate(pem);
  return {
    certificate: pem,
    async issue(person, now, { level = 'QUALIFIED', from = new Date(now.getTime() - 86_400_000), to = new Date(now.getTime() + YEARS_MS), purpose = 'authentication' } = {}) {
      const keys = await crypto.subtle.generateKey(BY_A_PERSON, true, ['sign', 'verify']);
      const { usages, extended } = PURPOSES[purpose];
      const certificate = await X509CertificateGenerator.create({
        serialNumber: crypto.randomUUID().replaceAll('-', ''),
        issuer: issuer.subject,
        subject: subjectOf(person),
        notBefore: from,
        notAfter: to,
        publicKey: keys.publicKey,
        signingKey: key,
        signingAlgorithm: BY_THE_AUTHORITY,
        extensions: [new BasicConstraintsExtension(false), new KeyUsagesExtension(usages, true), new CertificatePolicyExtension(POLICIES[level]), ...(extended.length > 0 ? [new ExtendedKeyUsageExtension(extended)] : [])],
      });
      return { key: keys.privateKey, certificate: Buffer.from(certificate.rawData).toString('base64') };
    },
  };
}

const subjectOf = ({ givenName, familyName, code }: Person): JsonName => [
  { C: ['LV'] },
  { CN: [`${familyName},${givenName}`.toUpperCase()] },
  { '2.5.4.4': [familyName.toUpperCase()] },
  { '2.5.4.42': [givenName.toUpperCase()] },
  { '2.5.4.5': [`PNOLV-${readable(code)}`] },
];

async function keptOrNew(folder: string | null): Promise<{ key: CryptoKey; pem: string }> {
  const file = folder && join(folder, 'smart-id-authority.json');
  if (file && existsSync(file)) {
    const { key, pem } = JSON.parse(readFileSync(file, 'utf8')) as { key: string; pem: string };
    return { key: await crypto.subtle.importKey('pkcs8', Buffer.from(key, 'base64'), BY_THE_AUTHORITY, true, ['sign']), pem };
  }
  const keys = await crypto.subtle.generateKey(BY_THE_AUTHORITY, true, ['sign', 'verify']);
  const self = await X509CertificateGenerator.createSelfSigned({
    serialNumber: crypto.randomUUID().replaceAll('-', ''),
    name: NAME,
    // Long enough for any shifted clock of a demonstration.
    notBefore: new Date('2000-01-01T00:00:00Z'),
    notAfter: new Date('2099-12-31T00:00:00Z'),
    keys,
    signingAlgorithm: BY_THE_AUTHORITY,
    extensions: [new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true)],
  });
  const pem = PemConverter.encode(self.rawData, 'CERTIFICATE');
  if (file) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ key: Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64'), pem }), { mode: 0o600 });
  }
  return { key: keys.privateKey, pem };
}
