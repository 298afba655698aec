import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadAction } from '#platform/actions/action.js';

export type Reading = ReadAction<unknown, unknown>;

const isReading = (value: unknown): value is Reading => typeof value === 'object' && value !== null && 'run' in value && 'kind' in value && value.kind === 'read';

const DEFINES = /\b(readAction|parameterActions)[(<]/;
const NAMED = /\breadAction(?:<[^(]*>)?\(\{\s*name: '([^']+)'/g;

/** Every action that looks at something, by the definitions in the source itself, and the names written there: none can be forgotten. */
export async function readingActions(): Promise<{ readonly actions: readonly Reading[]; readonly written: ReadonlySet<string> }> {
  const actions = new Map<string, Reading>();
  const written = new Set<string>();
  const add = (value: unknown) => isReading(value) && actions.set(value.name, value);
  for (const file of globSync('src/{modules,platform}/**/*.ts', { exclude: ['**/tests/**', '**/*.test.ts'] })) {
    const source = readFileSync(file, 'utf8');
    if (!DEFINES.test(source)) continue;
    for (const [, name] of source.matchAll(NAMED)) written.add(name!);
    const exported = (await import(/* @vite-ignore */ resolve(file))) as Readonly<Record<string, unknown>>;
    for (const value of Object.values(exported)) {
      add(value);
      if (typeof value === 'object' && value !== null) Object.values(value).forEach(add);
    }
  }
  return { actions: [...actions.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), written };
}
