import { createHash } from 'node:crypto';
import { KEPT_BYTES, LEAKED_PASSWORDS } from './leaked-passwords.js';

/**
 * Words that everyone here would try first: the program, the country, offices, roles, neighbouring systems. They count for
 * nothing in a new password. The same list stands in docs/security/sign-in.md (OWASP ASVS 5.0, 6.1.2 and 6.2.11).
 */
export const CONTEXT_WORDS = [
  'vienkopus', 'latvija', 'latvian', 'latvia', 'pašvaldība', 'novads', 'pilsēta', 'pagasts', 'valsts', 'ministrija', 'izglītība', 'iestāde', 'iedzīvotājs',
  'reģistrs', 'skola', 'bērnudārzs', 'pirmsskola', 'lietotājs', 'administrators', 'administrator', 'administrācija', 'vadītājs', 'direktors', 'lietvedis',
  'skolotājs', 'skolēns', 'operators', 'auditors', 'speciālists', 'eparaksts', 'smartid', 'eklase', 'mykoob',
] as const;

/** Words and rows of keys that lead every list of leaked passwords. */
const COMMON = ['password', 'parole', 'passw0rd', 'iloveyou', 'welcome', 'qwertyuiop', 'qwerty', 'asdfgh', 'zxcvbn', '1234567890', '123456789', '12345678', '123456', '12345'];

const LEFT_AT_LEAST = 6;
const DIFFERENT_AT_LEAST = 5;

/**
 * Whether a new password would be among the first ones tried: known from leaks, a few characters again and again, or made of
 * words of this place and of the user's own names with next to nothing besides.
 * @param own login, name and mail address of its user.
 */
export function isGuessable(password: string, own: readonly string[]): boolean {
  const plain = password.normalize('NFC').toLowerCase();
  return isLeaked(plain) || new Set(plain).size < DIFFERENT_AT_LEAST || namesLogin(plain, own[0] ?? '') || left(plain, own).length < LEFT_AT_LEAST;
}

const namesLogin = (plain: string, login: string) => login.length > 0 && plain.includes(login.toLowerCase());

/** What is left without common words and what stands between words; letters with marks count as those without. */
function left(plain: string, own: readonly string[]): string {
  const words = [...CONTEXT_WORDS, ...COMMON, ...own.flatMap((name) => name.split(/[\s.@_-]+/).filter((part) => part.length > 3))].map(bare);
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), bare(plain));
}

const bare = (words: string): string => words.toLowerCase().normalize('NFD').replaceAll(/[\p{M}\s._-]/gu, '');

const leaked = new Set(inPieces(Buffer.from(LEAKED_PASSWORDS.join(''), 'base64').toString('hex'), 2 * KEPT_BYTES));

const isLeaked = (plain: string): boolean => leaked.has(createHash('sha256').update(plain).digest('hex').slice(0, 2 * KEPT_BYTES));

function inPieces(words: string, length: number): string[] {
  return Array.from({ length: words.length / length }, (_, n) => words.slice(n * length, (n + 1) * length));
}
