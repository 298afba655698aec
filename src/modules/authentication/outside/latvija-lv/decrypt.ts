import { constants, createDecipheriv, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';

const XENC = 'http://www.w3.org/2001/04/xmlenc#';
const XENC11 = 'http://www.w3.org/2009/xmlenc11#';
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const TAG = 16;

const CIPHERS: Readonly<Record<string, { readonly name: 'aes-128-cbc' | 'aes-256-cbc' | 'aes-128-gcm' | 'aes-256-gcm'; readonly nonce: number; readonly key: number }>> = {
  [`${XENC}aes128-cbc`]: { name: 'aes-128-cbc', nonce: 16, key: 16 },
  [`${XENC}aes256-cbc`]: { name: 'aes-256-cbc', nonce: 16, key: 32 },
  [`${XENC11}aes128-gcm`]: { name: 'aes-128-gcm', nonce: 12, key: 16 },
  [`${XENC11}aes256-gcm`]: { name: 'aes-256-gcm', nonce: 12, key: 32 },
};
/** RSA by PKCS #1 v1.5 is left out on purpose: it can be opened bit by bit by whoever may ask often enough. */
const OAEP = `${XENC}rsa-oaep-mgf1p`;

export const isEncrypted = (document: Document): boolean => document.getElementsByTagNameNS(XENC, 'EncryptedData').length > 0;

/** What an encrypted token holds (XML Encryption 1.1), or null, whatever the reason. It is not believed before its signature is checked. */
export function decrypted(document: Document, privateKey: string): string | null {
  try {
    const [data, ...more] = elements(document, XENC, 'EncryptedData');
    const [wrapped, ...others] = elements(document, XENC, 'EncryptedKey');
    if (!data || !wrapped || more.length > 0 || others.length > 0) return null;
    const cipher = CIPHERS[methodOf(data)];
    const key = unwrapped(wrapped, createPrivateKey(privateKey));
    if (!cipher || key?.length !== cipher.key) return null;
    return opened(cipher, key, valueOf(data));
  } catch {
    return null;
  }
}

function unwrapped(wrapped: Element, key: KeyObject): Buffer | null {
  if (methodOf(wrapped) !== OAEP) return null;
  const digest = childOf(childOf(wrapped, XENC, 'EncryptionMethod'), DSIG, 'DigestMethod')?.getAttribute('Algorithm') ?? `${DSIG}sha1`;
  if (digest !== `${DSIG}sha1`) return null;
  return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, valueOf(wrapped));
}

function opened({ name, nonce }: (typeof CIPHERS)[string], key: Buffer, box: Buffer): string | null {
  if (name === 'aes-128-gcm' || name === 'aes-256-gcm') {
    const opening = createDecipheriv(name, key, box.subarray(0, nonce), { authTagLength: TAG }).setAuthTag(box.subarray(-TAG));
    return Buffer.concat([opening.update(box.subarray(nonce, -TAG)), opening.final()]).toString('utf8');
  }
  const opening = createDecipheriv(name, key, box.subarray(0, nonce)).setAutoPadding(false);
  const plain = Buffer.concat([opening.update(box.subarray(nonce)), opening.final()]);
  // Only the last byte of this padding says anything (XML Encryption 1.1, 5.2.1).
  const padding = plain.at(-1) ?? 0;
  return padding < 1 || padding > 16 ? null : plain.subarray(0, -padding).toString('utf8');
}

const elements = (below: Document | Element, namespace: string, name: string): Element[] => Array.from(below.getElementsByTagNameNS(namespace, name));
const childOf = (parent: Element | undefined, namespace: string, name: string): Element | undefined => parent && elements(parent, namespace, name).find((one) => one.parentNode === parent);
const methodOf = (element: Element): string => childOf(element, XENC, 'EncryptionMethod')?.getAttribute('Algorithm') ?? '';
const valueOf = (element: Element): Buffer => Buffer.from(childOf(childOf(element, XENC, 'CipherData'), XENC, 'CipherValue')?.textContent ?? '', 'base64');
