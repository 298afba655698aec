import { createDecipheriv, createPrivateKey, createPublicKey, type KeyObject, pbkdf2Sync } from 'node:crypto';
import { areEqual, type Bytes, bytesOf } from '../bytes.js';
import { type Element, elementsIn, identifierOf, inside, soleElement } from '../der/elements.js';
import { type Certificate, readCertificate } from '../trust/certificate.js';

/** What a PKCS#12 file (RFC 7292) holds: one key, its certificate, and those above it in their order. */
export interface Pkcs12 {
  readonly key: KeyObject;
  readonly leaf: Certificate;
  readonly chain: readonly Certificate[];
}

const [DATA, ENCRYPTED_DATA] = ['1.2.840.113549.1.7.1', '1.2.840.113549.1.7.6'];
const [SHROUDED_KEY, CERTIFICATE] = ['1.2.840.113549.1.12.10.1.2', '1.2.840.113549.1.12.10.1.3'];
const PBES2 = '1.2.840.113549.1.5.13';
const HASHES: Readonly<Record<string, string>> = { '1.2.840.113549.2.7': 'sha1', '1.2.840.113549.2.9': 'sha256', '1.2.840.113549.2.10': 'sha384', '1.2.840.113549.2.11': 'sha512' };
const CIPHERS: Readonly<Record<string, { name: string; bytes: number }>> = { '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', bytes: 16 }, '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', bytes: 32 } };
const SEQUENCE = 0x30;

/**
 * Reads a file as OpenSSL 3 and later write it (PBES2 with AES). The check sum under the password is not looked at: a wrong password opens
 * no key, and a key that is not its certificate's is refused.
 * @throws Error that says what is wrong with the file.
 */
export function readPkcs12(file: Bytes, password: string): Pkcs12 {
  const [, safe] = inside(soleElement(file));
  const bags = inside(soleElement(contentOf(inside(safe), password))).flatMap((part) => inside(soleElement(contentOf(inside(part), password)))).map(inside);
  const keys = bags.filter(([kind]) => identifierOf(kind) === SHROUDED_KEY).map(([, value]) => inside(value)[0]!.whole);
  if (keys.length !== 1) throw new Error(`a PKCS#12 file of a seal holds one key; this one holds ${keys.length}`);
  const key = opened(keys[0]!, password);
  const certificates = bags.filter(([kind]) => identifierOf(kind) === CERTIFICATE).map(([, value]) => readCertificate(bytesOf(inside(inside(inside(value)[0])[1])[0]!.content)));
  const ours = bytesOf(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  const leaf = certificates.find(({ publicKey }) => areEqual(publicKey, ours));
  if (!leaf) throw new Error('the PKCS#12 file has no certificate for its key');
  return { key, leaf, chain: chainAbove(leaf, certificates) };
}

function opened(encrypted: Bytes, passphrase: string): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(encrypted), format: 'der', type: 'pkcs8', passphrase });
  } catch (cause) {
    throw new Error('the password does not open the key in the PKCS#12 file', { cause });
  }
}

function chainAbove(leaf: Certificate, among: readonly Certificate[]): Certificate[] {
  const above = areEqual(leaf.subject, leaf.issuer) ? undefined : among.find(({ subject }) => areEqual(subject, leaf.issuer));
  return above ? [above, ...chainAbove(above, among.filter((one) => one !== above))] : [];
}

/** The bytes of a ContentInfo, plain or encrypted under the password. */
function contentOf([kind, wrapped]: readonly Element[], password: string): Bytes {
  if (identifierOf(kind) === DATA) return inside(wrapped)[0]!.content;
  if (identifierOf(kind) !== ENCRYPTED_DATA) throw new Error('a kind of content in the PKCS#12 file that is not read here');
  const [, algorithm, content] = inside(inside(inside(wrapped)[0])[1]);
  return decrypted(inside(algorithm), content!.content, password);
}

/** PBES2 (RFC 8018, 6.2) of PBKDF2 and AES-CBC. */
function decrypted([scheme, parameters]: readonly Element[], content: Bytes, password: string): Bytes {
  if (identifierOf(scheme) !== PBES2) throw new Error('the PKCS#12 file is encrypted in an old way; write it anew with OpenSSL 3 or later');
  const [derivation, encryption] = inside(parameters).map(inside);
  const [salt, iterations, ...more] = inside(derivation![1]);
  const hash = HASHES[identifierOf(elementsIn(more.find(({ tag }) => tag === SEQUENCE)?.content ?? new Uint8Array())[0])];
  const cipher = CIPHERS[identifierOf(encryption![0])];
  if (!hash || !cipher) throw new Error('the PKCS#12 file is encrypted in a way that is not read here');
  const count = iterations!.content.reduce((sum, byte) => sum * 256 + byte, 0);
  const key = pbkdf2Sync(password, salt!.content, count, cipher.bytes, hash);
  const decipher = createDecipheriv(cipher.name, key, encryption![1]!.content);
  return bytesOf(Buffer.concat([decipher.update(content), decipher.final()]));
}
