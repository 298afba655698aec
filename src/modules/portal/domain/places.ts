import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** A place in the queue (its turn, in milliseconds), or that its holder was let in until an instant. */
export interface Place {
  readonly kind: 'place' | 'pass';
  readonly at: number;
}

/** A multiple of three, so that every letter of it counts: of 16 bytes the last letter could be another one. */
const SIGN_BYTES = 18;
const signOf = (words: string, key: KeyObject) => createHmac('sha256', key).update(words).digest().subarray(0, SIGN_BYTES);

/** A place as the cookie holds it: signed, so that nobody moves forward by writing another. */
export function writePlace({ kind, at }: Place, key: KeyObject): string {
  const words = `${kind}.${Math.round(at).toString(36)}`;
  return `${words}.${signOf(words, key).toString('base64url')}`;
}

/** What a cookie says; null for what we did not write. */
export function readPlace(cookie: string | null, key: KeyObject): Place | null {
  const [, words, kind, at, sign] = /^((place|pass)\.([0-9a-z]{1,11}))\.([\w-]{24})$/.exec(cookie ?? '') ?? [];
  if (words === undefined || kind === undefined || at === undefined || sign === undefined) return null;
  return timingSafeEqual(signOf(words, key), Buffer.from(sign, 'base64url')) ? { kind: kind as Place['kind'], at: Number.parseInt(at, 36) } : null;
}
