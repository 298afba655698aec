import { AsnConvert } from '@peculiar/asn1-schema';
import {
  type AlgorithmIdentifier, BasicConstraints, Certificate as Encoded, CertificatePolicies, ExtendedKeyUsage, id_ce_basicConstraints,
  id_ce_certificatePolicies, id_ce_extKeyUsage, id_ce_keyUsage, KeyUsage, type Name,
} from '@peculiar/asn1-x509';
import { areEqual, type Bytes, bytesOf, fromBase64 } from '../bytes.js';
import { identifierOf, inside, soleElement } from '../der/elements.js';
import { oncePerBytes } from '../once.js';

/** What we need of a certificate (RFC 5280). What is hashed, compared or signed is as it stands in the bytes, never encoded anew. */
export interface Certificate {
  readonly der: Bytes;
  readonly subject: Bytes;
  readonly issuer: Bytes;
  readonly serial: Bytes;
  /** SubjectPublicKeyInfo, and the bits of the key alone. */
  readonly publicKey: Bytes;
  readonly keyBits: Bytes;
  readonly signed: Bytes;
  readonly signature: Bytes;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly isAuthority: boolean;
  /** How many authorities may stand below it; null for any number. */
  readonly pathLength: number | null;
  /** `KeyUsageFlags`; null when the certificate does not say. */
  readonly usages: number | null;
  readonly purposes: readonly string[];
  readonly purposesAreCritical: boolean;
  readonly policies: readonly string[];
  /** Qualified statements and kinds of certificate (ETSI EN 319 412-5). */
  readonly statements: readonly string[];
  readonly criticalUnknown: readonly string[];
  /** For people: common name, else organisation. */
  readonly name: string;
  readonly organisation: string | null;
  /** The serialNumber of the subject: for a person in Latvia `PNOLV-` and the personal code (ETSI EN 319 412-1, 5.1.3). */
  readonly subjectCode: string | null;
}

const QC_STATEMENTS = '1.3.6.1.5.5.7.1.3';
const QC_TYPE = '0.4.0.1862.1.6';
/** Name constraints are not known here: an authority that has them, critical, is refused rather than misread. */
const KNOWN = [id_ce_basicConstraints, id_ce_keyUsage, id_ce_extKeyUsage, id_ce_certificatePolicies, QC_STATEMENTS];
const [COMMON_NAME, SUBJECT_SERIAL, ORGANISATION] = ['2.5.4.3', '2.5.4.5', '2.5.4.10'];

/** @throws Error when it is no certificate. */
export const readCertificate: (der: Bytes) => Certificate = oncePerBytes(parsed, 250);

function parsed(der: Bytes): Certificate {
  const [signed, , signature] = inside(soleElement(der));
  const parts = inside(signed);
  const [serial, , issuer, , subject, publicKey] = parts[0]!.tag === 0xa0 ? parts.slice(1) : parts;
  const { tbsCertificate: body, signatureAlgorithm } = AsnConvert.parse(der, Encoded);
  const extensions = body.extensions ?? [];
  const find = (id: string) => extensions.find(({ extnID }) => extnID === id);
  const valueOf = <Value>(id: string, type: new () => Value): Value | null => {
    const extension = find(id);
    return extension ? AsnConvert.parse(extension.extnValue, type) : null;
  };
  const constraints = valueOf(id_ce_basicConstraints, BasicConstraints);
  return {
    der,
    subject: subject!.whole,
    issuer: issuer!.whole,
    serial: serial!.content,
    publicKey: publicKey!.whole,
    // A BIT STRING begins with the number of its unused bits.
    keyBits: inside(publicKey)[1]!.content.subarray(1),
    signed: signed!.whole,
    signature: signature!.content.subarray(1),
    signatureAlgorithm,
    validFrom: body.validity.notBefore.getTime(),
    validTo: body.validity.notAfter.getTime(),
    isAuthority: constraints?.cA ?? false,
    pathLength: constraints?.pathLenConstraint ?? null,
    usages: valueOf(id_ce_keyUsage, KeyUsage)?.toNumber() ?? null,
    purposes: [...(valueOf(id_ce_extKeyUsage, ExtendedKeyUsage) ?? [])],
    purposesAreCritical: find(id_ce_extKeyUsage)?.critical ?? false,
    policies: [...(valueOf(id_ce_certificatePolicies, CertificatePolicies) ?? [])].map(({ policyIdentifier }) => policyIdentifier),
    statements: statementsIn(find(QC_STATEMENTS)?.extnValue),
    criticalUnknown: extensions.filter(({ critical, extnID }) => critical && !KNOWN.includes(extnID)).map(({ extnID }) => extnID),
    name: wordOf(body.subject, COMMON_NAME) ?? wordOf(body.subject, ORGANISATION) ?? '',
    organisation: wordOf(body.subject, ORGANISATION),
    subjectCode: wordOf(body.subject, SUBJECT_SERIAL),
  };
}

export const isSame = (one: Certificate, other: Certificate): boolean => areEqual(one.der, other.der);

export const isValidAt = ({ validFrom, validTo }: Certificate, at: Date): boolean => validFrom <= at && at <= validTo;

function wordOf(name: Name, type: string): string | null {
  for (const part of name) for (const one of part) if (one.type === type) return one.value.toString();
  return null;
}

/** Each statement's own identifier, and for the kind of certificate those that it lists. */
function statementsIn(value: { readonly buffer: ArrayBuffer } | undefined): string[] {
  const statements = value ? inside(soleElement(bytesOf(value.buffer))).map(inside) : [];
  return statements.flatMap(([id, info]) => [identifierOf(id), ...(identifierOf(id) === QC_TYPE ? inside(info).map(identifierOf) : [])]);
}

/** The certificates of PEM text. */
export const certificatesOf = (pem: string): Certificate[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g)].map(([, base64]) => readCertificate(fromBase64(base64!)));
