import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MODULES } from '#app/modules.js';
import { ANONYMOUS, EVERYWHERE, NOWHERE, systemActor } from '#platform/actions/actor.js';
import { JOBS_ALONE, scopeOf } from '#platform/actions/permission.js';

const ROOT = join(import.meta.dirname, '../..');
const sources = (folder: string) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('what only jobs do is open to the program itself, and to nobody else whatever their rights say', () => {
  expect(scopeOf(systemActor('a job'), JOBS_ALONE)).toEqual(EVERYWHERE);
  expect(scopeOf(ANONYMOUS, JOBS_ALONE)).toEqual(NOWHERE);
  expect(scopeOf({ ...ANONYMOUS, kind: 'machine', scopes: new Map([[JOBS_ALONE.name, EVERYWHERE]]) }, JOBS_ALONE)).toEqual(NOWHERE);
});

test('no module offers it to roles, and no role is made with it', () => {
  expect(MODULES.flatMap(({ permissions }) => permissions).filter(({ name }) => name === JOBS_ALONE.name)).toEqual([]);
  const seeds = [...sources('db'), ...sources('src')].filter((file) => /\.(sql|ts|csv|json)$/.test(file) && file !== 'src/platform/actions/permission.ts');
  expect(seeds.filter((file) => read(file).includes(JOBS_ALONE.name))).toEqual([]);
});

test('no page, API, report or navigation leads to what only jobs do', () => {
  const actions = MODULES.flatMap(({ pages, api }) => [
    ...api.map(({ action }) => action),
    ...pages.flatMap((page) => (page.kind === 'custom' ? [] : page.kind === 'form' ? [page.load, page.action] : [page.action])),
  ]);
  const open = MODULES.flatMap(({ navigation, work }) => [...navigation, ...work]);
  expect(actions.length).toBeGreaterThan(200);
  expect([...actions, ...open].filter(({ permission }) => permission === JOBS_ALONE)).toEqual([]);
});

test('routes that choose their action themselves name none that only jobs do', () => {
  const files = sources('src').filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\/tests\//.test(file));
  const names = files.flatMap((file) => [...read(file).matchAll(/export const (\w+) = (?:read|write)Action\(\{(?:(?!\n\}\);)[^])*?permission: JOBS_ALONE/g)].map((found) => found[1]!));
  expect(names.length).toBeGreaterThan(8);
  const named = new RegExp(String.raw`\b(${names.join('|')})\b`);
  expect(files.filter((file) => /\/(pages|api|web|http)\//.test(file) && named.test(read(file)))).toEqual([]);
});
