import { type CipherKey, createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret of 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret of enough randomness: enough to know it again, useless to whoever reads the database. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'hex');

/** A keyed hash, for what is too short to be kept as a plain one (codes that people type). */
export const keyedHashOf = (key: CipherKey, words: string): string => createHmac('sha256', key).update(words).digest('hex');

/** Compares without telling by its time how much was right. */
export const isSecretOf = (secret: string, known: string): boolean => timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(known));

/**
 * Who a user is to the programs of one sector: another identifier in each, so that two programs cannot join what they know
 * of a person (OpenID Connect Core 1.0, 8.1).
 */
export const pairwiseSubject = (key: CipherKey, sector: string, userId: string): string =>
  createHmac('sha256', key).update(`${sector}\n${userId}`).digest('base64url');
