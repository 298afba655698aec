import { expect, test } from 'vitest';
import { personCode } from '#kernel/person-code.js';
import { isKnownBrowser, KNOWN_FOR_SECONDS, knownBrowser } from './known-browser.js';

const [KEY, NOW] = [Buffer.alloc(32, 1), new Date('2026-11-22T10:00:00Z')];
const [MINE, OTHER] = [personCode('54034483847'), personCode('42117437694')];

test('a browser is known for the person who used Smart-ID in it, for so long, and by no word that it made itself', () => {
  const words = knownBrowser(KEY, MINE, NOW);
  const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
  expect(words).not.toContain(MINE);
  expect(isKnownBrowser(KEY, words, MINE, after(KNOWN_FOR_SECONDS - 1))).toBe(true);
  expect(isKnownBrowser(KEY, words, MINE, after(KNOWN_FOR_SECONDS))).toBe(false);
  expect(isKnownBrowser(KEY, words, OTHER, NOW)).toBe(false);
  expect(isKnownBrowser(Buffer.alloc(32, 2), words, MINE, NOW)).toBe(false);
  expect(isKnownBrowser(KEY, words.replace(/^\d+/, (since) => String(Number(since) + 1)), MINE, NOW)).toBe(false);
  for (const made of ['yes', '', `1.${'0'.repeat(64)}`, words.slice(1)]) expect(isKnownBrowser(KEY, made, MINE, NOW)).toBe(false);
});
