import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const MODULES = readdirSync(join(ROOT, 'src/modules'));

/** Identity tables (of coming units too) that any module may join (architecture, "How modules talk", 4). */
const IDENTITY = /\b(territories\.(unit|unit_version|reform_unit|lineage)|persons\.person|access\.app_user|institutions\.institution)\b/g;

/** Views (and questions with a day, as functions) that modules publish for reports: the only thing of others that `reporting` reads. */
const PUBLISHED = readdirSync(join(ROOT, 'db/views'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.sql'))
  .flatMap((file) => [...readFileSync(join(ROOT, 'db/views', file), 'utf8').matchAll(/create or replace (?:view|function) (\w+\.\w+)/g)].map((found) => found[1]!));

describe.each(MODULES)('module %s', (name) => {
  const folder = join(ROOT, 'src/modules', name);

  test('has its README and its definition', () => {
    expect(existsSync(join(folder, 'README.md')) && existsSync(join(folder, 'module.ts'))).toBe(true);
  });

  test('names only its own tables in SQL, and identity tables', () => {
    const others = MODULES.filter((one) => one !== name).map((one) => new RegExp(`(from\\s|join\\s|into\\s|update\\s|insert\\(['"])\\s*${one}\\.\\w+`, 'gi'));
    const readable = name === 'reporting' ? PUBLISHED : [];
    const foreign = sourcesIn(folder).flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(IDENTITY, '');
      return others.flatMap((pattern) => text.match(pattern) ?? []).filter((found) => !readable.some((view) => found.endsWith(view))).map((found) => `${file.slice(ROOT.length + 1)}: ${found}`);
    });
    expect(foreign).toEqual([]);
  });
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/(\.test\.|^tests\/)/.test(file))
    .map((file) => join(folder, file));
