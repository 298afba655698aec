import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Why an official looks at one person, kept for some minutes so that it need not be typed again after each entry. */
export interface KeptLook {
  readonly userId: string;
  readonly personId: string;
  readonly reason: string;
  readonly caseReference: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const KEPT_MINUTES = 15;
const NONCE = 12;
const TAG = 16;

/** Sealed for the browser to carry (AES-256-GCM): nobody reads it there, and a changed one opens nothing. */
export function sealLook(key: Buffer, look: KeptLook): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(JSON.stringify(look), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** The look that was kept for this very official and person, while its minutes last; null otherwise. */
export function unsealLook(key: Buffer, sealed: string, whose: { userId: string | null; personId: string }, now: number): KeptLook | null {
  const look = openedWith(key, Buffer.from(sealed, 'base64url'));
  return look && look.userId === whose.userId && look.personId === whose.personId && now < look.until ? look : null;
}

function openedWith(key: Buffer, box: Buffer): KeptLook | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(box.subarray(NONCE, NONCE + TAG));
    return JSON.parse(Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')) as KeptLook;
  } catch {
    return null;
  }
}
