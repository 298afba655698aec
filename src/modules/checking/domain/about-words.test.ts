import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aboutInWords } from './about-words.js';

const DOCUMENTS = join(import.meta.dirname, '../../../platform/documents');
const WHERE = ['checking', 'zip', 'der', 'trust'].flatMap((folder) => readdirSync(join(DOCUMENTS, folder)).map((file) => `${folder}/${file}`));
/** They ask others while sealing; no check of a document says what they say. */
const NOT_CHECKING = /\.test\.ts$|ask\.ts|client\.ts|write-zip\.ts/;
const sources = WHERE.filter((file) => file.endsWith('.ts') && !NOT_CHECKING.test(file)).map((file) => readFileSync(join(DOCUMENTS, file), 'utf8'));

const found = (pattern: RegExp, at: number) => sources.flatMap((source) => [...source.matchAll(pattern)].map((one) => one[at]!));
/** Each sentence with a name in place of what is filled in. */
const filledIn = (words: string) => words.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, (place) => (place.includes('toISOString') ? '2026-07-03T06:00:00.000Z' : 'Xx'));

test('whatever a check says of a broken rule is said in Latvian on Latvian pages', () => {
  const said = [
    ...found(/new (?:UnfitXml|Error)\((['`])(.+?)\1/g, 2),
    ...found(/new UnfitArchive\('[a-z-]+', '(.+?)'/g, 1),
    ...found(/\.(?:note|notice)\('[a-z-]+', .*?(['`])((?:(?!\1).|\$\{[^}]*\})+)\1\);/g, 2),
    ...found(/\b(?:broken|told): (?:isOfThatTime \? null : )?(['`])(.+?)\1/g, 2),
    ...found(/const TOO_MANY = '(.+?)'/g, 1),
  ].map(filledIn).filter((words) => /[a-z]{3}/.test(words));
  expect(said.length).toBeGreaterThan(50);
  expect([...new Set(said)].filter((words) => aboutInWords(words).lv === words)).toEqual([]);
});

test('every code of a chain, an answer and a time stamp has words in both languages', () => {
  const codes = found(/export type (?:Chain|Ocsp|TimeStamp)Fault = (.+);/g, 1).flatMap((type) => [...type.matchAll(/'([a-z-]+)'/g)].map((one) => one[1]!));
  expect(codes.length).toBeGreaterThan(10);
  for (const code of codes) expect([aboutInWords(code).lv, aboutInWords(code).en]).not.toContain(code);
});

test('names stay, and what is said after them is put into words', () => {
  expect(aboutInWords('Anna Paraudziņa: untrusted')).toEqual({ lv: 'Anna Paraudziņa: izdevējam netic', en: 'Anna Paraudziņa: its issuer is not believed' });
  expect(aboutInWords('the content is damaged: vēstule.pdf').lv).toBe('saturs ir bojāts: vēstule.pdf');
  expect(aboutInWords('CN=A: outdated, signature').lv).toBe('CN=A: atbilde ir novecojusi, tā paraksts');
  expect(aboutInWords('CN=A: no answer; CN=B: revoked later, at 2026-07-03T06:00:00.000Z').lv).toBe('CN=A: atbildes nav; CN=B: atsaukts vēlāk, 2026-07-03T06:00:00.000Z');
  expect(aboutInWords('bread and butter.pdf').lv).toBe('bread and butter.pdf');
  expect(aboutInWords('pielikums.pdf')).toEqual({ lv: 'pielikums.pdf', en: 'pielikums.pdf' });
});
