import { createHash } from 'node:crypto';
import type { Bytes } from '../bytes.js';
import { bytesOf } from '../bytes.js';
import type { DataFile } from '../container/data-file.js';
import { elementsIn, soleElement } from '../der/elements.js';
import { numbered, sequence } from '../der/words.js';
import { addressOf, escapeAttribute } from './escape.js';
import { DIGESTS, EXCLUSIVE_C14N, hashOf, type HashName, NS, type SealAlgorithm, SIGNED_PROPERTIES, signatureMethod } from './names.js';

export interface SignatureWishes {
  readonly files: readonly DataFile[];
  /** DER of the certificate that signs. */
  readonly certificate: Uint8Array;
  readonly algorithm: SealAlgorithm;
  /** The time that the signer claims; whole seconds are written. */
  readonly signingTime: Date;
  /** The signature's name among several of a container. */
  readonly id?: string;
}

/** All that is signed, not yet the signature. The same wishes give the same bytes, so nothing of it has to be kept. */
export interface PreparedSignature {
  readonly id: string;
  readonly certificate: Uint8Array;
  /** The canonical `ds:SignedInfo`: hashed and signed. */
  readonly dataToBeSigned: Buffer;
  /** The two parts as they stand in the file. */
  readonly signedInfo: string;
  readonly signedProperties: string;
}

/**
 * A XAdES baseline signature (EN 319 132-1) over files, prepared. The strings are written in exclusive canonical form at once
 * (W3C xml-exc-c14n): no XML is parsed or built. What the hashed form has and the file has not are declarations of namespaces, which
 * canonical XML puts on the first element of a path that uses them; in the file an element further up declares them.
 */
export function prepareSignature({ files, certificate, algorithm, signingTime, id = 'S1' }: SignatureWishes): PreparedSignature {
  const hash = hashOf(algorithm);
  const properties = (nsXades = '', nsDs = '') => signedPropertiesOf({ files, certificate, signingTime, id, nsXades, nsDs });
  const references = [
    ...files.map(({ name, content }, at) => reference({ id: `${id}-R${at}`, address: addressOf(name), hash, digest: digestOf(hash, content) })),
    reference({ id: `${id}-RSP`, address: `#${id}-SP`, type: SIGNED_PROPERTIES, hash, digest: digestOf(hash, properties(` xmlns:xades="${NS.xades}"`, ` xmlns:ds="${NS.ds}"`)) }),
  ];
  const signedInfo = (nsDs = '') =>
    `<ds:SignedInfo${nsDs}><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${signatureMethod(algorithm)}"></ds:SignatureMethod>${references.join('')}</ds:SignedInfo>`;
  return { id, certificate, dataToBeSigned: Buffer.from(signedInfo(` xmlns:ds="${NS.ds}"`)), signedInfo: signedInfo(), signedProperties: properties() };
}

/** Attributes in the order of canonical XML: Id, Type, URI. */
function reference({ id, address, type, hash, digest }: { id: string; address: string; type?: string; hash: HashName; digest: string }): string {
  const transforms = type ? `<ds:Transforms><ds:Transform Algorithm="${EXCLUSIVE_C14N}"></ds:Transform></ds:Transforms>` : '';
  return (
    `<ds:Reference Id="${id}"${type ? ` Type="${type}"` : ''} URI="${escapeAttribute(address)}">${transforms}` +
    `<ds:DigestMethod Algorithm="${DIGESTS[hash]}"></ds:DigestMethod><ds:DigestValue>${digest}</ds:DigestValue></ds:Reference>`
  );
}

function signedPropertiesOf({ files, certificate, signingTime, id, nsXades, nsDs }: Pick<SignatureWishes, 'files' | 'certificate' | 'signingTime'> & { id: string; nsXades: string; nsDs: string }): string {
  const formats = files.map(
    ({ mime }, at) => `<xades:DataObjectFormat ObjectReference="#${id}-R${at}"><xades:MimeType>${mime}</xades:MimeType></xades:DataObjectFormat>`,
  );
  return (
    `<xades:SignedProperties${nsXades} Id="${id}-SP"><xades:SignedSignatureProperties>` +
    `<xades:SigningTime>${signingTime.toISOString().replace(/\.\d+Z$/, 'Z')}</xades:SigningTime>` +
    `<xades:SigningCertificateV2><xades:Cert><xades:CertDigest><ds:DigestMethod${nsDs} Algorithm="${DIGESTS['SHA-512']}"></ds:DigestMethod>` +
    `<ds:DigestValue${nsDs}>${digestOf('SHA-512', certificate)}</ds:DigestValue></xades:CertDigest>` +
    `<xades:IssuerSerialV2>${issuerSerialOf(bytesOf(certificate))}</xades:IssuerSerialV2></xades:Cert></xades:SigningCertificateV2>` +
    `</xades:SignedSignatureProperties><xades:SignedDataObjectProperties>${formats.join('')}</xades:SignedDataObjectProperties></xades:SignedProperties>`
  );
}

const digestOf = (hash: HashName, content: Uint8Array | string): string => createHash(hash.replace('-', '')).update(content).digest('base64');

/** IssuerSerial (RFC 5035): `SEQUENCE { SEQUENCE { [4] issuer }, serialNumber }`, both as they stand in the certificate. */
function issuerSerialOf(certificate: Bytes): string {
  const body = elementsIn(elementsIn(soleElement(certificate).content)[0]!.content);
  // The version stands first in every certificate newer than version 1.
  const [serial, , issuer] = body[0]!.tag === 0xa0 ? body.slice(1) : body;
  return Buffer.from(sequence(sequence(numbered(4, issuer!.whole)), serial!.whole)).toString('base64');
}
