import { seal, unseal } from '#platform/secrets/sealed-box.js';
import type { KeptLook } from '../domain/kept-look.js';

/** Sealed for the browser to carry (AES-256-GCM): nobody reads it there, and a changed one opens nothing. */
export const sealLook = (key: Buffer, look: KeptLook): string => seal(key, JSON.stringify(look)).toString('base64url');

/** The look that was kept for this very official and person, while its minutes last; null otherwise. */
export function unsealLook(key: Buffer, sealed: string, whose: { userId: string | null; personId: string }, now: number): KeptLook | null {
  const look = openedWith(key, Buffer.from(sealed, 'base64url'));
  return look && look.userId === whose.userId && look.personId === whose.personId && now < look.until ? look : null;
}

function openedWith(key: Buffer, box: Buffer): KeptLook | null {
  try {
    return JSON.parse(unseal(key, box)) as KeptLook;
  } catch {
    return null;
  }
}
