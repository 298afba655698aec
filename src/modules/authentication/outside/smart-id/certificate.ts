import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import { CertificatePolicyExtension, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, X509Certificate as ReadableCertificate } from '@peculiar/x509';
import type { CertificateLevel } from './client.js';
import type { SmartIdRefusal } from './texts.js';

/** What a certificate that passed every check says of its holder. */
export interface Holder {
  readonly certificate: X509Certificate;
  readonly level: CertificateLevel;
  /** Such as `PNOLV-050405-10009` (ETSI EN 319 412-1, 5.1.3). */
  readonly identity: string;
  readonly name: string;
}

/** Policies that every Smart-ID certificate of a level carries (SK, "Certificate and OCSP Profile for Smart-ID", 2.2.3). */
const POLICIES: Readonly<Record<CertificateLevel, readonly string[]>> = {
  QUALIFIED: ['1.3.6.1.4.1.10015.17.2', '0.4.0.2042.1.2'],
  ADVANCED: ['1.3.6.1.4.1.10015.17.1', '0.4.0.2042.1.1'],
};
/** Smart-ID authentication, in certificates since April 2025; before that it was client authentication. */
const SMART_ID_AUTHENTICATION = '1.3.6.1.4.1.62306.5.7.0';
const CLIENT_AUTHENTICATION = '1.3.6.1.5.5.7.3.2';
const OLD_USES = KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment | KeyUsageFlags.dataEncipherment;

/**
 * Checks a certificate as "Response verification" of RP API 3.1 asks, steps 4 to 7: issued by a configured authority, valid now,
 * of Smart-ID, for authentication. The level is what the policies in the certificate say, not what the answer says of it.
 */
export function checkCertificate(base64: string, authorities: readonly string[], now: Date): Holder | SmartIdRefusal {
  let certificate: X509Certificate;
  let readable: ReadableCertificate;
  try {
    certificate = new X509Certificate(Buffer.from(base64, 'base64'));
    readable = new ReadableCertificate(certificate.raw);
  } catch {
    return 'bad-answer';
  }
  if (!isTrusted(certificate, authorities.map((pem) => new X509Certificate(pem)), now)) return 'untrusted-certificate';
  if (!isValidAt(certificate, now)) return 'certificate-not-valid-now';
  const level = levelOf(readable);
  if (level === null || certificate.ca || !isForAuthentication(readable)) return 'wrong-purpose';
  const identity = readable.subjectName.getField('2.5.4.5')[0];
  if (!identity) return 'bad-answer';
  return { certificate, level, identity, name: [...readable.subjectName.getField('2.5.4.42'), ...readable.subjectName.getField('2.5.4.4')].join(' ') };
}

const isValidAt = (certificate: X509Certificate, now: Date): boolean => certificate.validFromDate <= now && now <= certificate.validToDate;

/** Follows the issuers among the configured ones, which are all trusted, as far as they go; the machine's own list plays no part. */
function isTrusted(certificate: X509Certificate, authorities: readonly X509Certificate[], now: Date): boolean {
  const issuer = authorities.find((one) => certificate.checkIssued(one) && certificate.verify(one.publicKey));
  if (!issuer || !issuer.ca || !isValidAt(issuer, now)) return false;
  const above = authorities.filter((one) => one !== issuer);
  const hasAbove = above.some((one) => issuer.checkIssued(one));
  return !hasAbove || isTrusted(issuer, above, now);
}

function levelOf(certificate: ReadableCertificate): CertificateLevel | null {
  const policies = certificate.getExtension(CertificatePolicyExtension)?.policies ?? [];
  const has = (level: CertificateLevel) => POLICIES[level].every((one) => policies.includes(one));
  if (has('QUALIFIED')) return 'QUALIFIED';
  return has('ADVANCED') ? 'ADVANCED' : null;
}

function isForAuthentication(certificate: ReadableCertificate): boolean {
  const usages = certificate.getExtension(KeyUsagesExtension)?.usages ?? 0;
  const purposes = (certificate.getExtension(ExtendedKeyUsageExtension)?.usages ?? []).map(String);
  if (purposes.includes(SMART_ID_AUTHENTICATION)) return (usages & KeyUsageFlags.digitalSignature) !== 0;
  return purposes.includes(CLIENT_AUTHENTICATION) && (usages & OLD_USES) === OLD_USES;
}
