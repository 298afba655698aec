import { AsnConvert } from '@peculiar/asn1-schema';
import { TSTInfo } from '@peculiar/asn1-tsp';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { areEqual, type Bytes, bytesOf, joined } from '../bytes.js';
import { type Element, identifierOf, inside, soleElement } from '../der/elements.js';
import { oncePerBytes } from '../once.js';
import type { HashName } from '../xades/names.js';
import { type Certificate, readCertificate } from './certificate.js';
import { type ChainFault, pathToAnchor } from './chain.js';
import { digestOf, HASHES, isSignedBy, type Scheme, schemeOf } from './signature.js';

/** What a token (RFC 3161) says, not yet believed. */
export interface TimeStampToken {
  readonly at: Date;
  /** Null for a hash function that we do not believe. */
  readonly hash: HashName | null;
  readonly imprint: Bytes;
  readonly policy: string;
  readonly nonce: Bytes | null;
  readonly signer: Certificate | null;
  readonly certificates: readonly Certificate[];
  readonly seal: Seal;
}

/** How the token itself is signed (CMS, RFC 5652). */
interface Seal {
  readonly content: Bytes;
  readonly attributes: Element;
  readonly hash: HashName | null;
  readonly scheme: Scheme | null;
  readonly value: Bytes;
}

export type TimeStampFault = 'imprint' | 'signature' | 'purpose' | ChainFault;

const [SIGNED_DATA, TST_INFO] = ['1.2.840.113549.1.7.2', '1.2.840.113549.1.9.16.1.4'];
const [CONTENT_TYPE, MESSAGE_DIGEST] = ['1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4'];
/** ESS signing-certificate, by SHA-1, and signing-certificate-v2 (RFC 5816). */
const [CERTIFICATE_V1, CERTIFICATE_V2] = ['1.2.840.113549.1.9.16.2.12', '1.2.840.113549.1.9.16.2.47'];
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const [SEQUENCE, OCTETS, FIRST, SET] = [0x30, 0x04, 0xa0, 0x31];

/** Of the batches under way; each is read when it comes and again when its container is checked. @throws Error when it is no token with one signer. */
export const readTimeStampToken = oncePerBytes(readToken, 600);

function readToken(der: Bytes): TimeStampToken {
  const [type, wrapped] = inside(soleElement(der));
  const [, , encapsulated, ...rest] = inside(inside(wrapped)[0]);
  const [contentType, wrappedContent] = inside(encapsulated);
  const signers = inside(rest.at(-1));
  if (identifierOf(type) !== SIGNED_DATA || identifierOf(contentType) !== TST_INFO || signers.length !== 1) throw new Error('this is no time-stamp token with one signer');
  const content = bytesOf(inside(wrappedContent)[0]!.content);
  const said = AsnConvert.parse(content, TSTInfo);
  const certificates = rest.filter(({ tag }) => tag === FIRST).flatMap(inside).filter(({ tag }) => tag === SEQUENCE).map(({ whole }) => readCertificate(whole));
  const [, name, digest, attributes, algorithm, value] = inside(signers[0]);
  if (attributes?.tag !== FIRST) throw new Error('the token signs no attributes');
  const hash = HASHES[identifierOf(inside(digest)[0])] ?? null;
  return {
    at: said.genTime,
    hash: HASHES[said.messageImprint.hashAlgorithm.algorithm] ?? null,
    imprint: bytesOf(said.messageImprint.hashedMessage.buffer),
    policy: said.policy,
    nonce: said.nonce ? bytesOf(said.nonce) : null,
    signer: certificates.find((one) => isNamedBy(name!, one)) ?? null,
    certificates,
    seal: { content, attributes, hash, scheme: schemeOf(AsnConvert.parse(algorithm!.whole, AlgorithmIdentifier), hash ?? undefined), value: value!.content },
  };
}

/** What is wrong with a token over this data; nothing when it can be believed. Its authority must be trusted at the time that it tells. */
export async function faultsOfTimeStamp(token: TimeStampToken, data: Bytes, known: readonly Certificate[], anchors: readonly Certificate[]): Promise<TimeStampFault[]> {
  const { hash, imprint, signer, at } = token;
  const faults: TimeStampFault[] = [];
  if (!hash || !areEqual(await digestOf(hash, data), imprint)) faults.push('imprint');
  if (!signer || !(await isSealed(token.seal, signer))) faults.push('signature');
  if (!signer) return faults;
  // RFC 3161, 2.3: for time stamping alone, and so that whoever does not understand it refuses.
  if (signer.purposes.join() !== TIME_STAMPING || !signer.purposesAreCritical) faults.push('purpose');
  const path = await pathToAnchor(signer, [...token.certificates, ...known], anchors, at);
  return typeof path === 'string' ? [...faults, path] : faults;
}

/** By issuer and serial number, or by a key identifier, which decides nothing: the signed attribute names the certificate (`isNamedIn`). */
function isNamedBy(name: Element, { issuer, serial }: Certificate): boolean {
  if (name.tag !== SEQUENCE) return true;
  const [named, number] = inside(name);
  return areEqual(named!.whole, issuer) && areEqual(number!.content, serial);
}

/** CMS (RFC 5652, 5.4 and 5.6): the attributes are signed, and one of them is the digest of the content. */
async function isSealed({ content, attributes, hash, scheme, value }: Seal, signer: Certificate): Promise<boolean> {
  if (!hash || !scheme) return false;
  const signed = new Map(inside(attributes).map((attribute) => [identifierOf(inside(attribute)[0]), inside(inside(attribute)[1])[0]]));
  const digest = signed.get(MESSAGE_DIGEST)?.content;
  if (!digest || !areEqual(digest, await digestOf(hash, content)) || identifierOf(signed.get(CONTENT_TYPE)) !== TST_INFO) return false;
  if (!(await isNamedIn(signed, signer))) return false;
  // Signed as a SET, although it stands in the token as [0] IMPLICIT.
  return isSignedBy(signer.publicKey, scheme, value, joined(new Uint8Array([SET]), attributes.whole.subarray(1)));
}

/** The attribute names the certificate by its hash, so that another certificate of the same key is no substitute. */
async function isNamedIn(signed: ReadonlyMap<string, Element | undefined>, signer: Certificate): Promise<boolean> {
  const newer = signed.get(CERTIFICATE_V2);
  const attribute = newer ?? signed.get(CERTIFICATE_V1);
  if (!attribute) return false;
  const parts = inside(inside(inside(attribute)[0])[0]);
  const algorithm = newer && parts[0]?.tag === SEQUENCE ? HASHES[identifierOf(inside(parts[0])[0])] : newer ? 'SHA-256' : 'SHA-1';
  const named = parts.find(({ tag }) => tag === OCTETS)?.content;
  return algorithm !== undefined && named !== undefined && areEqual(named, await digestOf(algorithm, signer.der));
}
