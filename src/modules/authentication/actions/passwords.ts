import { hash, verify } from '@node-rs/argon2';
import { invalid } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { PASSWORD_TOO_COMMON, PASSWORD_TOO_SHORT, PASSWORDS_DIFFER } from '../texts.js';

/** Memory and passes by the OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. */
const STRENGTH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), STRENGTH);

/** A hash that no password has, so that an unknown login takes as long as a known one. */
const NOBODYS_HASH = await hash('no password at all has this hash', STRENGTH);

/** Whether the password is right; equally slow, and false, where there is no hash. */
export async function isPassword(storedHash: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(storedHash ?? NOBODYS_HASH, password.normalize('NFC'));
  return right && Boolean(storedHash);
}

/** @throws InvalidInput when a new password is too short, guessable, or was typed differently the second time (OWASP ASVS 5.0, 6.2). */
export function checkNewPassword(password: string, again: string, leastLength: number, login: string): void {
  if (password.length < leastLength) throw invalid('password', fill(PASSWORD_TOO_SHORT, { n: leastLength }));
  const plain = password.toLowerCase();
  if (new Set(plain).size < 5 || plain.includes(login) || GUESSABLE.some((word) => plain.replaceAll(word, '').length < 6)) throw invalid('password', PASSWORD_TOO_COMMON);
  if (password !== again) throw invalid('again', PASSWORDS_DIFFER);
}

/** Beginnings and patterns that lead every list of leaked passwords; what is left after taking them out must still be long. */
const GUESSABLE = ['password', 'parole', '123456789', '1234567890', 'qwertyuiop', 'vienkopus', 'iloveyou', 'administrator', 'latvija'];
