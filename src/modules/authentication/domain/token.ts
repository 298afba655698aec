import { createHash, createHmac, randomBytes } from 'node:crypto';

/** A secret of 256 random bits for a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: enough to know it again, useless to whoever reads the database. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A keyed hash, for what must be recognised but not read (logins that were tried). */
export const keyedHash = (key: Buffer, words: string): string => createHmac('sha256', key).update(words).digest('hex');
