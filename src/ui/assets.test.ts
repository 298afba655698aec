import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadAssets } from './assets.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  mkdirSync(join(folder, 'islands'));
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body);
  return folder;
}

test('all stylesheets become one, the layer order first', () => {
  const assets = loadAssets(folderWith({ 'table.css': 'table{}', '_layers.css': '@layer a, b;', 'base.css': 'body{}' }));
  expect(assets.files.get(assets.stylesheet)).toEqual({ type: 'text/css; charset=utf-8', body: '@layer a, b;\nbody{}\ntable{}' });
});

test('an address changes with the content and only with it', () => {
  const first = loadAssets(folderWith({ 'base.css': 'body{}', 'islands/live.js': '1' }));
  const same = loadAssets(folderWith({ 'base.css': 'body{}', 'islands/live.js': '1' }));
  const changed = loadAssets(folderWith({ 'base.css': 'body{}', 'islands/live.js': '2' }));
  expect(same.islands).toEqual(first.islands);
  expect(changed.stylesheet).toBe(first.stylesheet);
  expect(changed.islands['live']).not.toBe(first.islands['live']);
  expect(changed.islands['live']).toMatch(/^\/assets\/islands\/live\.[\w-]{12}\.js$/);
});

test('the icon is a picture by itself', () => {
  const assets = loadAssets(folderWith({}));
  expect(assets.files.get(assets.icon)?.body).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
});
