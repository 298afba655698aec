import 'reflect-metadata';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AuthorityInfoAccessExtension, AuthorityKeyIdentifierExtension, BasicConstraintsExtension, CertificatePolicyExtension, ExtendedKeyUsageExtension, Extension,
  type JsonName, KeyUsageFlags, KeyUsagesExtension, PemConverter, SubjectKeyIdentifierExtension, X509Certificate, X509CertificateGenerator,
} from '@peculiar/x509';
import { ia5, nil, oid, printable, seq } from './der.js';

/** A key with its certificate. */
export interface Holder {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
}

export type Kind = 'seal-rsa' | 'seal-p256' | 'seal-advanced' | 'tsa' | 'responder';

export interface Wishes {
  readonly from?: Date;
  readonly to?: Date;
  /** Leaves out what the certificate is for. */
  readonly withoutPurpose?: boolean;
  /** Signed by another holder than the issuing authority. */
  readonly by?: Holder;
  /** A person instead of an organisation, with a Latvian personal code. */
  readonly person?: { readonly name: string; readonly code: string };
}

/** Root, issuing authority, and everyone it has issued to. */
export interface TrustServicesAuthority {
  readonly root: Holder;
  readonly issuing: Holder;
  readonly holders: Readonly<Record<Kind, Holder>>;
  issue(kind: Kind, wishes?: Wishes): Promise<Holder>;
}

const EC = (namedCurve: 'P-256' | 'P-384') => ({ name: 'ECDSA', namedCurve, hash: namedCurve === 'P-256' ? 'SHA-256' : 'SHA-384' }) as const;
const RSA = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' } as const;
/** Long enough for any shifted clock of a demonstration. */
const [ALWAYS_FROM, ALWAYS_TO] = ['2000-01-01T00:00:00Z', '2099-12-31T00:00:00Z'];
const KINDS: readonly Kind[] = ['seal-rsa', 'seal-p256', 'seal-advanced', 'tsa', 'responder'];
const QCP_L_QSCD = '0.4.0.194112.1.3';
const QCP_L = '0.4.0.194112.1.1';

/** The same at each start when there is a folder to keep it in. `ocsp` is where its certificates say that the responder is. */
export async function openTrustAuthority(folder: string | null): Promise<TrustServicesAuthority> {
  const file = folder && join(folder, 'trust-services.json');
  if (file && existsSync(file)) return kept(JSON.parse(readFileSync(file, 'utf8')) as Kept);
  const root = await madeAuthority('SIMULATED Root', null);
  const issuing = await madeAuthority('SIMULATED ICA', root);
  const issue = issuer(issuing);
  const holders = Object.fromEntries(await Promise.all(KINDS.map(async (kind) => [kind, await issue(kind)] as const))) as Record<Kind, Holder>;
  if (file) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ root: packed(root), issuing: packed(issuing), holders: Object.fromEntries(KINDS.map((kind) => [kind, packed(holders[kind])])) }), { mode: 0o600 });
  }
  return { root, issuing, holders, issue };
}

type Packed = readonly [key: string, certificate: string];
interface Kept {
  readonly root: Packed;
  readonly issuing: Packed;
  readonly holders: Readonly<Record<Kind, Packed>>;
}
const packed = ({ key, certificate }: Holder): Packed => [key.export({ type: 'pkcs8', format: 'pem' }) as string, PemConverter.encode(certificate.rawData, 'CERTIFICATE')];
const unpacked = ([key, certificate]: Packed): Holder => ({ key: createPrivateKey(key), certificate: new X509Certificate(certificate) });
const kept = ({ root, issuing, holders }: Kept): TrustServicesAuthority => ({
  root: unpacked(root),
  issuing: unpacked(issuing),
  holders: Object.fromEntries(KINDS.map((kind) => [kind, unpacked(holders[kind])])) as Record<Kind, Holder>,
  issue: issuer(unpacked(issuing)),
});

const named = (name: string): JsonName => [{ C: ['LV'] }, { O: ['Vienkopus simulators'] }, { CN: [name] }];
const serial = () => `40${crypto.randomUUID().replaceAll('-', '').slice(0, 30)}`;

export async function madeAuthority(name: string, above: Holder | null): Promise<Holder> {
  const keys = await crypto.subtle.generateKey(EC('P-384'), true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: named(name),
    issuer: above ? above.certificate.subject : named(name),
    notBefore: new Date(ALWAYS_FROM),
    notAfter: new Date(ALWAYS_TO),
    publicKey: keys.publicKey,
    signingKey: above ? await signingKey(above) : keys.privateKey,
    signingAlgorithm: EC('P-384'),
    extensions: [
      new BasicConstraintsExtension(true, above ? 0 : 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      ...(above ? [await AuthorityKeyIdentifierExtension.create(await above.certificate.publicKey.export())] : []),
    ],
  });
  return { key: await exported(keys.privateKey), certificate };
}

const issuer = (issuing: Holder) => async (kind: Kind, { from = new Date(ALWAYS_FROM), to = new Date(ALWAYS_TO), withoutPurpose = false, by = issuing, person }: Wishes = {}) => {
  const keys = kind === 'seal-rsa' ? await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']) : await crypto.subtle.generateKey(EC('P-256'), true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(),
    subject: person ? personal(person) : kind.startsWith('seal') ? sealed(kind) : named(kind === 'tsa' ? 'SIMULATED Time Stamps' : 'SIMULATED OCSP'),
    issuer: by.certificate.subject,
    notBefore: from,
    notAfter: to,
    publicKey: keys.publicKey,
    signingKey: await signingKey(by),
    signingAlgorithm: curveOf(by),
    extensions: [
      new BasicConstraintsExtension(false),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(await by.certificate.publicKey.export()),
      ...(withoutPurpose ? [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)] : purposeOf(kind)),
    ],
  });
  return { key: await exported(keys.privateKey), certificate };
};

/** As a seal of a legal person names it (ETSI EN 319 412-3); the organisation is made up. */
const sealed = (kind: Kind): JsonName => [{ C: ['LV'] }, { O: ['SIMULATED Izglītības aģentūra'] }, { '2.5.4.97': ['NTRLV-90000000000'] }, { CN: [`SIMULATED Zīmogs (${kind})`] }];

/** As a signature of a natural person names them (ETSI EN 319 412-2 and 412-1, 5.1.3). */
const personal = ({ name, code }: NonNullable<Wishes['person']>): JsonName => [{ C: ['LV'] }, { CN: [name] }, { '2.5.4.5': [`PNOLV-${code}`] }];

function purposeOf(kind: Kind): Extension[] {
  if (kind === 'tsa') return [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true), new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.8'], true)];
  if (kind === 'responder') return [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true), new ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.9']), new Extension('1.3.6.1.5.5.7.48.1.5', false, new Uint8Array(nil))];
  return [
    new KeyUsagesExtension(KeyUsageFlags.nonRepudiation, true),
    new CertificatePolicyExtension([kind === 'seal-advanced' ? QCP_L : QCP_L_QSCD]),
    new AuthorityInfoAccessExtension({ ocsp: 'http://ocsp.simulated.example', caIssuers: 'http://ca.simulated.example/ica.cer' }),
    new Extension('1.3.6.1.5.5.7.1.3', false, new Uint8Array(statements(kind !== 'seal-advanced'))),
  ];
}

/** Qualified, in a device when wanted, of the kind "seal", with its disclosure statement (ETSI EN 319 412-5). */
const statements = (inDevice: boolean): Buffer =>
  seq(
    seq(oid('0.4.0.1862.1.1')),
    ...(inDevice ? [seq(oid('0.4.0.1862.1.4'))] : []),
    seq(oid('0.4.0.1862.1.6'), seq(oid('0.4.0.1862.1.6.2'))),
    seq(oid('0.4.0.1862.1.5'), seq(seq(ia5('https://pds.simulated.example'), printable('en')))),
  );

const exported = async (key: CryptoKey): Promise<KeyObject> => createPrivateKey({ key: Buffer.from(await crypto.subtle.exportKey('pkcs8', key)), format: 'der', type: 'pkcs8' });
const signingKey = ({ key }: Pick<Holder, 'key'>): Promise<CryptoKey> => crypto.subtle.importKey('pkcs8', new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })), curveOf({ key }), false, ['sign']);
const curveOf = ({ key }: Pick<Holder, 'key'>) => EC(key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? 'P-256' : 'P-384');
