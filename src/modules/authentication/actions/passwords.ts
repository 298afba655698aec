import { hash, verify } from '@node-rs/argon2';
import { invalid } from '#kernel/errors.js';
import { fill } from '#kernel/text.js';
import { isGuessable } from '../domain/guessable.js';
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

/** Characters as people count them, in the form that is hashed. */
const lengthOf = (password: string): number => [...password.normalize('NFC')].length;

/** What an installation may ask for at least, whatever its parameter says (OWASP ASVS 5.0, 6.2.1). */
const LEAST_OF_ALL = 8;

export const leastLength = (asked: number): number => Math.max(LEAST_OF_ALL, asked);

/**
 * @param own login, name and mail address of the user.
 * @throws InvalidInput when a new password is too short, guessable, or was typed differently the second time (OWASP ASVS 5.0, 6.2).
 */
export function checkNewPassword(password: string, again: string, asked: number, own: readonly string[]): void {
  if (lengthOf(password) < leastLength(asked)) throw invalid('password', fill(PASSWORD_TOO_SHORT, { n: leastLength(asked) }));
  if (isGuessable(password, own)) throw invalid('password', PASSWORD_TOO_COMMON);
  if (password !== again) throw invalid('again', PASSWORDS_DIFFER);
}
