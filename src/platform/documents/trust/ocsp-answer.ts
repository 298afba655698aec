import { BasicOCSPResponse } from '@peculiar/asn1-ocsp';
import { AsnConvert } from '@peculiar/asn1-schema';
import { areEqual, type Bytes, bytesOf } from '../bytes.js';
import { identifierOf, inside, soleElement } from '../der/elements.js';
import { oncePerBytes, oncePerPair } from '../once.js';
import { type Certificate, isSame, isValidAt, readCertificate } from './certificate.js';
import { isIssuedBy } from './chain.js';
import { digestOf, HASHES, isSignedBy, schemeOf } from './signature.js';
import type { HashName } from '../xades/names.js';

/** What a response (RFC 6960) says, not yet believed. */
export interface OcspAnswer {
  /** When the responder made it. */
  readonly at: Date;
  readonly about: readonly SingleAnswer[];
  readonly certificates: readonly Certificate[];
  readonly signed: Bytes;
  readonly signature: Bytes;
  readonly scheme: ReturnType<typeof schemeOf>;
}

export interface SingleAnswer {
  readonly hash: HashName | 'SHA-1' | null;
  readonly issuerName: Bytes;
  readonly issuerKey: Bytes;
  readonly serial: Bytes;
  readonly status: 'good' | 'revoked' | 'unknown';
  /** Since when it is revoked; null when it is not. */
  readonly revokedAt: Date | null;
  readonly from: Date;
  readonly to: Date | null;
}

export type OcspFault = 'other-certificate' | 'revoked' | 'unknown' | 'signature' | 'responder' | 'outdated';

const BASIC = '1.3.6.1.5.5.7.48.1.1';
const SHA_1 = '1.3.14.3.2.26';
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const ENUMERATED = 0x0a;

/** @throws Error when it is no response, or one without an answer (`tryLater` and the like). */
export const readOcspResponse: (der: Bytes) => OcspAnswer = oncePerBytes(parsed, 25);

function parsed(der: Bytes): OcspAnswer {
  const [status, wrapped] = inside(soleElement(der));
  if (status?.tag !== ENUMERATED || status.content[0] !== 0) throw new Error(`the responder gives no answer: status ${status?.content[0] ?? 'missing'}`);
  const [type, octets] = inside(inside(wrapped)[0]);
  if (identifierOf(type) !== BASIC) throw new Error('an unknown kind of response');
  const basic = soleElement(octets!.content);
  const [data, , , certificates] = inside(basic);
  const { tbsResponseData, signatureAlgorithm, signature } = AsnConvert.parse(basic.whole, BasicOCSPResponse);
  return {
    at: tbsResponseData.producedAt,
    about: tbsResponseData.responses.map(({ certID, certStatus, thisUpdate, nextUpdate }) => ({
      hash: certID.hashAlgorithm.algorithm === SHA_1 ? 'SHA-1' : (HASHES[certID.hashAlgorithm.algorithm] ?? null),
      issuerName: bytesOf(certID.issuerNameHash.buffer),
      issuerKey: bytesOf(certID.issuerKeyHash.buffer),
      serial: bytesOf(certID.serialNumber),
      status: certStatus.good !== undefined ? 'good' : certStatus.revoked ? 'revoked' : 'unknown',
      revokedAt: certStatus.revoked?.revocationTime ?? null,
      from: thisUpdate,
      to: nextUpdate ?? null,
    })),
    certificates: certificates ? inside(inside(certificates)[0]).map(({ whole }) => readCertificate(whole)) : [],
    signed: data!.whole,
    signature: bytesOf(signature),
    scheme: schemeOf(signatureAlgorithm),
  };
}

export interface Asked {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
  /** Certificates that came along, and responders that are believed for every authority. */
  readonly known?: readonly Certificate[];
  readonly trusted?: readonly Certificate[];
}

/** What is wrong with an answer about a certificate; nothing when it says, by someone entitled, that the certificate was good then. */
export async function faultsOfAnswer(answer: OcspAnswer, { certificate, issuer, known = [], trusted = [] }: Asked): Promise<OcspFault[]> {
  const single = await singleFor(answer, certificate, issuer);
  const faults: OcspFault[] = [];
  if (!single) faults.push('other-certificate');
  else if (single.status !== 'good') faults.push(single.status);
  if (single && (single.from > answer.at || (single.to !== null && single.to < answer.at))) faults.push('outdated');
  const signer = await signerOf(answer, [...answer.certificates, ...known, ...trusted, issuer]);
  if (!signer) return [...faults, 'signature'];
  return (await isEntitled(signer, issuer, trusted, answer.at)) ? faults : [...faults, 'responder'];
}

/** What an answer says of a certificate; null where it is about others. */
export async function singleFor({ about }: Pick<OcspAnswer, 'about'>, certificate: Certificate, issuer: Certificate): Promise<SingleAnswer | null> {
  for (const one of about) {
    if (one.hash === null || !areEqual(one.serial, certificate.serial)) continue;
    const [name, key] = await Promise.all([digestOf(one.hash, issuer.subject), digestOf(one.hash, issuer.keyBits)]);
    if (areEqual(name, one.issuerName) && areEqual(key, one.issuerKey)) return one;
  }
  return null;
}

async function signerOf(answer: OcspAnswer, candidates: readonly Certificate[]): Promise<Certificate | null> {
  for (const one of candidates) if (await isMadeBy(answer, one.publicKey)) return one;
  return null;
}

/** Whether a key signed an answer. */
const isMadeBy = oncePerPair(({ scheme, signature, signed }: OcspAnswer, publicKey: Bytes) => (scheme ? isSignedBy(publicKey, scheme, signature, signed) : Promise.resolve(false)));

/** RFC 6960, 4.2.2.2: the authority itself, one whom it has charged with answering, or one whom we trust ourselves. */
async function isEntitled(signer: Certificate, issuer: Certificate, trusted: readonly Certificate[], at: Date): Promise<boolean> {
  if (isSame(signer, issuer) || trusted.some((one) => isSame(one, signer))) return isValidAt(signer, at);
  return signer.purposes.includes(OCSP_SIGNING) && isValidAt(signer, at) && isIssuedBy(signer, issuer);
}
