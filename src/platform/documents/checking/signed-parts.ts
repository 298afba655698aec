import { type Bytes, fromBase64, utf8 } from '../bytes.js';
import { type Certificate, readCertificate } from '../trust/certificate.js';
import type { Scheme } from '../trust/signature.js';
import { DIGESTS, type HashName, NS, SIGNED_PROPERTIES } from '../xades/names.js';
import { type ArchiveStamp, archiveStampsIn } from './archive-stamps.js';
import { CANONICAL_XML, canonical, canonicalizationOf, formOf } from './canonical.js';
import type { SignedReference } from './references.js';
import { allOf, attributeOf, childrenOf, onlyChild, optionalChild, textOf, UnfitXml } from './xml.js';

/** A signature taken apart; nothing of it is believed yet. */
export interface SignedParts {
  readonly id: string;
  readonly references: readonly SignedReference[];
  /** The canonical SignedInfo; null when its form or method is not known. */
  readonly signedInfo: Bytes | null;
  readonly scheme: Scheme | null;
  readonly value: Bytes;
  readonly certificates: readonly Certificate[];
  readonly properties: Element;
  readonly claimedTime: Date | null;
  readonly certificateDigest: { readonly hash: HashName | null; readonly digest: Bytes; readonly issuerSerial: Bytes | null };
  /** Media types by the identifier of the reference that they are about. */
  readonly mediaTypes: ReadonlyMap<string, string>;
  /** The bytes that each time stamp is over, with its token. */
  readonly timeStamps: readonly { readonly token: Bytes; readonly over: Bytes | null }[];
  readonly proofCertificates: readonly Certificate[];
  readonly answers: readonly Bytes[];
  readonly archiveStamps: readonly ArchiveStamp[];
  /** Who holds the proofs added after signing; null where there are none. */
  readonly proofs: Element | null;
}

const METHODS: Readonly<Record<string, Scheme>> = Object.fromEntries([
  ...(['256', '384', '512'] as const).flatMap((size): [string, Scheme][] => [
    [`http://www.w3.org/2001/04/xmldsig-more#rsa-sha${size}`, { kind: 'RSASSA-PKCS1-v1_5', hash: `SHA-${size}` }],
    [`http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha${size}`, { kind: 'ECDSA', hash: `SHA-${size}` }],
    [`http://www.w3.org/2007/05/xmldsig-more#sha${size}-rsa-MGF1`, { kind: 'RSA-PSS', hash: `SHA-${size}`, saltLength: Number(size) / 8 }],
  ]),
]);
const HASHES = new Map(Object.entries(DIGESTS).map(([name, uri]) => [uri, name as HashName]));
const ENVELOPED = `${NS.ds}enveloped-signature`;
const { ds: DS, xades: XADES, xades141: XADES141 } = NS;

/**
 * Takes a `ds:Signature` apart, strictly: one of everything that there must be one of, every identifier once in the document.
 * @throws UnfitXml
 */
export function signedParts(signature: Element): SignedParts {
  const id = attributeOf(signature, 'Id');
  const signedInfo = onlyChild(signature, DS, 'SignedInfo');
  const value = onlyChild(signature, DS, 'SignatureValue');
  const qualifying = childrenOf(signature, DS, 'Object').flatMap((one) => childrenOf(one, XADES, 'QualifyingProperties'));
  if (qualifying.length !== 1 || allOf(signature).filter((one) => one.localName === 'QualifyingProperties').length !== 1) throw new UnfitXml(`the signature has ${qualifying.length} QualifyingProperties of its own`);
  if (attributeOf(qualifying[0]!, 'Target') !== `#${id}`) throw new UnfitXml('QualifyingProperties are of another signature');
  const properties = onlyChild(qualifying[0]!, XADES, 'SignedProperties');
  const signed = onlyChild(properties, XADES, 'SignedSignatureProperties');
  const unsigned = optionalChild(qualifying[0]!, XADES, 'UnsignedProperties');
  const proofs = unsigned && optionalChild(unsigned, XADES, 'UnsignedSignatureProperties');
  const form = formOf(onlyChild(signedInfo, DS, 'CanonicalizationMethod'));
  const references = childrenOf(signedInfo, DS, 'Reference').map(referenceOf);
  return {
    id,
    references,
    signedInfo: form && utf8(canonical(signedInfo, form)),
    scheme: METHODS[attributeOf(onlyChild(signedInfo, DS, 'SignatureMethod'), 'Algorithm')] ?? null,
    value: bytesIn(value),
    certificates: childrenOf(onlyChild(signature, DS, 'KeyInfo'), DS, 'X509Data').flatMap((data) => childrenOf(data, DS, 'X509Certificate')).map(certificateIn),
    properties,
    claimedTime: timeIn(optionalChild(signed, XADES, 'SigningTime')),
    certificateDigest: certificateDigestIn(signed),
    mediaTypes: mediaTypesIn(properties),
    timeStamps: proofs ? childrenOf(proofs, XADES, 'SignatureTimeStamp').flatMap((one) => timeStampsIn(one, value)) : [],
    proofCertificates: proofs ? allOf(proofs).filter((one) => one.namespaceURI === XADES && one.localName === 'EncapsulatedX509Certificate').map(certificateIn) : [],
    answers: proofs ? answersIn(proofs) : [],
    archiveStamps: proofs ? archiveStampsIn({ signature, references, properties }, proofs) : [],
    proofs,
  };
}

function referenceOf(reference: Element): SignedReference {
  const transforms = optionalChild(reference, DS, 'Transforms');
  const listed = transforms ? childrenOf(transforms, DS, 'Transform') : [];
  return {
    id: reference.getAttributeNode('Id')?.value ?? null,
    uri: attributeOf(reference, 'URI'),
    isProperties: reference.getAttributeNode('Type')?.value === SIGNED_PROPERTIES,
    hash: HASHES.get(attributeOf(onlyChild(reference, DS, 'DigestMethod'), 'Algorithm')) ?? null,
    digest: bytesIn(onlyChild(reference, DS, 'DigestValue')),
    form: listed.length === 0 ? canonicalizationOf(CANONICAL_XML) : listed.length === 1 ? formOf(listed[0]!) : null,
    isTransformed: listed.length > 0,
    formAround: listed.length === 2 && attributeOf(listed[0]!, 'Algorithm') === ENVELOPED ? formOf(listed[1]!) : null,
  };
}

function certificateDigestIn(signed: Element): SignedParts['certificateDigest'] {
  const newer = optionalChild(signed, XADES, 'SigningCertificateV2');
  const holder = newer ?? onlyChild(signed, XADES, 'SigningCertificate');
  const certificate = childrenOf(holder, XADES, 'Cert')[0];
  if (!certificate) throw new UnfitXml('the signing certificate is not named');
  const digest = onlyChild(certificate, XADES, 'CertDigest');
  const issuerSerial = newer && optionalChild(certificate, XADES, 'IssuerSerialV2');
  return { hash: HASHES.get(attributeOf(onlyChild(digest, DS, 'DigestMethod'), 'Algorithm')) ?? null, digest: bytesIn(onlyChild(digest, DS, 'DigestValue')), issuerSerial: issuerSerial && bytesIn(issuerSerial) };
}

function mediaTypesIn(properties: Element): Map<string, string> {
  const objects = optionalChild(properties, XADES, 'SignedDataObjectProperties');
  const formats = objects ? childrenOf(objects, XADES, 'DataObjectFormat') : [];
  return new Map(formats.map((one) => [attributeOf(one, 'ObjectReference').replace(/^#/, ''), textOf(onlyChild(one, XADES, 'MimeType'))]));
}

/** A stamp is over the canonical SignatureValue; without a method it is inclusive form (EN 319 132-1, 5.1.4). */
function timeStampsIn(stamp: Element, value: Element): SignedParts['timeStamps'] {
  const method = optionalChild(stamp, DS, 'CanonicalizationMethod');
  const form = method ? formOf(method) : canonicalizationOf(CANONICAL_XML);
  const over = form && utf8(canonical(value, form));
  return childrenOf(stamp, XADES, 'EncapsulatedTimeStamp').map((one) => ({ token: bytesIn(one), over }));
}

const answersIn = (proofs: Element): Bytes[] =>
  [...childrenOf(proofs, XADES, 'RevocationValues'), ...childrenOf(proofs, XADES141, 'TimeStampValidationData').flatMap((one) => childrenOf(one, XADES, 'RevocationValues'))]
    .flatMap((one) => childrenOf(one, XADES, 'OCSPValues'))
    .flatMap((one) => childrenOf(one, XADES, 'EncapsulatedOCSPValue'))
    .map(bytesIn);

function bytesIn(element: Element): Bytes {
  try {
    return fromBase64(textOf(element));
  } catch (cause) {
    throw new UnfitXml(`${element.localName} is no Base64`, { cause });
  }
}

function certificateIn(element: Element): Certificate {
  try {
    return readCertificate(bytesIn(element));
  } catch (cause) {
    throw new UnfitXml(`${element.localName} holds no certificate`, { cause });
  }
}

function timeIn(element: Element | null): Date | null {
  const time = element && new Date(textOf(element).trim());
  if (time && Number.isNaN(time.getTime())) throw new UnfitXml('SigningTime is no time');
  return time;
}
