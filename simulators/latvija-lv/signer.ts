import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { SignedXml } from 'xml-crypto';

const BY = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' } as const;

/** The key that signs tokens, with the certificate that is given to those who are to believe them. */
export interface Signer {
  readonly key: string;
  readonly certificate: string;
}

/** The same at each start when there is a folder to keep it in. */
export async function openSigner(folder: string | null): Promise<Signer> {
  const file = folder && join(folder, 'latvija-lv-signer.json');
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Signer;
  const keys = await crypto.subtle.generateKey(BY, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: crypto.randomUUID().replaceAll('-', ''),
    name: 'CN=SIMULATED sts.latvija.lv, O=Vienkopus simulators, C=LV',
    notBefore: new Date('2000-01-01T00:00:00Z'),
    notAfter: new Date('2099-12-31T00:00:00Z'),
    keys,
    signingAlgorithm: BY,
  });
  const signer = { key: PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY'), certificate: PemConverter.encode(certificate.rawData, 'CERTIFICATE') };
  if (file) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(signer), { mode: 0o600 });
  }
  return signer;
}

export interface Wish {
  readonly algorithm?: 'sha1' | 'sha256';
}

/** Signs the assertion inside a token (enveloped, exclusive canonical form). */
export function signed(token: string, { key, certificate }: Signer, { algorithm = 'sha256' }: Wish = {}): string {
  const modern = algorithm === 'sha256';
  const signing = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    idAttribute: 'AssertionID',
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    signatureAlgorithm: modern ? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256' : 'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  });
  signing.addReference({
    xpath: "//*[local-name(.)='Assertion']",
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
    digestAlgorithm: modern ? 'http://www.w3.org/2001/04/xmlenc#sha256' : 'http://www.w3.org/2000/09/xmldsig#sha1',
  });
  signing.computeSignature(token, { location: { reference: "//*[local-name(.)='Assertion']", action: 'append' } });
  return signing.getSignedXml();
}
