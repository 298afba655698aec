import { EXCLUSIVE_C14N, NS } from './names.js';
import type { PreparedSignature } from './prepare-signature.js';

/** Proofs added after signing, DER each; without any the signature is at level B-B, with a time stamp B-T, with all of them B-LT. */
export interface Proofs {
  /** RFC 3161 token over `timeStamped`. */
  readonly timeStamp?: Uint8Array;
  /** The chain above the signer, and whoever else is needed to check the answers. */
  readonly certificates?: readonly Uint8Array[];
  /** OCSP responses. */
  readonly revocation?: readonly Uint8Array[];
}

export const base64 = (der: Uint8Array): string => Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('base64');

const signatureValue = ({ id }: PreparedSignature, value: Uint8Array, nsDs = '') => `<ds:SignatureValue${nsDs} Id="${id}-SIG">${base64(value)}</ds:SignatureValue>`;

/** What a signature's time stamp is over: the canonical `ds:SignatureValue` (EN 319 132-1, 5.3). */
export const timeStamped = (prepared: PreparedSignature, value: Uint8Array): Buffer => Buffer.from(signatureValue(prepared, value, ` xmlns:ds="${NS.ds}"`));

/** The file of one signature in an ASiC-E container, `META-INF/signatures….xml`. */
export function signaturesFile(prepared: PreparedSignature, value: Uint8Array, proofs: Proofs = {}): Buffer {
  const { id, certificate, signedInfo, signedProperties } = prepared;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<asic:XAdESSignatures xmlns:asic="${NS.asic}"><ds:Signature xmlns:ds="${NS.ds}" Id="${id}">${signedInfo}` +
      signatureValue(prepared, value) +
      `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>` +
      `<ds:Object><xades:QualifyingProperties xmlns:xades="${NS.xades}" Target="#${id}">${signedProperties}${unsignedProperties(id, proofs)}</xades:QualifyingProperties></ds:Object>` +
      '</ds:Signature></asic:XAdESSignatures>',
  );
}

function unsignedProperties(id: string, { timeStamp, certificates = [], revocation = [] }: Proofs): string {
  const parts = [
    timeStamp &&
      `<xades:SignatureTimeStamp Id="${id}-TS"><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>` +
        `<xades:EncapsulatedTimeStamp>${base64(timeStamp)}</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>`,
    certificateValues(certificates),
    revocationValues(revocation),
  ].filter(Boolean);
  return parts.length === 0 ? '' : `<xades:UnsignedProperties><xades:UnsignedSignatureProperties>${parts.join('')}</xades:UnsignedSignatureProperties></xades:UnsignedProperties>`;
}

export const certificateValues = (certificates: readonly Uint8Array[]): string =>
  certificates.length === 0 ? '' : `<xades:CertificateValues>${certificates.map((one) => `<xades:EncapsulatedX509Certificate>${base64(one)}</xades:EncapsulatedX509Certificate>`).join('')}</xades:CertificateValues>`;

export const revocationValues = (answers: readonly Uint8Array[]): string =>
  answers.length === 0 ? '' : `<xades:RevocationValues><xades:OCSPValues>${answers.map((one) => `<xades:EncapsulatedOCSPValue>${base64(one)}</xades:EncapsulatedOCSPValue>`).join('')}</xades:OCSPValues></xades:RevocationValues>`;
