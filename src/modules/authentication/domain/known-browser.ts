import { timingSafeEqual } from 'node:crypto';
import type { PersonCode } from '#kernel/person-code.js';
import { keyedHash } from './token.js';

/** How long a browser stays known, in seconds: as long as browsers keep a cookie at most (RFC 6265bis). */
export const KNOWN_FOR_SECONDS = 34_560_000;

/** What a browser keeps after Smart-ID has succeeded in it: since when, and for whom, as a keyed hash that only this program can make. */
export function knownBrowser(key: Buffer, code: PersonCode, now: Date): string {
  const since = Math.floor(now.getTime() / 1_000);
  return `${since}.${keyedHash(key, `${since} ${code}`)}`;
}

/** Whether Smart-ID has succeeded for this very person in the browser that brings these words. */
export function isKnownBrowser(key: Buffer, words: string, code: PersonCode, now: Date): boolean {
  const [, since, hash] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(words) ?? [];
  if (!since || !hash || Number(since) + KNOWN_FOR_SECONDS <= now.getTime() / 1_000) return false;
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(keyedHash(key, `${since} ${code}`), 'hex'));
}
