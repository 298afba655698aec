import { createHmac, randomBytes } from 'node:crypto';

/** How many are printed at once, and of how many random bytes each (120 bits: from 112 on a plain hash is enough; OWASP ASVS 5.0, 6.5.2). */
const COUNT = 10;
const BYTES = 15;
const LENGTH = (BYTES * 8) / 5;
/** Base 32 of Crockford: no I, L, O, U that a pen or an eye would mistake. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten new codes, as they are printed: `7K3F-9QXW-2MVB-T0RZ-H4SE-PN86`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: COUNT }, () => grouped(inLetters(randomBytes(BYTES))));

function inLetters(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let words = '';
  for (let n = 0; n < LENGTH; n += 1, bits >>= 5n) words = LETTERS.charAt(Number(bits & 31n)) + words;
  return words;
}

const grouped = (words: string) => words.match(/.{4}/g)!.join('-');

/** What was typed, without dashes and spaces, with look-alikes put right; null where it can be no code. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === LENGTH && [...plain].every((letter) => LETTERS.includes(letter)) ? grouped(plain) : null;
}

/** What is kept of a code: codes are random enough that a keyed hash needs no slowness. */
export const hashOfRecoveryCode = (key: Buffer, userId: string, code: string): string => createHmac('sha256', key).update(`${userId} ${code}`).digest('hex');
