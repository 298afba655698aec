import { type RsaSaPssParams as Parameters, RsaSaPssParams } from '@peculiar/asn1-rsa';
import { AsnConvert } from '@peculiar/asn1-schema';
import type { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { type Bytes, joined } from '../bytes.js';
import { identifierOf, inside, soleElement } from '../der/elements.js';
import { inNode } from '../in-node.js';
import type { HashName } from '../xades/names.js';

/** How something was signed. An ECDSA value is DER in certificates and answers, and r and s side by side in XML. */
export interface Scheme {
  readonly kind: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS' | 'ECDSA';
  readonly hash: HashName;
  readonly saltLength?: number;
}

/** Identifiers of hash functions; SHA-1 and older are not among them, so nothing signed with them is believed. */
export const HASHES: Readonly<Record<string, HashName>> = { '2.16.840.1.101.3.4.2.1': 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512' };

const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.11': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  '1.2.840.10045.4.3.2': { kind: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { kind: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { kind: 'ECDSA', hash: 'SHA-512' },
};
const [RSA, RSA_PSS] = ['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10'];
const EC_KEY = '1.2.840.10045.2.1';
const CURVES: Readonly<Record<string, { curve: string; bytes: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', bytes: 32 },
  '1.3.132.0.34': { curve: 'P-384', bytes: 48 },
  '1.3.132.0.35': { curve: 'P-521', bytes: 66 },
};
/** ETSI TS 119 312: shorter RSA keys are no longer believed. */
const LEAST_RSA_BITS = 2048;

/** Null when we do not know or do not believe it. CMS names RSA and the digest apart (`digest`). */
export function schemeOf({ algorithm, parameters }: AlgorithmIdentifier, digest?: HashName): Scheme | null {
  if (algorithm === RSA) return digest ? { kind: 'RSASSA-PKCS1-v1_5', hash: digest } : null;
  if (algorithm === RSA_PSS) return parameters ? pssOf(AsnConvert.parse(parameters, RsaSaPssParams)) : null;
  return SCHEMES[algorithm] ?? null;
}

function pssOf({ hashAlgorithm, saltLength }: Parameters): Scheme | null {
  const hash = HASHES[hashAlgorithm.algorithm];
  return hash ? { kind: 'RSA-PSS', hash, saltLength } : null;
}

/** Whether the key of a SubjectPublicKeyInfo made this signature; false too for keys that are too weak or unknown. */
export async function isSignedBy(publicKey: Bytes, scheme: Scheme, signature: Bytes, data: Bytes, form: 'der' | 'plain' = 'der'): Promise<boolean> {
  try {
    const { curve, bytes } = keyOf(publicKey);
    const { kind, hash, saltLength = 0 } = scheme;
    if ((kind === 'ECDSA') !== (curve !== null)) return false;
    const key = await opened(publicKey, curve ? { name: kind, namedCurve: curve } : { name: kind, hash });
    if (!curve && (key.algorithm as RsaHashedKeyAlgorithm).modulusLength < LEAST_RSA_BITS) return false;
    const value = curve && form === 'der' ? plainOf(signature, bytes) : signature;
    return await crypto.subtle.verify({ name: kind, hash, saltLength }, key, value, data);
  } catch {
    return false;
  }
}

/** The few authorities that are met again and again come with the same bytes in memory: their keys are opened once for each use. */
function opened(publicKey: Bytes, algorithm: EcKeyImportParams | RsaHashedImportParams): Promise<CryptoKey> {
  const known = keys.get(publicKey) ?? new Map<string, Promise<CryptoKey>>();
  const use = JSON.stringify(algorithm);
  const key = known.get(use) ?? crypto.subtle.importKey('spki', publicKey, algorithm, false, ['verify']);
  keys.set(publicKey, known.set(use, key));
  return key;
}
const keys = new WeakMap<Bytes, Map<string, Promise<CryptoKey>>>();

/** An ECDSA value in DER as r and s side by side, each as long as the key's curve wants. @throws Error when it is no such value */
export const sideBySide = (signature: Bytes, publicKey: Bytes): Bytes => plainOf(signature, keyOf(publicKey).bytes);

/** Null stands for RSA. */
function keyOf(publicKey: Bytes): { curve: string | null; bytes: number } {
  const [kind, curve] = inside(inside(soleElement(publicKey))[0]);
  if (identifierOf(kind) === RSA) return { curve: null, bytes: 0 };
  const known = identifierOf(kind) === EC_KEY ? CURVES[identifierOf(curve)] : undefined;
  if (!known) throw new Error('an unknown kind of key');
  return known;
}

/** From `SEQUENCE { r, s }` to r and s side by side. */
function plainOf(signature: Bytes, bytes: number): Bytes {
  const side = (content: Bytes) => {
    const number = content.length > bytes && content[0] === 0 ? content.subarray(1) : content;
    if (number.length > bytes) throw new Error('a number larger than the curve');
    return joined(new Uint8Array(bytes - number.length), number);
  };
  return joined(...inside(soleElement(signature)).map(({ content }) => side(content)));
}

/** Longer ones are left to another thread; for shorter ones asking it costs more than the digest. */
const LONGEST_AT_ONCE = 64 * 1024;

export const digestOf = async (hash: HashName | 'SHA-1', data: Bytes): Promise<Bytes> =>
  new Uint8Array(inNode && data.length <= LONGEST_AT_ONCE ? inNode.hash(hash, data, 'buffer') : await crypto.subtle.digest(hash, data));
