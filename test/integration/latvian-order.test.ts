import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { inLatvianOrder } from '#kernel/latvian-order.js';
import { sql } from '#platform/db/sql.js';
import { testPlatform, type TestPlatform } from '../test-platform.js';

let t: TestPlatform;
beforeAll(async () => {
  t = await testPlatform();
});
afterAll(() => t.close());

const Word = z.object({ w: z.string() });
const sorted = async (words: readonly string[]) => (await t.database.read.all(Word, sql`select w from unnest(${[...words]}::text[]) w order by w collate platform.latvian`)).map(({ w }) => w);

const LETTERS = [...'aābcčdeēfgģhiīyjkķlļmnņoōprŗsštuūvzžxqwäöüõéłøæß'];
const BETWEEN = ['', '-', ' ', "'", '’', '. ', ', ', '"', '„', '”', '“', '«', '(', '/', '–', ' 10. ', ' 2. '];
const upper = (letter: string) => letter.toUpperCase();

test('the database and the program put names in the same order, whatever stands in them', async () => {
  const words = [...new Set(LETTERS.flatMap((one) => LETTERS.flatMap((other) => BETWEEN.flatMap((between) => [one + between + other, upper(one) + between + other, `${upper(one)}${between}${upper(other)}a`]))))];
  expect(words.length).toBeGreaterThan(60_000);
  const list = await sorted(words);
  const torn = list.flatMap((word, at) => (at > 0 && inLatvianOrder(list[at - 1]!, word) > 0 ? [`${list[at - 1]} before ${word}`] : []));
  expect(torn).toEqual([]);
});

test('each letter of the Latvian alphabet stands in its place, also within a word', async () => {
  const alphabet = ['A', 'Ā', 'B', 'C', 'Č', 'D', 'E', 'Ē', 'F', 'G', 'Ģ', 'H', 'I', 'Y', 'Ī', 'J', 'K', 'Ķ', 'L', 'Ļ', 'M', 'N', 'Ņ', 'O', 'Ō', 'P', 'Q', 'R', 'Ŗ', 'S', 'Š', 'T', 'U', 'Ū', 'V', 'W', 'X', 'Z', 'Ž'];
  expect(await sorted(alphabet.toReversed())).toEqual(alphabet);
  expect(await sorted(['Āboliņa', 'Azena', 'Abole', 'Ādažu novads', 'Balvu novads', 'Čaks', 'Cēsis', 'Czaja', 'Ķeguma novads', 'Kuldīga'])).toEqual([
    'Abole', 'Azena', 'Āboliņa', 'Ādažu novads', 'Balvu novads', 'Cēsis', 'Czaja', 'Čaks', 'Kuldīga', 'Ķeguma novads',
  ]);
});

test('pages by name miss nobody and show nobody twice where letters, capitals and quotes meet', async () => {
  const names = ['Abele', 'abele', 'Ābele', 'ābele', 'Ābeles', '„Ābele”', '"Ābele"', 'Ābele-Ābola', 'Ābele Ābola', 'Žūre', 'Zūre', 'Zure'];
  const pages: string[] = [];
  for (let after: string | null = null; ; after = pages.at(-1)!) {
    const page: { w: string }[] = await t.database.read.all(
      Word,
      sql`select w from unnest(${names}::text[]) w ${after === null ? sql`` : sql`where w collate platform.latvian > ${after} collate platform.latvian`} order by w collate platform.latvian limit 2`,
    );
    if (page.length === 0) break;
    pages.push(...page.map(({ w }) => w));
  }
  expect(pages).toEqual(await sorted(names));
  expect(new Set(pages).size).toBe(names.length);
});

test('nothing sorts by an order of its own', async () => {
  const src = join(import.meta.dirname, '../../src');
  const files = (await readdir(src, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('latvian-order.ts'));
  const own: string[] = [];
  for (const file of files) if (/localeCompare|Intl\.Collator|-x-icu/.test(await readFile(join(src, file), 'utf8'))) own.push(file);
  expect(files.length).toBeGreaterThan(1_000);
  expect(own).toEqual([]);
});
