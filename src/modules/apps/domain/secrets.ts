import { type CipherKey, createCipheriv, createDecipheriv, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret of enough randomness: enough to know it again, useless to whoever reads the database. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

/** A keyed hash, for what is too short to be kept as a plain one (codes that people type). */
export const keyedHashOf = (key: CipherKey, words: string): string => createHmac('sha256', key).update(words).digest('hex');

/** Compares without telling by its time how much was right. */
export const isSecretOf = (secret: string, known: string): boolean => timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(known));

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts and authenticates (AES-256-GCM): nonce, tag, text. */
export function seal(key: CipherKey, words: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const text = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/** @throws when the box was made with another key or changed since. */
export function unseal(key: CipherKey, box: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(box.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(box.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
}

/**
 * Who a user is to the programs of one sector: another identifier in each, so that two programs cannot join what they know
 * of a person (OpenID Connect Core 1.0, 8.1).
 */
export const pairwiseSubject = (key: CipherKey, sector: string, userId: string): string =>
  createHmac('sha256', key).update(`${sector}\n${userId}`).digest('base64url');
