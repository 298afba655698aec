import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What pages put around everything, or what cannot be seen. */
const NOT_A_PIECE = new Set(['Page', 'HiddenFields']);
const ROOT = join(import.meta.dirname, '../..');

const sourceOf = (...patterns: string[]): string => globSync(patterns, { cwd: ROOT, exclude: (path) => path.includes('.test.') }).map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');

test('every piece of the design system that pages use is shown on /_ui', () => {
  const pieces = [...sourceOf('src/ui/*.tsx', 'src/ui/{chart,form,page,table}/*.tsx').matchAll(/^export (?:const|function) ([A-Z][A-Za-z]+)/gm)].map(([, name]) => name!);
  const draws = (source: string) => new Set([...source.matchAll(/<([A-Z][A-Za-z]+)/g)].map(([, name]) => name!));
  const pages = draws(sourceOf('src/modules/**/*.tsx', 'src/app/*.tsx', 'src/web/**/*.tsx'));
  // What only other pieces draw is shown by them.
  const shown = draws(sourceOf('src/ui/**/*.tsx'));
  expect(pieces.length).toBeGreaterThan(50);
  expect(pieces.filter((name) => pages.has(name) && !shown.has(name) && !NOT_A_PIECE.has(name))).toEqual([]);
});
