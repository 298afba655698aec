import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Settings } from './config.js';

const README = readFileSync('README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('the README names every setting', () => {
  expect(Object.keys(Settings.shape).filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
});

test('every command that the README names exists', () => {
  const named = [...README.matchAll(/`npm (?:run )?([\w-]+)/g)].map((found) => found[1]!);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
