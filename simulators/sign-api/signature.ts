import { createHash, sign } from 'node:crypto';
import type { Holder } from '../trust-services/authority.js';

const [DS, XADES, ASIC] = ['http://www.w3.org/2000/09/xmldsig#', 'http://uri.etsi.org/01903/v1.3.2#', 'http://uri.etsi.org/02918/v1.2.1#'];
/** Everything is declared at the top, so that inclusive canonical XML puts all three on whatever is hashed alone. */
const IN_SCOPE = ` xmlns:asic="${ASIC}" xmlns:ds="${DS}" xmlns:xades="${XADES}"`;
const C14N_11 = 'http://www.w3.org/2006/12/xml-c14n11';
const [SHA_256, SHA_512] = ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'];

export interface DigestOfFile {
  readonly name: string;
  /** SHA-256 in Base64. */
  readonly digest: string;
}

export interface ProofMakers {
  stamp(over: Buffer): Buffer;
  /** Who is above the signer, and what is said of the signer after the stamp. */
  readonly chain: readonly Holder[];
  answer(): Buffer;
}

/** A XAdES signature at level B-LT as LVRTC's library writes it: canonical XML 1.1, no transform of the properties, identifiers such as `S1-ref-1`. */
export function signatureOver(files: readonly DigestOfFile[], by: Holder, at: Date, { stamp, chain, answer }: ProofMakers): string {
  const properties = (scope = '') =>
    `<xades:SignedProperties${scope} Id="S1-SignedProperties"><xades:SignedSignatureProperties><xades:SigningTime>${at.toISOString().replace(/\.\d+Z$/, 'Z')}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest>${digestOf(SHA_512, createHash('sha512').update(der(by)).digest('base64'))}</xades:CertDigest></xades:Cert></xades:SigningCertificateV2>` +
    `</xades:SignedSignatureProperties><xades:SignedDataObjectProperties>${files.map(({ name }, index) => `<xades:DataObjectFormat ObjectReference="#S1-ref-${index + 1}"><xades:MimeType>${typeOf(name)}</xades:MimeType></xades:DataObjectFormat>`).join('')}` +
    '</xades:SignedDataObjectProperties></xades:SignedProperties>';
  const references = [
    ...files.map(({ name, digest }, index) => `<ds:Reference Id="S1-ref-${index + 1}" URI="${addressOf(name)}">${digestOf(SHA_256, digest)}</ds:Reference>`),
    `<ds:Reference Id="S1-ref-${files.length + 1}" Type="http://uri.etsi.org/01903#SignedProperties" URI="#S1-SignedProperties">${digestOf(SHA_256, sha256(properties(IN_SCOPE)))}</ds:Reference>`,
  ];
  const method = by.key.asymmetricKeyType === 'rsa' ? 'rsa-sha256' : 'ecdsa-sha256';
  const signedInfo = (scope = '') =>
    `<ds:SignedInfo${scope}><ds:CanonicalizationMethod Algorithm="${C14N_11}"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#${method}"></ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`;
  const value = sign('sha256', Buffer.from(signedInfo(IN_SCOPE)), { key: by.key, dsaEncoding: 'ieee-p1363' }).toString('base64');
  const signatureValue = (scope = '') => `<ds:SignatureValue${scope} Id="S1-SIG">${value}</ds:SignatureValue>`;
  const token = stamp(Buffer.from(signatureValue(IN_SCOPE))).toString('base64');
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<asic:XAdESSignatures${IN_SCOPE}><ds:Signature Id="S1">${signedInfo()}${signatureValue()}` +
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${der(by).toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
    `<ds:Object><xades:QualifyingProperties Target="#S1">${properties()}<xades:UnsignedProperties><xades:UnsignedSignatureProperties>` +
    `<xades:SignatureTimeStamp Id="S1-TS"><ds:CanonicalizationMethod Algorithm="${C14N_11}"></ds:CanonicalizationMethod><xades:EncapsulatedTimeStamp>${token}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>` +
    `<xades:CertificateValues>${chain.map((one) => `<xades:EncapsulatedX509Certificate>${der(one).toString('base64')}</xades:EncapsulatedX509Certificate>`).join('')}</xades:CertificateValues>` +
    `<xades:RevocationValues><xades:OCSPValues><xades:EncapsulatedOCSPValue>${answer().toString('base64')}</xades:EncapsulatedOCSPValue></xades:OCSPValues></xades:RevocationValues>` +
    '</xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties></ds:Object></ds:Signature></asic:XAdESSignatures>'
  );
}

const digestOf = (method: string, value: string): string => `<ds:DigestMethod Algorithm="${method}"></ds:DigestMethod><ds:DigestValue>${value}</ds:DigestValue>`;
const sha256 = (words: string): string => createHash('sha256').update(words).digest('base64');
const der = ({ certificate }: Holder): Buffer => Buffer.from(certificate.rawData);
const addressOf = (name: string): string => name.split('/').map(encodeURIComponent).join('/');
/** Of a digest nothing is known but the name. */
const typeOf = (name: string): string => (name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.txt') ? 'text/plain' : 'application/octet-stream');
